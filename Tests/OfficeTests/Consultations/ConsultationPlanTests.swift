// When bodies are asked and until when, by the working calendar; without a store.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Turns of a consultation` {
    private typealias Of = ConsultationSamples

    private func moment(_ text: String) -> LocalMinute { LatenessSamples.moment(text) }

    private func written(_ turns: [Consultations.Turn]) -> [String] {
        turns.map { "\($0.from.text.dropFirst(8)) \($0.due.text.dropFirst(8))" }
    }

    private func consultation(
        _ order: Consultations.Order, _ bodies: [Consultations.Body]
    ) throws -> Consultations.Consultation {
        try #require(try Of.book(Of.draft(order, bodies)).consultation(1))
    }

    @Test func `begin at once for all, each with its own term`() throws {
        let turns = try Consultations.turns(
            of: [Of.accounts, Of.justice], .parallel, from: moment("3T09:00"), by: .vietnam)
        #expect(written(turns) == ["03T09:00 03T10:00", "03T09:00 04T17:30"])
    }

    @Test func `follow one another as if everybody were silent`() throws {
        let turns = try Consultations.turns(
            of: [Of.justice, Of.accounts, Of.accounts], .sequential, from: moment("3T09:00"),
            by: .vietnam)
        // A term in days ends with its last day; the next one is asked when the day is over, and
        // an hour of work then ends at nine.
        #expect(
            written(turns) == ["03T09:00 04T17:30", "05T00:00 05T09:00", "05T09:01 05T10:01"])
    }

    @Test func `pass over the weekend and the pause at noon`() throws {
        let turns = try Consultations.turns(
            of: [Of.accounts, Of.justice], .sequential, from: moment("7T17:00"), by: .vietnam)
        #expect(written(turns) == ["07T17:00 10T08:30", "10T08:31 11T17:30"])
        let noon = try Consultations.turns(
            of: [Of.accounts], .parallel, from: moment("3T11:30"), by: .vietnam)
        #expect(written(noon) == ["03T11:30 03T14:00"])
    }

    @Test(
        arguments: [
            ("3T09:59", .asked), ("3T10:00", .asked), ("3T10:01", .silent), ("4T08:00", .silent),
        ] as [(String, Consultations.Standing)])
    func `of minutes end with their minute`(
        _ at: String, _ standing: Consultations.Standing
    ) throws {
        let consultation = try consultation(.parallel, [Of.accounts])
        #expect(
            consultation.standing(
                of: consultation.parts[0], at: moment(at), isEnded: false) == standing)
    }

    @Test(
        arguments: [
            ("4T17:30", .asked), ("4T23:59", .asked), ("5T00:00", .silent),
        ] as [(String, Consultations.Standing)])
    func `of days end with their day`(
        _ at: String, _ standing: Consultations.Standing
    ) throws {
        let consultation = try consultation(.parallel, [Of.justice])
        #expect(
            consultation.standing(
                of: consultation.parts[0], at: moment(at), isEnded: false) == standing)
    }

    @Test func `come later, and are closed by an end or a withdrawal`() throws {
        var consultation = try consultation(.sequential, [Of.accounts, Of.justice])
        func standing(_ at: String, isEnded: Bool = false) -> Consultations.Standing {
            consultation.standing(
                of: consultation.parts[1], at: moment(at), isEnded: isEnded)
        }
        #expect(standing("3T10:00") == .later && standing("3T10:01") == .asked)
        #expect(standing("3T09:30", isEnded: true) == .closed)
        consultation.withdrawal = .init(at: moment("3T09:10"), by: "chi", reason: Of.mark)
        #expect(standing("3T10:01") == .closed && !consultation.isOpen)
        consultation.parts[1].answer = .init(
            at: moment("3T09:05"), by: "ke", opinion: .agrees, document: "")
        #expect(standing("3T10:01", isEnded: true) == .answered)
    }

    @Test func `move up when who is asked answers in time`() throws {
        let police = Consultations.Body(name: Of.police.name, term: .workingMinutes(60))
        let consultation = try consultation(.sequential, [Of.justice, Of.accounts, police])
        let early = try consultation.turns(
            answering: 1, at: moment("3T10:00"), by: .vietnam)
        #expect(
            written(early) == ["03T09:00 04T17:30", "03T10:00 03T11:00", "03T11:01 03T13:31"])
        let late = try consultation.turns(
            answering: 1, at: moment("5T08:10"), by: .vietnam)
        #expect(late == consultation.parts.map(\.turn), "the next one was asked already")
    }

    @Test func `stay as they are where all are asked at once`() throws {
        let consultation = try consultation(.parallel, [Of.justice, Of.accounts])
        let turns = try consultation.turns(
            answering: 1, at: moment("3T09:30"), by: .vietnam)
        #expect(turns == consultation.parts.map(\.turn))
    }
}
