// The way from a stream to a signature, walked again from the file's own words.

import Crypto
import Foundation
import Ledger
import TestStores
import Testing

@Suite struct StreamProofTests {
    /// So many streams, two entries each, under one signed checkpoint.
    private func fill(_ store: any LedgerStore, streams: Int) async throws {
        for version in 0..<2 {
            for stream in 0..<streams {
                try await store.note("s/\(stream)", expecting: version)
            }
        }
        _ = try await store.write { try $0.writeCheckpoint(at: 1, signedBy: signer(1)) }
    }

    private static func number(_ value: Int) -> [UInt8] {
        value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + number(value >> 7)
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Walks from the leaf up, as the guide tells it.
    private static func root(of head: StreamHead, along path: [MerkleStep]) -> [UInt8] {
        var bytes: [UInt8] = [0] + number(head.stream.utf8.count) + Array(head.stream.utf8)
        bytes += number(head.version) + head.hash
        return path.reduce(digest(bytes)) { below, step in
            digest([1] + (step.side == .left ? step.hash + below : below + step.hash))
        }
    }

    @Test(arguments: StoreFactory.all, [1, 2, 3, 4, 5, 7, 8, 9, 16, 33])
    func `each stream leads to the root, however many there are`(
        factory: StoreFactory, count: Int
    ) async throws {
        try await factory.withStore { store in
            try await fill(store, streams: count)
            for stream in 0..<count {
                let name = "s/\(stream)"
                let (proof, head) = try await store.read {
                    (try $0.proof(of: name), try #require(try $0.streamHead(of: name)))
                }
                #expect(proof.version == 2 && proof.newerCount == 0)
                #expect(proof.checkpoints.count == 1)
                #expect(Self.root(of: head, along: proof.path) == proof.checkpoints[0].root)
                #expect(proof.path.count <= (0...6).first { 1 << $0 >= count } ?? 7)
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `unsigned checkpoints between lead on to the first signed one`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.note("old", expecting: 0)
            _ = try await store.checkpoint(at: 1)
            try await store.note("a", expecting: 0)
            for number in 2...5 {
                _ = try await store.checkpoint(at: Int64(number))
                try await store.note("other", expecting: number - 2)
            }
            for number in 6...7 {
                _ = try await store.write {
                    try $0.writeCheckpoint(at: Int64(number), signedBy: signer(1))
                }
                try await store.note("other", expecting: number - 2)
            }
            let proof = try await store.read { try $0.proof(of: "a") }
            #expect(proof.checkpoints.map(\.number) == [2, 3, 4, 5, 6])
            #expect(proof.checkpoints.dropLast().allSatisfy { $0.signing == .missing })
            #expect(proof.checkpoints.last?.signing == .fits(signer(1).publicKey))
            let old = try await store.read { try $0.proof(of: "old") }
            #expect(old.checkpoints.map(\.number) == [1, 2, 3, 4, 5, 6])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what came after the last signature is counted, not proved`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await fill(store, streams: 3)
            try await store.note("s/1", expecting: 2)
            _ = try await store.checkpoint(at: 2)
            try await store.note("s/1", expecting: 3)
            let proof = try await store.read { try $0.proof(of: "s/1") }
            #expect(proof.version == 2 && proof.newerCount == 2)
            let pages = try await store.read { reader in
                try (0..<3).map {
                    try reader.provenEntries(proof, after: $0, limit: 1, personal: true)
                }
            }
            #expect(pages.map { $0.map(\.entry.version) } == [[1], [2], []])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what no signature covers has no proof`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            for _ in 0..<2 {
                await #expect(throws: StreamProofRejection.notSigned) {
                    try await store.read { try $0.proof(of: "a") }
                }
                _ = try await store.checkpoint(at: 1)
            }
            _ = try await store.write { try $0.signLastCheckpoint(by: signer(1)) }
            #expect(try await store.read { try $0.proof(of: "a") }.version == 1)
            try await store.note("b", expecting: 0)
            await #expect(throws: StreamProofRejection.notSigned) {
                try await store.read { try $0.proof(of: "b") }
            }
            await #expect(throws: StreamProofRejection.unknownStream) {
                try await store.read { try $0.proof(of: "c") }
            }
        }
    }

    @Test(
        arguments: StoreFactory.all,
        [
            "UPDATE entry SET hash = previousHash WHERE stream = 's/1' AND version = 2",
            "UPDATE entry SET hash = previousHash WHERE stream = 's/0' AND version = 2",
            "DELETE FROM entry WHERE stream = 's/2' AND version = 2",
            "UPDATE checkpoint SET root = digest", "UPDATE checkpoint SET entryCount = 7",
            "UPDATE checkpoint SET signature = root", "UPDATE checkpoint SET signatureKey = 'x'",
        ])
    func `a ledger that does not lead to the signature proves nothing`(
        factory: StoreFactory, sql: String
    ) async throws {
        try await factory.withStore { store in
            try await fill(store, streams: 3)
            try await store.tamper(sql)
            await #expect(throws: StreamProofRejection.ledgerDamaged) {
                try await store.read { try $0.proof(of: "s/1") }
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `the text is one JSON object whatever the entries say`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let author = Authorship(
                at: -5, actor: "người \"a\"\\", onBehalfOf: "b\n", unit: "\u{1}")
            let reference = try await store.write { transaction in
                let reference = try transaction.putPersonal(
                    "Lê \"Mẫu\"\n", id: "p", stream: "s", salt: PersonalValueTests.salt)
                try transaction.append(
                    [
                        NewEntry(
                            "n", ["one": .personal(reference), "two": [.personal(reference)]])
                    ], to: "s", expecting: 0, by: author)
                _ = try transaction.writeCheckpoint(at: 1, signedBy: signer(1))
                return reference
            }
            for personal in [true, false] {
                let proof = try await store.read { try $0.proof(of: "s") }
                let page = try await store.read {
                    try $0.provenEntries(proof, after: 0, personal: personal)
                }
                let text =
                    proof.beginning + page.map(\.line).joined(separator: ",") + StreamProof.end
                let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
                let fields = try #require(object as? [String: Any])
                #expect(fields["format"] as? String == "roviec proof v1")
                let entry = try #require((fields["entries"] as? [[String: Any]])?.first)
                #expect(entry["actor"] as? String == "người \"a\"\\")
                #expect(entry["onBehalfOf"] as? String == "b\n" && entry["at"] as? Int == -5)
                let values = try #require(entry["personal"] as? [[String: String]])
                #expect(values.count == (personal ? 1 : 0), "once, however often it is named")
                #expect(values.first?["value"] == (personal ? "Lê \"Mẫu\"\n" : nil))
                #expect(values.first?["id"] == (personal ? reference.id : nil))
            }
            // What the law erased is not shown, whoever asks.
            _ = try await store.write { try $0.erasePersonal(id: "p", at: 2, basis: "luật") }
            let erased = try await store.read {
                try $0.provenEntries(try $0.proof(of: "s"), after: 0, personal: true)
            }
            #expect(erased.first?.personal.isEmpty == true)
        }
    }
}
