// Reading the entries of several streams with one query, on every store.

import Ledger
import TestStores
import Testing

@Suite struct SeveralStreamsTests {
    /// Three streams whose entries were written one after the other.
    private func fill(_ store: any LedgerStore) async throws {
        for version in 0..<3 {
            for name in ["dossier/b", "dossier/a", "dossier/c"] {
                try await store.note(name, expecting: version)
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `entries come stream by stream, each from its oldest`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await fill(store)
            let names = ["dossier/c", "dossier/a"]
            let read = try await store.read { try $0.entries(ofStreams: names) }
            #expect(
                read.map(\.stream) == Array(repeating: "dossier/a", count: 3)
                    + Array(repeating: "dossier/c", count: 3))
            #expect(read.map(\.version) == [1, 2, 3, 1, 2, 3])
            for name in names {
                let alone = try await store.read { try $0.entries(of: name) }
                #expect(read.filter { $0.stream == name } == alone)
            }
            #expect(read.allSatisfy(Chain.isIntact))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a stream that does not exist has none, and no stream at all asks nothing`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await fill(store)
            let none = try await store.read { try $0.entries(ofStreams: []) }
            #expect(none.isEmpty)
            let strange = try await store.read { try $0.entries(ofStreams: ["dossier/x", ""]) }
            #expect(strange.isEmpty)
            let mixed = try await store.read {
                try $0.entries(ofStreams: ["dossier/x", "dossier/b", "dossier/b"])
            }
            #expect(mixed.map(\.version) == [1, 2, 3], "named twice it is read once")
        }
    }

    @Test(arguments: StoreFactory.all)
    func `names are values and no SQL`(factory: StoreFactory) async throws {
        let names = ["'", "') OR 1=1 --", "%", "_", "\"", "a, b", "?"]
        try await factory.withStore { store in
            try await fill(store)
            for name in names { try await store.note(name, expecting: 0, text: name) }
            for name in names {
                let read = try await store.read { try $0.entries(ofStreams: [name]) }
                #expect(read.map(\.stream) == [name])
            }
            let all = try await store.read { try $0.entries(ofStreams: names) }
            #expect(Set(all.map(\.stream)) == Set(names) && all.count == names.count)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a hundred streams are read at once`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let names = (0..<100).map { "dossier/\($0)" }
            for name in names { try await store.note(name, expecting: 0) }
            let read = try await store.read { try $0.entries(ofStreams: names) }
            #expect(read.count == 100 && read.map(\.stream) == names.sorted())
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what the same transaction appended is read with the rest`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            let versions = try await store.write { transaction in
                _ = try transaction.append(
                    [NewEntry("dossier.received", [:])], to: "a", expecting: 1, by: someone)
                return try transaction.entries(ofStreams: ["a"]).map(\.version)
            }
            #expect(versions == [1, 2])
        }
    }
}
