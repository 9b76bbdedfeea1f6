// Questions about a dossier of the invented ward, and what units answer. Monday is 3 July 2017;
// the office works from 8 to 12 and from 13:30 to 17:30.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum ConsultationSamples {
    static let question = "Diện tích ghi trong tờ khai có đúng không?"
    static let remark = "Đúng, nhưng thiếu số thửa."
    static let accounts = Consultations.Body(unit: "p.kt", term: .workingMinutes(60))
    static let justice = Consultations.Body(unit: "p.tp", term: .workingDays(1))
    static let police = Consultations.Body(name: "Công an quận (hư cấu)", term: .workingDays(1))

    static let mark = PersonalMark(
        id: "consultation/A/1", digest: Array(repeating: 1, count: 32))

    static func draft(
        _ order: Consultations.Order = .parallel,
        _ bodies: [Consultations.Body] = [accounts, justice],
        _ change: (inout Consultations.Draft) -> Void = { _ in }
    ) -> Consultations.Draft {
        var draft = Consultations.Draft(question: question, order: order, bodies: bodies)
        change(&draft)
        return draft
    }

    static func around(
        _ person: PersonID = "chi", asksFor unit: UnitID? = "p.mc",
        answersFor units: Set<UnitID> = [], at moment: String = "3T09:00", isEnded: Bool = false,
        appointment: String? = "5T17:30"
    ) throws -> Consultations.Surroundings {
        Consultations.Surroundings(
            person: person, hand: .init(asksFor: unit, answersFor: units),
            now: LatenessSamples.moment(moment), isEnded: isEnded,
            appointment: appointment.map(LatenessSamples.moment), oneStopHead: "binh",
            organisation: try OrganisationTestState.ward(), calendar: .vietnam)
    }

    /// Decides and applies.
    static func book(
        _ drafts: Consultations.Draft..., at moment: String = "3T09:00"
    ) throws -> Consultations.Book {
        var book = Consultations.Book()
        for draft in drafts {
            let events = try Consultations.decide(
                .ask("A", draft), words: mark, on: book, in: try around(at: moment))
            for event in events { book.apply(event) }
        }
        return book
    }
}

extension DossierTestOffice {
    @discardableResult
    func consult(
        _ code: String, _ draft: Consultations.Draft = ConsultationSamples.draft(),
        by person: PersonID = "chi", key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .consultations(.ask(code, draft)), by: Actor(person), at: sources.now, key: key,
            fingerprint: Array("\(draft)".utf8))
    }

    @discardableResult
    func opine(
        _ code: String, _ number: Int = 1, place: Int, by person: PersonID,
        _ opinion: Consultations.Opinion = .agrees, _ words: String = "",
        letter: String = "", on day: DayNumber? = nil
    ) async throws -> DeskAnswer {
        let reply = Consultations.Reply(
            opinion: opinion, words: words, document: letter, documentDay: day)
        return try await desk.perform(
            .consultations(.answer(code, number, place: place, reply)), by: Actor(person),
            at: sources.now)
    }

    @discardableResult
    func withdraw(
        _ code: String, _ number: Int = 1, by person: PersonID, reason: String = "hỏi nhầm"
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .consultations(.withdraw(code, number, reason: reason)), by: Actor(person),
            at: sources.now)
    }

    func consultationBook(_ code: String) async throws -> Consultations.Book {
        try await desk.read { try $0.toldConsultations(of: code)?.state ?? .init() }
    }

    func consultationPage(
        _ code: String, as person: PersonID
    ) async throws -> Consultations.Page {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.consultations(of: code, for: viewer, at: now) }
    }

    func consultationList(
        _ tab: Consultations.Tab, of person: PersonID, after key: String = ""
    ) async throws -> Consultations.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read {
            try $0.consultationList(tab, for: viewer, after: key, at: now)
        }
    }

    /// `1/2` for the second body of the first consultation.
    func consultationPlaces(
        _ tab: Consultations.Tab, of person: PersonID
    ) async throws -> [String] {
        try await consultationList(tab, of: person).rows.map { "\($0.number)/\($0.place)" }
    }

    func consultationRows() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows("SELECT * FROM consultationPart ORDER BY dossier, number, place")
                .map { "\($0)" }
        }
    }
}
