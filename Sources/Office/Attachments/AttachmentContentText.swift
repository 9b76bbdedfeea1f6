// Name and digest of a file as the text that is kept beside the ledger.

extension Attachments.Content {
    /// The digest first: it has no line end.
    var text: String { "\(digest)\n\(name)" }

    /// `nil` for a text that is none.
    init?(text: String) {
        guard let end = text.unicodeScalars.firstIndex(of: "\n") else { return nil }
        digest = String(text.unicodeScalars[..<end])
        name = String(text.unicodeScalars[end...].dropFirst())
    }
}
