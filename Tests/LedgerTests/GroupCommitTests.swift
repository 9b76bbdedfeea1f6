// Commands that commit together: order kept, failures alone, nothing half done, limits held.

import Foundation
import Ledger
import LedgerSQLite
import TestStores
import Testing

private typealias Command = @Sendable (any LedgerTransaction) throws -> Int

@Suite struct GroupCommitTests {
    /// Ways in which one command of a batch fails; each has written something before.
    private static let failures: [@Sendable (any LedgerTransaction) throws -> Void] = [
        { _ in throw Refused() },
        { _ = try $0.execute("INSERT INTO nowhere (a) VALUES (1)") },
        { _ = try $0.execute("INSERT INTO ledgerHead (id, sequence) VALUES (1, 0)") },
        { _ = try $0.append([NewEntry("n", [:])], to: "other", expecting: 99, by: someone) },
        { _ = try $0.append([], to: "other", expecting: 0, by: someone) },
        { _ = try? $0.execute("not a statement at all") },
        {
            var deep: Payload = [:]
            for _ in 0..<40 { deep = ["in": .nested(deep)] }
            _ = try $0.append([NewEntry("n", deep)], to: "other", expecting: 0, by: someone)
        },
    ]

    private static func note(_ stream: String, then fails: Int? = nil) -> Command {
        { transaction in
            let version = try transaction.streamHead(of: stream)?.version ?? 0
            let entry = try transaction.append(
                [NewEntry("n", [:])], to: stream, expecting: version, by: someone)[0]
            if let fails { try failures[fails](transaction) }
            return entry.sequence
        }
    }

    @Test(arguments: StoreFactory.all, UInt64(1)...10)
    func `in any batch those that succeed are numbered in order as if the others never were`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            var expected: [String] = []
            for _ in 0..<6 {
                var commands: [Command] = []
                var outcomes: [Bool] = []
                for _ in 0..<1 + chance.number(below: 12) {
                    let stream = "s/\(chance.number(below: 4))"
                    let isGood = chance.number(below: 3) > 0
                    let fails = chance.number(below: Self.failures.count)
                    commands.append(Self.note(stream, then: isGood ? nil : fails))
                    outcomes.append(isGood)
                    if isGood { expected.append(stream) }
                }
                let before = try await store.sequence()
                let results = try await store.writeBatch(commands)
                #expect(results.map { (try? $0.get()) != nil } == outcomes)
                let numbers = results.compactMap { try? $0.get() }
                #expect(numbers == numbers.indices.map { before + 1 + $0 })
            }
            let entries = try await store.read { try $0.entries(afterSequence: 0, limit: 1000) }
            #expect(entries.map(\.stream) == expected)
            #expect(try await store.verify().isClean)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a command sees what came before it in its batch and nothing that failed`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let look: Command = { try $0.rows("SELECT stream FROM entry").count }
            let batch = [
                look, Self.note("a"), look, Self.note("b", then: 0), look, Self.note("c", then: 1),
                look, Self.note("a"), look,
            ]
            let results = try await store.writeBatch(batch).map { try? $0.get() }
            #expect(results == [0, 1, 1, nil, 1, nil, 1, 2, 2])
        }
    }

    @Test(arguments: StoreFactory.all, failures.indices)
    func `a failure says what it was and leaves the next command a clean slate`(
        factory: StoreFactory, index: Int
    ) async throws {
        try await factory.withStore { store in
            let alone = try await store.writeBatch([Self.note("a", then: index)])
            let together = try await store.writeBatch(
                [Self.note("a", then: index), Self.note("b", then: index), Self.note("c")])
            for result in alone + together.prefix(2) {
                #expect(throws: (any Error).self) { try result.get() }
            }
            #expect((try? together[2].get()) == 1)
            let left = try await store.read { try $0.rows("SELECT stream FROM streamHead") }
            #expect(try left.map { try $0.text("stream") } == ["c"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `many callers at once, some failing: each answer is true and each order kept`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            let written = try await withThrowingTaskGroup(of: [Int].self) { group in
                for caller in 0..<24 {
                    group.addTask {
                        var numbers: [Int] = []
                        for step in 0..<8 {
                            let fails = (caller + step).isMultiple(of: 3) ? step % 6 : nil
                            let command = Self.note("s/\(caller)", then: fails)
                            do {
                                let number = try await store.write(command)
                                #expect(fails == nil)
                                numbers.append(number)
                            } catch {
                                #expect(fails != nil, "\(error)")
                            }
                        }
                        #expect(numbers == numbers.sorted(), "a caller's own order")
                        return numbers
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(written.sorted() == Array(1...written.count))
            let report = try await store.verify()
            #expect(report.isClean && report.entryCount == written.count)
        }
    }

    @Test func `a batch larger than a commit and than the queue is let in whole`() async throws {
        try await withFolder { folder in
            let store = try SQLiteLedgerStore(
                path: folder.file("a.sqlite"), queueMaximum: 4, batchMaximum: 2)
            try await store.migrate(LedgerSchema.migrations)
            let commands = (0..<20).map { Self.note("s/\($0)", then: $0 == 7 ? 0 : nil) }
            let results = try await store.writeBatch(commands)
            #expect(results.count { (try? $0.get()) != nil } == 19)
            #expect(try await store.sequence() == 19)
            let empty = try await store.writeBatch([Command]())
            #expect(empty.isEmpty)
            await store.close()
        }
    }

    @Test(arguments: StoreFactory.all)
    func `work that a store runs leaves nothing but what it returned`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            await #expect(throws: LedgerStoreError.self) {
                try await store.read { _ = try $0.rows("SELECT nothing FROM entry") }
            }
            await #expect(throws: Refused()) { try await store.read { _ in throw Refused() } }
            #expect(try await store.sequence() == 0)
            let errors = try await store.writeBatch([Self.note("a", then: 1)])
            guard case .failure(LedgerStoreError.failed(let detail, let sql)) = errors[0] else {
                Issue.record("\(errors[0])")
                return
            }
            #expect(detail.contains("nowhere") && sql.contains("INSERT INTO nowhere"))
        }
    }

    /// Statements are kept for the operator, their values never: they may be personal.
    @Test(arguments: StoreFactory.all)
    func `an error never carries the values of a statement`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let secret = "Lê Thị Bí Mật 0912"
            for sql in [
                "INSERT INTO personalValue (id, stream, nowhere) VALUES (?, ?, 1)",
                "INSERT INTO streamHead (stream, version, hash) VALUES (?, ?, NULL)",
            ] {
                do {
                    try await store.write {
                        _ = try $0.execute(sql, [.text(secret), .text(secret)])
                    }
                    Issue.record("\(sql) was accepted")
                } catch let error as LedgerStoreError {
                    #expect(!"\(error) \(error.sentence)".contains("Bí Mật"))
                }
            }
        }
    }
}
