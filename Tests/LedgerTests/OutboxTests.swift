// The outbox: in order, claimed by one node, repeated on failure, given up at last.

import Ledger
import TestStores
import Testing

@Suite struct OutboxTests {
    @Test(arguments: StoreFactory.all)
    func `messages leave in order, one a lane`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an", "2": "an", "3": "binh"])
            let first = try await store.claim(at: 0)
            #expect(first.map(\.message.id) == ["1", "3"])
            #expect(first.map(\.attempt) == [1, 1])
            #expect(try first[0].message.payload.text("to") == "an")
            let none = try await store.claim(at: 0)
            #expect(none.isEmpty)
            let delivered = try await store.write { try $0.messageDelivered(first[0], at: 1) }
            #expect(delivered)
            let second = try await store.claim(at: 1)
            #expect(second.map(\.message.id) == ["2"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `an id is sent once`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an"])
            await #expect(throws: LedgerStoreError.self) { try await store.send(["1": "an"]) }
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a message sent by a command that failed does not exist`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.send(.sample("1", to: "an"))
                    throw Refused()
                }
            }
            let claimed = try await store.claim(at: 0)
            #expect(claimed.isEmpty)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a claim that ran out goes to another node, and the first one notices`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an"])
            let lost = try await store.claim(at: 0, by: "node/a")[0]
            #expect(try await store.claim(at: 99, by: "node/b").isEmpty)
            let taken = try await store.claim(at: 100, by: "node/b")[0]
            #expect(taken.attempt == 2)
            let late = try await store.write { try $0.messageDelivered(lost, at: 101) }
            #expect(!late)
            let failed = try await store.write {
                try $0.messageFailed(lost, because: "late", at: 101, retryAt: 102)
            }
            #expect(failed == .claimLost)
            let done = try await store.write { try $0.messageDelivered(taken, at: 101) }
            #expect(done)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `nodes that claim at once never get the same message`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            for number in 0..<60 {
                try await store.write {
                    try $0.send(.sample("\(number)", to: "lane/\(number)"))
                }
            }
            let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
                for node in 0..<12 {
                    group.addTask {
                        try await store.claim(at: 0, by: "node/\(node)").map(\.message.id)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 60 && Set(claimed).count == 60)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a message waits until it is due`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.write { transaction in
                var message = OutboxMessage.sample("1", to: "an")
                message.dueAt = 500
                try transaction.send(message)
            }
            let early = try await store.claim(at: 499)
            let due = try await store.claim(at: 500)
            #expect(early.isEmpty && due.map(\.message.id) == ["1"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a failed message waits, and is given up after the last attempt`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an", "2": "an"])
            for attempt in 1...Outbox.attemptMaximum {
                let now = Int64(attempt * 1000)
                let early = attempt == 1 ? [] : try await store.claim(at: now - 1)
                #expect(early.isEmpty)
                let claim = try #require(try await store.claim(at: now).first)
                #expect(claim.attempt == attempt && claim.message.id == "1")
                let outcome = try await store.write {
                    try $0.messageFailed(
                        claim, because: "no route", at: now, retryAt: now + 1000)
                }
                let isLast = attempt == Outbox.attemptMaximum
                #expect(outcome == (isLast ? .givenUp : .willRetry(at: now + 1000)))
            }
            let counts = try await store.read { reader in
                let counts = try reader.outboxCounts()
                return [counts.open, counts.givenUp]
            }
            #expect(counts == [1, 1])
            #expect(try await store.claim(at: 1_000_000).map(\.message.id) == ["2"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a message whose claims all ran out does not block its lane`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an", "2": "an"])
            for attempt in 0..<Outbox.attemptMaximum {
                let ids = try await store.claim(at: Int64(attempt * 100)).map(\.message.id)
                #expect(ids == ["1"])
            }
            _ = try await store.claim(at: 1_000_000)
            let next = try await store.claim(at: 1_000_000)
            #expect(next.map(\.message.id) == ["2"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `delivered messages are forgotten after a while`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an", "2": "binh"])
            for claim in try await store.claim(at: 0) {
                _ = try await store.write { try $0.messageDelivered(claim, at: 50) }
            }
            let early = try await store.write { try $0.forgetDeliveredMessages(before: 50) }
            let later = try await store.write { try $0.forgetDeliveredMessages(before: 51) }
            #expect(early == 0 && later == 2)
        }
    }
}

extension OutboxMessage {
    static func sample(_ id: String, to lane: String) -> OutboxMessage {
        OutboxMessage(id: id, lane: lane, kind: "mail", payload: ["to": .text(lane)], dueAt: 0)
    }
}

extension LedgerStore {
    /// Sends messages in the order written: id to lane.
    func send(_ messages: KeyValuePairs<String, String>) async throws {
        let all = messages.map { OutboxMessage.sample($0.key, to: $0.value) }
        try await write { transaction in
            for message in all { try transaction.send(message) }
        }
    }

    /// Claims for 100 milliseconds.
    func claim(at now: Int64, by node: String = "node/a") async throws -> [ClaimedMessage] {
        try await write {
            try $0.claimMessages(by: node, at: now, until: now + 100, limit: 10)
        }
    }
}
