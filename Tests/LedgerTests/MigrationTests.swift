// Migrations: run once, in order, never changed afterwards, never older than the database.

import Ledger
import TestStores
import Testing

@Suite struct MigrationTests {
    let first = Migration(id: "test/1", statements: ["CREATE TABLE one (a {{bigint}})"])
    let second = Migration(id: "test/2", statements: ["ALTER TABLE one ADD COLUMN b {{blob}}"])

    @Test(arguments: StoreFactory.all)
    func `each migration runs once`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            try await store.migrate([first])
            try await store.migrate([first, second])
            try await store.migrate([first, second])
            let ids = try await store.read { reader in
                try reader.rows("SELECT id FROM schemaMigration ORDER BY position").map {
                    try $0.text("id")
                }
            }
            #expect(ids == ["test/1", "test/2"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an older release refuses a newer database`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            try await store.migrate([first, second])
            await #expect(throws: LedgerStoreError.newerSchema(unknown: ["test/2"])) {
                try await store.migrate([first])
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a migration that reads differently is refused`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            try await store.migrate([first])
            let changed = Migration(id: "test/1", statements: ["CREATE TABLE one (a TEXT)"])
            await #expect(throws: LedgerStoreError.migrationChanged(id: "test/1")) {
                try await store.migrate([changed])
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a migration that fails leaves nothing behind`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            let bad = Migration(
                id: "test/1", statements: ["CREATE TABLE one (a TEXT)", "CREATE NONSENSE"])
            await #expect(throws: LedgerStoreError.self) { try await store.migrate([bad]) }
            try await store.migrate([first])
        }
    }

    /// What a store prepared for a table as it was does not stand in the way of the table as it is.
    @Test(arguments: StoreFactory.all)
    func `a table that gets a column is read and written on`(factory: StoreFactory) async throws {
        try await factory.withEmptyStore { store in
            let sql = "SELECT * FROM one"
            try await store.migrate([first])
            for number in 0..<3 {
                let width = try await store.write { transaction in
                    _ = try transaction.execute(
                        "INSERT INTO one (a) VALUES (?)", [SQLValue(number)])
                    return try transaction.rows(sql)[0].values.count
                }
                #expect(width == 1)
                #expect(try await store.read { try $0.rows(sql).count } == number + 1)
            }
            try await store.migrate([first, second])
            for number in 3..<6 {
                let width = try await store.write { transaction in
                    _ = try transaction.execute(
                        "INSERT INTO one (a) VALUES (?)", [SQLValue(number)])
                    return try transaction.rows(sql)[0].values.count
                }
                #expect(width == 2)
                let rows = try await store.read { try $0.rows(sql) }
                #expect(rows.map(\.values.count) == Array(repeating: 2, count: number + 1))
            }
        }
    }

    @Test func `the dialect fills in words and refuses unknown ones`() throws {
        let dialect = SQLDialect(words: ["blob": "BYTEA", "clustered": ""])
        #expect(
            try dialect.text("a {{blob}}, b {{blob}}) {{clustered}}") == "a BYTEA, b BYTEA) ")
        #expect(throws: LedgerStoreError.unknownToken("bool")) { try dialect.text("{{bool}}") }
        #expect(throws: LedgerStoreError.unknownToken("blob")) { try dialect.text("{{blob") }
    }
}
