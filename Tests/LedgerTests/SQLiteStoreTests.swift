// What only the SQLite store has: its file, its settings, its neighbours on the same disk.

import Foundation
import GRDB
import Ledger
import LedgerSQLite
import TestStores
import Testing

@Suite struct SQLiteStoreTests {
    @Test func `a commit is on the disk before it is answered`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(path: folder.file("a.sqlite"))
            let settings = try await store.write { transaction in
                try ["synchronous", "journal_mode", "foreign_keys", "secure_delete"].map { name in
                    try transaction.rows("PRAGMA \(name)")[0].values[0]
                }
            }
            #expect(settings == [2, "wal", 1, 1])
            await store.close()
        }
    }

    @Test func `a file that is no database is named`() async throws {
        try await withFolder { folder in
            let path = folder.file("letter.txt")
            try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
            #expect(throws: LedgerStoreError.notADatabase(path: path)) {
                try SQLiteLedgerStore(path: path)
            }
        }
    }

    @Test func `a folder that is not there is named`() async throws {
        try await withFolder { folder in
            let path = folder.file("nowhere/a.sqlite")
            let error = #expect(throws: LedgerStoreError.self) {
                try SQLiteLedgerStore(path: path)
            }
            guard case .cannotOpen(path, _)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(error?.sentence.vi.contains(path) == true)
            #expect(error?.sentence.en.contains(path) == true)
        }
    }

    @Test func `a writer in another process makes commands wait, then fail by name`() async throws {
        try await withFolder { folder in
            let path = folder.file("a.sqlite")
            let store = try SQLiteLedgerStore(path: path, patienceSeconds: 0.05)
            try await store.migrate(LedgerSchema.migrations)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            await #expect(throws: LedgerStoreError.lockedByAnotherProcess) {
                try await store.note("a", expecting: 0)
            }
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try await store.note("a", expecting: 0)
            await store.close()
        }
    }

    @Test func `a full database fails by name, undoes the commit and goes on`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(path: folder.file("a.sqlite"))
            try await store.migrate(LedgerSchema.migrations)
            try await store.note("before", expecting: 0)
            // SQLite answers "disk full" when a file may not grow, without filling a real disk.
            try await store.write { _ = try $0.rows("PRAGMA max_page_count = 1") }
            let big = String(repeating: "x", count: 200_000)
            for companions in [0, 3] {
                let results = await store.collect(count: companions + 1) { number, transaction in
                    try transaction.append(
                        [NewEntry("n", ["t": .text(number == 0 ? big : "y")])],
                        to: "s/\(companions)/\(number)", expecting: 0, by: someone)
                }
                #expect(results.first == .diskFull)
            }
            try await store.write { _ = try $0.rows("PRAGMA max_page_count = 1000000") }
            try await store.note("after", expecting: 0)
            let report = try await store.verify()
            #expect(report.isClean)
            await store.close()
        }
    }

    @Test func `a database that may only be read fails by name`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(path: folder.file("a.sqlite"))
            try await store.migrate(LedgerSchema.migrations)
            try await store.write { _ = try $0.rows("PRAGMA query_only = 1") }
            await #expect(throws: LedgerStoreError.readOnly) {
                try await store.note("a", expecting: 0)
            }
            await store.close()
        }
    }

    @Test func `two processes share one file and one sequence`() async throws {
        try await withFolder { folder in
            let path = folder.file("a.sqlite")
            let one = try SQLiteLedgerStore(path: path)
            try await one.migrate(LedgerSchema.migrations)
            let two = try SQLiteLedgerStore(path: path)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (name, store) in [("one", one), ("two", two)] {
                    group.addTask {
                        for version in 0..<50 { try await store.note(name, expecting: version) }
                    }
                }
                try await group.waitForAll()
            }
            let report = try await two.verify()
            #expect(report.isClean && report.entryCount == 100)
            await one.close()
            await two.close()
        }
    }

    @Test func `a damaged file fails by name`() async throws {
        try await withFolder { folder in
            let path = folder.file("a.sqlite")
            let store = try SQLiteLedgerStore(path: path)
            try await store.migrate(LedgerSchema.migrations)
            for version in 0..<50 {
                try await store.note(
                    "a", expecting: version, text: String(repeating: "x", count: 999))
            }
            await store.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for index in 4096 * 2..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index) }
            try bytes.write(to: URL(fileURLWithPath: path))
            do {
                let again = try SQLiteLedgerStore(path: path)
                _ = try await again.verify()
                Issue.record("a damaged file was read")
            } catch LedgerStoreError.corrupt {
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    @Test func `too many waiting commands are told so and none is half done`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(
                path: folder.file("a.sqlite"), queueMaximum: 8, batchMaximum: 4)
            try await store.migrate(LedgerSchema.migrations)
            let outcomes = await withTaskGroup(of: String.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        do {
                            try await store.note("s/\(number)", expecting: 0)
                            return "written"
                        } catch LedgerStoreError.overloaded(let waiting) {
                            return waiting <= 8 ? "overloaded" : "too long a queue"
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(outcomes) == ["written", "overloaded"])
            let kept = try await store.sequence()
            #expect(kept == outcomes.count { $0 == "written" })
            await store.close()
        }
    }

    @Test func `erased words are gone from the file`() async throws {
        try await withFolder { folder in
            let path = folder.file("a.sqlite")
            let store = try SQLiteLedgerStore(path: path)
            try await store.migrate(LedgerSchema.migrations)
            try await store.receive("d", citizen: "Mẫu-Văn-Lạ-4711")
            _ = try await store.write {
                try $0.erasePersonal(id: "d#citizen", at: 1, basis: "law")
            }
            await store.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.range(of: Data("Mẫu-Văn-Lạ-4711".utf8)) == nil)
            #expect(bytes.range(of: Data("dossier.received".utf8)) != nil)
        }
    }
}

extension LedgerStore {
    /// Runs numbered commands in one commit; the database error of each, `nil` for success.
    func collect(
        count: Int,
        _ work: @escaping @Sendable (Int, any LedgerTransaction) throws -> [Entry]
    ) async -> [LedgerStoreError?] {
        let commands = (0..<count).map { number in
            { @Sendable (transaction: any LedgerTransaction) in
                _ = try work(number, transaction)
            }
        }
        do {
            return try await writeBatch(commands).map { result in
                if case .failure(let error) = result { error as? LedgerStoreError } else { nil }
            }
        } catch {
            return Array(repeating: error as? LedgerStoreError, count: count)
        }
    }
}
