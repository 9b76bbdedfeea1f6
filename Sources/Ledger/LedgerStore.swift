// The door to a database: what every store does, in words that fit all of them.

/// Reads inside one consistent view of the data.
public protocol LedgerReader {
    /// All rows of one portable query; `?` stands for each argument in turn. Bound every query
    /// that can grow with a limit or a keyset page.
    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]
}

/// Reads and writes inside one command. After a statement failed the command is lost on every
/// store: further statements repeat the error, and what the command wrote is undone.
public protocol LedgerTransaction: LedgerReader {
    /// Runs one portable statement and returns the number of rows it changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// Runs a statement for whose count nobody waits: a store across a network sends it together
    /// with the next ones. Its failure appears at a later statement or at the end of the command.
    func post(_ sql: String, _ arguments: [SQLValue]) throws
}

/// A database that keeps a ledger.
///
/// Work is synchronous and depends on nothing but the transaction and what it captured: a store
/// may run it again after it undid it. It must not wait, sleep or call out.
public protocol LedgerStore: Sendable {
    /// Queues one command. Commands that waited together are committed together, each with a
    /// savepoint of its own; the answer comes after the commit is on the disk. What the work
    /// throws undoes this command alone and is thrown here.
    func write<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerTransaction) throws -> T
    ) async throws -> T

    /// Runs many commands in one commit, in order, a savepoint each: one that throws fails alone.
    /// Throws only when nothing was written.
    func writeBatch<T: Sendable>(
        _ work: [@Sendable (any LedgerTransaction) throws -> T]
    ) async throws -> [Result<T, any Error>]

    /// Reads what was committed, beside writers and without holding them up.
    func read<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerReader) throws -> T
    ) async throws -> T

    /// Brings the database to the given list, one commit each. Call it once with the whole list
    /// of the product: a migration in the database that is not in the list means that a newer
    /// release wrote it, and is refused.
    func migrate(_ migrations: [Migration]) async throws

    /// Lets the database's own numbering go on behind rows that came with numbers of their own, as
    /// in a copy.
    func resumeIdentities(of tables: [SchemaTable]) async throws

    /// Finishes what is queued, then lets go of the database. Later calls throw `closed`.
    func close() async
}

extension LedgerReader {
    public func rows(_ sql: String) throws -> [SQLRow] {
        try rows(sql, [])
    }

    /// The first row of a query that is expected to have one at most.
    public func row(_ sql: String, _ arguments: [SQLValue] = []) throws -> SQLRow? {
        try rows(sql, arguments).first
    }
}

extension LedgerTransaction {
    public func post(_ sql: String, _ arguments: [SQLValue]) throws {
        try execute(sql, arguments)
    }

    @discardableResult
    public func execute(_ sql: String) throws -> Int {
        try execute(sql, [])
    }
}

extension LedgerStore {
    /// Nothing is to be done where the database looks at the rows itself.
    public func resumeIdentities(of tables: [SchemaTable]) async throws {}

    public func write<T: Sendable>(
        _ work: @escaping @Sendable (any LedgerTransaction) throws -> T
    ) async throws -> T {
        let results = try await writeBatch([work])
        guard let first = results.first else { throw LedgerStoreError.closed }
        return try first.get()
    }

    /// What `migrate` of a store with this dialect does. Whether a migration has run is asked again
    /// inside its own commit: two nodes may start at the same moment.
    public func migrate(_ migrations: [Migration], dialect: SQLDialect) async throws {
        let table = try dialect.text(MigrationPlan.table)
        let pending = try await write { transaction in
            try transaction.execute(table, [])
            return try MigrationPlan.pending(migrations, in: transaction)
        }
        for migration in pending {
            try await write { transaction in
                let isPending = try MigrationPlan.pending(migrations, in: transaction)
                    .contains { $0.id == migration.id }
                guard isPending else { return }
                try MigrationPlan.run(migration, dialect: dialect, in: transaction)
            }
        }
    }
}
