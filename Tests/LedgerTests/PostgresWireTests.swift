// What travels between the store and the server: values of all kinds, many statements at once.

import Ledger
import LedgerPostgres
import TestStores
import Testing

@Suite(.enabled(if: StoreFactory.postgres != nil, "ROVIEC_TEST_POSTGRES names no server"))
struct PostgresWireTests {
    private func withStore(_ body: (any LedgerStore) async throws -> Void) async throws {
        try await #require(StoreFactory.postgres).withStore(body)
    }

    /// An expression and what it is read as.
    private static let values: [(String, SQLValue)] = [
        ("1::smallint", 1), ("-7::integer", -7), ("(-9223372036854775808)::bigint", .integer(.min)),
        ("true", 1), ("false", 0), ("NULL::bigint", .null), ("0.1::double precision", 0.1),
        ("1.5::real", 1.5), ("'Đỗ ''?'''", "Đỗ '?'"), ("'\\x00ff'::bytea", .blob([0, 255])),
        ("''", ""), ("''::bytea", .blob([])), ("'x'::name", "x"), ("'ab'::varchar", "ab"),
        ("sum(n)", 0), ("sum(n) FILTER (WHERE false)", .null), ("0::numeric", 0),
        ("9223372036854775807::numeric", .integer(.max)), ("-10000::numeric", -10000),
        ("123456789::numeric", 123_456_789), ("-0.25::numeric", -0.25), ("2.5::numeric", 2.5),
        ("count(*)", 3), ("pg_sleep(0)", .null),
    ]

    @Test(arguments: values)
    func `a value of any kind that our statements meet is read`(
        expression: String, wanted: SQLValue
    ) async throws {
        try await withStore { store in
            let found = try await store.read { reader in
                try reader.rows(
                    "SELECT \(expression) AS v FROM (VALUES (-1), (0), (1)) AS list (n)"
                        + (expression.contains("n)") || expression.contains("*")
                            ? "" : " LIMIT 1"),
                    [])
            }
            #expect(found.first?.values.first == wanted)
        }
    }

    @Test func `a kind that no statement should meet is refused, not guessed`() async throws {
        try await withStore { store in
            for expression in ["now()", "'{1}'::int[]"] {
                await #expect(throws: LedgerStoreError.self, "\(expression)") {
                    try await store.read { _ = try $0.rows("SELECT \(expression) AS v", []) }
                }
            }
        }
    }

    @Test func `a thousand statements sent ahead are all done, in order`() async throws {
        try await withStore { store in
            try await store.write { transaction in
                try transaction.execute("CREATE TABLE list (n bigint, t text)")
                for number in 0..<1000 {
                    try transaction.post(
                        "INSERT INTO list (n, t) SELECT ?, count(*)::text FROM list",
                        [.integer(Int64(number))])
                }
            }
            let rows = try await store.read { try $0.rows("SELECT n, t FROM list ORDER BY n", []) }
            #expect(try rows.map { try $0.text("t") } == (0..<1000).map(String.init))
        }
    }

    @Test(arguments: [1, 3])
    func `a statement sent ahead that fails undoes its command alone`(count: Int) async throws {
        try await withStore { store in
            let bad: @Sendable (any LedgerTransaction) throws -> Int = { transaction in
                try transaction.append([NewEntry("n", [:])], to: "bad", expecting: 0, by: someone)
                try transaction.post("INSERT INTO ledgerHead (id, sequence) VALUES (1, 0)", [])
                try transaction.post("INSERT INTO nowhere (a) VALUES (1)", [])
                return 1
            }
            let good: @Sendable (any LedgerTransaction) throws -> Int = { transaction in
                let version = try transaction.streamHead(of: "good")?.version ?? 0
                try transaction.append(
                    [NewEntry("n", [:])], to: "good", expecting: version, by: someone)
                return 2
            }
            let work = count == 1 ? [bad] : [good, bad, good]
            let results = try await store.writeBatch(work)
            #expect(results.map { try? $0.get() } == (count == 1 ? [nil] : [2, nil, 2]))
            guard case .failure(LedgerStoreError.constraint(.unique, _)) = results[count / 2]
            else {
                Issue.record("\(results)")
                return
            }
            let heads = try await store.read { try $0.rows("SELECT stream FROM streamHead", []) }
            #expect(heads.count == (count == 1 ? 0 : 1))
            #expect(try await store.verify().isClean)
        }
    }

    /// More than both sides keep in their buffers: each must read while it writes.
    @Test func `large values that travel both ways do not block the line`() async throws {
        try await withStore { store in
            let large = [UInt8](repeating: 7, count: 300_000)
            let sum = try await store.write { transaction in
                try transaction.execute("CREATE TABLE heap (n bigint, b bytea)")
                for number in 0..<60 {
                    try transaction.post(
                        "INSERT INTO heap (n, b) VALUES (?, ?) RETURNING b",
                        [.integer(Int64(number)), .blob(large)])
                }
                return try transaction.rows("SELECT sum(length(b)) AS s FROM heap", [])[0].int("s")
            }
            #expect(sum == 60 * 300_000)
            let back = try await store.read { try $0.rows("SELECT b FROM heap WHERE n = 59", []) }
            #expect(try back[0].blob("b") == large)
        }
    }

    @Test func `one text with other kinds of arguments is prepared once for each`() async throws {
        try await withStore { store in
            let text = "SELECT coalesce(?, ?) AS v"
            let pairs: [([SQLValue], SQLValue)] = [
                ([.integer(1), .integer(2)], 1), ([.text("a"), .text("b")], "a"),
                ([.null, .text("b")], "b"), ([.null, .integer(3)], 3), ([.integer(1), .null], 1),
            ]
            for _ in 0..<2 {
                for (arguments, wanted) in pairs {
                    let found = try await store.read { try $0.rows(text, arguments) }
                    #expect(found[0].values == [wanted])
                }
            }
        }
    }
}
