// Why bytes are no payload, or a payload does not hold what its reader expects.

/// Positions are byte offsets from the start of the encoded payload.
public enum PayloadError: Error, Hashable, Sendable {
    case unknownEncoding(UInt8)
    case truncated(at: Int)
    case lengthBeyondEnd(at: Int)
    case numberTooLarge(at: Int)
    /// A number that is not in its shortest form.
    case notCanonical(at: Int)
    case invalidUTF8(at: Int)
    case unknownTag(UInt8, at: Int)
    case tooDeep(maximum: Int)
    case tooLarge(bytes: Int, maximum: Int)
    case duplicateKey(String)
    /// Keys are not empty and do not begin with `$`, which JSON exports use for marks.
    case badKey(String)
    case trailingBytes(Int)
    case missing(key: String)
    case wrongKind(key: String, wanted: String, found: String)
}
