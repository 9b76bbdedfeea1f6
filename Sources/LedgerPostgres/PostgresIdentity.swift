// Numbers that the database gives by itself, after rows came with numbers of their own.

import Ledger

extension PostgresLedgerStore {
    public func resumeIdentities(of tables: [SchemaTable]) async throws {
        try await write { transaction in
            for table in tables {
                guard let column = table.identity else { continue }
                // Names are folded as those in statements are.
                _ = try transaction.rows(
                    """
                    SELECT setval(pg_get_serial_sequence(?::text, ?::text),
                        (SELECT coalesce(max(\(column)), 0) + 1 FROM \(table.name)), false)
                    """,
                    [.text(table.name.lowercased()), .text(column.lowercased())])
            }
        }
    }
}
