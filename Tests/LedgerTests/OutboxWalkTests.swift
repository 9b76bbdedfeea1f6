// Random days of an outbox with several nodes: in order, one at a time, never lost, never twice.

import Ledger
import TestStores
import Testing

/// What must hold of the outbox, kept beside it while nodes come, go and fail.
private struct OutboxModel {
    struct Message {
        var lane: String
        var dueAt: Int64
        var attempts = 0
        var claim: (node: String, until: Int64)?
        var state = State.open
    }

    enum State { case open, delivered, givenUp }

    var messages: [String: Message] = [:]
    var order: [String] = []
    var delivered: [String] = []

    func first(of lane: String) -> String? {
        order.first { messages[$0]?.lane == lane && messages[$0]?.state == .open }
    }

    /// What a claim at this instant must hand out, in order.
    func claimable(at now: Int64, limit: Int) -> [String] {
        let heads = Set(messages.values.map(\.lane)).compactMap(first)
        let due = order.filter { id in
            guard heads.contains(id), let message = messages[id] else { return false }
            return message.dueAt <= now && (message.claim?.until ?? .min) <= now
        }
        return Array(due.prefix(limit))
    }
}

@Suite struct OutboxWalkTests {
    @Test(arguments: StoreFactory.all, UInt64(1)...12)
    func `every day ends with each message delivered once or given up, in the order of its lane`(
        factory: StoreFactory, seed: UInt64
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: seed)
            var model = OutboxModel()
            var claims: [ClaimedMessage] = []
            var now: Int64 = 0
            for _ in 0..<160 {
                now += Int64(chance.number(below: 40))
                switch chance.number(below: 6) {
                case 0, 1: try await send(&model, &chance, now, store)
                case 2, 3: claims += try await claim(&model, &chance, now, store)
                case 4 where !claims.isEmpty:
                    let claim = claims.remove(at: chance.number(below: claims.count))
                    try await deliver(claim, &model, now, store)
                case 5 where !claims.isEmpty:
                    let claim = claims.remove(at: chance.number(below: claims.count))
                    try await fail(claim, &model, now, store)
                default: break
                }
                try await expectCounts(model, store)
            }
            for lane in Set(model.messages.values.map(\.lane)) {
                let own = model.delivered.filter { model.messages[$0]?.lane == lane }
                let sent = model.order.filter(own.contains)
                #expect(own == sent, "\(lane)")
                #expect(Set(own).count == own.count)
            }
        }
    }

    private func send(
        _ model: inout OutboxModel, _ chance: inout SeededChance, _ now: Int64,
        _ store: any LedgerStore
    ) async throws {
        let id = "m\(model.order.count)"
        var message = OutboxMessage.sample(id, to: "lane/\(chance.number(below: 4))")
        message.dueAt = now + Int64(chance.number(below: 3) * 30)
        model.messages[id] = OutboxModel.Message(lane: message.lane, dueAt: message.dueAt)
        model.order.append(id)
        let sent = message
        try await store.write { try $0.send(sent) }
    }

    private func claim(
        _ model: inout OutboxModel, _ chance: inout SeededChance, _ now: Int64,
        _ store: any LedgerStore
    ) async throws -> [ClaimedMessage] {
        let node = "node/\(chance.number(below: 3))"
        let limit = 1 + chance.number(below: 4)
        let expected = model.claimable(at: now, limit: limit)
        let until = now + 50
        let claimed = try await store.write {
            try $0.claimMessages(by: node, at: now, until: until, limit: limit)
        }
        for id in expected where model.messages[id]?.attempts == Outbox.attemptMaximum {
            model.messages[id]?.state = .givenUp
        }
        let alive = expected.filter { model.messages[$0]?.state == .open }
        #expect(claimed.map(\.message.id) == alive)
        for claim in claimed {
            let id = claim.message.id
            model.messages[id]?.attempts += 1
            model.messages[id]?.claim = (node, until)
            #expect(claim.attempt == model.messages[id]?.attempts && claim.claimedBy == node)
        }
        return claimed
    }

    /// Only the claim of the last attempt counts, and only while nobody else has taken it.
    private func holds(_ claim: ClaimedMessage, _ model: OutboxModel) -> Bool {
        guard let message = model.messages[claim.message.id], message.state == .open else {
            return false
        }
        return message.attempts == claim.attempt && message.claim?.node == claim.claimedBy
    }

    private func deliver(
        _ claim: ClaimedMessage, _ model: inout OutboxModel, _ now: Int64,
        _ store: any LedgerStore
    ) async throws {
        let isHeld = holds(claim, model)
        let done = try await store.write { try $0.messageDelivered(claim, at: now) }
        #expect(done == isHeld)
        if done {
            model.messages[claim.message.id]?.state = .delivered
            model.delivered.append(claim.message.id)
        }
    }

    private func fail(
        _ claim: ClaimedMessage, _ model: inout OutboxModel, _ now: Int64,
        _ store: any LedgerStore
    ) async throws {
        let isHeld = holds(claim, model)
        let outcome = try await store.write {
            try $0.messageFailed(claim, because: "mất mạng", at: now, retryAt: now + 20)
        }
        let id = claim.message.id
        if !isHeld {
            #expect(outcome == .claimLost)
        } else if claim.attempt == Outbox.attemptMaximum {
            #expect(outcome == .givenUp)
            model.messages[id]?.state = .givenUp
        } else {
            #expect(outcome == .willRetry(at: now + 20))
            model.messages[id]?.claim = nil
            model.messages[id]?.dueAt = now + 20
        }
    }

    private func expectCounts(_ model: OutboxModel, _ store: any LedgerStore) async throws {
        let counts = try await store.read { reader in
            let counts = try reader.outboxCounts()
            return [counts.open, counts.givenUp]
        }
        let states = model.messages.values.map(\.state)
        #expect(counts == [states.count { $0 == .open }, states.count { $0 == .givenUp }])
    }

    @Test(arguments: StoreFactory.all)
    func `whatever a message carries comes back as it was sent`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            var chance = SeededChance(seed: 77)
            let messages = (0..<40).map { number in
                OutboxMessage(
                    id: "m\(number)\(chance.text().replacing("\0", with: ""))", lane: "l/\(number)",
                    kind: "thư.\(number)", payload: chance.payload(),
                    dueAt: Int64(number) - 20)
            }
            try await store.write { transaction in
                for message in messages { try transaction.send(message) }
            }
            let claimed = try await store.write {
                try $0.claimMessages(by: "n", at: 100, until: 200, limit: 1000)
            }
            #expect(claimed.map(\.message) == messages)
            #expect(claimed.map(\.position) == claimed.map(\.position).sorted())
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a claim of nothing changes nothing`(factory: StoreFactory) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an"])
            let none = try await store.write {
                try $0.claimMessages(by: "n", at: 0, until: 100, limit: 0)
            }
            #expect(none.isEmpty)
            #expect(try await store.claim(at: 0).map(\.attempt) == [1])
        }
    }

    @Test(arguments: StoreFactory.all)
    func `a delivered message is neither delivered nor failed again`(
        factory: StoreFactory
    ) async throws {
        try await factory.withStore { store in
            try await store.send(["1": "an"])
            let claim = try await store.claim(at: 0)[0]
            let outcomes = try await store.write { transaction in
                [
                    try transaction.messageDelivered(claim, at: 1),
                    try transaction.messageDelivered(claim, at: 2),
                    try transaction.messageFailed(claim, because: "x", at: 3, retryAt: 4)
                        == .claimLost,
                ]
            }
            #expect(outcomes == [true, false, true])
        }
    }
}
