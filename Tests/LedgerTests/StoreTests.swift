// How every store treats commands: one by one, many at once, failing, too many.

import Ledger
import TestStores
import Testing

struct Refused: Error, Equatable {}

@Suite struct StoreTests {
    @Test(arguments: StoreFactory.all)
    func `64 callers write at once and nothing is lost`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<64 {
                    group.addTask {
                        for version in 0..<10 {
                            try await store.note("stream/\(caller)", expecting: version)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let report = try await store.read { try Verification.run($0) }
            #expect(report.isClean)
            #expect(report.entryCount == 640)
            #expect(report.streamCount == 64)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `of callers with the same version exactly one wins`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let wins = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<32 {
                    group.addTask { (try? await store.note("one", expecting: 0)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let sequence = try await store.sequence()
            #expect(wins == 1)
            #expect(sequence == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a command that throws undoes itself and no other`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let results = try await store.writeBatch(
                (0..<9).map { number in
                    { @Sendable transaction in
                        let entry = try transaction.append(
                            [NewEntry("n", [:])], to: "s/\(number)", expecting: 0, by: someone)[0]
                        if number % 3 == 1 { throw Refused() }
                        return entry.sequence
                    }
                })
            #expect(results.compactMap { try? $0.get() } == [1, 2, 3, 4, 5, 6])
            #expect(throws: Refused()) { try results[1].get() }
            let streams = try await store.read { reader in
                try reader.rows("SELECT stream FROM entry ORDER BY sequence").map {
                    try $0.text("stream")
                }
            }
            #expect(streams == ["s/0", "s/2", "s/3", "s/5", "s/6", "s/8"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a single command that throws is undone`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.append(
                        [NewEntry("n", [:])], to: "a", expecting: 0, by: someone)
                    throw Refused()
                }
            }
            #expect(try await store.sequence() == 0)
            try await store.note("a", expecting: 0)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `after a failed statement the command is lost even if its author goes on`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            for companions in [0, 3] {
                let stubborn: @Sendable (any LedgerTransaction) throws -> Void = { transaction in
                    try transaction.execute("UPDATE ledgerHead SET sequence = 77 WHERE id = 1")
                    _ = try? transaction.execute("INSERT INTO nowhere (a) VALUES (1)")
                    _ = try? transaction.rows("SELECT 1 AS one")
                }
                let harmless: @Sendable (any LedgerTransaction) throws -> Void = { _ in }
                let results = try await store.writeBatch(
                    [stubborn] + Array(repeating: harmless, count: companions))
                #expect(throws: LedgerStoreError.self) { try results[0].get() }
                #expect(results.dropFirst().allSatisfy { (try? $0.get()) != nil })
                #expect(try await store.sequence() == 0)
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a broken constraint says which kind`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            let kinds: [(String, LedgerStoreError.ConstraintKind)] = [
                ("INSERT INTO streamHead (stream, version, hash) VALUES ('a', 1, '')", .unique),
                ("INSERT INTO ledgerHead (id, sequence) VALUES (2, 0)", .check),
                ("UPDATE entry SET stream = NULL", .notNull),
            ]
            for (sql, kind) in kinds {
                do {
                    try await store.write { _ = try $0.execute(sql) }
                    Issue.record("\(sql) was accepted")
                } catch LedgerStoreError.constraint(let found, _) {
                    #expect(found == kind)
                }
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `readers see what was committed and cannot write`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.note("a", expecting: 0)
            #expect(try await store.sequence() == 1)
            await #expect(throws: LedgerStoreError.self) {
                try await store.read { _ = try $0.rows("DELETE FROM entry RETURNING sequence") }
            }
            #expect(try await store.sequence() == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `values of every kind travel to the database and back`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.migrate(
                LedgerSchema.migrations + [
                    Migration(
                        id: "test/1",
                        statements: [
                            """
                            CREATE TABLE sample (n {{bigint}}, r {{real}}, t TEXT, b {{blob}})
                            """
                        ])
                ])
            let row = try await store.write { transaction in
                try transaction.execute(
                    "INSERT INTO sample (n, r, t, b) VALUES (?, ?, ?, ?)",
                    [.integer(.min), 1.5, "Đ\u{301}", .blob([0, 255])])
                return try transaction.row("SELECT n, r, t, b, NULL AS z FROM sample")
            }
            let found = try #require(row)
            #expect(try found.int64("N") == .min)
            #expect(try found.real("r") == 1.5)
            #expect(try found.text("t") == "Đ\u{301}")
            #expect(try found.blob("b") == [0, 255])
            #expect(try found.optionalText("z") == nil)
            #expect(throws: SQLRowError.isNull("z")) { try found.int("z") }
            #expect(throws: SQLRowError.wrongKind("t", wanted: "integer", found: "text")) {
                try found.bool("t")
            }
            #expect(throws: SQLRowError.noColumn("q", columns: ["n", "r", "t", "b", "z"])) {
                try found.text("q")
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a closed store says so`(factory: StoreFactory) async throws {
        try await factory.withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            await store.close()
            await #expect(throws: LedgerStoreError.closed) {
                try await store.note("a", expecting: 0)
            }
            await #expect(throws: LedgerStoreError.closed) {
                _ = try await store.read { try $0.ledgerSequence() }
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `closing answers everything that was queued`(factory: StoreFactory) async throws {
        try await factory.withPlace { place in
            let store = try await place.open()
            try await store.migrate(LedgerSchema.migrations)
            let answered = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        (try? await store.note("s/\(number)", expecting: 0)) != nil
                    }
                }
                group.addTask {
                    await store.close()
                    return false
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let again = try await place.open()
            let kept = try await again.sequence()
            #expect(kept == answered)
            await again.close()
        }
    }
}
