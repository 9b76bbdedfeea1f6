// Who may see and answer a filing: every person, every page and act, own office and the other one;
// two at the same time; after the personal data are gone; from two houses on one store.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Rights on filings` {
    /// The rule in words: counter officers, each in the own office. Nobody else, not even leaders.
    private static let officers: [PersonID: UnitID] = ["binh": "p", "chi": "p", "la": "r"]
    private static let acts: [[(String, String)]] = [
        [("act", "accept")], [("act", "refuse"), ("reason", "sai")],
        [("act", "askSupplement"), ("reason", "thiếu"), ("papers", "A")],
    ]

    /// One filing in each ward.
    private func run(
        _ body: (DossierTestOffice, [UnitID: String]) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            var codes: [UnitID: String] = [:]
            for unit in ["p", "r"] as [UnitID] {
                codes[unit] = try await office.fileExtract(
                    [("office", unit.rawValue)] + FilingExtractSamples.right(without: "office"))
            }
            try await body(office, codes)
        }
    }

    @Test func `open lists and pages of the own office alone`() async throws {
        try await run { office, codes in
            for person in DossierTestSamples.people {
                let own = Self.officers[person]
                let list = try await office.open("/filings", as: person)
                #expect((list.status == .ok) == (own != nil), "\(person)")
                for (unit, code) in codes {
                    #expect(list.text.contains(code) == (own == unit), "\(person) \(code)")
                    let page = try await office.open("/filings/\(code)", as: person)
                    #expect(page.status == (own == unit ? .ok : .notFound), "\(person) \(code)")
                    #expect(page.text.contains("Hồ Thị Hư Cấu") == (own == unit))
                    let json = try await office.open(
                        "/filings/\(code)", as: person, wantsJSON: true)
                    #expect(json.text.contains("012345678901") == (own == unit))
                }
            }
        }
    }

    @Test func `allow acts on filings of the own office alone, and say not found elsewhere`()
        async throws
    {
        try await run { office, codes in
            for act in Self.acts {
                for person in DossierTestSamples.people {
                    for (unit, code) in codes where Self.officers[person] != unit {
                        let before = try await office.sequence()
                        let answer = try await office.post(
                            "/filings/\(code)/acts", as: person, act, wantsJSON: true)
                        #expect(try answer.code() == "filings.unknown", "\(person) \(code)")
                        #expect(try await office.sequence() == before)
                    }
                }
                let signedOut = try await office.post(
                    "/filings/\(codes["p"] ?? "")/acts", as: nil, act)
                #expect(signedOut.location == "/sign-in")
            }
            for (person, unit) in Self.officers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                for act in Self.acts {
                    let code = try await office.fileExtract(
                        [("office", unit.rawValue)]
                            + FilingExtractSamples.right(without: "office"))
                    let answer = try await office.post(
                        "/filings/\(code)/acts", as: person, act)
                    #expect(answer.status == .seeOther, "\(person) \(act)")
                }
            }
        }
    }

    @Test func `reach a program with the scope for work`() async throws {
        try await run { office, codes in
            let code = codes["p"] ?? ""
            let path = "/filings/\(code)/acts"
            let reader = try await office.token(of: "chi", .read)
            #expect(try await office.call(.get, "/filings/\(code)", reader).status == .ok)
            let shut = try await office.call(.post, path, reader, json: #"{"act": "accept"}"#)
            #expect(try shut.code() == "tokens.scopeNeeded")
            let stranger = try await office.token(of: "la", .read, .work)
            let hidden = try await office.call(.post, path, stranger, json: #"{"act": "accept"}"#)
            #expect(try hidden.code() == "filings.unknown")
            let worker = try await office.token(of: "chi", .work)
            let first = try await office.call(
                .post, path, worker, json: #"{"act": "accept"}"#, key: "1")
            let again = try await office.call(
                .post, path, worker, json: #"{"act": "accept"}"#, key: "1")
            #expect(first.status == .created && again.text == first.text)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 1)
        }
    }

    @Test func `note each look of each officer, and of nobody else`() async throws {
        try await run { office, codes in
            for person in DossierTestSamples.people {
                for code in codes.values {
                    _ = try await office.open("/filings/\(code)", as: person)
                }
            }
            let looks = try await office.desk.read { reading in
                try reading.rows("SELECT subject, person FROM personalRead").map {
                    "\(try $0.text("person")) \(try $0.text("subject"))"
                }
            }
            let expected = Self.officers.map { "\($0.key) \(codes[$0.value] ?? "")" }
            #expect(looks.sorted() == expected.sorted())
        }
    }

    @Test func `let one of two officers win who accept at the same time`() async throws {
        try await run { office, codes in
            let code = codes["p"] ?? ""
            for round in 0..<5 {
                let filing = round == 0 ? code : try await office.fileExtract()
                async let one = office.post(
                    "/filings/\(filing)/acts", as: "chi", [("act", "accept")], wantsJSON: true)
                async let other = office.post(
                    "/filings/\(filing)/acts", as: "binh", [("act", "accept")], wantsJSON: true)
                let answers = try await [one, other]
                let statuses = answers.map(\.status.code).sorted()
                #expect(statuses == [201, 422], "\(answers.map(\.text))")
                let loser = try #require(answers.first { $0.status == .unprocessableContent })
                #expect(try loser.code() == "filings.ended")
            }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 5)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}

@Suite struct `Filings whose personal data were erased by law` {
    @Test func `say so, are refused and not taken in, and replay is clean`() async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            let code = try await office.fileExtract()
            let mark = try await office.filing(code).registration.applicant.id
            let at = office.sources.now.milliseconds
            let erased = try await office.desk.store.write {
                try $0.erasePersonal(id: mark, at: at, basis: "luật")
            }
            #expect(erased)
            let page = try await office.open("/filings/\(code)", as: "chi")
            #expect(page.status == .ok && !page.text.contains("0912 345 678"))
            page.expectSound("erased")
            let reads = "SELECT count(*) AS n FROM personalRead"
            #expect(try await office.number(reads) == 0, "nothing was there to be seen")
            let before = try await office.sequence()
            let accepted = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(accepted.status == .unprocessableContent)
            #expect(accepted.text.contains("đã được xóa theo luật"))
            #expect(try await office.sequence() == before)
            try await office.answer(.refuse(code, reason: "dữ liệu đã xóa"), by: "chi")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
            let proof = try await office.desk.store.read { try Verification.run($0) }
            #expect(proof.isClean, "\(proof.findings)")
        }
    }

    @Test func `and those that became dossiers are told alike`() async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            let codes = try await [office.fileExtract(), office.fileExtract()]
            try await office.answer(.accept(codes[0]), by: "chi")
            for stream in codes.map({ Filings.stream(of: $0) }) + ["dossier/PA-170703-0001"] {
                _ = try await office.desk.store.write {
                    try $0.erasePersonal(stream: stream, at: 1, basis: "luật")
                }
            }
            for path in ["/filings", "/filings/\(codes[0])", "/filings/\(codes[1])"] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .ok)
                page.expectSound(path)
            }
            let proof = try await office.desk.store.read { try Verification.run($0) }
            #expect(proof.isClean, "\(proof.findings)")
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }
}

@Suite struct `Two houses on one store` {
    /// Another desk, which remembers nothing of what the first one did.
    private func second(_ office: DossierTestOffice) throws -> DossierTestOffice {
        let sources = office.sources
        let desk = Desk(store: office.desk.store, sources: office.desk.sources)
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: []),
            sources: sources)
    }

    @Test func `share sheets, drafts and filings at once`() async throws {
        try await DossierTestOffice.run { one in
            let other = try second(one)
            #expect(try await other.open("/procedures/TL-05", as: nil).status == .notFound)
            try await one.offerExtracts()
            #expect(try await other.open("/procedures/TL-05", as: nil).status == .ok)
            var citizen = FilingCitizen(office: one)
            _ = try await citizen.begin("TL-05")
            for (index, page) in FilingExtractSamples.answers.enumerated() {
                let here = FilingCitizen(
                    office: index % 2 == 0 ? one : other, cookie: citizen.cookie)
                _ = try await here.post("/file/TL-05/\(page.question)", page.right[0])
            }
            let there = FilingCitizen(office: other, cookie: citizen.cookie)
            #expect(try await there.post("/file/TL-05/review").location == "/file/TL-05/done")
            let done = try await citizen.open("/file/TL-05/done")
            #expect(done.text.contains("DK-PA-170703-0001"))
            #expect(try await one.fileExtract() == "DK-PA-170703-0002")
            #expect(try await other.fileExtract() == "DK-PA-170703-0003")
            try await other.answer(.accept("DK-PA-170703-0001"), by: "chi")
            await #expect(throws: Filings.Rejection.ended(.accepted)) {
                try await one.answer(.accept("DK-PA-170703-0001"), by: "binh")
            }
            #expect(try await one.filing("DK-PA-170703-0001").dossier == "PA-170703-0001")
        }
    }
}
