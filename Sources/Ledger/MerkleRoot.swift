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

    private static func fold(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard let first = leaves.first else { return SHA256Digest.of([]) }
        if leaves.count == 1 { return first }
        var left = 1
        while left * 2 < leaves.count { left *= 2 }
        let middle = leaves.startIndex + left
        return SHA256Digest.of([1] + fold(leaves[..<middle]) + fold(leaves[middle...]))
    }
}
