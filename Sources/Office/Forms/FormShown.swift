// Values of fields as people read them.

import ProcessModel
import WorkTime

extension FieldType {
    /// A canonical text without the marks that keep its parts apart.
    func shown(_ text: String) -> String {
        switch self {
        case .address: text.split { $0.isNewline }.joined(separator: ", ")
        case .signature:
            text.split { $0.isNewline }.map { part in
                DayNumber(part)?.slashed ?? String(part)
            }.joined(separator: ", ")
        case .table(let table):
            table.rows(of: text).map { row in
                zip(table.columns, row).filter { !$1.isEmpty }
                    .map { "\($0.label): \($0.kind == .money ? Self.grouped($1) : $1)" }
                    .joined(separator: ", ")
            }.joined(separator: "; ")
        case .money: Self.grouped(text) + " đồng"
        case .file: text == "file" ? "tệp (file)" : "bản giấy (paper)"
        default: text
        }
    }

    /// `1.500.000`.
    static func grouped(_ digits: String) -> String {
        guard Int(digits) != nil else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
            text.append(digit)
        }
        return text
    }
}

extension DayNumber {
    /// `03/07/2017`.
    fileprivate var slashed: String {
        text.split(separator: "-").reversed().joined(separator: "/")
    }
}
