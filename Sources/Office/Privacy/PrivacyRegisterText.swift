// The register as a file for a spreadsheet.

import ProcessModel
import WorkTime

extension Privacy {
    static let registerColumns = [
        "work", "data", "purpose", "basis", "seenBy", "kept", "place",
    ]

    /// One line of the register in words, for the page and for the file.
    struct Line: Hashable, Sendable {
        var work: String
        var data: String
        var purpose: String
        var basis: String
        var seenBy: String
        var kept: String
        var place: String

        var cells: [String] { [work, data, purpose, basis, seenBy, kept, place] }
    }

    /// Comma-separated values after RFC 4180 with a mark of UTF-8, which spreadsheets need to read
    /// Vietnamese.
    static func table(of lines: [Line], heads: [String]) -> String {
        "\u{FEFF}"
            + ([heads] + lines.map(\.cells))
            .map { $0.map(Payments.cell).joined(separator: ",") + "\r\n" }.joined()
    }
}
