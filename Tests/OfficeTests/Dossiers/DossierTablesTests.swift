// An office of an earlier release gets its work lists in the order of their keys: every row is
// there afterwards, and what was found by a list before is found by it now.

import Ledger
import TestStores
import Testing

@testable import Office

@Suite struct `Tables of an earlier release` {
    private static let earlier = OfficeMigrations.all.filter {
        !["work-2", "dossier-sight-1"].contains($0.id)
    }
    private static let tables = ["workItem", "workDone", "dossierUnit"]

    private static func fill(_ store: any LedgerStore) async throws {
        try await store.write { transaction in
            for number in 0..<60 {
                let dossier = SQLValue.text("PA-170703-\(number * 37 % 60)")
                try transaction.execute(
                    """
                    INSERT INTO workItem (dossier, item, person, unit, list, sortDue, holder,
                        sender, node, step, due, since, needsTaking, nextTimer)
                    VALUES (?, ?, ?, 'p', 'open', ?, 'an', 'chi', 'b1', 'Bước', ?, 5, 0, ?)
                    """,
                    [
                        dossier, SQLValue(number % 3), .text(number % 2 == 0 ? "an" : "ha"),
                        SQLValue(number * 11 % 17), number % 4 == 0 ? .null : SQLValue(number),
                        number % 5 == 0 ? .null : SQLValue(number),
                    ])
                try transaction.execute(
                    """
                    INSERT INTO workDone (dossier, item, person, endedAt, step, result)
                    VALUES (?, ?, 'an', ?, 'Bước', ?)
                    """,
                    [
                        dossier, SQLValue(number % 3), SQLValue(number * 7 % 13),
                        number % 2 == 0 ? .null : "late",
                    ])
                try transaction.execute(
                    "INSERT INTO dossierUnit (unit, dossier) VALUES (?, ?)",
                    [.text("u\(number % 4)"), dossier])
            }
        }
    }

    private static func rows(_ table: String, in store: any LedgerStore) async throws
        -> [[SQLValue]]
    {
        try await store.read {
            try $0.rows("SELECT * FROM \(table) ORDER BY 1, 2").map(\.values)
        }
    }

    @Test func `every row of the lists is kept`() async throws {
        let factory = try StoreFactory.chosen
        try await factory.withEmptyStore { store in
            try await store.migrate(Self.earlier)
            try await Self.fill(store)
            var before: [String: [[SQLValue]]] = [:]
            for table in Self.tables { before[table] = try await Self.rows(table, in: store) }
            try await store.migrate(OfficeMigrations.all)
            for table in Self.tables {
                let after = try await Self.rows(table, in: store)
                #expect(after.count == 60, "\(table)")
                // Later columns stand behind the earlier ones.
                let width = before[table]?.first?.count ?? 0
                #expect(after.map { Array($0.prefix(width)) } == before[table], "\(table)")
            }
            // Once is enough.
            try await store.migrate(OfficeMigrations.all)
            let again = try await Self.rows("workItem", in: store)
            #expect(again == before["workItem"])
        }
    }

    @Test func `a key may still not stand twice`() async throws {
        let factory = try StoreFactory.chosen
        try await factory.withEmptyStore { store in
            try await store.migrate(OfficeMigrations.all)
            try await Self.fill(store)
            for table in Self.tables {
                await #expect(throws: LedgerStoreError.self, "\(table)") {
                    try await store.write {
                        try $0.execute("INSERT INTO \(table) SELECT * FROM \(table)")
                    }
                }
            }
        }
    }

    @Test func `nothing of the old tables is left`() async throws {
        let factory = try StoreFactory.chosen
        try await factory.withEmptyStore { store in
            try await store.migrate(OfficeMigrations.all)
            for table in Self.tables {
                await #expect(throws: LedgerStoreError.self, "\(table)Before") {
                    _ = try await store.read { try $0.rows("SELECT * FROM \(table)Before") }
                }
            }
        }
    }
}
