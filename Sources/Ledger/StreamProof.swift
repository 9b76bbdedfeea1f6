// What shows a stranger that one stream stood so when the office signed a checkpoint.

/// The way from the newest covered entry of a stream to a signature:
/// its head is a leaf of the tree under the root of the first checkpoint; each further checkpoint
/// tells the digest of the one before; the last of them is signed.
public struct StreamProof: Hashable, Sendable {
    public let stream: String
    /// The newest version that is covered.
    public let version: Int
    /// Versions after it, which no signature covers yet.
    public let newerCount: Int
    /// From the leaf of the stream to the root of the first checkpoint.
    public let path: [MerkleStep]
    /// At least one, without gaps; the last is signed and no other.
    public let checkpoints: [Checkpoint]
}

public enum StreamProofRejection: Error, Hashable, Sendable {
    case unknownStream
    /// No signed checkpoint covers any entry of the stream.
    case notSigned
    /// The ledger does not lead from the stream to the signature.
    case ledgerDamaged
}
