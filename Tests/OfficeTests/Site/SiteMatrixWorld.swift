// Two wards, one of them under a district, and in each of the two one of everything that an office
// keeps for a citizen.

import Engine
import HTTPTypes
import Hummingbird
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// Gives the document back, so that what would be printed is read like a page.
private struct SiteMatrixPress: Papers.Press {
    func print(_ document: [UInt8], style: [UInt8]) async throws -> [UInt8] { document }
}

struct SiteMatrixWorld {
    let office: DossierTestOffice
    /// Stands after every text that somebody wrote.
    let tail: String
    private(set) var secrets: [SiteMatrixSecret] = []
    /// What stands in the braces of an address, by ward.
    private(set) var names: [SiteMatrixWard: [String: String]] = [:]

    static func run(
        _ group: String, tail: String = "", _ body: (SiteMatrixWorld) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { plain in
            let assets = try SiteAssets.load()
            let office = DossierTestOffice(
                desk: plain.desk,
                house: Site.House(
                    desk: plain.desk, texts: try .bundled(), assets: assets,
                    clock: plain.house.clock, demoAccounts: [], press: SiteMatrixPress()),
                sources: plain.sources)
            var world = SiteMatrixWorld(office: office, tail: tail)
            try await world.hire(group)
            try await office.issue()
            try await office.offerExtracts()
            for ward in SiteMatrixWard.allCases {
                world.names[ward] = [
                    "office": ward.rawValue, "unit": "\(ward.rawValue).tp",
                    "person": ward.hand("anh").rawValue, "carrier": ward.hand("ha").rawValue,
                    "asset": try #require(assets["roviec.css"]).path,
                ]
                try await world.fillDossiers(ward)
                try await world.fillRest(ward)
                try await world.fillHands(ward)
                world.secrets += ward.secrets
            }
            try await body(world)
        }
    }

    // MARK: People

    /// The district, its ward with the same posts as ward A, and those of the group.
    private func hire(_ group: String) async throws {
        let units: [(UnitID, UnitID?, People.UnitKind, [String])] = [
            ("d", nil, .committee, ["lanh-dao"]), ("d.mc", "d", .oneStop, ["mot-cua"]),
            ("s", "d", .committee, ["lanh-dao"]), ("s.mc", "s", .oneStop, ["mot-cua"]),
            ("s.tp", "s", .team, ["tu-phap"]), ("s.kt", "s", .team, ["ke-toan"]),
            ("s.vp", "s", .office, []), ("p.vp", "p", .office, []),
        ]
        var commands: [People.Command] = units.map { id, parent, kind, functions in
            .createUnit(OrganisationTestState.unit(id, parent, kind, functions: functions))
        }
        for command in DossierTestSamples.organisation {
            if let moved = Self.moved(command) { commands.append(moved) }
        }
        if group != "staff" {
            commands += SiteMatrixPerson.group(group).flatMap(\.commands)
        }
        try await office.desk.perform(
            inOneCommit: commands.map { .people($0) }, by: nil, at: office.sources.now)
    }

    /// The same post in the other ward; nobody stands in for anybody there.
    private static func moved(_ command: People.Command) -> People.Command? {
        func there(_ text: String) -> String { "s" + text.dropFirst() }
        switch command {
        case .createPosition(var position):
            guard position.unit.rawValue.hasPrefix("p") else { return nil }
            position.id = there(position.id)
            position.unit = UnitID(there(position.unit.rawValue))
            return .createPosition(position)
        case .addPerson(var person):
            if ["giang", "la"].contains(person.id) { return nil }
            person.id = SiteMatrixWard.s.hand(person.id.rawValue)
            return .addPerson(person)
        case .appoint(var holding):
            guard holding.position.hasPrefix("p") else { return nil }
            holding.position = there(holding.position)
            holding.person = SiteMatrixWard.s.hand(holding.person.rawValue)
            return .appoint(holding)
        default: return nil
        }
    }

    // MARK: Dossiers

    /// One that was asked papers of, apologised for, and waits to be brought; three that ended.
    private mutating func fillDossiers(_ ward: SiteMatrixWard) async throws {
        let (office, tail) = (office, tail)
        let (clerk, lead) = (ward.hand("chi"), ward.hand("anh"))
        func receive() async throws -> String {
            try await office.receive(by: clerk) {
                $0.office = ward.office
                $0.applicant = ward.applicant(.dossier, tail: tail)
            }
        }
        let main = try await receive()
        try await office.perform(
            .askSupplement(main, 1, reason: "Thiếu\(tail)", papers: ["Giấy\(tail)"]), by: clerk)
        try await office.act(.receiveSupplement(1), on: main, by: clerk)
        try await office.perform(
            .apologise(main, reason: "Chờ\(tail)", day: organisationDay("2017-07-10")), by: lead)
        try await office.makeReady(main)
        // In a table for a spreadsheet it would be a formula.
        let fee = (tail.isEmpty ? "" : "=1+") + ward.word(.fee, "lephi") + tail
        try await office.ask(main, reason: fee, by: clerk)
        if !tail.isEmpty { try await office.confirm(main, by: clerk) }
        let file = try await office.add(
            AttachmentSamples.pdf(ward.word(.dossier, "tep")), to: main, by: clerk,
            name: "\(ward.word(.dossier, "tep"))\(tail).pdf")
        try await office.order(
            .request(.init(recipient: ward.recipient(tail: tail))), main, by: clerk)
        try await office.order(
            .schedule(DeliverySamples.moment(DeliverySamples.evening), officer: ward.hand("ha")),
            main, by: clerk)
        let door = try #require(try await office.doorCode(main))
        for text in [door, Deliveries.spoken(door)] {
            secrets.append(.init(ward: ward, kind: .door, text: text))
        }
        try await bring(ward, try await receive())
        let stamp = try #require(try await office.record(main, as: clerk).stamp)
        let (refused, stopped, rated) = (
            try await receive(), try await receive(), try await receive()
        )
        try await office.act(.close(.refused, reason: "Sai nơi\(tail)"), on: refused, by: clerk)
        try await office.act(.close(.stopped, reason: "Tòa án\(tail)"), on: stopped, by: clerk)
        try await office.finish(rated)
        let answers = ["time", "attitude", "visits", "guidance"]
        _ = try await office.desk.perform(
            .ratings(
                .rate(
                    rated,
                    .init(
                        questionnaire: 1,
                        answers: answers.map { .init(question: $0, level: .fair) },
                        comment: ward.word(.dossier, "danhgia") + tail))),
            by: Ratings.actor, at: office.sources.now)
        names[ward, default: [:]].merge(
            [
                "dossier": main, "refused": refused, "stopped": stopped, "rated": rated,
                "file": file, "stamp": "version=\(stamp.version)&digest=\(stamp.digest)",
            ], uniquingKeysWith: { $1 })
    }

    /// Brought home, with a photo from the door.
    private mutating func bring(_ ward: SiteMatrixWard, _ code: String) async throws {
        let (clerk, carrier) = (ward.hand("chi"), ward.hand("ha"))
        let slot = DeliverySamples.moment(DeliverySamples.evening)
        try await office.makeReady(code)
        try await office.order(
            .request(.init(recipient: ward.recipient(tail: tail))), code, by: clerk)
        try await office.order(.schedule(slot, officer: carrier), code, by: clerk)
        try await office.order(.send, code, by: carrier)
        let handed = try await office.upload(
            "/deliveries/\(code)", as: carrier,
            [("act", "handOver"), ("identity", "1"), ("receipt", "1")],
            [("photo", "\(ward.word(.recipient, "anh"))\(tail).png", AttachmentSamples.png())])
        #expect(handed.status == .seeOther, "\(handed.text.prefix(900))")
        let photo = try #require(try await office.delivery(code)?.pictures?.first)
        names[ward, default: [:]].merge(
            ["brought": code, "photo": photo.id], uniquingKeysWith: { $1 })
    }

    // MARK: What passes from hand to hand

    /// A sheet of one dossier that the counter passed on, one that it can pass on, a number of the
    /// queue, a message that waits, a link of a mail, and a claim.
    private mutating func fillHands(_ ward: SiteMatrixWard) async throws {
        let (office, tail, clerk) = (office, tail, ward.hand("chi"))
        let route = Handovers.Route(
            way: .give, from: UnitID("\(ward.rawValue).mc"), to: UnitID("\(ward.rawValue).tp"))
        func receive() async throws -> Signings.Choice {
            let code = try await office.receive(by: clerk) {
                $0.office = ward.office
                $0.applicant = ward.applicant(.dossier, tail: tail)
            }
            return try #require(
                try await office.handoverChoices(route, of: clerk).first { $0.dossier == code })
        }
        let passed = try await office.handOver(
            [try await receive()], route, by: clerk, key: "bg-\(ward.rawValue)")
        let kept = try await receive()
        let main = try #require(names[ward]?["dossier"])
        try await office.ask(ward.word(.dossier, "tin") + tail, about: main)
        let email = ward.applicant(.dossier).email
        let address = try #require(Contacts.Address(.email, email))
        let stop = Notices.stopToken(of: main, for: address, key: try await office.desk.noticeKey())
        let ticket = try await office.draw(in: ward.office)
        let claim = try await office.claim(.see) {
            $0.office = ward.office
            $0.claimant = ward.claimant(tail: tail)
        }
        try await office.claimAct(.assign(ward.hand("ke")), on: claim, by: ward.hand("anh"))
        names[ward, default: [:]].merge(
            [
                "sheet": try #require(passed.sheet), "kept": kept.text, "stop": stop,
                "ticket": "\(ticket)", "claim": claim,
            ], uniquingKeysWith: { $1 })
    }

    // MARK: What citizens sent

    private mutating func fillRest(_ ward: SiteMatrixWard) async throws {
        let (office, tail) = (office, tail)
        func petition(_ kind: Petitions.Kind, _ secret: SiteMatrixSecret.Kind) async throws
            -> String
        {
            try await office.petition(kind) {
                $0.office = ward.office
                $0.sender = ward.sender(secret, tail: tail)
            }
        }
        let idea = try await petition(.idea, .idea)
        try await office.petitionAct(
            .assign(ward.hand("ha")), on: idea, by: ward.hand("anh"))
        try await office.petitionAct(
            .ask(ward.hand("ke"), ward.word(.idea, "hoi") + tail), on: idea, by: ward.hand("ha"))
        let conduct = try await petition(.conduct, .conduct)
        let filing = try await file(ward)
        let sent = try #require(try await office.shownFiles(ofFiling: filing).first)
        names[ward, default: [:]].merge(
            ["idea": idea, "conduct": conduct, "filing": filing, "sent": sent.id],
            uniquingKeysWith: { $1 })
    }

    /// As a browser does, with a picture of a paper.
    private func file(_ ward: SiteMatrixWard) async throws -> String {
        let person = ward.applicant(.filing, tail: tail)
        let fields = [
            ("office", ward.rawValue), ("name", person.name), ("identity", person.identity),
            ("phone", person.phone), ("email", person.email), ("address", person.address),
            ("request", person.request), ("field.soBan", "2"),
            ("field.tenCon", person.fields["tenCon"] ?? ""), ("paper", "Tờ khai"),
            ("returnWay", "home"),
        ]
        var citizen = FilingCitizen(office: office)
        var place = try await citizen.begin().location
        for _ in 0..<20 where !place.hasSuffix("/review") {
            if place.hasSuffix("/files") {
                place = try await citizen.send(
                    [
                        (
                            "file.Tờ khai", "\(ward.word(.filing, "tep"))\(tail).pdf",
                            AttachmentSamples.pdf(ward.word(.filing, "tep"))
                        )
                    ]
                ).location
            } else {
                place = try await citizen.post(place, fields).location
            }
        }
        #expect(try await citizen.post("/file/KS-01/review").location == "/file/KS-01/done")
        let all = try await office.desk.read {
            try $0.rows(
                "SELECT code FROM filing WHERE office = ?", [.text(ward.rawValue)]
            ).map { try $0.text("code") }
        }
        return try #require(all.first)
    }

    /// An address with its braces filled in.
    func path(_ template: String, _ ward: SiteMatrixWard) -> String {
        (names[ward] ?? [:]).reduce(template) { text, name in
            text.replacing("{\(name.key)}", with: name.value)
        }
    }
}
