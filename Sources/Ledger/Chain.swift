// Ties each entry to the one before it in its stream.

/// The hash of an entry is the SHA-256 of these bytes (numbers, texts and counts as in
/// `PayloadCoding`):
///
/// ```
/// version sequence stream version type at actor behalf unit payload previousHash
/// ```
///
/// The first `version` is one byte, 1, for this layout; `sequence` and the stream's `version`
/// are unsigned, `at` is signed, `behalf` is the byte 0 or the byte 1 and a text, `payload` has
/// its length before it and `previousHash` is 32 bytes.
public enum Chain {
    public static let encodingVersion: UInt8 = 1
    /// The previous hash of the first entry of a stream.
    public static let origin = SHA256Digest.none

    public static func hash(of entry: Entry) -> [UInt8] {
        SHA256Digest.of(encoding(of: entry))
    }

    static func encoding(of entry: Entry) -> [UInt8] {
        var writer = ByteWriter(capacity: 160 + entry.payload.count)
        writer.byte(encodingVersion)
        writer.unsigned(UInt64(bitPattern: Int64(entry.sequence)))
        writer.text(entry.stream)
        writer.unsigned(UInt64(bitPattern: Int64(entry.version)))
        writer.text(entry.type)
        writer.signed(entry.at)
        writer.text(entry.actor)
        if let other = entry.onBehalfOf {
            writer.byte(1)
            writer.text(other)
        } else {
            writer.byte(0)
        }
        writer.text(entry.unit)
        writer.blob(entry.payload)
        writer.fixed(entry.previousHash)
        return writer.bytes
    }

    /// True when the entry still reads as it was written.
    public static func isIntact(_ entry: Entry) -> Bool {
        hash(of: entry) == entry.hash
    }

    /// True when the entry directly follows `previous` (`nil` before the first of a stream).
    public static func follows(_ entry: Entry, _ previous: Entry?) -> Bool {
        guard let previous else { return entry.version == 1 && entry.previousHash == origin }
        return previous.isSameStream(as: entry.stream) && entry.version == previous.version + 1
            && entry.previousHash == previous.hash
    }
}
