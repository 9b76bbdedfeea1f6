// The tables that a text of migrations leaves behind, and that a copy of a store holds every value.

import Ledger
import TestStores
import Testing

@Suite struct SchemaTableTests {
    private func tables(_ statements: String...) -> [SchemaTable] {
        SchemaTable.all(after: [Migration(id: "m", statements: statements)])
    }

    @Test func `columns and keys are told apart from checks and other keys`() throws {
        let table = try #require(
            tables(
                """
                CREATE TABLE thing (
                    name TEXT NOT NULL,
                    size {{bigint}} NOT NULL CHECK (size IN (1, 2, 3)),
                    CHECK ((name IS NULL) = (size IS NULL)),
                    UNIQUE (size, name),
                    PRIMARY KEY (size, name)
                ) {{clustered}}
                """
            ).first)
        #expect(table.name == "thing" && table.columns == ["name", "size"])
        #expect(table.key == ["size", "name"] && table.identity == nil)
    }

    @Test func `a key may stand with its column, and the database may number it`() {
        let found = tables(
            "CREATE TABLE a (n {{identity}}, x TEXT)",
            "CREATE TABLE b (k TEXT NOT NULL PRIMARY KEY, v {{blob}})")
        #expect(found.map(\.name) == ["a", "b"] && found.map(\.key) == [["n"], ["k"]])
        #expect(found.map(\.identity) == ["n", nil])
        #expect(found.map(\.columns) == [["n", "x"], ["k", "v"]])
    }

    @Test func `later steps add and drop columns and tables`() {
        let found = tables(
            "CREATE TABLE a (k TEXT PRIMARY KEY, x TEXT)", "CREATE TABLE b (k TEXT PRIMARY KEY)",
            "ALTER TABLE a ADD COLUMN y {{bigint}} NOT NULL DEFAULT 0",
            "ALTER TABLE a DROP COLUMN x", "DROP TABLE b", "CREATE INDEX i ON a (y)",
            "INSERT INTO a (k) VALUES ('CREATE TABLE c (k TEXT PRIMARY KEY)')")
        #expect(found.map(\.name) == ["a"] && found.map(\.columns) == [["k", "y"]])
    }

    @Test func `a table that is made anew under its name has its new columns and key`() {
        let found = tables(
            "CREATE TABLE a (k TEXT PRIMARY KEY, x TEXT)", "CREATE TABLE b (k TEXT PRIMARY KEY)",
            "DROP INDEX i", "ALTER TABLE a RENAME TO aBefore",
            "CREATE TABLE a (y {{bigint}} NOT NULL, x TEXT, PRIMARY KEY (y, x)) {{clustered}}",
            "INSERT INTO a (y, x) SELECT k, x FROM aBefore", "DROP TABLE aBefore",
            "ALTER TABLE a RENAME COLUMN y TO z")
        #expect(found.map(\.name) == ["b", "a"])
        #expect(found.last?.columns == ["z", "x"] && found.last?.key == ["z", "x"])
    }

    @Test func `the ledger's own tables are all found`() {
        let found = SchemaTable.all(after: LedgerSchema.migrations)
        #expect(
            found.map(\.name) == [
                "ledgerHead", "streamHead", "entry", "checkpoint", "personalValue", "commandKey",
                "outboxMessage",
            ])
        #expect(found.first { $0.name == "entry" }?.columns.count == 11)
        #expect(found.last?.identity == "position")
    }
}

@Suite struct StoreCopyTests {
    private static let tables = SchemaTable.all(after: LedgerSchema.migrations)

    /// More rows than a page has, and a value of each kind.
    private func fill(_ store: any LedgerStore) async throws {
        for stream in 0..<4 {
            try await store.write { transaction in
                let entries = (0..<300).map {
                    NewEntry("n", ["text": .text("Đường \($0)"), "bytes": .bytes([0, 255])])
                }
                try transaction.append(entries, to: "s/\(stream)", expecting: 0, by: someone)
            }
        }
        _ = try await store.write { try $0.writeCheckpoint(at: 1, signedBy: signer(1)) }
        try await store.write { transaction in
            _ = try transaction.putPersonal(
                "Lê Văn Mẫu", id: "p", stream: "s/0", salt: PersonalValueTests.salt)
            try transaction.execute(Self.message, [.text("m1"), .integer(7)])
            try transaction.execute(Self.message, [.text("m2"), .integer(8)])
        }
    }

    private static let message = """
        INSERT INTO outboxMessage (id, lane, kind, payload, dueAt, state, attempts)
        SELECT ?, 'l', 'k', hash, ?, 0, 0 FROM entry WHERE sequence = 1
        """

    private func withTwoStores(
        _ one: StoreFactory, _ other: StoreFactory,
        _ body: (any LedgerStore, any LedgerStore) async throws -> Void
    ) async throws {
        try await one.withStore { source in
            try await other.withStore { target in try await body(source, target) }
        }
    }

    @Test(arguments: StoreFactory.all, StoreFactory.all)
    func `a copy is equal, verifies, and goes on`(
        from one: StoreFactory, to other: StoreFactory
    ) async throws {
        try await withTwoStores(one, other) { source, target in
            try await fill(source)
            let sums = try await StoreCopy.run(Self.tables, from: source, to: target)
            #expect(sums.map(\.rows) == [1, 4, 1200, 1, 1, 0, 2])
            let report = try await target.verify()
            #expect(report.isClean && report.entryCount == 1200, "\(report.findings)")
            let heads = try await (
                source.read { try $0.entries(of: "s/3") }, target.read { try $0.entries(of: "s/3") }
            )
            #expect(heads.0 == heads.1 && heads.0.count == 300)
            // What comes next finds its number, and the database its own.
            try await target.note("s/0", expecting: 300)
            let next = try await target.write { transaction in
                try transaction.execute(Self.message, [.text("m3"), .integer(9)])
                return try transaction.rows(
                    "SELECT position FROM outboxMessage WHERE id = 'm3'")[0].int("position")
            }
            #expect(next == 3)
            #expect(try await target.verify().isClean)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an empty ledger is copied as well`(factory: StoreFactory) async throws {
        try await withTwoStores(factory, factory) { source, target in
            let sums = try await StoreCopy.run(Self.tables, from: source, to: target)
            #expect(sums.map(\.rows) == [1, 0, 0, 0, 0, 0, 0])
            try await target.note("a", expecting: 0)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `nothing is copied over anything`(factory: StoreFactory) async throws {
        try await withTwoStores(factory, factory) { source, target in
            try await fill(source)
            try await target.note("theirs", expecting: 0)
            await #expect(throws: StoreCopyError.targetNotEmpty(table: "streamHead")) {
                try await StoreCopy.run(Self.tables, from: source, to: target)
            }
            #expect(try await target.read { try $0.ledgerSequence() } == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `what is written meanwhile is not half in the copy`(factory: StoreFactory) async throws {
        try await withTwoStores(factory, factory) { source, target in
            try await fill(source)
            async let writing: Void = {
                for version in 300..<400 {
                    try await source.note("s/1", expecting: version)
                    try await source.note("s/2", expecting: version)
                }
            }()
            _ = try await StoreCopy.run(Self.tables, from: source, to: target)
            try await writing
            let report = try await target.verify()
            #expect(report.isClean, "\(report.findings)")
            #expect((1200...1400).contains(report.entryCount))
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a writer that fails ends the reading too`(factory: StoreFactory) async throws {
        try await withTwoStores(factory, factory) { source, target in
            try await fill(source)
            try await target.tamper("DROP TABLE checkpoint")
            await #expect(throws: (any Error).self) {
                try await StoreCopy.run(Self.tables, from: source, to: target)
            }
            try await source.note("s/1", expecting: 300)
            #expect(try await source.verify().isClean, "the source is as it was")
        }
    }

    @Test func `a source that is closed is told, not waited for`() async throws {
        try await withTwoStores(.sqlite, .sqlite) { source, target in
            await source.close()
            await #expect(throws: LedgerStoreError.closed) {
                try await StoreCopy.run(Self.tables, from: source, to: target)
            }
        }
    }
}
