// Deliveries at the desk, on both stores: the whole way, and what is written where.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A delivery at the desk` {
    @Test func `goes from the citizen's wish to the hand, and the counter is told`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code, by: nil) { $0.hasGift = true }
            #expect(try await office.standing(code) == .requested)
            try await office.schedule(code)
            let scheduled = try #require(try await office.delivery(code))
            #expect(scheduled.standing == .scheduled && scheduled.officer == "ha")
            #expect(scheduled.slot == DeliverySamples.slot(DeliverySamples.evening))
            try office.set("2017-07-03T17:40")
            try await office.order(.send, code, by: "ha")
            #expect(try await office.standing(code) == .out)
            try office.set("2017-07-03T18:05")
            try await office.handOver(code) { $0.giftGiven = true }
            let delivery = try #require(try await office.delivery(code))
            #expect(delivery.standing == .delivered && delivery.attempts.count == 1)
            let attempt = try #require(delivery.attempts.first)
            #expect(attempt.outcome == .delivered && attempt.proof == .code && attempt.hasGift)
            #expect(attempt.sentAt == DeliverySamples.moment("2017-07-03T17:40"))
            #expect(attempt.at == office.now && attempt.by == "ha")
            #expect(
                try await office.state(code).status == .resultReady,
                "the step is not the carrier's: the counter completes it")
            #expect(try await office.deliverySheet(code, as: "chi").awaitsCounter)
            try await office.advance(code)
            #expect(try await office.state(code).status == .returned)
            #expect(try await office.deliverySheet(code, as: "chi").awaitsCounter == false)
        }
    }

    @Test func `completes the step of returning where the carrier holds it`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            #expect(try await office.item(code).holder == "chi")
            try await office.sendOut(code, officer: "chi")
            try await office.handOver(code, by: "chi")
            let dossier = try await office.state(code)
            #expect(dossier.status == .returned)
            #expect(dossier.instance?.records.last?.person == "chi")
            #expect(dossier.instance?.endedAt == office.now)
            try await office.expectListsAgree(on: code)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }

    @Test func `leaves the dossier alone until the hand-over`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let before = try await office.state(code)
            try await office.sendOut(code, officer: "chi")
            try await office.order(.fail(.absent), code, by: "chi")
            try await office.schedule(code, officer: "chi")
            try await office.order(.send, code, by: "chi")
            #expect(try await office.state(code) == before)
        }
    }

    @Test func `comes back, is put off, and is fetched at the counter`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            for (number, outcome) in Deliveries.Outcome.failures.enumerated() {
                if number == 0 { try await office.askHome(code) }
                try await office.schedule(code)
                try await office.order(.send, code, by: "ha")
                try await office.order(.fail(outcome), code, by: "ha")
                let delivery = try #require(try await office.delivery(code))
                #expect(delivery.standing == .failed && delivery.slot == nil)
                #expect(delivery.officer == nil && delivery.attempts.count == number + 1)
                #expect(delivery.attempts.last?.outcome == outcome)
            }
            try await office.order(.back, code)
            #expect(try await office.standing(code) == .counter)
            try await office.askHome(code, by: nil)
            let anew = try #require(try await office.delivery(code))
            #expect(anew.standing == .requested && anew.attempts.count == 3)
        }
    }

    @Test func `by post is given to it and noted by the counter`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code) {
                $0.carrier = .post
                $0.payer = .office
            }
            await #expect(throws: Deliveries.Rejection.postHasNoSlot) {
                try await office.schedule(code)
            }
            try await office.order(.send, code)
            #expect(try await office.standing(code) == .out)
            try await office.order(
                .handOver(.init(receiver: "Lê Văn Nhận", paper: "8901")), code)
            #expect(try await office.standing(code) == .delivered)
            #expect(
                try await office.state(code).status == .returned, "chi holds the step")
            #expect(
                try await office.number("SELECT count(*) AS n FROM deliveryAttempt") == 0,
                "the hours of the post are not ours")
        }
    }

    @Test func `a command sent twice is done once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let start = DeliverySamples.moment(DeliverySamples.evening)
            let acts: [(Deliveries.Act, PersonID)] = [
                (.request(DeliverySamples.entered), "chi"),
                (.schedule(start, officer: "ha"), "chi"), (.send, "ha"),
                (.handOver(.init(code: "000")), "ha"), (.fail(.absent), "ha"),
            ]
            for (number, (act, person)) in acts.enumerated() {
                let first = try await office.order(act, code, by: person, key: "k\(number)")
                let again = try await office.order(act, code, by: person, key: "k\(number)")
                #expect(first == again && first.version == number + 1)
            }
            #expect(try await office.delivery(code)?.mistakes == 1)
        }
    }

    @Test func `of a marriage is refused, whoever asks`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue(ProcedureSamples.certification)
            let code = try await office.receive { $0.process = "CT-02" }
            let sequence = try await office.sequence()
            for person: PersonID? in [nil, "chi", "binh"] {
                await #expect(throws: Deliveries.Rejection.presenceRequired) {
                    try await office.askHome(code, by: person)
                }
            }
            #expect(try await office.sequence() == sequence)
            #expect(try await office.delivery(code) == nil)
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM personalValue WHERE id LIKE 'delivery%'") == 0)
            let sheet = try await office.deliverySheet(code, as: "chi")
            #expect(!sheet.mayAsk && sheet.terms.requiresPresence)
        }
    }

    @Test func `stops where the procedure began to want presence`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code, "2017-07-04T17:30")
            var sheet = ProcedureSamples.birth
            sheet.requiresPresence = true
            sheet.returnWays = [.counter]
            try await office.issue(sheet, from: "2017-07-04")
            try office.set("2017-07-04T17:30")
            await #expect(throws: Deliveries.Rejection.presenceRequired) {
                try await office.order(.send, code, by: "ha")
            }
            try await office.order(.back, code)
            #expect(try await office.standing(code) == .counter)
        }
    }

    @Test func `takes the sheet of the day of receipt where the procedure has ended`() async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            _ = try await office.desk.perform(
                .procedures(
                    .end(
                        "KS-01", through: DeliverySamples.day("2017-07-03"),
                        reason: "Thay thế")), by: nil, at: office.sources.now)
            try office.set("2017-07-05T09:00")
            try await office.askHome(code)
            #expect(try await office.standing(code) == .requested)
        }
    }

    @Test func `without a sheet is not offered`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.ready()
            await #expect(throws: Deliveries.Rejection.notOffered) {
                try await office.askHome(code)
            }
        }
    }

    @Test func `does not leave before the result has reached the counter`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            try await office.askHome(code)
            try await office.schedule(code)
            await #expect(throws: Deliveries.Rejection.resultNotReady) {
                try await office.order(.send, code, by: "ha")
            }
            for _ in 0..<20 where try await office.state(code).status != .resultReady {
                try await office.advance(code)
            }
            if try await office.item(code).offer != nil {
                await #expect(throws: Deliveries.Rejection.resultNotAtCounter) {
                    try await office.order(.send, code, by: "ha")
                }
            }
            try await office.makeReady(code)
            try await office.order(.send, code, by: "ha")
            #expect(try await office.standing(code) == .out)
        }
    }

    @Test func `is closed where the citizen came to the counter after all`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code)
            try await office.advance(code)
            #expect(try await office.state(code).status == .returned)
            await #expect(throws: Deliveries.Rejection.dossierEnded(.returned)) {
                try await office.order(.send, code, by: "ha")
            }
            let row = try #require(try await office.deliveries(.scheduled).rows.first)
            #expect(row.status == .returned)
            try await office.order(.back, code)
            #expect(try await office.deliveries(.scheduled).rows.isEmpty)
        }
    }
}
