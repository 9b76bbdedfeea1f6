// Copies a whole office from one store into another, whatever the stores are.

public enum StoreCopy {
    /// Copies all rows of the tables, read on one snapshot of the source, written a page a commit,
    /// then reads the target again and compares every value. The target has the tables, and in
    /// them nothing but what its migrations put there.
    /// - Returns: what was copied, a sum a table.
    public static func run(
        _ tables: [SchemaTable], from source: any LedgerStore, to target: any LedgerStore
    ) async throws -> [TableSum] {
        try await clear(tables, in: target)
        let copied = try await pump(tables, from: source, to: target)
        try await target.resumeIdentities(of: tables)
        let found = try await target.read { reader in try tables.map { try $0.read(in: reader) } }
        for (one, other) in zip(copied, found) where one != other {
            throw StoreCopyError.differs(table: one.table)
        }
        return copied
    }

    /// Removes what migrations put in; refuses a ledger that was ever written to.
    private static func clear(
        _ tables: [SchemaTable], in target: any LedgerStore
    ) async throws {
        try await target.write { transaction in
            for table in tables where table.name != "ledgerHead" {
                if try table.rowCount(in: transaction) > 0 {
                    throw StoreCopyError.targetNotEmpty(table: table.name)
                }
            }
            if try transaction.ledgerSequence() > 0 {
                throw StoreCopyError.targetNotEmpty(table: "ledgerHead")
            }
            try transaction.execute("DELETE FROM ledgerHead")
        }
    }

    /// The reading holds its snapshot on a thread of the source and waits there for each page to
    /// be written.
    private static func pump(
        _ tables: [SchemaTable], from source: any LedgerStore, to target: any LedgerStore
    ) async throws -> [TableSum] {
        let (pages, giving) = AsyncStream.makeStream(of: TablePage.self)
        let turn = CopyTurn()
        async let reading = read(tables, from: source, into: giving, turn)
        do {
            for await page in pages {
                try await write(page, to: target)
                turn.taken()
            }
        } catch {
            turn.stop()
            _ = try? await reading
            throw error
        }
        return try await reading
    }

    private static func read(
        _ tables: [SchemaTable], from source: any LedgerStore,
        into pages: AsyncStream<TablePage>.Continuation, _ turn: CopyTurn
    ) async throws -> [TableSum] {
        defer { pages.finish() }
        return try await source.read { reader in
            try turn.begin()
            return try tables.map { table in
                try table.read(in: reader) { rows in
                    pages.yield(TablePage(table: table, rows: rows))
                    try turn.waitUntilTaken()
                }
            }
        }
    }

    private static func write(_ page: TablePage, to target: any LedgerStore) async throws {
        let sql = page.table.insertion
        try await target.write { transaction in
            for row in page.rows { try transaction.post(sql, row.values) }
        }
    }
}

private struct TablePage: Sendable {
    let table: SchemaTable
    let rows: [SQLRow]
}
