// What an entry says: an ordered list of keys and values.

/// The content of an entry, in the order in which it was written.
///
/// Keys are unique, not empty, and do not begin with `$`.
public struct Payload: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public let key: String
        public let value: PayloadValue

        init(key: String, value: PayloadValue) {
            self.key = key
            self.value = value
        }
    }

    public private(set) var fields: [Field] = []

    public init() {}

    /// Refuses a key that stands twice, is empty or begins with `$`.
    public init(_ pairs: [(String, PayloadValue)]) throws(PayloadError) {
        fields.reserveCapacity(pairs.count)
        for (key, value) in pairs { try append(key, value) }
    }

    /// For fields whose keys were checked before.
    init(checked fields: [Field]) {
        self.fields = fields
    }

    public mutating func append(_ key: String, _ value: PayloadValue) throws(PayloadError) {
        guard Self.isKey(key) else { throw .badKey(key) }
        if self[key] != nil { throw .duplicateKey(key) }
        fields.append(Field(key: key, value: value))
    }

    public subscript(key: String) -> PayloadValue? {
        fields.first { $0.key == key }?.value
    }

    static func isKey(_ key: String) -> Bool {
        key.utf8.first.map { $0 != UInt8(ascii: "$") } ?? false
    }
}

extension Payload: ExpressibleByDictionaryLiteral {
    /// For keys that stand in the source; a repeated or unfit key is a mistake of the author.
    public init(dictionaryLiteral elements: (String, PayloadValue)...) {
        for (key, value) in elements {
            precondition(Self.isKey(key) && self[key] == nil, "unfit payload key \(key)")
            fields.append(Field(key: key, value: value))
        }
    }
}

extension Payload {
    /// Every personal reference in it, however deep, in order.
    public var personalReferences: [PersonalReference] {
        fields.flatMap { Self.references(in: $0.value) }
    }

    private static func references(in value: PayloadValue) -> [PersonalReference] {
        switch value {
        case .personal(let reference): [reference]
        case .list(let values): values.flatMap(references)
        case .nested(let payload): payload.personalReferences
        case .int, .bool, .text, .bytes: []
        }
    }
}
