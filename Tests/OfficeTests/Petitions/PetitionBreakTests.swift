// A disk that is full, a line that breaks, and rows of every standing: nothing half, nothing twice.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// The same office on a store that fails at the commits that are named.
    fileprivate func failing(_ failures: [Int: FailingStore.Failure]) throws -> DossierTestOffice {
        let broken = Desk(
            store: FailingStore(desk.store, failures), sources: desk.sources)
        let sources = sources
        return DossierTestOffice(
            desk: broken,
            house: Site.House(
                desk: broken, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: []),
            sources: sources)
    }
}

@Suite struct `A petition while the store fails` {
    private func send(_ office: DossierTestOffice) async throws -> DossierTestAnswer {
        try await office.post(
            "/petitions/new", as: nil, PetitionSamples.fields + [("key", "k-1")],
            wantsJSON: true)
    }

    /// Commits of sending: the salt of the day, the count of the address, the petition.
    @Test(arguments: [1, 2, 3])
    func `is not there when a commit could not be made, and is sent again with its form`(
        _ commit: Int
    ) async throws {
        try await DossierTestOffice.run { office in
            let broken = try office.failing([commit: .before])
            let refused = try await send(broken)
            #expect(refused.status.code >= 500, "\(refused.status)")
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 0)
            #expect(try await office.number("SELECT count(*) AS n FROM personalValue") == 0)
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 0)
            let sent = try await send(broken)
            #expect(sent.status == .created, "\(sent.text)")
            #expect(try sent.json()["secret"] as? String == Petitions.secret(ofKey: "form/k-1"))
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 1)
            try await office.isPetitionClean()
        }
    }

    @Test func `is one when the answer of the commit was lost`() async throws {
        try await DossierTestOffice.run { office in
            let broken = try office.failing([3: .after])
            let sent = try await send(broken)
            #expect(sent.status == .created, "\(sent.text)")
            let again = try await send(office)
            #expect(try again.json()["code"] as? String == sent.json()["code"] as? String)
            #expect(try await office.number("SELECT count(*) AS n FROM petition") == 1)
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 1)
            try await office.isPetitionClean()
        }
    }

    @Test func `keeps its holder when an answer could not be written`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            let before = try await office.petitionRows()
            let broken = try office.failing([1: .before])
            await #expect(throws: LedgerStoreError.diskFull) {
                try await broken.petitionAct(
                    .answer("x", PetitionSamples.publication), on: code, by: "ha")
            }
            #expect(try await office.petitionRows() == before)
            #expect(try await broken.petitionState(code).standing == .taken)
            #expect(try await office.number("SELECT count(*) AS n FROM outboxMessage") == 1)
            try await broken.petitionAct(
                .answer("x", PetitionSamples.publication), on: code, by: "ha")
            #expect(try await office.petitionState(code).standing == .answered)
            try await office.isPetitionClean()
        }
    }

    @Test func `a sheet of the day is made in the next round`() async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.choose("chi@example.com", for: "chi", at: office.now)
            try office.set("2017-07-04T07:30")
            let broken = try office.failing([1: .before])
            await #expect(throws: LedgerStoreError.diskFull) {
                try await broken.desk.makeDaySheets(at: office.sources.now)
            }
            #expect(try await office.outboxIDs().isEmpty)
            #expect(try await broken.desk.makeDaySheets(at: office.sources.now) == 1)
            #expect(try await broken.desk.makeDaySheets(at: office.sources.now) == 0)
        }
    }
}

@Suite struct `The row of a petition` {
    private func row(_ office: DossierTestOffice, _ code: String) async throws -> SQLRow {
        try await office.desk.read {
            try #require(
                try $0.rows("SELECT * FROM petition WHERE code = ?", [.text(code)]).first)
        }
    }

    /// What is done, the list it stands in then, and by what it is sorted.
    private static let ways: [([(Petitions.Act, PersonID)], String, Bool)] = [
        ([], "incoming", true), ([(.assign("ha"), "anh")], "open", true),
        ([(.assign("ha"), "anh"), (.ask("ke", "x"), "ha")], "open", true),
        ([(.assign("ha"), "anh"), (.ask(nil, "x"), "ha")], "open", true),
        ([(.assign("ha"), "anh"), (.answer("x", nil), "ha")], "ended", false),
        ([(.assign("ha"), "anh"), (.refuse(.unclear, "x"), "ha")], "ended", false),
        ([(.assign("ha"), "anh"), (.forward("Sở", "x"), "ha")], "ended", false),
    ]

    @Test(arguments: ways.indices)
    func `stands in one list, by its day or by its end`(_ index: Int) async throws {
        let (acts, list, isByDue) = Self.ways[index]
        try await DossierTestOffice.run { office in
            let code = try await office.petition(.regulation)
            for (act, person) in acts {
                office.sources.set(office.now + 11)
                try await office.petitionAct(act, on: code, by: person)
            }
            let state = try await office.petitionState(code)
            let row = try await row(office, code)
            #expect(try row.text("list") == list && row.text("kind") == "regulation")
            #expect(try row.text("standing") == state.standing.rawValue)
            let sortAt = isByDue ? state.registration.due : state.endedAt
            #expect(try row.int("sortAt") == sortAt?.rawValue)
            #expect(try row.optionalText("holder") == state.holder?.rawValue)
            #expect(try row.optionalText("unit") == state.unit?.rawValue)
            #expect(try row.optionalText("asked") == state.question?.to?.rawValue)
            #expect(try row.int("since") == state.since.rawValue)
            #expect(try row.optionalInt("endedAt") == state.endedAt?.rawValue)
            #expect(try row.text("subject") == PetitionSamples.sender.subject, "it stays")
            #expect(try row.int("month") == 201_707)
        }
    }

    @Test func `beyond the calendar has no day and comes last`() async throws {
        try await DossierTestOffice.run(at: "2027-12-29T09:00") { office in
            let code = try await office.petition()
            let state = try await office.petitionState(code)
            #expect(state.registration.due == nil && state.registration.refuseBy?.day != nil)
            let row = try await row(office, code)
            #expect(try row.optionalInt("due") == nil)
            #expect(try row.int("sortAt") == Dossiers.sortLast)
            let page = try await office.followPetition(code)
            page.expectSound("no date")
            #expect(page.status == .ok)
        }
    }

    @Test func `of a publication goes with it, and comes back with the next`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ha"), on: code, by: "anh")
            try await office.petitionAct(.answer("x", nil), on: code, by: "ha")
            func answers() async throws -> [String] {
                try await office.desk.read {
                    try $0.rows("SELECT answer FROM petitionAnswer").map { try $0.text("answer") }
                }
            }
            #expect(try await answers().isEmpty)
            var publication = PetitionSamples.publication
            for words in ["Một.", "Hai.", "Hai."] {
                publication.answer = words
                try await office.petitionAct(.publish(publication), on: code, by: "ha")
                #expect(try await answers() == [words])
            }
            let entries = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE stream = ?", [.text("petition/\(code)")])
            #expect(entries == 5, "the same text again is no new entry")
            try await office.petitionAct(.conceal("Sai"), on: code, by: "anh")
            #expect(try await answers().isEmpty)
            await #expect(throws: Petitions.Rejection.notPublished) {
                try await office.petitionAct(.conceal("Sai"), on: code, by: "anh")
            }
        }
    }
}
