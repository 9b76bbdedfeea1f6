// A proof as one JSON object, in pieces, so that a long stream needs no more memory than a page.
// `docs/guides/integrity.md` tells the form, `docs/verify_proof.py` reads it.

extension StreamProof {
    public static let format = "roviec proof v1"

    /// All but the entries; those follow, separated by `separator`, then `end`.
    public var beginning: String {
        var text = JSONText()
        text.raw("{\"format\":")
        text.string(Self.format)
        text.raw(",\n\"stream\":")
        text.string(stream)
        let steps = path.map {
            "{\"side\":\"\($0.side)\",\"hash\":\"\(Hexadecimal.text($0.hash))\"}"
        }
        text.raw(",\n\"path\":[" + steps.joined(separator: ",\n") + "]")
        text.raw(",\n\"checkpoints\":[" + checkpoints.map(\.line).joined(separator: ",\n") + "]")
        text.raw(",\n\"entries\":[\n")
        return text.text
    }

    public static let separator = ",\n"
    public static let end = "\n]}\n"
}
