// Leaving with the result and what happens at the door.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Leaving with a result` {
    private func office(
        _ standing: Deliveries.Standing = .scheduled, carrier: Deliveries.Carrier = .officer
    ) -> DeliveryCase {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(standing, carrier: carrier)
        if carrier == .officer {
            office.person = "ha"
            office.isClerk = false
        }
        return office
    }

    @Test func `is written down by who carries it`() throws {
        #expect(try office().decide(.send) == [.sent(at: DeliveryCase.now, by: "ha")])
    }

    @Test(arguments: ["chi", "tam", "anh", "citizen"] as [PersonID])
    func `is not for others, not even the counter`(_ person: PersonID) {
        var office = office()
        office.person = person
        office.isClerk = true
        #expect(throws: Deliveries.Rejection.mayNotCarry) { try office.decide(.send) }
    }

    @Test(arguments: Deliveries.Standing.allCases)
    func `needs a time that was set`(_ standing: Deliveries.Standing) throws {
        var office = office(standing)
        office.delivery?.officer = "ha"
        if standing == .scheduled {
            #expect(try office.decide(.send).count == 1)
        } else {
            #expect(throws: Deliveries.Rejection.notPossible(standing)) {
                try office.decide(.send)
            }
        }
    }

    @Test(arguments: Deliveries.Standing.allCases)
    func `needs no time of ours where the post carries`(_ standing: Deliveries.Standing) throws {
        let office = office(standing, carrier: .post)
        if [.requested, .failed].contains(standing) {
            #expect(try office.decide(.send) == [.sent(at: DeliveryCase.now, by: "chi")])
        } else {
            #expect(throws: Deliveries.Rejection.notPossible(standing)) {
                try office.decide(.send)
            }
        }
    }

    @Test func `is the counter's where the post carries`() {
        var office = office(.requested, carrier: .post)
        office.isClerk = false
        #expect(throws: Deliveries.Rejection.mayNotRun) { try office.decide(.send) }
    }

    @Test(
        arguments: [
            (.received, .resultNotReady), (.processing, .resultNotReady),
            (.awaitingSupplement, .resultNotReady), (.awaitingDuty, .resultNotReady),
            (.returned, .dossierEnded(.returned)), (.refused, .dossierEnded(.refused)),
            (.withdrawn, .dossierEnded(.withdrawn)), (.stopped, .dossierEnded(.stopped)),
        ] as [(Dossiers.Status, Deliveries.Rejection)])
    func `needs a result that is ready and not fetched`(
        _ status: Dossiers.Status, _ rejection: Deliveries.Rejection
    ) {
        var office = office()
        office.status = status
        #expect(throws: rejection) { try office.decide(.send) }
    }

    @Test func `needs the result at the counter`() {
        var office = office()
        office.isAtCounter = false
        #expect(throws: Deliveries.Rejection.resultNotAtCounter) { try office.decide(.send) }
    }

    @Test func `is on the day that was set`() throws {
        var office = office()
        for (moment, may) in [
            ("2017-07-02T17:30", false), ("2017-07-03T00:00", true), ("2017-07-03T23:59", true),
            ("2017-07-04T00:00", false),
        ] {
            office.now = DeliverySamples.moment(moment)
            if may {
                #expect(try office.decide(.send).count == 1)
            } else {
                #expect(
                    throws: Deliveries.Rejection.otherDay(DeliverySamples.day("2017-07-03"))
                ) { try office.decide(.send) }
            }
        }
    }

    @Test func `stops where presence became required since`() {
        var office = office()
        office.terms = Deliveries.Terms(requiresPresence: true, carriers: [], hasGift: false)
        #expect(throws: Deliveries.Rejection.presenceRequired) { try office.decide(.send) }
    }
}

@Suite struct `At the door` {
    private func office(
        gift: Bool = false, mistakes: Int = 0, carrier: Deliveries.Carrier = .officer
    ) -> DeliveryCase {
        var office = DeliveryCase()
        office.delivery = DeliveryCase.delivery(
            .out, carrier: carrier, gift: gift, mistakes: mistakes)
        if carrier == .officer {
            office.person = "ha"
            office.isClerk = false
        }
        return office
    }

    private func attempt(
        _ outcome: Deliveries.Outcome, by person: PersonID = "ha", proof: Deliveries.Proof? = nil
    ) -> Deliveries.Attempt {
        Deliveries.Attempt(
            number: 1, at: DeliveryCase.now, by: person, sentAt: DeliveryCase.now + -10,
            slot: DeliverySamples.slot(DeliverySamples.evening), outcome: outcome, proof: proof,
            receiver: proof == .paper ? DeliverySamples.mark("receiver") : nil, hasGift: false)
    }

    @Test(arguments: ["123456", "123 456", " 12 34 56 "])
    func `the code of the citizen shows that it is the right one`(_ code: String) throws {
        let events = try office().decide(.handOver(.init(code: code)))
        #expect(events == [.delivered(attempt: attempt(.delivered, proof: .code))])
    }

    @Test(arguments: ["123457", "12345", "1234567", "000000", "abcdef", "１２３４５６"])
    func `a wrong code is written down and hands nothing over`(_ code: String) throws {
        let events = try office().decide(.handOver(.init(code: code)))
        #expect(events == [.codeMistaken(at: DeliveryCase.now, by: "ha")])
    }

    @Test func `after so many wrong codes none counts, not even the right one`() throws {
        for mistakes in 0..<Deliveries.mistakesMaximum {
            let events = try office(mistakes: mistakes).decide(.handOver(.init(code: "123456")))
            #expect(events.count == 1, "\(mistakes)")
        }
        #expect(throws: Deliveries.Rejection.codeLocked) {
            try office(mistakes: Deliveries.mistakesMaximum)
                .decide(.handOver(.init(code: "123456")))
        }
    }

    @Test func `then, and where the citizen has no code, a paper is seen`() throws {
        for mistakes in [0, Deliveries.mistakesMaximum] {
            let events = try office(mistakes: mistakes)
                .decide(.handOver(.init(receiver: "Lê Văn Nhận", paper: "8901")))
            #expect(events == [.delivered(attempt: attempt(.delivered, proof: .paper))])
        }
    }

    @Test func `a code that was erased is no code`() throws {
        var office = office()
        office.code = nil
        #expect(
            try office.decide(.handOver(.init(code: "123456")))
                == [.codeMistaken(at: DeliveryCase.now, by: "ha")])
    }

    @Test(
        arguments: [
            ("", "", .proofMissing), ("", "8901", .checkMissing(field: "receiver")),
            (" ", "8901", .checkMissing(field: "receiver")),
            ("Lê Văn Nhận", "", .paperInvalid), ("Lê Văn Nhận", "890", .paperInvalid),
            ("Lê Văn Nhận", "89012", .paperInvalid), ("Lê Văn Nhận", "89-1", .paperInvalid),
            ("Lê Văn Nhận", "ăâêô", .paperInvalid),
            (String(repeating: "a", count: 201), "8901", .textTooLong(field: "receiver")),
        ] as [(String, String, Deliveries.Rejection)])
    func `a paper has a name and its last four signs`(
        _ receiver: String, _ paper: String, _ rejection: Deliveries.Rejection
    ) {
        #expect(throws: rejection) {
            try office().decide(.handOver(.init(receiver: receiver, paper: paper)))
        }
    }

    @Test(arguments: [
        (false, true, "identity"), (true, false, "receipt"), (false, false, "identity"),
    ])
    func `the check is that of the counter: who it is, and the receipt`(
        _ identity: Bool, _ receipt: Bool, _ field: String
    ) {
        for code in ["123456", "999999", ""] {
            #expect(throws: Deliveries.Rejection.checkMissing(field: field)) {
                try office().decide(
                    .handOver(
                        .init(
                            code: code, receiver: "Lê Văn Nhận", paper: "8901",
                            identityChecked: identity, receiptChecked: receipt)))
            }
        }
    }

    @Test func `flowers are noted where they were asked for, else not`() throws {
        for (asked, given, noted) in [
            (true, true, true), (true, false, false), (false, true, false),
        ] {
            let events = try office(gift: asked)
                .decide(.handOver(.init(code: "123456", giftGiven: given)))
            guard case .delivered(let attempt)? = events.first else {
                Issue.record("not delivered")
                continue
            }
            #expect(attempt.hasGift == noted)
        }
    }

    @Test(arguments: Deliveries.Outcome.failures)
    func `that nobody received is noted with its reason`(
        _ outcome: Deliveries.Outcome
    ) throws {
        #expect(
            try office().decide(.fail(outcome)) == [.failed(attempt: attempt(outcome))])
    }

    @Test func `handing over is no failure`() {
        #expect(throws: Deliveries.Rejection.proofMissing) {
            try office().decide(.fail(.delivered))
        }
    }

    @Test(arguments: Deliveries.Standing.allCases.filter { $0 != .out })
    func `nothing is handed over that nobody left with`(_ standing: Deliveries.Standing) {
        var office = office()
        office.delivery?.standing = standing
        let acts: [Deliveries.Act] = [.handOver(.init(code: "123456")), .fail(.absent)]
        for act in acts {
            let rejection: Deliveries.Rejection =
                standing == .delivered
                ? .alreadyDelivered(DeliverySamples.moment("2017-07-03T15:30"))
                : .notPossible(standing)
            #expect(throws: rejection) { try office.decide(act) }
        }
    }

    @Test(arguments: ["chi", "tam", "citizen"] as [PersonID])
    func `only who carries writes it`(_ person: PersonID) {
        var office = office()
        office.person = person
        office.isClerk = true
        for act: Deliveries.Act in [.handOver(.init(code: "123456")), .fail(.absent)] {
            #expect(throws: Deliveries.Rejection.mayNotCarry) { try office.decide(act) }
        }
    }

    @Test func `what the post reports the counter writes`() throws {
        var office = office(carrier: .post)
        let events = try office.decide(
            .handOver(.init(receiver: "Lê Văn Nhận", paper: "8901")))
        guard case .delivered(let attempt)? = events.first else {
            Issue.record("not delivered")
            return
        }
        #expect(attempt.by == "chi" && attempt.slot == nil && attempt.proof == .paper)
        office.isClerk = false
        #expect(throws: Deliveries.Rejection.mayNotRun) { try office.decide(.fail(.absent)) }
    }

    @Test(arguments: [Dossiers.Status.returned, .refused, .withdrawn, .stopped])
    func `nothing is handed over twice, but coming back is always noted`(
        _ status: Dossiers.Status
    ) throws {
        var office = office()
        office.status = status
        #expect(throws: Deliveries.Rejection.dossierEnded(status)) {
            try office.decide(.handOver(.init(code: "123456")))
        }
        #expect(try office.decide(.fail(.refused)).count == 1)
    }

    @Test func `attempts have an end`() {
        var office = office()
        office.delivery?.attempts = Array(
            repeating: attempt(.absent), count: Deliveries.attemptsMaximum)
        #expect(throws: Deliveries.Rejection.tooMany) { try office.decide(.fail(.absent)) }
    }
}
