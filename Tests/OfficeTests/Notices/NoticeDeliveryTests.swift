// Notices leave: once where all goes well, again where it does not, and given up where it cannot.

import Engine
import Ledger
import Mail
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Delivering notices` {
    private func states(_ office: DossierTestOffice) async throws -> [Int] {
        try await office.noticeRows().map { try $0.int("state") }
    }

    @Test func `hands over all that is due, in order, and nothing twice`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            _ = try await office.receiveWithAddress()
            try await office.act(.close(.withdrawn, reason: "x"), on: code, by: "chi")
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 3 && delivered.failures.isEmpty)
            let ids = try await office.noticeIDs()
            #expect(Set(box.mails.map(\.id)) == Set(ids) && box.mails.count == 3)
            let own = box.mails.filter { $0.id.contains(code) }.map(\.subject)
            #expect(own == ["Đã tiếp nhận hồ sơ \(code)", "Đã rút hồ sơ \(code)"])
            #expect(try await office.deliver(to: box) == Notices.Delivered())
            #expect(try await states(office) == [1, 1, 1])
        }
    }

    @Test func `waits longer after each failure, and gives up after days`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithAddress()
            let box = NoticeTestBox(usual: .deferred("recipient: 451"))
            var waited: Int64 = 0
            for attempt in 1...Outbox.attemptMaximum {
                let delivered = try await office.deliver(to: box)
                #expect(box.mails.count == attempt)
                #expect(delivered.failures.count == 1)
                if attempt == Outbox.attemptMaximum {
                    #expect(delivered.givenUp == 1 && delivered.postponed == 0)
                    break
                }
                #expect(delivered.postponed == 1 && delivered.givenUp == 0)
                let delay = Notices.delayMilliseconds(after: attempt) / 60_000
                waited += delay
                office.sources.set(office.now + Int(delay) + -1)
                #expect(try await office.deliver(to: box) == Notices.Delivered(), "not yet")
                office.sources.set(office.now + 1)
            }
            #expect(waited > 4 * 24 * 60, "RFC 5321, 4.5.4.1: four or five days")
            #expect(Set(box.mails.map(\.id)).count == 1, "the same Message-ID each time")
            office.sources.set(office.now + 100_000)
            #expect(try await office.deliver(to: box) == Notices.Delivered())
            #expect(try await states(office) == [2])
        }
    }

    @Test func `grows its delays and never goes beyond the last`() {
        let delays = (1...20).map { Notices.delayMilliseconds(after: $0) }
        #expect(zip(delays, delays.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(delays[0] == 60_000 && delays[19] == 24 * 3_600_000)
        #expect(Notices.delayMilliseconds(after: 0) == delays[0])
        #expect(Notices.delayMinutes.count == Outbox.attemptMaximum - 1)
        #expect(MailLimits().wholeMilliseconds < Notices.claimMilliseconds)
    }

    @Test func `gives up at once what is refused, and goes on with the next`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            _ = try await office.receiveWithAddress()
            try await office.act(.close(.withdrawn, reason: "x"), on: code, by: "chi")
            let box = NoticeTestBox([.refused("recipient: 550 5.1.1")])
            let delivered = try await office.deliver(to: box)
            #expect(delivered.givenUp == 1 && delivered.sent == 2)
            #expect(delivered.failures.first?.hasSuffix("/received: recipient: 550 5.1.1") == true)
            #expect(try await states(office) == [2, 1, 1])
        }
    }

    @Test func `ends its pass when the relay cannot be reached`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<3 { _ = try await office.receiveWithAddress() }
            let box = NoticeTestBox([.unreachable("connect: errno 111")])
            let delivered = try await office.deliver(to: box)
            #expect(delivered.postponed == 1 && box.mails.count == 1)
            #expect(try await office.deliver(to: box).sent == 2)
            office.sources.set(office.now + 1)
            #expect(try await office.deliver(to: box).sent == 1)
        }
    }

    /// The address may be gone by then: then nobody is told, and nothing is wrong.
    @Test func `ends quietly what has nobody to go to any more`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            try await office.desk.store.write { transaction in
                _ = try transaction.erasePersonal(
                    stream: Dossiers.stream(of: code), at: 1, basis: "Luật 91/2025/QH15")
            }
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.ended == 1 && delivered.sent == 0 && delivered.failures.isEmpty)
            #expect(box.mails.isEmpty)
            #expect(try await states(office) == [1])
            // What happens later makes no new one either.
            try await office.act(.close(.withdrawn, reason: "x"), on: code, by: "chi")
            #expect(try await office.notices().count == 1)
        }
    }

    @Test func `gives up what it cannot read, and says so`() async throws {
        try await DossierTestOffice.run { office in
            let gone: Payload = ["code": .text("khong-co"), "version": .int(1), "index": .int(0)]
            let messages = [("a", "notice.ready", gone), ("b", "notice.later", gone)].map {
                OutboxMessage(id: $0.0, lane: $0.0, kind: $0.1, payload: $0.2, dueAt: 0)
            }
            try await office.desk.store.write { transaction in
                for message in messages { try transaction.send(message) }
                try transaction.send(
                    OutboxMessage(id: "c", lane: "c", kind: "notice.ready", payload: [:], dueAt: 0))
            }
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.givenUp == 3 && box.mails.isEmpty)
            #expect(
                delivered.failures == [
                    "a: write: dossiers.unknown", "b: write: unknown", "c: write: unknown",
                ])
        }
    }

    @Test func `leaves alone what is no notice`() async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.store.write {
                try $0.send(
                    OutboxMessage(id: "x", lane: "x", kind: "web.call", payload: [:], dueAt: 0))
            }
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box) == Notices.Delivered())
            #expect(try await states(office) == [0])
        }
    }

    @Test func `on several nodes hands each over once`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<24 { _ = try await office.receiveWithAddress() }
            let box = NoticeTestBox()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for node in 0..<4 {
                    group.addTask {
                        try await office.deliver(to: box, as: "node/\(node)").sent
                    }
                }
                var sent = 0
                for try await count in group { sent += count }
                #expect(sent == 24)
            }
            #expect(box.mails.count == 24 && Set(box.mails.map(\.id)).count == 24)
        }
    }

    /// At least once: what a node had in its hands when it failed is free after the claim.
    @Test func `goes on with what another node dropped, under the same id`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithAddress()
            let now = office.sources.now.milliseconds
            let claimed = try await office.desk.store.write {
                try $0.claimMessages(
                    of: Notices.family, by: "node/dead", at: now,
                    until: now + Notices.claimMilliseconds, limit: 1)
            }
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box) == Notices.Delivered())
            office.sources.set(office.now + Int(Notices.claimMilliseconds / 60_000))
            #expect(try await office.deliver(to: box).sent == 1)
            #expect(box.mails.map(\.id) == claimed.map(\.message.id))
        }
    }

    @Test func `waits for nothing when there is nothing`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            #expect(try await office.deliver(to: NoticeTestBox()) == Notices.Delivered())
            #expect(try await office.sequence() == before, "the ledger is not touched")
        }
    }
}

@Suite struct `The round` {
    @Test func `forgets what was delivered a week ago and given up three months ago`()
        async throws
    {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithAddress()
            _ = try await office.receiveWithAddress()
            _ = try await office.deliver(to: NoticeTestBox([.refused("content: 554")]))
            _ = try await office.receiveWithAddress()
            func left() async throws -> [Int] {
                try await office.noticeRows().map { try $0.int("state") }
            }
            #expect(try await left() == [2, 1, 0])
            try office.set("2017-07-10T09:00")
            _ = try await office.round()
            #expect(try await left() == [2, 1, 0], "a week is not over")
            try office.set("2017-07-10T11:00")
            _ = try await office.round()
            #expect(try await left() == [2, 0], "what waits is kept")
            try office.set("2017-10-02T09:00")
            _ = try await office.round()
            #expect(try await left() == [0])
        }
    }
}
