// The list of a settlement as a file for a spreadsheet.

import WorkTime

extension Payments {
    /// Comma-separated values after RFC 4180 with a mark of UTF-8, which spreadsheets need to read
    /// Vietnamese. Amounts are plain numbers; what was given back is negative.
    /// - Parameters:
    ///   - heads: Words of the ten columns.
    ///   - ways: Words of the ways in which money came, and of a refund.
    static func table(
        of movements: [Movement], heads: [String], ways: (Way?) -> String
    ) -> String {
        let rows = movements.map { movement in
            [
                cell(movement.day.text), cell(ways(movement.isRefund ? nil : movement.way)),
                cell(movement.dossier), String(movement.number), cell(movement.title),
                String(movement.isRefund ? -movement.amount : movement.amount),
                cell(movement.receipt), cell(movement.reference), cell(movement.reason),
            ].joined(separator: ",")
        }
        return "\u{FEFF}"
            + ([heads.map(cell).joined(separator: ",")] + rows).map { $0 + "\r\n" }.joined()
    }

    /// A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe.
    static func cell(_ text: String) -> String {
        // By scalars: a letter may carry a mark that hides how the cell begins.
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace || $0 == "\t" }
        let begins = first.map { "=+-@\t\r\n|%".unicodeScalars.contains($0) } ?? false
        let safe = (begins ? "'" : "") + text
        let needsQuotes = safe.unicodeScalars.contains {
            "\",\r\n\t;".unicodeScalars.contains($0)
        }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
