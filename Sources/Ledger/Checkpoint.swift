// A fingerprint of the ledger up to a point, to be kept outside.

/// Fixes every entry up to `sequence`: the heads of the streams that changed since the last
/// checkpoint are folded into `root`, and the digest chains all checkpoints.
public struct Checkpoint: Hashable, Sendable {
    /// From 1 without gaps.
    public var number: Int
    /// Milliseconds since 1970-01-01T00:00Z.
    public var at: Int64
    /// The newest entry it covers.
    public var sequence: Int
    /// Entries since the beginning.
    public var entryCount: Int
    /// Streams that changed since the last checkpoint.
    public var streamCount: Int
    public var root: [UInt8]
    /// Digest of the checkpoint before; 32 zero bytes before the first.
    public var previousDigest: [UInt8]
    /// SHA-256 over the byte 2 and all of the above, see `PayloadCoding` for the forms.
    public var digest: [UInt8]
    /// An Ed25519 signature, when somebody signs, see `signatureWords`; outside the digest.
    public var signature: [UInt8]?
    /// The public key of the signature, as hexadecimal digits.
    public var signatureKey: String?

    public init(
        number: Int, at: Int64, sequence: Int, entryCount: Int, streamCount: Int,
        root: [UInt8], previousDigest: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.sequence = sequence
        self.entryCount = entryCount
        self.streamCount = streamCount
        self.root = root
        self.previousDigest = previousDigest
        digest = []
        digest = computedDigest
    }

    /// What the digest must be.
    public var computedDigest: [UInt8] {
        var writer = ByteWriter()
        writer.byte(2)
        writer.unsigned(UInt64(bitPattern: Int64(number)))
        writer.signed(at)
        writer.unsigned(UInt64(bitPattern: Int64(sequence)))
        writer.unsigned(UInt64(bitPattern: Int64(entryCount)))
        writer.unsigned(UInt64(bitPattern: Int64(streamCount)))
        writer.fixed(root)
        writer.fixed(previousDigest)
        return SHA256Digest.of(writer.bytes)
    }
}
