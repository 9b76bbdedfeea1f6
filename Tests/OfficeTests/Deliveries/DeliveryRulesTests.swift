// What may be done with a delivery, in the order in which it is asked.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What deciding knows, each part to be changed by a test.
struct DeliveryCase {
    static let now = DeliverySamples.moment("2017-07-03T16:00")
    static let home = Deliveries.Terms(
        requiresPresence: false, carriers: [.officer, .post], hasGift: true)

    var person: PersonID = "chi"
    var isCitizen = false
    var isClerk = true
    var status = Dossiers.Status.resultReady
    var terms = home
    var plan = Deliveries.Plan()
    var isAtCounter = true
    var carriers: Set<PersonID> = ["ha", "tam"]
    var code: String? = "123456"
    var now = now
    var delivery: Deliveries.Delivery?
    var pictures: [Attachments.Arrived] = []
    var process: ProcessCode? = "KS-01"

    static func delivery(
        _ standing: Deliveries.Standing, carrier: Deliveries.Carrier = .officer,
        gift: Bool = false, mistakes: Int = 0
    ) -> Deliveries.Delivery {
        var request = DeliverySamples.request
        request.carrier = carrier
        request.hasGift = gift
        var delivery = Deliveries.Delivery(
            request: request, requestedAt: now - 60, requestedBy: "citizen", standing: standing,
            changedAt: now - 30)
        delivery.mistakes = mistakes
        if carrier == .officer, [.scheduled, .out].contains(standing) {
            delivery.slot = DeliverySamples.slot(DeliverySamples.evening)
            delivery.officer = "ha"
        }
        if standing == .out { delivery.sentAt = now - 10 }
        return delivery
    }

    func decide(_ act: Deliveries.Act) throws -> [Deliveries.Event] {
        try Deliveries.decide(
            act, on: delivery,
            in: Deliveries.Surroundings(
                person: person, isCitizen: isCitizen, isClerk: isClerk, status: status,
                terms: terms, plan: plan, calendar: .vietnam, isAtCounter: isAtCounter,
                carriers: carriers, code: code, now: now,
                marks: Deliveries.Marks(
                    recipient: DeliverySamples.mark("recipient"),
                    code: DeliverySamples.mark("code"),
                    receiver: DeliverySamples.mark("receiver")), pictures: pictures,
                process: process, payment: 4))
    }
}

extension LocalMinute {
    fileprivate static func - (moment: LocalMinute, minutes: Int) -> LocalMinute {
        moment + -minutes
    }
}

@Suite struct `Asking for a result at home` {
    private func entered(
        _ change: (inout Deliveries.Entered) -> Void
    ) -> Deliveries.Act {
        var entered = DeliverySamples.entered
        change(&entered)
        return .request(entered)
    }

    @Test func `tells what was asked, by whom and when, and no personal value`() throws {
        var office = DeliveryCase()
        office.isClerk = false
        office.isCitizen = true
        office.person = Deliveries.citizen.person
        let events = try office.decide(
            entered {
                $0.hasGift = true
                $0.wish = DeliverySamples.moment("2017-07-04T17:30")
                $0.payer = .office
            })
        var request = DeliverySamples.request
        request.hasGift = true
        request.payer = .office
        request.wish = DeliverySamples.slot("2017-07-04T17:30")
        #expect(events == [.requested(at: DeliveryCase.now, by: "citizen", request: request)])
        #expect(!"\(events)".contains("Minh Họa"))
    }

    @Test(arguments: [
        (Dossiers.Status.received, true), (.processing, true), (.awaitingSupplement, true),
        (.awaitingDuty, true), (.resultReady, true), (.returned, false), (.refused, false),
        (.withdrawn, false), (.stopped, false),
    ])
    func `is for a dossier that is not closed`(_ status: Dossiers.Status, _ may: Bool) throws {
        var office = DeliveryCase()
        office.status = status
        if may {
            #expect(try office.decide(.request(DeliverySamples.entered)).count == 1)
        } else {
            #expect(throws: Deliveries.Rejection.dossierEnded(status)) {
                try office.decide(.request(DeliverySamples.entered))
            }
        }
    }

    @Test func `is never for a result that both must receive in person`() {
        var office = DeliveryCase()
        office.terms = Deliveries.Terms(
            requiresPresence: true, carriers: [.officer, .post], hasGift: true)
        #expect(office.terms.carriers.isEmpty && !office.terms.isOffered)
        for isCitizen in [true, false] {
            office.isCitizen = isCitizen
            #expect(throws: Deliveries.Rejection.presenceRequired) {
                try office.decide(.request(DeliverySamples.entered))
            }
        }
    }

    @Test func `is not for a procedure whose sheet names no such way`() {
        var office = DeliveryCase()
        office.terms = Deliveries.Terms(requiresPresence: false, carriers: [], hasGift: true)
        #expect(throws: Deliveries.Rejection.notOffered) {
            try office.decide(.request(DeliverySamples.entered))
        }
    }

    @Test func `is for the applicant and for the counter`() throws {
        var office = DeliveryCase()
        office.isClerk = false
        #expect(throws: Deliveries.Rejection.mayNotRun) {
            try office.decide(.request(DeliverySamples.entered))
        }
        office.isCitizen = true
        #expect(try office.decide(.request(DeliverySamples.entered)).count == 1)
    }

    @Test(
        arguments: [
            ("name", "", .nameMissing), ("name", " \n", .nameMissing),
            ("name", String(repeating: "a", count: 201), .textTooLong(field: "name")),
            ("phone", "", .phoneInvalid), ("phone", "912345678", .phoneInvalid),
            ("phone", "0912", .phoneInvalid), ("phone", "09123456789012", .phoneInvalid),
            ("phone", "không có", .phoneInvalid),
            ("address", "", .addressMissing), ("address", "   ", .addressMissing),
            ("address", String(repeating: "a", count: 301), .textTooLong(field: "address")),
        ] as [(String, String, Deliveries.Rejection)])
    func `needs to know to whom and where`(
        _ field: String, _ value: String, _ rejection: Deliveries.Rejection
    ) {
        let act = entered {
            switch field {
            case "name": $0.recipient.name = value
            case "phone": $0.recipient.phone = value
            default: $0.recipient.address = value
            }
        }
        #expect(throws: rejection) { try DeliveryCase().decide(act) }
        #expect(rejection.field == field)
    }

    @Test func `takes the longest that fits`() throws {
        let act = entered {
            $0.recipient.name = String(repeating: "ă", count: Deliveries.nameMaximum)
            $0.recipient.address = String(repeating: "ệ", count: Deliveries.addressMaximum)
            $0.recipient.phone = "0912.345.6789"
        }
        #expect(try DeliveryCase().decide(act).count == 1)
    }

    @Test func `comes only in a way that the procedure has`() throws {
        var office = DeliveryCase()
        office.terms.carriers = [.officer]
        #expect(throws: Deliveries.Rejection.carrierNotOffered) {
            try office.decide(entered { $0.carrier = .post })
        }
        office.terms.carriers = [.post]
        #expect(throws: Deliveries.Rejection.carrierNotOffered) {
            try office.decide(entered { $0.carrier = .officer })
        }
        #expect(try office.decide(entered { $0.carrier = .post }).count == 1)
    }

    @Test func `has flowers and a card for a birth that an officer brings, else not`() throws {
        var office = DeliveryCase()
        #expect(try office.decide(entered { $0.hasGift = true }).count == 1)
        #expect(throws: Deliveries.Rejection.giftNotOffered) {
            try office.decide(
                entered {
                    $0.hasGift = true
                    $0.carrier = .post
                })
        }
        office.terms.hasGift = false
        #expect(throws: Deliveries.Rejection.giftNotOffered) {
            try office.decide(entered { $0.hasGift = true })
        }
        #expect(try office.decide(entered { $0.hasGift = false }).count == 1)
    }

    @Test(
        arguments: [
            ("2017-07-03T17:30", nil), ("2017-07-08T08:00", nil), ("2017-07-09T14:00", nil),
            ("2017-07-03T17:31", .slotUnknown), ("2017-07-04T09:00", .slotUnknown),
            ("2017-07-08T17:30", .slotUnknown), ("2017-06-30T17:30", .slotPast),
            ("2017-09-01T17:30", nil), ("2017-09-04T17:30", .slotUnknown),
        ] as [(String, Deliveries.Rejection?)])
    func `is wished for a slot of the office that is still to come`(
        _ start: String, _ rejection: Deliveries.Rejection?
    ) throws {
        let act = entered { $0.wish = DeliverySamples.moment(start) }
        if let rejection {
            #expect(throws: rejection) { try DeliveryCase().decide(act) }
        } else {
            #expect(try DeliveryCase().decide(act).count == 1)
        }
    }

    @Test(
        arguments: [
            (.requested, nil), (.counter, nil), (.scheduled, .underWay(.scheduled)),
            (.out, .underWay(.out)), (.failed, .underWay(.failed)),
            (.delivered, .alreadyDelivered(DeliverySamples.moment("2017-07-03T15:30"))),
        ] as [(Deliveries.Standing, Deliveries.Rejection?)])
    func `may be changed until it is scheduled, and asked anew from the counter`(
        _ standing: Deliveries.Standing, _ rejection: Deliveries.Rejection?
    ) throws {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(standing)
        if let rejection {
            #expect(throws: rejection) {
                try office.decide(.request(DeliverySamples.entered))
            }
        } else {
            #expect(try office.decide(.request(DeliverySamples.entered)).count == 1)
        }
    }
}

@Suite struct `Scheduling a delivery` {
    private let start = DeliverySamples.moment(DeliverySamples.evening)

    private func office(_ standing: Deliveries.Standing) -> DeliveryCase {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(standing)
        return office
    }

    @Test func `puts it into a slot with an officer`() throws {
        let events = try office(.requested).decide(.schedule(start, officer: "tam"))
        #expect(
            events == [
                .scheduled(
                    at: DeliveryCase.now, by: "chi",
                    slot: DeliverySamples.slot(DeliverySamples.evening), officer: "tam")
            ])
    }

    @Test func `takes who is on duty when nobody is named`() throws {
        var office = office(.requested)
        #expect(throws: Deliveries.Rejection.officerMissing) {
            try office.decide(.schedule(start, officer: nil))
        }
        office.plan.roster = [
            Deliveries.Duty(
                slot: DeliverySamples.slot(DeliverySamples.evening), officer: "ha")
        ]
        let events = try office.decide(.schedule(start, officer: nil))
        guard case .scheduled(_, _, _, let officer)? = events.first else {
            Issue.record("not scheduled")
            return
        }
        #expect(officer == "ha")
    }

    @Test func `names somebody of the office`() {
        #expect(throws: Deliveries.Rejection.officerUnknown) {
            try office(.requested).decide(.schedule(start, officer: "la"))
        }
    }

    @Test(arguments: Deliveries.Standing.allCases)
    func `is for what waits, was put off or was missed`(
        _ standing: Deliveries.Standing
    ) throws {
        let act = Deliveries.Act.schedule(start, officer: "ha")
        if [.requested, .scheduled, .failed].contains(standing) {
            #expect(try office(standing).decide(act).count == 1)
        } else {
            #expect(throws: Deliveries.Rejection.notPossible(standing)) {
                try office(standing).decide(act)
            }
        }
    }

    @Test func `is the counter's, never the citizen's nor the carrier's`() {
        for (isCitizen, person) in [(true, "citizen"), (false, "ha")] as [(Bool, PersonID)] {
            var office = office(.requested)
            office.isClerk = false
            office.isCitizen = isCitizen
            office.person = person
            #expect(throws: Deliveries.Rejection.mayNotRun) {
                try office.decide(.schedule(start, officer: "ha"))
            }
        }
    }

    @Test func `waits for no slot of ours where the post carries`() {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(.requested, carrier: .post)
        #expect(throws: Deliveries.Rejection.postHasNoSlot) {
            try office.decide(.schedule(start, officer: "ha"))
        }
    }

    @Test func `stops where the dossier ended or presence became required`() {
        var office = office(.requested)
        office.status = .returned
        #expect(throws: Deliveries.Rejection.dossierEnded(.returned)) {
            try office.decide(.schedule(start, officer: "ha"))
        }
        office.status = .resultReady
        office.terms = Deliveries.Terms(requiresPresence: true, carriers: [], hasGift: false)
        #expect(throws: Deliveries.Rejection.presenceRequired) {
            try office.decide(.schedule(start, officer: "ha"))
        }
    }

    @Test func `needs an order`() {
        #expect(throws: Deliveries.Rejection.notPossible(.counter)) {
            try DeliveryCase().decide(.schedule(start, officer: "ha"))
        }
    }
}

@Suite struct `Taking a delivery back to the counter` {
    @Test(arguments: Deliveries.Standing.allCases, [true, false])
    func `is for what is not out and not handed over`(
        _ standing: Deliveries.Standing, _ isCitizen: Bool
    ) throws {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(standing)
        office.isCitizen = isCitizen
        office.isClerk = !isCitizen
        switch standing {
        case .requested, .scheduled, .failed:
            #expect(
                try office.decide(.back) == [.broughtBack(at: DeliveryCase.now, by: "chi")])
        case .delivered:
            #expect(
                throws: Deliveries.Rejection.alreadyDelivered(
                    DeliverySamples.moment("2017-07-03T15:30"))
            ) { try office.decide(.back) }
        case .out, .counter:
            #expect(throws: Deliveries.Rejection.notPossible(standing)) {
                try office.decide(.back)
            }
        }
    }

    @Test func `works where the dossier has ended, so that nothing stays open`() throws {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(.scheduled)
        office.status = .returned
        #expect(try office.decide(.back).count == 1)
    }

    @Test func `is not the carrier's`() {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(.scheduled)
        office.isClerk = false
        office.person = "ha"
        #expect(throws: Deliveries.Rejection.mayNotRun) { try office.decide(.back) }
    }
}
