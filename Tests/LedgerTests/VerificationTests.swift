// Every way of tampering with a ledger is found and named.

import Ledger
import TestStores
import Testing

@Suite struct VerificationTests {
    @Test(arguments: StoreFactory.all)
    func `an untouched ledger is clean and fully counted`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            let report = try await store.verify()
            #expect(report.isClean)
            #expect(report.entryCount == 20 && report.streamCount == 4)
            #expect(report.checkpointCount == 1 && report.personalCount == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an empty ledger is clean`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let report = try await store.verify()
            #expect(report == VerificationReport())
        }
    }

    /// Each column of an entry, changed behind the ledger's back.
    @Test(
        arguments: StoreFactory.all,
        [
            "type = 'note.forged'", "at = at + 1", "actor = 'person/thief'",
            "onBehalfOf = 'person/an'", "unit = 'unit/other'", "payload = previousHash",
            "previousHash = hash", "hash = previousHash",
        ])
    func `an edited entry is named`(factory: StoreFactory, change: String) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper(
                "UPDATE entry SET \(change) WHERE stream = 's/1' AND version = 3")
            let report = try await store.verify()
            #expect(report.has(.edited, "s/1", version: 3, sequence: 10))
            let others = report.findings.filter { $0.stream != nil && $0.stream != "s/1" }
            #expect(others.isEmpty)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an entry rewritten with a fitting hash is named by the next one`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.rewrite("s/1", version: 3)
            let report = try await store.verify()
            #expect(report.findings.map(\.problem) == [.edited])
            #expect(report.has(.edited, "s/1", version: 3, sequence: 10))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a rewritten newest entry is named by the head of its stream`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.rewrite("s/1", version: 5)
            let report = try await store.verify()
            #expect(report.has(.headMismatch, "s/1", version: 5, sequence: 18))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a rewritten entry with a fitting head is named by the checkpoint`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            let forged = try await store.rewrite("s/1", version: 5)
            try await store.tamper(
                "UPDATE streamHead SET hash = ? WHERE stream = 's/1'", [.blob(forged.hash)])
            let report = try await store.verify()
            #expect(
                report.findings == [
                    VerificationFinding(.checkpointMismatch, sequence: 20, checkpoint: 1)
                ])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a deleted entry is named, with the gap it leaves`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("DELETE FROM entry WHERE stream = 's/2' AND version IN (2, 3)")
            let report = try await store.verify()
            #expect(report.has(.deleted(throughVersion: 3), "s/2", version: 2))
            let gaps = report.findings.filter { $0.stream == nil && $0.checkpoint == nil }
            #expect(
                gaps == [
                    VerificationFinding(.sequenceGap(through: 7), sequence: 7),
                    VerificationFinding(.sequenceGap(through: 11), sequence: 11),
                ])
            #expect(report.findings.contains { $0.problem == .checkpointMismatch })
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a deletion hidden by new versions is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.tamper("DELETE FROM entry WHERE stream = 's/2' AND version = 2")
            for version in 3...5 {
                try await store.tamper(
                    "UPDATE entry SET version = version - 1 WHERE stream = 's/2' AND version = ?",
                    [SQLValue(version)])
            }
            let report = try await store.verify()
            #expect(report.has(.deleted(throughVersion: 2), "s/2", version: 2))
            #expect(!report.findings.contains { $0.problem == .edited })
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an entry inserted in the middle is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            for version in (3...5).reversed() {
                try await store.tamper(
                    "UPDATE entry SET version = version + 1 WHERE stream = 's/2' AND version = ?",
                    [SQLValue(version)])
            }
            try await store.forge("s/2", version: 3, sequence: 21)
            let report = try await store.verify()
            #expect(report.has(.inserted, "s/2", version: 3))
            #expect(!report.findings.contains { $0.problem == .edited })
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an entry added behind the head is named`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.fill()
            try await store.forge("s/2", version: 6, sequence: 21)
            let report = try await store.verify()
            #expect(report.has(.inserted, "s/2", version: 6, sequence: 21))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `two swapped entries are named as a pair`(factory: StoreFactory) async throws {
        for columns in [["version"], ["sequence"], ["version", "sequence"]] {
            try await factory.withStore { store in
                try await store.fill()
                try await store.swapPlaces("s/1", 2, 4, columns: columns)
                let report = try await store.verify()
                let swaps = report.findings.filter {
                    if case .swapped = $0.problem { true } else { false }
                }
                #expect(swaps.count == 1)
                #expect(swaps.first?.stream == "s/1")
                #expect(!report.findings.contains { $0.problem == .edited })
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `content swapped across streams is named as a pair`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.fill()
            let one = try await store.read { try $0.entries(of: "s/1")[1] }
            let two = try await store.read { try $0.entries(of: "s/3")[3] }
            for (entry, payload) in [(one, two.payload), (two, one.payload)] {
                try await store.tamper(
                    "UPDATE entry SET payload = ? WHERE sequence = ?",
                    [.blob(payload), SQLValue(entry.sequence)])
            }
            let report = try await store.verify()
            let swap = VerificationFinding.Problem.swapped(
                withVersion: 4, withSequence: two.sequence, ofStream: "s/3")
            #expect(report.findings.map(\.problem) == [swap])
            #expect(report.has(swap, "s/1", version: 2, sequence: one.sequence))
        }
    }
}
