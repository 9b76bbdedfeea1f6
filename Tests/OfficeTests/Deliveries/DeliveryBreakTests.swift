// Trying to break deliveries: odd texts, many at once, other languages, other people's forms.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Odd texts in a delivery` {
    @Test(arguments: [
        "Nguyễn\u{0}Văn", "\u{202E}gnaV", "👨‍👩‍👧 gia đình", "a\nb", "' OR 1=1 --",
        "{\"name\": 1}", "\\u0000", "=cmd|' /C calc'!A0", "％ｓ", "  có khoảng trắng  ",
    ])
    func `are kept as they were typed, or trimmed at their ends`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let answer = try await office.postDelivery(
                code, as: "chi",
                [
                    ("act", "request"), ("name", text), ("phone", "0912 345 678"),
                    ("address", text), ("carrier", "officer"),
                ])
            #expect(answer.status == .seeOther)
            let recipient = try #require(
                try await office.deliverySheet(code, as: "chi").recipient)
            let sent = Site.Form(pairs: [("x", text.filter { $0 != "\u{0}" })])["x"]
            #expect(recipient.name == sent && recipient.address == sent)
            let page = try await office.open("/deliveries/\(code)", as: "chi")
            #expect(page.status == .ok)
            try await office.schedule(code)
            #expect(try await office.route().stops.first?.recipient?.address == sent)
        }
    }

    @Test(arguments: [
        "", "x", "2017-07-03", "2017-07-03T17:30:00", "2017-07-03 17:30", "9999-12-31T17:30",
        "0001-01-01T17:30", "2017-07-03T24:00", "-1",
    ])
    func `no time but a slot is a time`(_ slot: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            let answer = try await office.postDelivery(
                code, as: "chi", [("act", "schedule"), ("slot", slot), ("officer", "ha")],
                wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(["deliveries.slotUnknown", "deliveries.slotPast"].contains(try answer.code()))
            #expect(try await office.standing(code) == .requested)
        }
    }

    @Test(arguments: ["delivered", "", "lost", "Absent"])
    func `no outcome but one of the three is one`(_ outcome: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let answer = try await office.postDelivery(
                code, as: "ha", [("act", "fail"), ("outcome", outcome)], wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(try await office.standing(code) == .out)
        }
    }

    @Test(arguments: ["KHONG-CO", "..", "%2e%2e", "PA-170703-9999", "%00", "p;q"])
    func `no code but one of a dossier opens a page`(_ code: String) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/deliveries/\(code)", as: "chi")
            #expect(page.status == .notFound, "\(page.status)")
            let posted = try await office.post(
                "/deliveries/\(code)", as: "chi", [("act", "send")])
            #expect(posted.status == .notFound, "\(posted.status)")
        }
    }
}

@Suite struct `Many deliveries at once` {
    private static func orders(
        _ acts: [(Deliveries.Act, PersonID)], on code: String, in office: DossierTestOffice
    ) -> [DeskOrder] {
        acts.enumerated().map { number, act in
            DeskOrder(
                command: .deliveries(.order(code, act.0)), actor: Actor(act.1),
                at: office.sources.now, key: "lot-\(number)",
                salt: Array(repeating: UInt8(number), count: 16))
        }
    }

    @Test func `of one code twenty tries in one commit are five`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let tries = (0..<20).map { number in
                (Deliveries.Act.handOver(.init(code: "9\(number)")), PersonID("ha"))
            }
            let results = try await office.desk.perform(
                Self.orders(tries, on: code, in: office))
            let refused = results.filter { if case .failure = $0 { true } else { false } }
            #expect(refused.count == 20 - Deliveries.mistakesMaximum)
            #expect(try await office.delivery(code)?.mistakes == Deliveries.mistakesMaximum)
            #expect(try await office.standing(code) == .out)
        }
    }

    @Test func `of one result two hands take it once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let door = try #require(try await office.doorCode(code))
            let acts: [(Deliveries.Act, PersonID)] = [
                (.handOver(.init(code: door)), "ha"), (.handOver(.init(code: door)), "ha"),
                (.fail(.absent), "ha"), (.back, "chi"),
            ]
            let results = try await office.desk.perform(Self.orders(acts, on: code, in: office))
            let done = results.filter { if case .success = $0 { true } else { false } }
            #expect(done.count == 1)
            #expect(try await office.delivery(code)?.attempts.count == 1)
        }
    }

    @Test func `of the counter and the door one wins, and nothing is done by halves`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code, officer: "chi")
            let door = try #require(try await office.doorCode(code))
            try await office.advance(code)
            let sequence = try await office.sequence()
            await #expect(throws: Deliveries.Rejection.dossierEnded(.returned)) {
                try await office.order(.handOver(.init(code: door)), code, by: "chi")
            }
            #expect(try await office.sequence() == sequence)
            try await office.order(.fail(.refused), code, by: "chi")
            try await office.order(.back, code)
            #expect(try await office.standing(code) == .counter)
        }
    }
}

@Suite struct `Deliveries in English` {
    @Test func `say the same on every page`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code)
            for (path, person, words) in [
                ("/deliveries?standing=scheduled", "chi", "Results brought home"),
                ("/deliveries/\(code)", "chi", "Name of the recipient"),
                ("/deliveries/route", "ha", "Route of Mon 03/07/2017"),
                ("/deliveries/roster", "binh", "Slots and roster"),
                ("/deliveries/leave", "chi", "Hours on days off"),
                ("/dossiers/\(code)", "chi", "The result at home"),
            ] as [(String, PersonID, String)] {
                let page = try await office.open(path, as: person, language: "en")
                #expect(page.status == .ok && page.text.contains(words), "\(path) \(words)")
                #expect(!page.text.contains("delivery."), "no key is shown: \(path)")
            }
            let page = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false, language: "en")
            #expect(page.text.contains("Code for the door"))
        }
    }
}
