// The table of fees and what orders owe by it.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The table of fees` {
    private typealias Samples = DeliveryFeeSamples

    private func decide(
        _ act: Deliveries.PlanAct, on plan: Deliveries.Plan = .init(), maySet: Bool = true,
        knows: Bool = true
    ) throws -> [Deliveries.PlanEvent] {
        try Deliveries.decide(
            act, on: plan,
            in: Deliveries.PlanSurroundings(
                person: "binh", mayRun: true, maySet: maySet, calendar: .vietnam, carriers: [],
                now: DeliveryCase.now, knowsProcess: knows))
    }

    @Test func `takes rows in the order of their numbers`() throws {
        let first = try decide(.addFee(Samples.fee()))
        var fee = Samples.fee()
        fee.number = 1
        #expect(first == [.feeAdded(at: DeliveryCase.now, by: "binh", fee: fee)])
        let plan = Samples.plan(Samples.fee(until: "2017-07-31"))
        guard
            case .feeAdded(_, _, let second)? = try decide(
                .addFee(Samples.fee(from: "2017-08-01")), on: plan
            ).first
        else {
            Issue.record("not added")
            return
        }
        #expect(second.number == 2)
    }

    /// Beside a row of officers for all procedures, 1 to 31 July.
    @Test(
        arguments: [
            (Samples.fee(from: "2017-08-01"), false), (Samples.fee(from: "2017-07-31"), true),
            (Samples.fee(from: "2017-06-01", until: "2017-06-30"), false),
            (Samples.fee(from: "2017-06-01", until: "2017-07-01"), true),
            (Samples.fee(from: "2017-06-01"), true),
            (Samples.fee(from: "2017-07-10", until: "2017-07-12"), true),
            (Samples.fee(carrier: .post), false), (Samples.fee(process: "KS-01"), false),
            (Samples.fee(payer: .atFault), false), (Samples.fee(payer: .office), true),
            (Samples.fee(amount: 0), true),
        ] as [(Deliveries.Fee, Bool)])
    func `never says two things of one delivery`(_ fee: Deliveries.Fee, _ collides: Bool) throws {
        let plan = Samples.plan(Samples.fee(until: "2017-07-31"))
        if collides {
            #expect(throws: Deliveries.Rejection.feeOverlaps(1)) {
                try decide(.addFee(fee), on: plan)
            }
        } else {
            #expect(try decide(.addFee(fee), on: plan).count == 1)
        }
    }

    @Test(
        arguments: [
            (Samples.fee(amount: -1), .amountInvalid(field: "amount")),
            (Samples.fee(amount: 10_000_001), .amountInvalid(field: "amount")),
            (Samples.fee(from: "2017-07-02", until: "2017-07-01"), .feeDaysInvalid),
        ] as [(Deliveries.Fee, Deliveries.Rejection)])
    func `refuses amounts and days that are none`(
        _ fee: Deliveries.Fee, _ rejection: Deliveries.Rejection
    ) {
        #expect(throws: rejection) { try decide(.addFee(fee)) }
    }

    @Test func `takes nothing, and the largest amount there is`() throws {
        for amount in [0, 10_000_000] {
            #expect(try decide(.addFee(Samples.fee(amount: amount))).count == 1)
        }
    }

    @Test func `rests on a decision, for a procedure of the house`() {
        var fee = Samples.fee()
        fee.source = " "
        #expect(throws: Deliveries.Rejection.sourceMissing) { try decide(.addFee(fee)) }
        fee.source = String(repeating: "q", count: 301)
        #expect(throws: Deliveries.Rejection.textTooLong(field: "source")) {
            try decide(.addFee(fee))
        }
        #expect(throws: Deliveries.Rejection.processUnknown) {
            try decide(.addFee(Samples.fee(process: "X")), knows: false)
        }
    }

    @Test func `is the business of who sets the slots`() {
        let plan = Samples.plan(Samples.fee())
        let acts: [Deliveries.PlanAct] = [
            .addFee(Samples.fee(carrier: .post)),
            .endFee(1, until: DeliverySamples.day("2017-07-31")),
            .setCentre(.init(name: "Quỹ hư cấu", cost: 150_000)),
        ]
        for act in acts {
            #expect(throws: Deliveries.Rejection.mayNotPlan) {
                try decide(act, on: plan, maySet: false)
            }
        }
    }

    /// Today is 3 July; the row has no last day.
    @Test(
        arguments: [
            ("2017-07-01", .feeEndPast), ("2017-07-02", nil), ("2017-07-03", nil),
            ("2018-01-01", nil),
        ] as [(String, Deliveries.Rejection?)])
    func `ends rows and changes none`(_ day: String, _ rejection: Deliveries.Rejection?) throws {
        let plan = Samples.plan(Samples.fee())
        let until = DeliverySamples.day(day)
        if let rejection {
            #expect(throws: rejection) { try decide(.endFee(1, until: until), on: plan) }
            return
        }
        let events = try decide(.endFee(1, until: until), on: plan)
        #expect(
            events
                == [.feeEnded(at: DeliveryCase.now, by: "binh", number: 1, until: until)])
        var ended = plan
        for event in events { ended.apply(event) }
        #expect(ended.fees?.first?.until == until)
        #expect(try decide(.endFee(1, until: until), on: ended).isEmpty, "the same says nothing")
        #expect(throws: Deliveries.Rejection.feeEndLater(until)) {
            try decide(.endFee(1, until: until + 1), on: ended)
        }
        #expect(throws: Deliveries.Rejection.feeUnknown(7)) {
            try decide(.endFee(7, until: until), on: plan)
        }
    }

    @Test func `keeps no row that ended before it began in the way of another`() throws {
        let plan = Samples.plan(Samples.fee(from: "2017-08-01", until: "2017-07-02"))
        #expect(try decide(.addFee(Samples.fee(from: "2017-08-01")), on: plan).count == 1)
    }

    @Test func `has a cost centre for presents`() throws {
        let centre = Deliveries.CostCentre(name: "Quỹ hư cấu", cost: 150_000)
        let events = try decide(.setCentre(centre))
        #expect(events == [.centreSet(at: DeliveryCase.now, by: "binh", centre: centre)])
        var plan = Deliveries.Plan()
        for event in events { plan.apply(event) }
        #expect(plan.centre == centre)
        #expect(try decide(.setCentre(centre), on: plan).isEmpty)
        for (name, cost, rejection) in [
            (" ", 0, .centreMissing), ("Quỹ", -1, .amountInvalid(field: "cost")),
            (String(repeating: "q", count: 121), 0, .textTooLong(field: "centre")),
        ] as [(String, Int, Deliveries.Rejection)] {
            #expect(throws: rejection) {
                try decide(.setCentre(.init(name: name, cost: cost)))
            }
        }
    }

    @Test(
        arguments: [
            ("2017-06-30", "KS-01", nil), ("2017-07-01", "KS-01", 15_000),
            ("2017-07-31", "KS-01", 15_000), ("2017-08-01", "KS-01", 20_000),
            ("2017-07-01", "CT-02", 20_000), ("2017-12-31", "CT-02", 20_000),
        ] as [(String, ProcessCode, Int?)])
    func `gives the row of the procedure before that of all, on its days`(
        _ day: String, _ process: ProcessCode, _ amount: Int?
    ) {
        let plan = Samples.plan(
            Samples.fee(), Samples.fee(process: "KS-01", amount: 15_000, until: "2017-07-31"),
            Samples.fee(amount: 9_000, payer: .atFault))
        let on = DeliverySamples.day(day)
        #expect(plan.fee(of: process, by: .officer, on: on)?.amount == amount)
        #expect(plan.fee(of: process, by: .post, on: on) == nil)
        #expect(
            plan.fee(of: process, by: .officer, isRepeat: true, on: on)?.amount
                == (amount == nil ? nil : 9_000))
    }
}

@Suite struct `What an order owes` {
    private typealias Samples = DeliveryFeeSamples

    private func asked(
        _ plan: Deliveries.Plan, on delivery: Deliveries.Delivery? = nil,
        payer: Deliveries.Payer = .recipient
    ) throws -> [Deliveries.Event] {
        var office = DeliveryCase()
        office.plan = plan
        office.delivery = delivery
        var entered = DeliverySamples.entered
        entered.payer = payer
        return try office.decide(.request(entered))
    }

    private func charge(
        _ attempt: Int = 1, payer: Deliveries.Payer = .recipient, amount: Int = 20_000,
        taken: Bool = false
    ) -> Deliveries.Charge {
        Deliveries.Charge(
            attempt: attempt, amount: amount, payer: payer, fee: 1,
            source: Samples.fee().source,
            taken: taken
                ? .init(at: DeliveryCase.now, by: "ha", receipt: "0012", payment: 1) : nil)
    }

    @Test func `is nothing where the office has no table`() throws {
        #expect(try asked(.init()).count == 1)
        #expect(try asked(Samples.plan(Samples.fee(from: "2017-07-04"))).count == 1, "not yet")
    }

    @Test func `is the fee in force when it was asked, and who pays it`() throws {
        for (row, payer) in [
            (Deliveries.FeePayer.recipient, Deliveries.Payer.recipient), (.office, .office),
        ] {
            let events = try asked(Samples.plan(Samples.fee(payer: row)), payer: .office)
            guard case .requested(_, _, let request)? = events.first else {
                Issue.record("not asked")
                return
            }
            #expect(request.payer == payer, "the table says who pays")
            #expect(
                events.last
                    == .charged(
                        at: DeliveryCase.now, by: "chi", charge: charge(payer: payer)))
        }
    }

    @Test func `is written anew when it is asked anew, unless it was paid`() throws {
        let plan = Samples.plan(Samples.fee(amount: 30_000))
        var delivery = DeliveryCase.delivery(.requested)
        delivery.charges = [charge()]
        #expect(try asked(plan, on: delivery).count == 2)
        delivery.charges = [charge(taken: true)]
        #expect(try asked(plan, on: delivery).count == 1)
    }

    @Test func `goes with a way that nobody went`() {
        var delivery = DeliveryCase.delivery(.requested)
        delivery.charges = [charge()]
        #expect(delivery.due == 20_000)
        delivery.apply(.broughtBack(at: DeliveryCase.now, by: "chi"))
        #expect(delivery.due == 0 && delivery.charges == nil)
    }

    private func failed(
        _ plan: Deliveries.Plan, _ standing: Deliveries.Standing = .failed
    ) -> DeliveryCase {
        var office = DeliveryCase()
        office.plan = plan
        office.delivery = DeliveryCase.delivery(standing)
        office.delivery?.attempts = [
            Deliveries.Attempt(
                number: 1, at: DeliveryCase.now, by: "ha", sentAt: DeliveryCase.now, slot: nil,
                outcome: .absent, proof: nil, receiver: nil, hasGift: false)
        ]
        return office
    }

    @Test(arguments: Deliveries.Payer.allCases)
    func `for a repeat delivery is owed by who is at fault`(_ payer: Deliveries.Payer) throws {
        let plan = Samples.plan(Samples.fee(amount: 9_000, payer: .atFault))
        for standing in [Deliveries.Standing.failed, .scheduled] {
            var office = failed(plan, standing)
            let events = try office.decide(.again(payer))
            let owed = charge(2, payer: payer, amount: 9_000)
            #expect(events == [.charged(at: DeliveryCase.now, by: "chi", charge: owed)])
            for event in events { office.delivery?.apply(event) }
            #expect(office.delivery?.due == (payer == .recipient ? 9_000 : 0))
            #expect(try office.decide(.again(payer)).isEmpty, "the same says nothing")
            office.delivery?.charges?[0].taken = charge(taken: true).taken
            #expect(throws: Deliveries.Rejection.alreadyTaken) {
                try office.decide(.again(payer))
            }
        }
    }

    @Test func `needs a row, a way that failed, and the counter`() {
        #expect(throws: Deliveries.Rejection.repeatFree) {
            try failed(Samples.plan(Samples.fee())).decide(.again(.office))
        }
        let plan = Samples.plan(Samples.fee(payer: .atFault))
        var clerkless = failed(plan)
        clerkless.isClerk = false
        #expect(throws: Deliveries.Rejection.mayNotRun) { try clerkless.decide(.again(.office)) }
        for standing in Deliveries.Standing.allCases
        where ![.failed, .scheduled].contains(standing) {
            #expect(throws: Deliveries.Rejection.notPossible(standing)) {
                try failed(plan, standing).decide(.again(.office))
            }
        }
        var first = failed(plan, .scheduled)
        first.delivery?.attempts = []
        #expect(throws: Deliveries.Rejection.notPossible(.scheduled)) {
            try first.decide(.again(.office))
        }
    }

    @Test func `is taken whole, with a receipt, by the carrier or the counter`() throws {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(.out)
        office.delivery?.charges = [
            charge(), charge(2, payer: .office), charge(3, amount: 5_000),
        ]
        for (person, isClerk) in [("ha", false), ("chi", true)] as [(PersonID, Bool)] {
            office.person = person
            office.isClerk = isClerk
            let taken = Deliveries.Taken(
                at: DeliveryCase.now, by: person, receipt: "0012", payment: 4)
            #expect(
                try office.decide(.take(receipt: "0012"))
                    == [.paid(attempts: [1, 3], amount: 25_000, taken: taken)])
        }
        for receipt in ["", " "] {
            #expect(throws: Deliveries.Rejection.receiptMissing) {
                try office.decide(.take(receipt: receipt))
            }
        }
        #expect(throws: Deliveries.Rejection.textTooLong(field: "number")) {
            try office.decide(.take(receipt: String(repeating: "1", count: 51)))
        }
        office.person = "tam"
        office.isClerk = false
        #expect(throws: Deliveries.Rejection.mayNotCarry) {
            try office.decide(.take(receipt: "0012"))
        }
    }

    @Test func `is nothing once it was paid, or where it is free or the office's`() {
        for charge in [charge(taken: true), charge(payer: .office), charge(amount: 0)] {
            var office = DeliveryCase()
            office.delivery = DeliveryCase.delivery(.out)
            office.delivery?.charges = [charge]
            #expect(throws: Deliveries.Rejection.nothingDue) {
                try office.decide(.take(receipt: "0012"))
            }
        }
    }

    @Test func `has a present beside it, by the cost centre of the day`() throws {
        var office = DeliveryCase()
        office.person = "ha"
        office.delivery = DeliveryCase.delivery(.out, gift: true)
        let given = Deliveries.Act.handOver(.init(code: "123456", giftGiven: true))
        #expect(try office.decide(given).count == 1, "none was set")
        let centre = Deliveries.CostCentre(name: "Quỹ hư cấu", cost: 150_000)
        office.plan.apply(.centreSet(at: DeliveryCase.now, by: "binh", centre: centre))
        #expect(
            try office.decide(given).last == .gifted(gift: .init(attempt: 1, centre: centre)))
        #expect(try office.decide(.handOver(.init(code: "123456"))).count == 1, "not given")
    }
}
