// The outbox for several deliverers: each claims the kinds it knows; what cannot be delivered is
// given up at once and can be opened again.

import Ledger
import TestStores
import Testing

@Suite struct `A family of messages` {
    private func send(_ kinds: KeyValuePairs<String, String>, to store: any LedgerStore)
        async throws
    {
        let messages = kinds.map { id, kind in
            OutboxMessage(id: id, lane: id, kind: kind, payload: [:], dueAt: 0)
        }
        try await store.write { transaction in
            for message in messages { try transaction.send(message) }
        }
    }

    private func claim(
        _ family: String, at now: Int64, from store: any LedgerStore
    ) async throws -> [ClaimedMessage] {
        try await store.write {
            try $0.claimMessages(of: family, by: "node/a", at: now, until: now + 100, limit: 10)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `is claimed by who knows it, and by nobody else`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await send(["1": "notice.ready", "2": "web.call", "3": "notice.x"], to: store)
            #expect(try await claim("notice.", at: 0, from: store).map(\.message.id) == ["1", "3"])
            #expect(try await claim("mail.", at: 0, from: store).isEmpty)
            #expect(try await claim("", at: 0, from: store).map(\.message.id) == ["2"])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `that is refused is given up at once, by who holds it alone`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await send(["1": "notice.ready"], to: store)
            let lost = try #require(try await claim("notice.", at: 0, from: store).first)
            let held = try #require(try await claim("notice.", at: 100, from: store).first)
            let late = try await store.write {
                try $0.messageRefused(lost, because: "550", at: 101)
            }
            #expect(!late)
            let done = try await store.write {
                try $0.messageRefused(held, because: "550", at: 101)
            }
            #expect(done)
            let again = try await store.write {
                try $0.messageRefused(held, because: "551", at: 102)
            }
            #expect(!again)
            let counts = try await store.read { reader in
                let counts = try reader.outboxCounts()
                return [counts.open, counts.givenUp]
            }
            #expect(counts == [0, 1])
            let failure = try await store.read {
                try $0.row("SELECT failure, endedAt, claimedBy FROM outboxMessage")
            }
            #expect(try failure?.text("failure") == "550")
            #expect(try failure?.int64("endedAt") == 101)
            #expect(try failure?.optionalText("claimedBy") == nil)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `that was given up is opened again with all its attempts`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await send(["1": "notice.ready", "2": "web.call"], to: store)
            for claim in try await claim("", at: 0, from: store) {
                _ = try await store.write { try $0.messageRefused(claim, because: "x", at: 1) }
            }
            let opened = try await store.write { try $0.reopenMessages(of: "notice.", at: 50) }
            #expect(opened == 1)
            #expect(try await claim("", at: 49, from: store).isEmpty)
            let claimed = try await claim("", at: 50, from: store)
            #expect(claimed.map(\.message.id) == ["1"] && claimed.map(\.attempt) == [1])
            let twice = try await store.write { try $0.reopenMessages(of: "notice.", at: 60) }
            #expect(twice == 0)
        }
    }

    @Test(arguments: StoreFactory.all)
    func `that was given up is forgotten after a while, what waits never`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await send(["1": "notice.a", "2": "notice.b", "3": "notice.c"], to: store)
            let claims = try await claim("", at: 0, from: store)
            try await store.write { transaction in
                _ = try transaction.messageRefused(claims[0], because: "x", at: 50)
                _ = try transaction.messageDelivered(claims[1], at: 50)
            }
            let early = try await store.write { try $0.forgetGivenUpMessages(before: 50) }
            let later = try await store.write { try $0.forgetGivenUpMessages(before: 51) }
            #expect(early == 0 && later == 1)
            let left = try await store.read {
                try $0.rows("SELECT id FROM outboxMessage ORDER BY id").map { try $0.text("id") }
            }
            #expect(left == ["2", "3"])
        }
    }
}
