// Appending to streams and reading them back, on every store.

import Ledger
import TestStores
import Testing

let someone = Authorship(at: 1_483_600_000_000, actor: "person/an", unit: "unit/one-stop")

@Suite struct AppendTests {
    @Test(arguments: StoreFactory.all)
    func `what is appended is read back as it was written`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let authorship = Authorship(
                at: -5, actor: "person/binh", onBehalfOf: "person/an", unit: "unit/land")
            let written = try await store.write { transaction in
                try transaction.append(
                    [
                        NewEntry("dossier.received", ["title": "Cấp đổi sổ", "pages": 12]),
                        NewEntry("dossier.accepted", [:]),
                    ], to: "dossier/1", expecting: 0, by: authorship)
            }
            let read = try await store.read { try $0.entries(of: "dossier/1") }
            #expect(read == written)
            #expect(read.map(\.version) == [1, 2])
            #expect(read.map(\.sequence) == [1, 2])
            #expect(read[0].onBehalfOf == "person/an")
            #expect(read[0].at == -5)
            #expect(try read[0].decodedPayload().text("title") == "Cấp đổi sổ")
            #expect(Chain.follows(read[0], nil))
            #expect(Chain.follows(read[1], read[0]))
            #expect(read.allSatisfy(Chain.isIntact))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an old version is a conflict that names both versions`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.note("dossier/1", expecting: 0)
            try await store.note("dossier/1", expecting: 1)
            for stale in [0, 1, 3] {
                await #expect(
                    throws: AppendRejection.conflict(
                        stream: "dossier/1", expected: stale, actual: 2)
                ) { try await store.note("dossier/1", expecting: stale) }
            }
            await #expect(
                throws: AppendRejection.conflict(stream: "dossier/2", expected: 4, actual: 0)
            ) { try await store.note("dossier/2", expecting: 4) }
            let sequence = try await store.read { try $0.ledgerSequence() }
            #expect(sequence == 2)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `streams share one sequence without gaps`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            try await store.note("b", expecting: 0)
            _ = try? await store.note("a", expecting: 7)
            try await store.note("a", expecting: 1)
            let page = try await store.read { try $0.entries(afterSequence: 1, limit: 10) }
            #expect(page.map(\.stream) == ["b", "a"])
            #expect(page.map(\.sequence) == [2, 3])
            let head = try await store.read { try $0.streamHead(of: "a") }
            #expect(head == StreamHead(stream: "a", version: 2, hash: page[1].hash))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `nothing is not appended`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            await #expect(throws: AppendRejection.nothingToAppend(stream: "a")) {
                try await store.write { try $0.append([], to: "a", expecting: 0, by: someone) }
            }
        }
    }

    @Test func `a conflict explains itself in both languages`() {
        let sentence = AppendRejection.conflict(stream: "a", expected: 1, actual: 2).sentence
        #expect(sentence.vi.contains("tải lại") && sentence.en.contains("Load it again"))
        #expect(sentence.vi.contains("2") && sentence.en.contains("version 2"))
    }
}

extension LedgerStore {
    /// Number of the newest entry.
    func sequence() async throws -> Int {
        try await read { try $0.ledgerSequence() }
    }

    /// Appends one small entry.
    @discardableResult
    func note(_ stream: String, expecting version: Int, text: String = "x") async throws -> Entry {
        try await write { transaction in
            try transaction.append(
                [NewEntry("note.written", ["text": .text(text)])], to: stream,
                expecting: version, by: someone)[0]
        }
    }
}
