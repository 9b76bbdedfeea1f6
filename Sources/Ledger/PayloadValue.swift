// The values a payload can hold.

/// One value of a payload. There is no "nothing": a key that does not apply is left out.
public enum PayloadValue: Hashable, Sendable {
    case int(Int64)
    case bool(Bool)
    case text(String)
    case bytes([UInt8])
    case list([PayloadValue])
    case nested(Payload)
    /// A personal value that lies outside the entry and may be erased by law.
    case personal(PersonalReference)
}

/// Points at a personal value without telling it: an entry keeps only the salted digest.
public struct PersonalReference: Hashable, Sendable {
    /// Identity of the value in the side table.
    public var id: String
    /// SHA-256 over salt and value, 32 bytes.
    public var digest: [UInt8]

    public init(id: String, digest: [UInt8]) {
        precondition(digest.count == SHA256Digest.length, "a digest has 32 bytes")
        self.id = id
        self.digest = digest
    }
}

extension PayloadValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: PayloadValue...) { self = .list(elements) }
}

extension PayloadValue {
    public static func int(_ value: Int) -> PayloadValue { .int(Int64(value)) }

    /// The kind of value, as it is named in an error.
    var kind: String {
        switch self {
        case .int: "int"
        case .bool: "bool"
        case .text: "text"
        case .bytes: "bytes"
        case .list: "list"
        case .nested: "nested"
        case .personal: "personal"
        }
    }
}
