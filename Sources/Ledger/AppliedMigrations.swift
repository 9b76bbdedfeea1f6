// Which steps of the schema a database has behind it.

extension Migration {
    /// Those of a list that have run in a database, in the order of the list; nothing is changed.
    /// Throws when a newer release wrote it.
    public static func applied(
        _ migrations: [Migration], in reader: any LedgerReader
    ) throws -> [Migration] {
        let pending = Set(try MigrationPlan.pending(migrations, in: reader).map(\.id))
        return migrations.filter { !pending.contains($0.id) }
    }
}
