// Rows of a small table of the product itself: texts, demo data.

import ProcessModel
import WorkTime

/// Reads comma-separated values for whoever needs no diagnostics of single cells.
public enum CSVRows {
    /// A row and the line it begins at.
    public struct Line: Hashable, Sendable {
        public let line: Int
        public let fields: [String]
    }

    /// Where a text stops being a table, and why.
    public struct Break: Error, Hashable, Sendable {
        public let line: Int
        public let message: Bilingual
    }

    /// All rows of a text whose fields a byte separates: a comma, a semicolon, a tabulator.
    public static func lines(
        of text: String, separator: UInt8
    ) throws(Break) -> [Line] {
        var reader = CSVReader(text, separator: separator)
        do throws(CSVError) {
            return try reader.rows().map { Line(line: $0.line, fields: $0.fields) }
        } catch {
            throw Break(line: error.line, message: error.message)
        }
    }

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
