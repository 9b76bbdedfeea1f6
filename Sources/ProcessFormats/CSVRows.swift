// Rows of a small table of the product itself: texts, demo data.

import ProcessModel
import WorkTime

/// Reads comma-separated values for whoever needs no diagnostics of single cells.
public enum CSVRows {
    public struct Flaw: Error, Sendable {
        public let diagnostics: [String]
    }

    /// All rows with their fields, the header first. Throws what is wrong, with line numbers.
    public static func read(_ bytes: [UInt8], file: String) throws(Flaw) -> [[String]] {
        var report = FileReport(file: file)
        guard let text = FileText.decode(bytes, into: &report),
            let table = CSVTable.read(text, into: &report)
        else { throw Flaw(diagnostics: report.findings.map { $0.text(in: .en) }) }
        return table.rows.map(\.fields)
    }
}
