// Verification from a kept checkpoint on: it finds what came after, takes what came before as
// proved, and insists that the checkpoint still stands.

import Ledger
import TestStores
import Testing

@Suite struct SinceVerificationTests {
    /// Three checkpoints over six entries of two streams each, two more entries, and a personal
    /// value in the last third.
    private func fill(_ store: any LedgerStore) async throws -> [Checkpoint] {
        var checkpoints: [Checkpoint] = []
        for third in 0..<3 {
            for turn in 0..<3 {
                try await store.note("s/0", expecting: third * 3 + turn)
                try await store.note("s/1", expecting: third * 3 + turn)
            }
            if third == 2 {
                try await store.write { transaction in
                    let reference = try transaction.putPersonal(
                        "Lê Văn Mẫu", id: "p", stream: "s/2", salt: PersonalValueTests.salt)
                    try transaction.append(
                        [NewEntry("n", ["citizen": .personal(reference)])], to: "s/2",
                        expecting: 0, by: someone)
                }
            }
            let written = try await store.write {
                try $0.writeCheckpoint(at: Int64(third), signedBy: signer(1))
            }
            checkpoints.append(try #require(written))
        }
        try await store.note("s/0", expecting: 9)
        try await store.note("s/3", expecting: 0)
        return checkpoints
    }

    private func verify(
        _ store: any LedgerStore, since: Checkpoint, anchors: [Checkpoint] = [],
        keys: [CheckpointKey] = []
    ) async throws -> VerificationReport {
        try await store.read {
            try Verification.run($0, since: since, anchors: anchors, keys: keys)
        }
    }

    @Test(arguments: StoreFactory.all, [(0, 15, 4), (1, 9, 4), (2, 2, 2)])
    func `only what came after is read, and it is clean`(
        factory: StoreFactory, expected: (index: Int, entries: Int, streams: Int)
    ) async throws {
        try await factory.withStore { store in
            let kept = try await fill(store)
            let report = try await verify(
                store, since: kept[expected.index], anchors: kept, keys: [signer(1).publicKey])
            #expect(report.isClean, "\(report.findings)")
            #expect(report.entryCount == expected.entries)
            #expect(report.streamCount == expected.streams)
            #expect(report.personalCount == (expected.index < 2 ? 1 : 0))
            #expect(report.since == expected.index + 1)
            #expect(report.checkpointCount == 3 && report.newestSigned?.checkpoint == 3)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `behind the last entry nothing is left to find`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            _ = try await fill(store)
            let last = try #require(try await store.checkpoint(at: 9))
            let report = try await verify(store, since: last)
            #expect(report.isClean && report.entryCount == 0 && report.checkpointCount == 1)
        }
    }

    private typealias Problem = VerificationFinding.Problem
    /// Changes behind the second checkpoint (sequence 12), and what is told of them.
    private static let changes: [(sql: String, problem: VerificationFinding.Problem)] = [
        ("UPDATE entry SET actor = 'x' WHERE sequence = 15", .edited),
        ("UPDATE entry SET payload = hash WHERE sequence = 21", .edited),
        ("DELETE FROM entry WHERE sequence = 14", .sequenceGap(through: 14)),
        ("DELETE FROM entry WHERE sequence = 14", .deleted(throughVersion: 7)),
        ("DELETE FROM entry WHERE sequence = 21", .truncated(through: 21)),
        ("DELETE FROM streamHead WHERE stream = 's/1'", .headMismatch),
        (
            "UPDATE streamHead SET hash = (SELECT hash FROM entry WHERE sequence = 1)"
                + " WHERE stream = 's/3'",
            .headMismatch
        ),
        ("UPDATE streamHead SET version = 8 WHERE stream = 's/1'", .inserted),
        ("UPDATE entry SET hash = previousHash WHERE sequence = 12", .edited),
        ("UPDATE ledgerHead SET sequence = 40", .truncated(through: 40)),
        ("UPDATE ledgerHead SET sequence = 20", .inserted),
        ("DELETE FROM checkpoint WHERE number = 3", .anchorMissing),
        ("UPDATE checkpoint SET root = digest WHERE number = 3", .checkpointBroken),
        ("UPDATE checkpoint SET signature = NULL WHERE number = 3", .signatureWrong),
        ("DELETE FROM checkpoint WHERE number = 2", .anchorMissing),
        ("UPDATE checkpoint SET at = 77 WHERE number = 2", .checkpointBroken),
        ("DELETE FROM personalValue", .personalMissing(id: "p")),
        ("UPDATE personalValue SET value = salt", .personalMismatch(id: "p")),
    ]

    @Test(arguments: StoreFactory.all, changes.indices)
    func `what was changed behind the checkpoint is named`(
        factory: StoreFactory, index: Int
    ) async throws {
        let (sql, problem) = Self.changes[index]
        try await factory.withStore { store in
            let kept = try await fill(store)
            try await store.tamper(sql)
            let report = try await verify(store, since: kept[1], anchors: kept)
            #expect(report.findings.map(\.problem).contains(problem), "\(report.findings)")
            #expect(report.findings.allSatisfy { !$0.sentence.vi.isEmpty })
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what was changed before counts as proved, the whole verification names it`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let kept = try await fill(store)
            try await store.tamper("UPDATE entry SET actor = 'x' WHERE sequence = 3")
            #expect(try await verify(store, since: kept[1]).isClean)
            #expect(try await verify(store, since: kept[0]).isClean)
            #expect(try await !store.verify().isClean)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an entry rewritten with a hash that fits breaks the checkpoint over it`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let kept = try await fill(store)
            try await store.rewrite("s/1", version: 8)
            let report = try await verify(store, since: kept[1])
            #expect(report.has(.edited, "s/1", version: 8), "\(report.findings)")
        }
    }

    @Test(arguments: StoreFactory.all)
    func `the copy kept outside must be the one in the ledger`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let kept = try await fill(store)
            var other = Checkpoint(
                number: 2, at: 5, sequence: 12, entryCount: 12, streamCount: 2, root: kept[1].root,
                previousDigest: kept[0].digest)
            let report = try await verify(store, since: other)
            #expect(report.findings.first?.problem == .anchorMismatch)
            other.number = 9
            other.digest = other.computedDigest
            let none = try await verify(store, since: other)
            #expect(none.findings.first?.problem == .anchorMissing)
            #expect(none.findings.first?.checkpoint == 9)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `copies of older checkpoints are looked up too`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let kept = try await fill(store)
            try await store.tamper("UPDATE checkpoint SET digest = root WHERE number = 1")
            let report = try await verify(store, since: kept[2], anchors: kept)
            #expect(report.findings.map(\.problem) == [.checkpointBroken])
            #expect(report.findings.map(\.checkpoint) == [1])
            #expect(try await verify(store, since: kept[2]).isClean)
        }
    }
}
