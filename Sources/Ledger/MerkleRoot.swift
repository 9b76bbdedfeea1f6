// Folds many stream heads into one digest.

/// A Merkle tree over stream heads in the byte order of their names, shaped as in RFC 6962: a
/// leaf is SHA-256(0, head), a node SHA-256(1, left, right), and the left side of a node holds
/// the largest power of two that leaves something for the right.
enum MerkleRoot {
    /// The root over no heads at all is the digest of nothing.
    static func of(_ heads: [StreamHead]) -> [UInt8] {
        let sorted = heads.sorted { $0.stream.utf8.lexicographicallyPrecedes($1.stream.utf8) }
        return fold(sorted.map(leaf)[...])
    }

    private static func leaf(_ head: StreamHead) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(0)
        writer.text(head.stream)
        writer.unsigned(UInt64(bitPattern: Int64(head.version)))
        writer.fixed(head.hash)
        return SHA256Digest.of(writer.bytes)
    }

    /// The way from the leaf of a stream to the root, lowest step first; `nil` when the stream is
    /// not among the heads.
    static func path(of stream: String, in heads: [StreamHead]) -> [MerkleStep]? {
        let sorted = heads.sorted { $0.stream.utf8.lexicographicallyPrecedes($1.stream.utf8) }
        guard let place = sorted.firstIndex(where: { $0.stream.utf8.elementsEqual(stream.utf8) })
        else { return nil }
        return path(to: place, in: sorted.map(leaf)[...])
    }

    private static func path(to place: Int, in leaves: ArraySlice<[UInt8]>) -> [MerkleStep] {
        if leaves.count <= 1 { return [] }
        let middle = middle(of: leaves)
        let (left, right) = (leaves[..<middle], leaves[middle...])
        return place < middle
            ? path(to: place, in: left) + [MerkleStep(side: .right, hash: fold(right))]
            : path(to: place, in: right) + [MerkleStep(side: .left, hash: fold(left))]
    }

    private static func fold(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard let first = leaves.first else { return SHA256Digest.of([]) }
        if leaves.count == 1 { return first }
        let middle = middle(of: leaves)
        return SHA256Digest.of([1] + fold(leaves[..<middle]) + fold(leaves[middle...]))
    }

    private static func middle(of leaves: ArraySlice<[UInt8]>) -> Int {
        var left = 1
        while left * 2 < leaves.count { left *= 2 }
        return leaves.startIndex + left
    }
}

/// One step from a leaf towards the root: what stands beside it, and on which side.
public struct MerkleStep: Hashable, Sendable {
    public enum Side: String, Hashable, Sendable {
        case left, right
    }

    public let side: Side
    public let hash: [UInt8]
}
