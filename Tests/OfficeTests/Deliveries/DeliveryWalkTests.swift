// Random people do random things with deliveries: nothing is handed over twice, counters are what
// the ledger tells, and replay gives the same rows.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Random people and deliveries` {
    private static let starts = [
        "2017-07-03T17:30", "2017-07-04T17:30", "2017-07-08T08:00", "2017-07-08T14:00",
        "2017-07-09T08:00", "2017-07-10T17:30", "2017-07-04T09:00",
    ]

    private func act(
        _ code: String, _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) async throws -> Deliveries.Act {
        switch chance.below(9) {
        case 0, 1:
            var entered = DeliverySamples.entered
            entered.carrier = chance.pick([.officer, .officer, .post])
            entered.hasGift = chance.below(3) == 0
            entered.recipient.address = chance.pick(["Số 1", "Số 22, phố <b>", "", "Ngõ 5"])
            if chance.below(3) == 0 { entered.wish = DeliverySamples.moment(Self.starts[0]) }
            return .request(entered)
        case 2, 3:
            let later = office.now.day + chance.below(3)
            let slots = Deliveries.Plan().slots(on: later, .vietnam)
            let start =
                chance.below(3) == 0 || slots.isEmpty
                ? DeliverySamples.moment(chance.pick(Self.starts)) : chance.pick(slots).start
            return .schedule(start, officer: chance.pick(["ha", "chi", "chi", "la", nil]))
        case 4: return .send
        case 5: return .fail(chance.pick(Deliveries.Outcome.allCases))
        case 6, 7:
            let door = try await office.doorCode(code) ?? ""
            return .handOver(
                Deliveries.Handing(
                    code: chance.pick([door, "000000", "", door]),
                    receiver: chance.pick(["", "Lê Văn Nhận"]),
                    paper: chance.pick(["8901", "89", ""]),
                    identityChecked: chance.below(9) > 0, receiptChecked: chance.below(9) > 0,
                    giftGiven: chance.below(2) == 0))
        default: return .back
        }
    }

    private typealias Turn = (act: Deliveries.Act, person: PersonID?)

    /// What the delivery as it stands allows, by somebody who may. Handing over is rare, so that
    /// the walk goes on; the clock goes to the slot when it is time to leave.
    private func allowed(
        _ code: String, _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) async throws -> Turn {
        guard let delivery = try await office.delivery(code) else {
            return (.request(entered(&chance)), chance.pick(["chi", nil]))
        }
        let isPost = delivery.request.carrier == .post
        let carrier: PersonID = isPost ? "chi" : delivery.officer ?? "ha"
        let isReady = try await office.state(code).status == .resultReady
        switch delivery.standing {
        case .counter, .delivered:
            return (.request(entered(&chance)), chance.pick(["chi", nil]))
        case .out:
            if chance.below(6) > 0 { return (.fail(chance.pick(Self.failures)), carrier) }
            let door = try await office.doorCode(code) ?? ""
            let handing =
                delivery.isCodeLocked || door.isEmpty
                ? Deliveries.Handing(receiver: "Lê Văn Nhận", paper: "8901")
                : Deliveries.Handing(code: door)
            return (.handOver(handing), carrier)
        case .scheduled where isReady && chance.below(4) > 0:
            if let slot = delivery.slot, slot.day >= office.now.day {
                if slot.start > office.now { office.sources.set(slot.start) }
                return (.send, carrier)
            }
            return schedule(office, &chance)
        case .requested where isPost && isReady, .failed where isPost && isReady:
            return (.send, carrier)
        case .requested, .scheduled, .failed:
            if isPost || chance.below(8) == 0 { return (.back, chance.pick(["chi", nil])) }
            return schedule(office, &chance)
        }
    }

    private static let failures: [Deliveries.Outcome] = [.absent, .wrongAddress, .refused]

    private func entered(_ chance: inout DossierTestChance) -> Deliveries.Entered {
        var entered = DeliverySamples.entered
        entered.recipient.address = chance.pick(["Số 1", "Ngõ 5, phố Minh Họa"])
        return entered
    }

    private func schedule(
        _ office: DossierTestOffice, _ chance: inout DossierTestChance
    ) -> Turn {
        let days = 0..<8
        let slots = days.flatMap { Deliveries.Plan().slots(on: office.now.day + $0, .vietnam) }
            .filter { $0.end > office.now }
        return (.schedule(chance.pick(slots).start, officer: chance.pick(["ha", "chi"])), "chi")
    }

    private func expectSound(_ delivery: Deliveries.Delivery) {
        let handed = delivery.attempts.filter { $0.outcome == .delivered }
        #expect(handed.count == (delivery.standing == .delivered ? 1 : 0))
        #expect(handed.allSatisfy { $0.proof != nil })
        #expect(delivery.attempts.map(\.number) == delivery.attempts.indices.map { $0 + 1 })
        #expect(delivery.attempts.allSatisfy { $0.sentAt <= $0.at })
        #expect((0...Deliveries.mistakesMaximum).contains(delivery.mistakes))
        #expect((delivery.sentAt != nil) == (delivery.standing == .out))
        if delivery.request.carrier == .officer, [.scheduled, .out].contains(delivery.standing) {
            #expect(delivery.slot != nil && delivery.officer != nil)
        }
        #expect(delivery.standing != .counter || delivery.officer == nil)
    }

    /// Numbers of the lists against the deliveries themselves.
    private func expectCounts(
        _ deliveries: [Deliveries.Delivery], in office: DossierTestOffice
    ) async throws {
        for standing in Deliveries.Standing.allCases {
            let list = try await office.deliveries(standing)
            let expected = deliveries.count { $0.standing == standing }
            #expect(list.rows.count == expected, "\(standing)")
            #expect(
                list.counts.first { $0.standing == standing }?.count == expected, "\(standing)")
        }
        let attempts = deliveries.filter { $0.request.carrier == .officer }
            .flatMap(\.attempts).count
        let rows = try await office.number("SELECT count(*) AS n FROM deliveryAttempt")
        #expect(rows <= deliveries.flatMap(\.attempts).count && rows >= 0)
        #expect(attempts <= deliveries.flatMap(\.attempts).count)
    }

    @Test(arguments: [3, 2_017, 90_210])
    func `hand nothing over twice, and leave what the ledger tells`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var chance = DossierTestChance(seed: seed)
            var codes: [String] = []
            for number in 0..<5 {
                codes.append(
                    number == 0 ? try await office.receive() : try await office.ready())
            }
            var open = codes
            var done = 0
            for turn in 0..<600 {
                if chance.below(5) == 0 { office.sources.set(office.now + chance.below(700)) }
                if turn == 150 { try await office.makeReady(codes[0]) }
                // Who has the result makes room for the next one.
                let place = chance.below(open.count)
                if try await office.state(open[place]).status.isEnded {
                    open[place] = try await office.ready()
                    codes.append(open[place])
                }
                let code = open[place]
                var next: Turn = (
                    try await act(code, office, &chance),
                    chance.pick(["chi", "chi", "ha", "ha", "binh", nil, "la"])
                )
                if chance.below(4) > 0 { next = try await allowed(code, office, &chance) }
                let before = try await office.sequence()
                do {
                    try await office.order(next.act, code, by: next.person)
                    done += 1
                } catch is Deliveries.Rejection {
                    #expect(try await office.sequence() == before, "a refusal writes nothing")
                }
                if let delivery = try await office.delivery(code) { expectSound(delivery) }
                if chance.below(25) == 0, try await office.state(code).status == .resultReady {
                    try await office.advance(code)
                }
            }
            #expect(done > 300, "\(done) done of 600")
            var deliveries: [Deliveries.Delivery] = []
            for code in codes {
                if let delivery = try await office.delivery(code) { deliveries.append(delivery) }
                try await office.expectListsAgree(on: code)
            }
            try await expectCounts(deliveries, in: office)
            let lived = try await office.dumpOfDeliveries()
            try await DeliveryRebuild.run(in: office)
            let told = try await office.dumpOfDeliveries()
            for table in Deliveries.tables { #expect(told[table] == lived[table], "\(table)") }
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `a delivery that was altered in its state row is named`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            for _ in 0..<16 { try await office.askHome(code) }
            let stream = "delivery/\(code)"
            #expect(try await office.desk.read { try LedgerReplay.run($0) }.isClean)
            var delivery = try #require(try await office.delivery(code))
            delivery.standing = .delivered
            let forged = try StreamState.bytes(of: delivery)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = ?",
                    [.blob(forged), .text(stream)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.findings == [ReplayFinding(.stateDiffers, stream: stream)])
        }
    }

    @Test func `so is a plan`() async throws {
        try await DossierTestOffice.run { office in
            let slot = DeliverySamples.moment(DeliverySamples.evening)
            for turn in 0..<16 {
                try await office.plan(
                    .roster(slot, officer: turn.isMultiple(of: 2) ? "ha" : "tam"))
            }
            #expect(try await office.desk.read { try LedgerReplay.run($0) }.isClean)
            let told = try await office.desk.read { try $0.deliveryPlan(of: "p")?.state }
            var plan = try #require(told)
            plan.roster[0].officer = "la"
            let forged = try StreamState.bytes(of: plan)
            _ = try await office.desk.store.write {
                try $0.execute(
                    "UPDATE streamState SET state = ? WHERE stream = 'deliveryPlan/p'",
                    [.blob(forged)])
            }
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(
                report.findings == [ReplayFinding(.stateDiffers, stream: "deliveryPlan/p")])
        }
    }

    @Test func `two nodes hand one result over once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let other = try office.node()
            let door = try #require(try await office.doorCode(code))
            try await office.order(.handOver(.init(code: door)), code, by: "ha")
            await #expect(throws: Deliveries.Rejection.self) {
                try await other.order(.handOver(.init(code: door)), code, by: "ha")
            }
            await #expect(throws: Deliveries.Rejection.self) {
                try await other.order(.fail(.absent), code, by: "ha")
            }
            #expect(try await other.delivery(code)?.attempts.count == 1)
        }
    }
}

@Suite struct `Shapes of the events of deliveries` {
    private static let at = DeliverySamples.moment("2017-09-02T08:30")

    private static let attempt = Deliveries.Attempt(
        number: 1, at: at, by: "ha", sentAt: at, slot: DeliverySamples.slot("2017-09-02T08:00"),
        outcome: .delivered, proof: .paper, receiver: DeliverySamples.mark("receiver"),
        hasGift: true)

    private static var request: Deliveries.Request {
        var request = DeliverySamples.request
        request.wish = DeliverySamples.slot("2017-09-02T08:00")
        return request
    }

    private static let slot = DeliverySamples.slot("2017-09-02T08:00")
    private static let picture = Deliveries.Picture(
        attempt: 1, kind: .photo, id: "tep", format: .jpeg, bytes: 900,
        content: DeliverySamples.mark("attachment/tep"))
    private static let charge = Deliveries.Charge(
        attempt: 1, amount: 20_000, payer: .recipient, fee: 2, source: "QĐ (hư cấu)")
    private static let fee = DeliveryFeeSamples.fee(process: "KS-01", until: "2017-12-31")

    /// What ledgers hold. A line here is never changed, only added to.
    @Test(
        arguments: [
            (.requested(at: at, by: "citizen", request: request), "requested", "at by request"),
            (
                .scheduled(at: at, by: "chi", slot: slot, officer: "ha"), "scheduled",
                "at by officer slot"
            ),
            (.sent(at: at, by: "ha"), "sent", "at by"),
            (.codeMistaken(at: at, by: "ha"), "codeMistaken", "at by"),
            (.failed(attempt: attempt), "failed", "attempt"),
            (.delivered(attempt: attempt), "delivered", "attempt"),
            (.broughtBack(at: at, by: "chi"), "broughtBack", "at by"),
            (.proven(at: at, by: "ha", pictures: [picture]), "proven", "at by pictures"),
            (
                .gifted(gift: .init(attempt: 1, centre: .init(name: "Quỹ", cost: 150_000))),
                "gifted", "gift"
            ),
            (.charged(at: at, by: "chi", charge: charge), "charged", "at by charge"),
            (
                .paid(
                    attempts: [1, 2], amount: 40_000,
                    taken: .init(at: at, by: "ha", receipt: "0012", payment: 1)),
                "paid", "amount attempts taken"
            ),
        ] as [(Deliveries.Event, String, String)])
    func `stay as they were first written`(
        _ event: Deliveries.Event, _ type: String, _ keys: String
    ) throws {
        let entry = try EventEncoding.entry(of: event, feature: "delivery")
        #expect(entry.type == "delivery.\(type)")
        #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
        let back = try EventDecoding.event(
            Deliveries.Event.self, entryType: entry.type, payload: entry.payload,
            feature: "delivery")
        #expect(back == event)
    }

    @Test(
        arguments: [
            (
                .slotsSet(at: at, by: "binh", rules: Deliveries.usualSlots), "slotsSet",
                "at by rules"
            ),
            (
                .rostered(at: at, by: "chi", slot: slot, officer: "ha"), "rostered",
                "at by officer slot"
            ),
            (.rostered(at: at, by: "chi", slot: slot, officer: nil), "rostered", "at by slot"),
            (.feeAdded(at: at, by: "binh", fee: fee), "feeAdded", "at by fee"),
            (
                .feeEnded(at: at, by: "binh", number: 1, until: at.day), "feeEnded",
                "at by number until"
            ),
            (
                .centreSet(at: at, by: "binh", centre: .init(name: "Quỹ", cost: 0)), "centreSet",
                "at by centre"
            ),
        ] as [(Deliveries.PlanEvent, String, String)])
    func `of plans too`(
        _ event: Deliveries.PlanEvent, _ type: String, _ keys: String
    ) throws {
        let entry = try EventEncoding.entry(of: event, feature: "deliveryPlan")
        #expect(entry.type == "deliveryPlan.\(type)")
        #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
        let back = try EventDecoding.event(
            Deliveries.PlanEvent.self, entryType: entry.type, payload: entry.payload,
            feature: "deliveryPlan")
        #expect(back == event)
    }

    @Test func `of an attempt and a request hold no name`() throws {
        for event: Deliveries.Event in [
            .delivered(attempt: Self.attempt),
            .requested(at: Self.at, by: "citizen", request: Self.request),
        ] {
            let entry = try EventEncoding.entry(of: event, feature: "delivery")
            guard case .nested(let value)? = entry.payload.fields.last?.value else {
                Issue.record("no value")
                continue
            }
            let keys = Set(value.fields.map(\.key))
            #expect(keys.isDisjoint(with: ["name", "phone", "address", "paper"]))
        }
    }

    @Test func `nothing is told of what nobody asked for`() {
        #expect(Deliveries.Delivery.after(.sent(at: Self.at, by: "ha"), nil) == nil)
        let asked = Deliveries.Delivery.after(
            .requested(at: Self.at, by: "citizen", request: Self.request), nil)
        #expect(asked?.standing == .requested && asked?.changedAt == Self.at)
    }
}
