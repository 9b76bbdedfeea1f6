// Writes the canonical binary form used by payloads, entries and checkpoints.

/// Appends values so that equal values always give equal bytes:
/// unsigned numbers in base 128, low group first, with the fewest bytes possible; signed numbers
/// zigzagged first; texts and bytes after their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 128) {
        bytes.reserveCapacity(capacity)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    mutating func unsigned(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func count(_ value: Int) {
        unsigned(UInt64(value))
    }

    mutating func signed(_ value: Int64) {
        unsigned(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func text(_ value: String) {
        let units = value.utf8
        count(units.count)
        bytes.append(contentsOf: units)
    }

    mutating func blob(_ value: [UInt8]) {
        count(value.count)
        bytes.append(contentsOf: value)
    }

    /// Without a length, where the length is fixed.
    mutating func fixed(_ value: [UInt8]) {
        bytes.append(contentsOf: value)
    }
}
