// Steps that bring a database from one release to the next, as portable SQL text.

/// One step of the schema. Its text is for ever: a later change is a later migration.
public struct Migration: Sendable, Hashable {
    /// Unique in the product, for instance `ledger/1`.
    public var id: String
    /// Portable SQL; `{{blob}}`, `{{bigint}}`, `{{real}}`, `{{identity}}` and `{{clustered}}`
    /// are filled in by the dialect of the store.
    public var statements: [String]

    public init(id: String, statements: [String]) {
        self.id = id
        self.statements = statements
    }

    /// SHA-256 of the statements, kept beside the id: a text that changed later is found.
    public var digest: [UInt8] {
        var bytes = ByteWriter()
        for statement in statements { bytes.text(statement) }
        return SHA256Digest.of(bytes.bytes)
    }
}

/// What a store has to run to reach a list of migrations.
public enum MigrationPlan {
    /// The table in which a store remembers what has run.
    public static let table = """
        CREATE TABLE IF NOT EXISTS schemaMigration (
            position {{bigint}} PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            digest {{blob}} NOT NULL
        )
        """

    /// Compares the list with what has run: returns what is still to run, in order.
    public static func pending(
        _ migrations: [Migration], in reader: any LedgerReader
    ) throws -> [Migration] {
        var applied: [String: [UInt8]] = [:]
        for row in try reader.rows("SELECT id, digest FROM schemaMigration ORDER BY position") {
            applied[try row.text("id")] = try row.blob("digest")
        }
        let known = Set(migrations.map(\.id))
        let unknown = applied.keys.filter { !known.contains($0) }.sorted()
        if !unknown.isEmpty { throw LedgerStoreError.newerSchema(unknown: unknown) }
        return try migrations.filter { migration in
            guard let digest = applied[migration.id] else { return true }
            if digest != migration.digest {
                throw LedgerStoreError.migrationChanged(id: migration.id)
            }
            return false
        }
    }

    /// Runs one migration and remembers it.
    public static func run(
        _ migration: Migration, dialect: SQLDialect, in transaction: any LedgerTransaction
    ) throws {
        for statement in migration.statements {
            try transaction.execute(try dialect.text(statement), [])
        }
        try transaction.execute(
            """
            INSERT INTO schemaMigration (position, id, digest)
            SELECT coalesce(max(position), 0) + 1, ?, ? FROM schemaMigration
            """,
            [.text(migration.id), .blob(migration.digest)])
    }
}
