// Values travel to the database and back as they are: each kind, each edge, on every store.

import Ledger
import TestStores
import Testing

@Suite struct ValueTravelTests {
    private static let table = Migration(
        id: "travel-1",
        statements: [
            """
            CREATE TABLE travel (
                id {{bigint}} PRIMARY KEY, number {{bigint}}, share {{real}}, words TEXT,
                bytes {{blob}})
            """
        ])

    private static let texts = [
        "", " ", "a", "Đỗ Thị Hư Cấu", "e\u{301}", "\u{1F642}", "‘’“”", "' OR 1=1 --", "?",
        String(repeating: "ợ", count: 10_000),
    ]
    private static let blobs: [[UInt8]] = [
        [], [0], [0, 0, 0], Array(0...255), [UInt8](repeating: 7, count: 100_000),
    ]
    private static let numbers: [Int64] = [0, 1, -1, 42, .max, .min, 1 << 40]
    private static let shares = [0, 0.1, -2.5, 1e300, .leastNonzeroMagnitude, .pi]

    private func withTable(
        _ factory: StoreFactory, _ work: (any LedgerStore) async throws -> Void
    ) async throws {
        try await factory.withStore { store in
            try await store.migrate(LedgerSchema.migrations + [Self.table])
            try await work(store)
        }
    }

    private func travel(
        _ column: String, _ values: [SQLValue], in store: any LedgerStore
    ) async throws -> [SQLValue] {
        try await store.write { transaction in
            try transaction.execute("DELETE FROM travel")
            for (id, value) in values.enumerated() {
                let changed = try transaction.execute(
                    "INSERT INTO travel (id, \(column)) VALUES (?, ?)", [SQLValue(id), value])
                #expect(changed == 1)
            }
        }
        return try await store.read { reader in
            try reader.rows("SELECT \(column) FROM travel ORDER BY id").map {
                try $0.value(column)
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `every kind comes back as it went`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            let texts = Self.texts.map(SQLValue.text) + [.null]
            let textsBack = try await travel("words", texts, in: store)
            #expect(textsBack == texts)
            let blobs = Self.blobs.map(SQLValue.blob) + [.null]
            let blobsBack = try await travel("bytes", blobs, in: store)
            #expect(blobsBack == blobs)
            let numbers = Self.numbers.map(SQLValue.integer) + [.null]
            let numbersBack = try await travel("number", numbers, in: store)
            #expect(numbersBack == numbers)
            let shares = Self.shares.map(SQLValue.real) + [.null]
            let sharesBack = try await travel("share", shares, in: store)
            #expect(sharesBack == shares)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a text that is the same but for its spelling is found by its own alone`(
        factory: StoreFactory
    ) async throws {
        try await withTable(factory) { store in
            _ = try await travel("words", ["e\u{301}", "\u{E9}"], in: store)
            for (id, text) in ["e\u{301}", "\u{E9}"].enumerated() {
                let found = try await store.read {
                    try $0.rows("SELECT id FROM travel WHERE words = ?", [.text(text)])
                        .map { try $0.int("id") }
                }
                #expect(found == [id])
            }
        }
    }

    /// A statement is kept and used again: nothing of its last use may stay.
    @Test(arguments: StoreFactory.all)
    func `values of one use are not those of the next`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            let sql = "INSERT INTO travel (id, words, bytes) VALUES (?, ?, ?)"
            try await store.write { transaction in
                try transaction.execute(sql, [1, "một", .blob([1, 2])])
                try transaction.execute(sql, [2, .null, .null])
                try transaction.post(sql, [3, "", .blob([])])
            }
            let rows = try await store.read {
                try $0.rows("SELECT words, bytes FROM travel ORDER BY id").map(\.values)
            }
            #expect(rows == [["một", .blob([1, 2])], [.null, .null], ["", .blob([])]])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a statement with too few or too many values is refused, the next one runs`(
        factory: StoreFactory
    ) async throws {
        try await withTable(factory) { store in
            let sql = "SELECT id FROM travel WHERE id = ? OR number = ?"
            for arguments: [SQLValue] in [[], [1], [1, 2, 3]] {
                await #expect(throws: LedgerStoreError.self, "\(arguments.count)") {
                    _ = try await store.read { try $0.rows(sql, arguments) }
                }
            }
            let found = try await store.read { try $0.rows(sql, [1, 2]) }
            #expect(found.isEmpty)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a statement that returns rows of what it changed counts and returns them`(
        factory: StoreFactory
    ) async throws {
        try await withTable(factory) { store in
            _ = try await travel("number", [5, 6, 7], in: store)
            let (rows, changed) = try await store.write { transaction in
                let rows = try transaction.rows(
                    "UPDATE travel SET number = number + 1 WHERE number > ? RETURNING number",
                    [5])
                return (
                    try rows.map { try $0.int("number") }.sorted(),
                    try transaction.execute("DELETE FROM travel WHERE number > ?", [6])
                )
            }
            #expect(rows == [7, 8])
            #expect(changed == 2)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a statement that fails in the middle is as new for the next command`(
        factory: StoreFactory
    ) async throws {
        try await withTable(factory) { store in
            let sql = "INSERT INTO travel (id, number) VALUES (?, ?)"
            try await store.write { _ = try $0.execute(sql, [1, 1]) }
            await #expect(throws: LedgerStoreError.self) {
                try await store.write { _ = try $0.execute(sql, [1, 2]) }
            }
            try await store.write { _ = try $0.execute(sql, [2, 3]) }
            let numbers = try await store.read {
                try $0.rows("SELECT number FROM travel ORDER BY id").map { try $0.int("number") }
            }
            #expect(numbers == [1, 3])
        }
    }

    /// A mark inside a text is a text, wherever it stands and whatever quotes are around it.
    @Test(arguments: StoreFactory.all)
    func `a question mark in quotes is no place for a value`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            try await store.write {
                _ = try $0.execute("INSERT INTO travel (id, words) VALUES (?, '?')", [1])
                _ = try $0.execute("INSERT INTO travel (id, words) VALUES (?, 'ai? it''s ?')", [2])
                _ = try $0.execute("INSERT INTO travel (words, id) VALUES ('?' || ?, ?)", ["a", 3])
                _ = try $0.execute("INSERT INTO travel (id, words) VALUES (4, '''?''')")
            }
            let sql = "SELECT words FROM travel WHERE id >= ? AND words <> '?' ORDER BY id"
            let words = try await store.read {
                try $0.rows(sql, [1]).map { try $0.text("words") }
            }
            #expect(words == ["ai? it's ?", "?a", "'?'"])
        }
    }

    /// Ten places and more: the tenth is not the first with a nought behind it.
    @Test(arguments: StoreFactory.all)
    func `many values keep their places`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            let count = 120
            let marks = Array(repeating: "(?, ?)", count: count).joined(separator: ", ")
            let values = (0..<count).flatMap { [SQLValue($0), SQLValue($0 * 7)] }
            let added = try await store.write {
                try $0.execute("INSERT INTO travel (id, number) VALUES \(marks)", values)
            }
            #expect(added == count)
            let wrong = try await store.read {
                try $0.rows("SELECT id FROM travel WHERE number <> id * 7").count
            }
            #expect(wrong == 0)
        }
    }

    /// Statements that were posted and not answered run before the next that is.
    @Test(arguments: StoreFactory.all)
    func `what is posted is there for what is asked next`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            let counts = try await store.write { transaction in
                try (0..<600).map { number in
                    try transaction.post(
                        "INSERT INTO travel (id, number) VALUES (?, ?)",
                        [SQLValue(number), SQLValue(number)])
                    if number % 150 != 149 { return 0 }
                    let rows = try transaction.rows("SELECT count(*) AS n FROM travel")
                    return try rows[0].int("n")
                }
            }
            #expect(counts.filter { $0 > 0 } == [150, 300, 450, 600])
        }
    }

    /// The flaw of a posted statement is told at the latest when the command ends, and undoes it.
    @Test(arguments: StoreFactory.all)
    func `what is posted and fails leaves nothing behind`(factory: StoreFactory) async throws {
        try await withTable(factory) { store in
            let sql = "INSERT INTO travel (id, number) VALUES (?, ?)"
            await #expect(throws: LedgerStoreError.self) {
                try await store.write { transaction in
                    try transaction.post(sql, [1, 1])
                    try transaction.post(sql, [1, 2])
                    try transaction.post(sql, [2, 3])
                }
            }
            let left = try await store.read { try $0.rows("SELECT id FROM travel").count }
            #expect(left == 0)
        }
    }
}
