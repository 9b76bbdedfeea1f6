// The boundary that a request names for its body.

/// Text that stands between the parts (RFC 2046, 5.1.1).
public struct MultipartBoundary: Hashable, Sendable {
    public let text: String

    /// RFC 2046 allows 70 characters and no space at the end.
    static let lengthMaximum = 70

    /// - Returns: `nil` when the text is no boundary.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: Self.marks.contains($0)
            }
        }
        guard !text.isEmpty, text.utf8.count <= Self.lengthMaximum, isPlain, text.last != " "
        else { return nil }
        self.text = text
    }

    /// From the value of `Content-Type`; `nil` for another type, and without one good boundary.
    public init?(contentType: String) {
        let (type, parameters) = MultipartHeader.parameters(in: contentType)
        guard type.lowercased() == "multipart/form-data" else { return nil }
        let named = parameters.filter { $0.name == "boundary" }
        guard named.count == 1 else { return nil }
        self.init(named[0].value)
    }

    /// What separates two parts, with the line end before it.
    var delimiter: [UInt8] { Array("\r\n--\(text)".utf8) }

    private static let marks = Set("'()+_,-./:=? ".utf8)
}
