// The sheet of hours on days off as a file for a spreadsheet.

import Engine
import WorkTime

extension Deliveries {
    /// Comma-separated values after RFC 4180 with a mark of UTF-8.
    /// - Parameters:
    ///   - heads: Words of the six columns.
    ///   - holiday: Words of a day.
    static func table(
        of lines: [LeaveLine], heads: [String], holiday: (LeaveLine) -> String
    ) -> String {
        let rows = lines.map { line in
            [
                line.day.text, Payments.cell(holiday(line)), Payments.cell(line.person.rawValue),
                Payments.cell(line.name), String(line.visits), String(line.minutes),
            ].joined(separator: ",")
        }
        let head = heads.map(Payments.cell).joined(separator: ",")
        return "\u{FEFF}" + ([head] + rows).map { $0 + "\r\n" }.joined()
    }
}
