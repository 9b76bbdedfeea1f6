// A sheet as comma-separated values.

import WorkTime

extension Reports.Sheet {
    /// After RFC 4180, with a mark of UTF-8, which spreadsheets need to read Vietnamese. Heads and
    /// rows only: programs read this file, people the workbook.
    var commaSeparated: String {
        let lines =
            [columns.map { Payments.cell($0.head) }] + (rows + totals).map { $0.map(\.text) }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}

extension Reports.Sheet.Value {
    fileprivate var text: String {
        switch self {
        case .empty: ""
        case .text(let text): Payments.cell(text)
        case .number(let number): String(number)
        case .share(let part, let whole): whole > 0 ? Reports.percent(part, of: whole) : ""
        case .day(let day): day.text
        case .moment(let moment): moment.text.replacing("T", with: " ")
        }
    }
}
