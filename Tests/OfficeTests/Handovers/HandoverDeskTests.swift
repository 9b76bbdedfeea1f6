// Handing over at the desk: what is offered, what is done, and what the sheet says; both stores.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What can be handed over` {
    @Test func `stands by the unit where the next step lies`() async throws {
        try await DossierTestOffice.run { office in
            let birth = try await office.receive()
            let copy = try await office.receive { $0.process = "CT-02" }
            let shared = try await office.receive { $0.process = "XN-03" }
            let groups = try await office.handovers(of: "chi").groups
            #expect(groups.map(\.route.text) == ["give/p.mc/p", "give/p.mc/p.tp"])
            #expect(groups.map(\.toName) == ["UBND phường A", "Tư pháp phường A"])
            #expect(groups.first?.rows.map(\.choice.dossier) == [copy])
            #expect(Set(groups.last?.rows.map(\.choice.dossier) ?? []) == [birth, shared])
            #expect(groups.last?.rows.map(\.papers) == [1, 1])
            for person: PersonID in ["ha", "ke", "giang", "la"] {
                #expect(try await office.handovers(of: person).groups.isEmpty, "\(person)")
            }
        }
    }

    @Test func `also stands with who stands in, under the other name`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            let row = try #require(
                try await office.handovers(of: "binh").group(HandoverSamples.toStatus)?.rows.first)
            #expect(row.inPlaceOf == "Người chi")
        }
    }

    @Test func `is what another unit offers, until it is accepted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let offered = try await office.handoverChoices(HandoverSamples.byStatus, of: "ha")
            #expect(offered.map(\.dossier) == [code])
            #expect(try await office.handovers(of: "chi").groups.isEmpty, "it was given")
            try await office.advance(code)
            let routes = try await office.handovers(of: "ha").groups.map(\.route.text)
            #expect(routes == ["give/p.tp/p"])
        }
    }

    @Test func `is nothing that waits, or has something left to fill in`() async throws {
        try await DossierTestOffice.run { office in
            var version = try #require(
                DossierTestSamples.processes.first { $0.code == "KS-01" })
            version.code = "KS-09"
            version.forms[0].fields[0].required = true
            try await office.publish(version)
            let asks = try await office.receive { $0.process = "KS-09" }
            let filled = try await office.receive {
                $0.process = "KS-09"
                $0.fields = ["soBan": .number(2)]
            }
            let waiting = try await office.receive()
            let item = try await office.item(waiting)
            try await office.perform(
                .askSupplement(waiting, item.id, reason: "thiếu", papers: ["Giấy chứng sinh"]),
                by: "chi")
            let found = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            #expect(found.map(\.dossier) == [filled], "\(asks) asks, \(waiting) waits")
        }
    }
}

@Suite struct `Handing several over` {
    @Test func `completes each step with one commit and writes one sheet`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for count in 1...3 {
                codes.append(
                    try await office.receive {
                        $0.papers = [Dossiers.Paper(name: "Tờ khai", copies: count)]
                    })
            }
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let found = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            #expect(found.outcomes.map(\.isDone) == [true, true, true])
            let code = try #require(found.sheet)
            #expect(code == "BG-PA-170703-0001")
            for dossier in codes {
                #expect(try await office.item(dossier).offer?.person == "ha")
            }
            let shown = try await office.handoverSheet(code, as: "chi")
            #expect(shown.lines.map(\.dossier).sorted() == codes.sorted())
            #expect(shown.lines.map(\.papers).sorted() == [1, 2, 3])
            #expect(Set(shown.lines.map(\.giver)) == ["Người chi"])
            #expect(Set(shown.lines.map(\.receiver)) == ["Người ha"])
            #expect(Set(shown.lines.map(\.applicant)) == ["Đặng Thị Hư Cấu"])
            #expect(shown.fromName == "Một cửa phường A" && shown.toName == "Tư pháp phường A")
            try await office.isPetitionClean()
        }
    }

    @Test func `accepts what a unit offers, with a sheet of its own`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<2 { _ = try await office.receive() }
            let given = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            _ = try await office.handOver(given, HandoverSamples.toStatus, by: "chi", key: "a")
            let offered = try await office.handoverChoices(HandoverSamples.byStatus, of: "ha")
            let taken = try await office.handOver(
                offered, HandoverSamples.byStatus, by: "ha", key: "b")
            #expect(taken.outcomes.map(\.isDone) == [true, true])
            #expect(taken.sheet == "BG-PA-170703-0002")
            let sheet = try await office.handoverSheet("BG-PA-170703-0002", as: "ha")
            #expect(sheet.sheet.route == HandoverSamples.byStatus)
            #expect(sheet.by == "Người ha" && Set(sheet.lines.map(\.giver)) == ["Người chi"])
            for choice in offered {
                let item = try await office.item(choice.dossier)
                #expect(item.holder == "ha" && item.offer == nil)
            }
        }
    }

    @Test func `sent twice does it once, and finds the same sheet`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let first = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            let before = try await office.sequence()
            let again = try await office.handOver(choices, HandoverSamples.toStatus, by: "chi")
            #expect(first.sheet != nil && again.sheet == first.sheet)
            #expect(again.outcomes.map(\.isDone) == [true])
            #expect(try await office.sequence() == before)
            let later = try await office.handOver(
                choices, HandoverSamples.toStatus, by: "chi", key: "khác")
            #expect(later.sheet == nil && later.outcomes.map(\.code) == ["handovers.gone"])
            #expect(try await office.sequence() == before, "no sheet without a dossier")
        }
    }

    @Test func `one that is gone leaves the others done, and is not on the sheet`() async throws {
        try await DossierTestOffice.run { office in
            let stays = try await office.receive()
            let goes = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            try await office.advance(goes)
            let strange = Signings.Choice(dossier: "KHONG-CO", item: 1)
            let found = try await office.handOver(
                choices + [strange], HandoverSamples.toStatus, by: "chi")
            func outcome(_ dossier: String) -> Handovers.Outcome? {
                found.outcomes.first { $0.choice.dossier == dossier }
            }
            #expect(outcome(stays)?.isDone == true && outcome(goes)?.code == "handovers.gone")
            #expect(outcome("KHONG-CO")?.code == "handovers.gone")
            #expect(outcome("KHONG-CO")?.title == "", "not even a title is told")
            let sheet = try await office.handoverSheet(try #require(found.sheet), as: "chi")
            #expect(sheet.lines.map(\.dossier) == [stays])
        }
    }

    @Test func `is for who has the work, whatever is sent`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "chi")
            let before = try await office.sequence()
            for person: PersonID in ["anh", "tam", "ha", "ke", "giang", "la"] {
                let found = try await office.handOver(
                    choices, HandoverSamples.toStatus, by: person, key: "\(person)")
                #expect(found.sheet == nil && found.outcomes.map(\.code) == ["handovers.gone"])
            }
            for route in [
                Handovers.Route(way: .give, from: "p.mc", to: "p"),
                Handovers.Route(way: .receive, from: "p.mc", to: "p.tp"),
                Handovers.Route(way: .give, from: "r", to: "p"),
            ] {
                let found = try await office.handOver(choices, route, by: "chi", key: route.text)
                #expect(found.sheet == nil, "\(route.text)")
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `by who stands in names both`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let choices = try await office.handoverChoices(HandoverSamples.toStatus, of: "binh")
            let found = try await office.handOver(choices, HandoverSamples.toStatus, by: "binh")
            let record = try #require(try await office.state(code).instance?.records.last)
            #expect(record.person == "binh" && record.onBehalfOf == "chi")
            let sheet = try await office.handoverSheet(try #require(found.sheet), as: "binh")
            #expect(sheet.by == "Người binh" && sheet.lines.count == 1)
        }
    }

    @Test func `nothing and too much are refused whole`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Handovers.Rejection.nothingChosen) {
                _ = try await office.handOver([], HandoverSamples.toStatus, by: "chi")
            }
            let many = (1...51).map { Signings.Choice(dossier: "A", item: $0) }
            await #expect(throws: Handovers.Rejection.tooMany) {
                _ = try await office.handOver(many, HandoverSamples.toStatus, by: "chi")
            }
        }
    }

    @Test func `a sheet is believed only from the dossiers`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let item = try await office.item(code).id.rawValue
            let wish = Handovers.Wish(
                route: HandoverSamples.toStatus, choices: [.init(dossier: code, item: item)])
            func record(_ person: PersonID) async throws -> DeskAnswer {
                try await office.desk.perform(
                    .handovers(.record(wish)), by: Actor(person), at: office.sources.now)
            }
            await #expect(throws: Handovers.Rejection.nothingMoved) { _ = try await record("chi") }
            try await office.advance(code)
            await #expect(throws: Handovers.Rejection.nothingMoved) { _ = try await record("ha") }
            office.sources.set(office.now + 1)
            await #expect(throws: Handovers.Rejection.nothingMoved) { _ = try await record("chi") }
            #expect(try await office.handoverRows().isEmpty)
        }
    }

    @Test(arguments: ["", "give", "give//p", "give/p/", "x/p/q", "give/p/q/r", "/p/q"])
    func `a route that names nothing is none`(_ text: String) {
        #expect(Handovers.Route(text) == nil)
    }

    @Test func `a route reads back what it writes`() {
        for route in [HandoverSamples.toStatus, HandoverSamples.byStatus] {
            #expect(Handovers.Route(route.text) == route)
        }
    }

    @Test func `says every refusal in both languages`() {
        let all: [Handovers.Rejection] = [
            .nothingChosen, .tooMany, .routeUnknown, .gone, .nothingMoved, .unknown("BG-1"),
        ]
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
        #expect(Set(all.map(\.sentence.en)).count == all.count)
        #expect(all.filter(\.isNotFound) == [.unknown("BG-1")])
    }
}
