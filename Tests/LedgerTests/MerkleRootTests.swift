// The root of a checkpoint is that of RFC 6962, whatever the number of streams.

import Crypto
import Ledger
import TestStores
import Testing

/// Reckons roots from the text of the RFC, not from the code that is proved.
private enum PlainMerkle {
    static func root(_ heads: [StreamHead]) -> [UInt8] {
        let sorted = heads.sorted {
            Array($0.stream.utf8).lexicographicallyPrecedes($1.stream.utf8)
        }
        return root(of: sorted.map(leaf))
    }

    private static func leaf(_ head: StreamHead) -> [UInt8] {
        var bytes: [UInt8] = [0] + number(head.stream.utf8.count) + Array(head.stream.utf8)
        bytes += number(head.version) + head.hash
        return digest(bytes)
    }

    /// MTH of section 2.1: k is the largest power of two smaller than n.
    private static func root(of leaves: [[UInt8]]) -> [UInt8] {
        if leaves.count == 1 { return leaves[0] }
        let power = (0..<32).map { 1 << $0 }.last { $0 < leaves.count } ?? 1
        return digest(
            [1] + root(of: Array(leaves.prefix(power))) + root(of: Array(leaves.dropFirst(power))))
    }

    private static func number(_ value: Int) -> [UInt8] {
        value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + number(value >> 7)
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}

@Suite struct MerkleRootTests {
    @Test(arguments: StoreFactory.all, [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100])
    func `the root is the one of the RFC for any number of streams`(
        factory: StoreFactory, count: Int
    ) async throws {
        try await factory.withStore { store in
            var heads: [StreamHead] = []
            // Written in another order than their names have.
            for number in (0..<count).reversed() {
                let stream = "s/\(number % 2 == 0 ? "đ" : "a")\(number)"
                let entries = (0...number % 3).map { NewEntry("n", ["v": .int($0)]) }
                let written = try await store.write {
                    try $0.append(entries, to: stream, expecting: 0, by: someone)
                }
                let last = try #require(written.last)
                heads.append(StreamHead(stream: stream, version: last.version, hash: last.hash))
            }
            let checkpoint = try #require(try await store.checkpoint(at: 1))
            #expect(checkpoint.root == PlainMerkle.root(heads))
            #expect(checkpoint.streamCount == count)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `each checkpoint folds the streams that changed since the last, and no others`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: 9)
            var versions: [String: Int] = [:]
            var previous: Checkpoint?
            var entryCount = 0
            for round in 0..<12 {
                var heads: [String: StreamHead] = [:]
                for _ in 0...chance.number(below: 9) {
                    let stream = "s/\(chance.number(below: 8))"
                    let entry = try await store.note(stream, expecting: versions[stream] ?? 0)
                    versions[stream] = entry.version
                    heads[stream] = StreamHead(
                        stream: stream, version: entry.version, hash: entry.hash)
                    entryCount += 1
                }
                let checkpoint = try #require(try await store.checkpoint(at: Int64(round)))
                #expect(checkpoint.root == PlainMerkle.root(Array(heads.values)))
                #expect(checkpoint.previousDigest == previous?.digest ?? Chain.origin)
                #expect(checkpoint.number == round + 1 && checkpoint.entryCount == entryCount)
                #expect(checkpoint.digest == checkpoint.computedDigest)
                previous = checkpoint
            }
            let all = try await store.read { try $0.checkpoints() }
            #expect(all.count == 12 && all.last == previous)
            let paged = try await store.read { try $0.checkpoints(after: 5, limit: 3) }
            #expect(paged.map(\.number) == [6, 7, 8])
            #expect(try await store.verify(anchors: all).isClean)
        }
    }
}
