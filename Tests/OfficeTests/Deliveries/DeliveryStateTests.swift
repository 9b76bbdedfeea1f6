// A delivery and a plan, told event by event.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The state of a delivery` {
    private static let at = DeliverySamples.moment("2017-07-03T09:00")
    private static let slot = DeliverySamples.slot(DeliverySamples.evening)

    private static func attempt(
        _ outcome: Deliveries.Outcome, _ number: Int = 1
    ) -> Deliveries.Attempt {
        Deliveries.Attempt(
            number: number, at: at + 60 * number, by: "ha", sentAt: at + 30 * number, slot: slot,
            outcome: outcome, proof: outcome == .delivered ? .code : nil, receiver: nil,
            hasGift: false)
    }

    private static func told(_ events: [Deliveries.Event]) throws -> Deliveries.Delivery {
        let first = Deliveries.Event.requested(
            at: at, by: "citizen", request: DeliverySamples.request)
        return try #require(
            ([first] + events).reduce(Deliveries.Delivery?.none) {
                Deliveries.Delivery.after($1, $0)
            })
    }

    private static let scheduled = Deliveries.Event.scheduled(
        at: at + 1, by: "chi", slot: slot, officer: "ha")
    private static let sent = Deliveries.Event.sent(at: at + 2, by: "ha")

    @Test(
        arguments: [
            ([], .requested), ([scheduled], .scheduled), ([scheduled, scheduled], .scheduled),
            ([scheduled, sent], .out),
            ([scheduled, sent, .codeMistaken(at: at, by: "ha")], .out),
            ([scheduled, sent, .failed(attempt: attempt(.absent))], .failed),
            ([scheduled, sent, .delivered(attempt: attempt(.delivered))], .delivered),
            ([scheduled, .broughtBack(at: at, by: "chi")], .counter),
            (
                [scheduled, sent, .failed(attempt: attempt(.absent)), scheduled],
                .scheduled
            ),
        ] as [([Deliveries.Event], Deliveries.Standing)])
    func `follows from what happened`(
        _ events: [Deliveries.Event], _ standing: Deliveries.Standing
    ) throws {
        let delivery = try Self.told(events)
        #expect(delivery.standing == standing)
        #expect(delivery.standing.isOpen == ![.delivered, .counter].contains(standing))
    }

    @Test func `has a slot and a carrier from scheduling to what came of it`() throws {
        #expect(try Self.told([]).slot == nil)
        let scheduled = try Self.told([Self.scheduled])
        #expect(scheduled.slot == Self.slot && scheduled.officer == "ha")
        #expect(scheduled.changedAt == Self.at + 1)
        let out = try Self.told([Self.scheduled, Self.sent])
        #expect(out.sentAt == Self.at + 2 && out.slot == Self.slot)
        let failed = try Self.told(
            [Self.scheduled, Self.sent, .failed(attempt: Self.attempt(.refused))])
        #expect(failed.slot == nil && failed.officer == nil && failed.sentAt == nil)
        let done = try Self.told(
            [Self.scheduled, Self.sent, .delivered(attempt: Self.attempt(.delivered))])
        #expect(done.slot == Self.slot && done.officer == "ha", "who brought it stays to be seen")
        #expect(done.changedAt == Self.at + 60 && done.sentAt == nil)
    }

    @Test func `counts wrong codes until it is asked anew`() throws {
        let wrong = Deliveries.Event.codeMistaken(at: Self.at, by: "ha")
        let locked = try Self.told(
            [Self.scheduled, Self.sent]
                + Array(repeating: wrong, count: Deliveries.mistakesMaximum))
        #expect(locked.isCodeLocked && locked.mistakes == Deliveries.mistakesMaximum)
        var open = locked
        open.mistakes -= 1
        #expect(!open.isCodeLocked)
        let anew = try Self.told([
            wrong, .broughtBack(at: Self.at, by: "chi"),
            .requested(at: Self.at + 9, by: "chi", request: DeliverySamples.request),
        ])
        #expect(anew.mistakes == 0 && anew.requestedBy == "chi")
        #expect(anew.requestedAt == Self.at + 9)
    }

    @Test func `keeps every attempt, also when it is asked anew`() throws {
        let delivery = try Self.told([
            Self.scheduled, Self.sent, .failed(attempt: Self.attempt(.absent)), Self.scheduled,
            Self.sent, .failed(attempt: Self.attempt(.wrongAddress, 2)),
            .broughtBack(at: Self.at, by: "chi"),
            .requested(at: Self.at, by: "chi", request: DeliverySamples.request),
        ])
        #expect(delivery.attempts.map(\.outcome) == [.absent, .wrongAddress])
        #expect(delivery.attempts.map(\.number) == [1, 2])
    }

    @Test func `stands in lists by its slot, then by how long it waits, closed ones last first`()
        throws
    {
        let asked = try Self.told([])
        #expect(asked.listOrder == Self.at.rawValue)
        #expect(try Self.told([Self.scheduled]).listOrder == Self.slot.start.rawValue)
        let failed = try Self.told(
            [Self.scheduled, Self.sent, .failed(attempt: Self.attempt(.absent))])
        #expect(failed.listOrder == (Self.at + 60).rawValue)
        let early = try Self.told([.broughtBack(at: Self.at + 5, by: "chi")])
        let late = try Self.told([.broughtBack(at: Self.at + 6, by: "chi")])
        #expect(late.listOrder < early.listOrder)
        #expect(asked.listOrder < late.listOrder)
    }

    @Test func `reads back as it was saved`() throws {
        for events in [
            [], [Self.scheduled], [Self.scheduled, Self.sent],
            [Self.scheduled, Self.sent, .delivered(attempt: Self.attempt(.delivered))],
        ] {
            let delivery = try Self.told(events)
            let value = try EventEncoding.value(of: delivery)
            #expect(try EventDecoding.value(Deliveries.Delivery.self, from: value) == delivery)
        }
        var plan = Deliveries.Plan()
        plan.apply(.slotsSet(at: Self.at, by: "binh", rules: Deliveries.usualSlots))
        plan.apply(.rostered(at: Self.at, by: "chi", slot: Self.slot, officer: "ha"))
        let value = try EventEncoding.value(of: plan)
        #expect(try EventDecoding.value(Deliveries.Plan.self, from: value) == plan)
    }
}
