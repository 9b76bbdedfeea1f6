// Checkpoints: they fix what changed, chain each other and travel as lines of JSON.

import Foundation
import Ledger
import TestStores
import Testing

@Suite struct CheckpointTests {
    @Test(arguments: StoreFactory.all)
    func `a checkpoint covers what came since the last one`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            #expect(try await store.checkpoint(at: 1) == nil)
            try await store.note("a", expecting: 0)
            try await store.note("b", expecting: 0)
            try await store.note("a", expecting: 1)
            let first = try #require(try await store.checkpoint(at: 2))
            #expect(first.number == 1 && first.sequence == 3)
            #expect(first.entryCount == 3 && first.streamCount == 2)
            #expect(try await store.checkpoint(at: 3) == nil)
            try await store.note("b", expecting: 1)
            let second = try #require(try await store.checkpoint(at: 4))
            #expect(second.number == 2 && second.entryCount == 4 && second.streamCount == 1)
            #expect(second.previousDigest == first.digest)
            let report = try await store.read {
                try Verification.run($0, anchors: [first, second])
            }
            #expect(report.isClean)
            #expect(report.checkpointCount == 2)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a root of one head is that head's leaf`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            let one = try #require(try await store.checkpoint(at: 1))
            try await store.note("b", expecting: 0)
            let two = try #require(try await store.checkpoint(at: 2))
            #expect(one.root.count == 32 && one.root != two.root)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a line of JSON brings a checkpoint back`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            var checkpoint = try #require(try await store.checkpoint(at: 77))
            #expect(try Checkpoint(line: checkpoint.line) == checkpoint)
            checkpoint.signature = [1, 2]
            checkpoint.signatureKey = "office-2017"
            let line = checkpoint.line
            #expect(!line.contains("\n"))
            #expect(try Checkpoint(line: line) == checkpoint)
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect((object as? [String: Any])?["sequence"] as? Int == 1)
            let forged = line.replacingOccurrences(of: "\"at\":77", with: "\"at\":78")
            #expect(throws: CheckpointLineError(line: forged)) { try Checkpoint(line: forged) }
        }
    }

    @Test(arguments: ["", "{}", "null", "[1]", "{\"checkpoint\":1}"])
    func `other lines are refused with a sentence`(line: String) {
        #expect(throws: CheckpointLineError(line: line)) { try Checkpoint(line: line) }
        #expect(CheckpointLineError(line: line).sentence.vi.contains("không phải"))
    }
}

extension LedgerStore {
    func checkpoint(at instant: Int64) async throws -> Checkpoint? {
        try await write { try $0.writeCheckpoint(at: instant) }
    }
}
