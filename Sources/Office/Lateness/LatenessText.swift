// The sums of lateness as a file for a spreadsheet.

import WorkTime

extension Lateness {
    static let columns = ["cause", "unit", "minutes", "dossiers", "openMinutes", "openDossiers"]

    /// Comma-separated values after RFC 4180 with a mark of UTF-8.
    /// - Parameters:
    ///   - heads: Words of the columns, in order.
    ///   - name: Words of a cause.
    static func table(of sums: [Sum], heads: [String], name: (Cause) -> String) -> String {
        let rows = sums.map { sum in
            ([Payments.cell(name(sum.cause)), Payments.cell(sum.unitName)]
                + sum.numbers.map(String.init)).joined(separator: ",")
        }
        let head = heads.map(Payments.cell).joined(separator: ",")
        return "\u{FEFF}" + ([head] + rows).map { $0 + "\r\n" }.joined()
    }
}

extension Lateness.Sum {
    /// In the order of the columns, without the words.
    var numbers: [Int] { [minutes, dossiers, openMinutes, openDossiers] }
}
