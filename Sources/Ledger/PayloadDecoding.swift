// Reads a payload back from its canonical bytes and refuses everything else.

extension Payload {
    /// Decodes canonical bytes. Whatever this accepts encodes to the same bytes again.
    public init(
        decoding bytes: [UInt8], maximum: Int = PayloadCoding.sizeMaximum
    ) throws(PayloadError) {
        if bytes.count > maximum {
            throw .tooLarge(bytes: bytes.count, maximum: maximum)
        }
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == PayloadCoding.version else { throw .unknownEncoding(version) }
        self = try Self.fields(from: &reader, depth: 0)
        if reader.remaining > 0 { throw .trailingBytes(reader.remaining) }
    }

    private static func fields(
        from reader: inout ByteReader, depth: Int
    ) throws(PayloadError) -> Payload {
        if depth > PayloadCoding.depthMaximum {
            throw .tooDeep(maximum: PayloadCoding.depthMaximum)
        }
        let count = try reader.count()
        var pairs: [(String, PayloadValue)] = []
        for _ in 0..<count {
            let key = try reader.text()
            pairs.append((key, try value(from: &reader, depth: depth)))
        }
        return try Payload(distinct: pairs)
    }

    /// Hostile bytes may carry very many keys: a set keeps the search for repeats linear.
    private init(distinct pairs: [(String, PayloadValue)]) throws(PayloadError) {
        if pairs.count <= 16 {
            try self.init(pairs)
            return
        }
        var seen: Set<String> = []
        for (key, _) in pairs {
            if !Self.isKey(key) { throw .badKey(key) }
            if !seen.insert(key).inserted { throw .duplicateKey(key) }
        }
        self.init(checked: pairs.map { Field(key: $0.0, value: $0.1) })
    }

    private static func value(
        from reader: inout ByteReader, depth: Int
    ) throws(PayloadError) -> PayloadValue {
        let start = reader.offset
        let tag = try reader.byte()
        switch tag {
        case PayloadCoding.Tag.no: return .bool(false)
        case PayloadCoding.Tag.yes: return .bool(true)
        case PayloadCoding.Tag.int: return .int(try reader.signed())
        case PayloadCoding.Tag.text: return .text(try reader.text())
        case PayloadCoding.Tag.bytes: return .bytes(try reader.blob())
        case PayloadCoding.Tag.list: return .list(try list(from: &reader, depth: depth + 1))
        case PayloadCoding.Tag.nested:
            return .nested(try fields(from: &reader, depth: depth + 1))
        case PayloadCoding.Tag.personal:
            let id = try reader.text()
            let digest = try reader.fixed(SHA256Digest.length)
            return .personal(PersonalReference(id: id, digest: digest))
        default: throw .unknownTag(tag, at: start)
        }
    }

    private static func list(
        from reader: inout ByteReader, depth: Int
    ) throws(PayloadError) -> [PayloadValue] {
        if depth > PayloadCoding.depthMaximum {
            throw .tooDeep(maximum: PayloadCoding.depthMaximum)
        }
        var values: [PayloadValue] = []
        for _ in 0..<(try reader.count()) {
            values.append(try value(from: &reader, depth: depth))
        }
        return values
    }
}
