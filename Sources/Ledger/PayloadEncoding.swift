// The canonical binary form of a payload: the bytes that are hashed and kept for ever.

/// The canonical encoding of payloads, version 1.
///
/// ```
/// payload  = version fields            version is one byte, 1
/// fields   = count field*
/// field    = text value                the key, then its value
/// value    = 0                         false
///          | 1                         true
///          | 2 number                  signed, zigzagged: 0, -1, 1, -2 … become 0, 1, 2, 3 …
///          | 3 text
///          | 4 count byte*             bytes
///          | 5 count value*            list
///          | 6 fields                  nested payload
///          | 7 text byte{32}           personal reference: identity and digest
/// text     = count byte*               valid UTF-8, as written (no normalisation)
/// count    = number                    unsigned
/// number   = base 128, low group first, high bit set on all but the last byte, shortest form
/// ```
///
/// One value has one encoding: there are no other forms, no padding, nothing after the end.
public enum PayloadCoding {
    public static let version: UInt8 = 1
    /// How deep lists and nested payloads may stand in each other.
    public static let depthMaximum = 16
    /// Larger content belongs into an attachment, of which an entry names the digest.
    public static let sizeMaximum = 1 << 20
    /// What a stream has come to may be larger than one entry: the organisation of a city of 126
    /// wards is about 3 MB. It can always be told again, and no hash covers it.
    public static let stateMaximum = 1 << 25

    enum Tag {
        static let no: UInt8 = 0
        static let yes: UInt8 = 1
        static let int: UInt8 = 2
        static let text: UInt8 = 3
        static let bytes: UInt8 = 4
        static let list: UInt8 = 5
        static let nested: UInt8 = 6
        static let personal: UInt8 = 7
    }
}

extension Payload {
    /// The canonical bytes. Refuses only what is too deep or too large.
    public func encoded(
        maximum: Int = PayloadCoding.sizeMaximum
    ) throws(PayloadError) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(PayloadCoding.version)
        try write(to: &writer, depth: 0)
        if writer.bytes.count > maximum {
            throw .tooLarge(bytes: writer.bytes.count, maximum: maximum)
        }
        return writer.bytes
    }

    private func write(to writer: inout ByteWriter, depth: Int) throws(PayloadError) {
        if depth > PayloadCoding.depthMaximum {
            throw .tooDeep(maximum: PayloadCoding.depthMaximum)
        }
        writer.count(fields.count)
        for field in fields {
            writer.text(field.key)
            try Self.write(field.value, to: &writer, depth: depth)
        }
    }

    private static func write(
        _ value: PayloadValue, to writer: inout ByteWriter, depth: Int
    ) throws(PayloadError) {
        switch value {
        case .bool(let truth):
            writer.byte(truth ? PayloadCoding.Tag.yes : PayloadCoding.Tag.no)
        case .int(let number):
            writer.byte(PayloadCoding.Tag.int)
            writer.signed(number)
        case .text(let text):
            writer.byte(PayloadCoding.Tag.text)
            writer.text(text)
        case .bytes(let bytes):
            writer.byte(PayloadCoding.Tag.bytes)
            writer.blob(bytes)
        case .list(let values):
            if depth >= PayloadCoding.depthMaximum {
                throw .tooDeep(maximum: PayloadCoding.depthMaximum)
            }
            writer.byte(PayloadCoding.Tag.list)
            writer.count(values.count)
            for value in values { try write(value, to: &writer, depth: depth + 1) }
        case .nested(let payload):
            writer.byte(PayloadCoding.Tag.nested)
            try payload.write(to: &writer, depth: depth + 1)
        case .personal(let reference):
            writer.byte(PayloadCoding.Tag.personal)
            writer.text(reference.id)
            writer.fixed(reference.digest)
        }
    }
}
