// Idempotency keys: done once, answered twice, never lent to somebody else.

import Ledger
import TestStores
import Testing

@Suite struct CommandKeyTests {
    @Test(arguments: StoreFactory.all)
    func `a repeated command gets the first answer`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let key = CommandKey(key: "k1", actor: "person/an", command: [1, 2])
            let answer = CommandAnswer(stream: "d/1", version: 3, answer: [9])
            let before = try await store.read { try $0.answer(to: key) }
            #expect(before == nil)
            try await store.write { try $0.record(answer, for: key, at: 5) }
            let after = try await store.read { try $0.answer(to: key) }
            #expect(after == answer)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a key of another command or person is refused`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let key = CommandKey(key: "k1", actor: "person/an", command: [1, 2])
            let answer = CommandAnswer(stream: "d/1", version: 3, answer: [9])
            try await store.write { try $0.record(answer, for: key, at: 5) }
            let others = [
                CommandKey(key: "k1", actor: "person/an", command: [1, 3]),
                CommandKey(key: "k1", actor: "person/binh", command: [1, 2]),
            ]
            for other in others {
                await #expect(throws: CommandKeyRejection.usedForAnotherCommand(key: "k1")) {
                    _ = try await store.read { try $0.answer(to: other) }
                }
            }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `the same key twice at once is done once`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            let key = CommandKey(key: "k1", actor: "person/an", command: [1])
            let versions = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await store.noteOnce("d/1", key: key) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(versions == Array(repeating: 1, count: 20))
            #expect(try await store.sequence() == 1)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `old keys are forgotten`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            for number in 0..<4 {
                let key = CommandKey(key: "k\(number)", actor: "a", command: [])
                let answer = CommandAnswer(stream: "s", version: 1, answer: [])
                try await store.write { try $0.record(answer, for: key, at: Int64(number)) }
            }
            let forgotten = try await store.write { try $0.forgetCommandKeys(before: 2) }
            #expect(forgotten == 2)
        }
    }

    @Test func `the refusal explains itself`() {
        let sentence = CommandKeyRejection.usedForAnotherCommand(key: "k").sentence
        #expect(sentence.vi.contains("Hãy") && sentence.en.contains("repeat"))
    }
}

extension LedgerStore {
    /// Looks the key up, writes and records, the way a write door does.
    func noteOnce(_ stream: String, key: CommandKey) async throws -> Int {
        try await write { transaction in
            if let known = try transaction.answer(to: key) { return known.version }
            let entry = try transaction.append(
                [NewEntry("n", [:])], to: stream, expecting: 0, by: someone)[0]
            let answer = CommandAnswer(stream: stream, version: entry.version, answer: [])
            try transaction.record(answer, for: key, at: 1)
            return entry.version
        }
    }
}
