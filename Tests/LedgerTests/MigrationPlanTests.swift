// What can go wrong between releases: each case by name, and the database stays as it was.

import Ledger
import TestStores
import Testing

@Suite struct MigrationPlanTests {
    private func step(_ number: Int, _ statements: String...) -> Migration {
        let own = statements.isEmpty ? ["CREATE TABLE t\(number) (a {{bigint}})"] : statements
        return Migration(id: "t/\(number)", statements: own)
    }

    private func applied(_ store: any LedgerStore) async throws -> [String] {
        try await store.read { reader in
            try reader.rows("SELECT id FROM schemaMigration ORDER BY position").map {
                try $0.text("id")
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a step that fails keeps the ones before it and can be mended`(
        factory: StoreFactory
    ) async throws {
        try await factory.withEmptyStore { store in
            let broken = step(2, "CREATE TABLE t2 (a TEXT)", "INSERT INTO nowhere VALUES (1)")
            await #expect(throws: LedgerStoreError.self) {
                try await store.migrate([step(1), broken, step(3)])
            }
            #expect(try await applied(store) == ["t/1"])
            try await store.migrate([step(1), step(2), step(3)])
            #expect(try await applied(store) == ["t/1", "t/2", "t/3"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `all steps of a newer release are named, in order`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            try await store.migrate((1...5).map { step($0) })
            await #expect(throws: LedgerStoreError.newerSchema(unknown: ["t/2", "t/4", "t/5"])) {
                try await store.migrate([step(1), step(3)])
            }
            await #expect(throws: LedgerStoreError.newerSchema(unknown: (1...5).map { "t/\($0)" }))
            {
                try await store.migrate([])
            }
            let sentence = LedgerStoreError.newerSchema(unknown: ["t/2", "t/4"]).sentence
            #expect(sentence.vi.contains("t/2, t/4") && sentence.en.contains("t/2, t/4"))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a changed text is found before anything new runs`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            try await store.migrate([step(1)])
            for changed in [
                step(1, "CREATE TABLE t1 (a {{bigint}}) "), step(1, "CREATE TABLE t1 (a INTEGER)"),
                step(1, "CREATE TABLE t1 (a {{bigint}})", ""), Migration(id: "t/1", statements: []),
            ] {
                await #expect(throws: LedgerStoreError.migrationChanged(id: "t/1")) {
                    try await store.migrate([changed, step(2)])
                }
            }
            #expect(try await applied(store) == ["t/1"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `one id for two steps is refused and the first stands`(
        factory: StoreFactory
    ) async throws {
        try await factory.withEmptyStore { store in
            let twin = Migration(id: "t/1", statements: ["CREATE TABLE twin (a TEXT)"])
            await #expect(throws: LedgerStoreError.self) {
                try await store.migrate([step(1), twin])
            }
            let ids = try await applied(store)
            #expect(ids == ["t/1"])
            await #expect(throws: LedgerStoreError.self) {
                _ = try await store.read { try $0.rows("SELECT a FROM twin") }
            }
        }
    }

    @Test(arguments: StoreFactory.all, ["{{json}}", "{{", "{{blob", "{{ blob }}", "{{}}"])
    func `a word the store does not know stops the step by name`(
        factory: StoreFactory, token: String
    ) async throws {
        try await factory.withEmptyStore { store in
            let odd = step(2, "CREATE TABLE t2 (a \(token))")
            do {
                try await store.migrate([step(1), odd])
                Issue.record("\(token) was accepted")
            } catch LedgerStoreError.unknownToken(let name) {
                #expect(token.contains(name) || name.hasPrefix(token.dropFirst(2)))
            }
            #expect(try await applied(store) == ["t/1"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `steps join a list at its end and keep their places`(
        factory: StoreFactory
    ) async throws {
        try await factory.withEmptyStore { store in
            for count in 1...6 {
                try await store.migrate((1...count).map { step($0) })
                let positions = try await store.read { reader in
                    try reader.rows("SELECT position FROM schemaMigration ORDER BY position").map {
                        try $0.int("position")
                    }
                }
                #expect(positions == Array(1...count))
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `nodes that start together bring the schema forward once`(
        factory: StoreFactory
    ) async throws {
        try await factory.withPlace { place in
            let stores = [try await place.open(), try await place.open()]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for store in stores {
                    group.addTask { try await store.migrate(LedgerSchema.migrations) }
                }
                try await group.waitForAll()
            }
            try await stores[0].note("a", expecting: 0)
            try await stores[1].note("a", expecting: 1)
            #expect(try await applied(stores[0]) == LedgerSchema.migrations.map(\.id))
            #expect(try await stores[1].verify().isClean)
            for store in stores { await store.close() }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a store without the ledger's tables says so instead of being empty`(
        factory: StoreFactory
    ) async throws {
        try await factory.withEmptyStore { store in
            await #expect(throws: LedgerStoreError.self) { try await store.sequence() }
            await #expect(throws: LedgerStoreError.self) { try await store.verify() }
            await #expect(throws: LedgerStoreError.self) {
                try await store.note("a", expecting: 0)
            }
        }
    }

    @Test func `digests tell apart where one statement ends and the next begins`() {
        let lists = [["ab"], ["a", "b"], ["", "ab"], ["ab", ""], ["a", "", "b"], []]
        let digests = lists.map { Migration(id: "x", statements: $0).digest }
        #expect(Set(digests).count == lists.count)
        #expect(Migration(id: "y", statements: ["ab"]).digest == digests[0])
    }
}
