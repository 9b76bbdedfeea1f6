// Reads the canonical binary form and refuses every other one.

/// Walks through bytes that may be damaged or hostile: checks every length before it trusts it,
/// and accepts each value in its shortest form only, so that what decodes encodes to the same
/// bytes again.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - offset }

    mutating func byte() throws(PayloadError) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(at: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func unsigned() throws(PayloadError) -> UInt64 {
        let start = offset
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            let group = UInt64(next & 0x7f)
            if shift == 63 && group > 1 { throw .numberTooLarge(at: start) }
            value |= group << shift
            if next < 0x80 {
                if next == 0 && shift > 0 { throw .notCanonical(at: start) }
                return value
            }
            shift += 7
            if shift > 63 { throw .numberTooLarge(at: start) }
        }
    }

    mutating func signed() throws(PayloadError) -> Int64 {
        let raw = try unsigned()
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }

    /// A number of things that take at least one byte each, so never more than what is left.
    mutating func count() throws(PayloadError) -> Int {
        let start = offset
        let value = try unsigned()
        guard value <= UInt64(remaining) else { throw .lengthBeyondEnd(at: start) }
        return Int(value)
    }

    mutating func fixed(_ length: Int) throws(PayloadError) -> [UInt8] {
        guard length <= remaining else { throw .truncated(at: offset) }
        defer { offset += length }
        return Array(bytes[offset..<offset + length])
    }

    mutating func blob() throws(PayloadError) -> [UInt8] {
        try fixed(try count())
    }

    mutating func text() throws(PayloadError) -> String {
        let start = offset
        let length = try count()
        let slice = bytes[offset..<offset + length]
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw .invalidUTF8(at: start)
        }
        offset += length
        return text
    }
}
