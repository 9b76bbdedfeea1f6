// Who asks, answers and withdraws, and what a question must say; without a store.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A consultation` {
    private typealias Of = ConsultationSamples
    private typealias Rejection = Consultations.Rejection

    private func refusal(
        _ command: Consultations.Command, words: PersonalMark? = ConsultationSamples.mark,
        on book: Consultations.Book = .init(), _ around: Consultations.Surroundings? = nil
    ) throws -> Consultations.Rejection? {
        let around = try around ?? Of.around()
        do {
            _ = try Consultations.decide(command, words: words, on: book, in: around)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            (ConsultationSamples.draft(), nil),
            (ConsultationSamples.draft(.sequential), nil),
            (ConsultationSamples.draft { $0.lead = 2 }, nil),
            (
                ConsultationSamples.draft {
                    $0.question = String(repeating: "a", count: 2_001)
                }, .tooLong(field: "question")
            ),
            (ConsultationSamples.draft(.parallel, []), .bodyMissing),
            (
                ConsultationSamples.draft(
                    .parallel,
                    (1...11).map { .init(name: "Sở \($0)", term: .workingDays(1)) }),
                .tooManyBodies
            ),
            (
                ConsultationSamples.draft(
                    .parallel,
                    [
                        .init(name: "Sở Tư pháp", term: .workingDays(1)),
                        .init(name: "sở tư pháp", term: .workingMinutes(30)),
                    ]), .bodyTwice(place: 2)
            ),
            (
                ConsultationSamples.draft(
                    .parallel,
                    [ConsultationSamples.accounts, .init(unit: "x", term: .workingDays(1))]),
                .unitUnknown(place: 2)
            ),
            // A team that was closed on 30 June.
            (
                ConsultationSamples.draft(
                    .parallel, [.init(unit: "p.cu", term: .workingDays(1))]),
                .unitUnknown(place: 1)
            ),
            (
                ConsultationSamples.draft(
                    .parallel, [.init(unit: "p.mc", term: .workingDays(1))]), .ownUnit(place: 1)
            ),
            (
                ConsultationSamples.draft(
                    .parallel, [.init(name: "  ", term: .workingDays(1))]), .unitUnknown(place: 1)
            ),
            (
                ConsultationSamples.draft(
                    .parallel,
                    [.init(name: String(repeating: "s", count: 201), term: .workingDays(1))]),
                .tooLong(field: "name1")
            ),
            (ConsultationSamples.draft { $0.lead = 3 }, .leadUnknown),
            (ConsultationSamples.draft { $0.lead = 0 }, .leadUnknown),
            (ConsultationSamples.draft { $0.silence = .consent }, .basisMissing),
            (
                ConsultationSamples.draft {
                    $0.silence = .consent
                    $0.basis = "NĐ 217/2026 Đ54"
                }, nil
            ),
            (
                ConsultationSamples.draft { $0.basis = String(repeating: "n", count: 101) },
                .tooLong(field: "basis")
            ),
        ] as [(Consultations.Draft, Consultations.Rejection?)])
    func `says whom it asks and how`(
        _ draft: Consultations.Draft, _ rejection: Consultations.Rejection?
    ) throws {
        #expect(try refusal(.ask("A", draft)) == rejection)
    }

    @Test(
        arguments: [
            (.workingDays(1), nil), (.workingMinutes(1), nil),
            (.workingDays(0), .termInvalid(place: 1)),
            (.workingMinutes(0), .termInvalid(place: 1)),
            (.workingDays(-3), .termInvalid(place: 1)),
            (.workingDays(61), .termInvalid(place: 1)),
            (.workingMinutes(28_801), .termInvalid(place: 1)),
            (.calendarDays(1), .termInvalid(place: 1)), (.sameDay, .termInvalid(place: 1)),
        ] as [(Term, Consultations.Rejection?)])
    func `states a term in working time`(
        _ term: Term, _ rejection: Consultations.Rejection?
    ) throws {
        let draft = Of.draft(.parallel, [.init(unit: "p.kt", term: term)])
        #expect(try refusal(.ask("A", draft)) == rejection)
    }

    @Test func `is asked by who has the work, while the dossier goes on`() throws {
        let ask = Consultations.Command.ask("A", Of.draft())
        #expect(try refusal(ask, Of.around("anh", asksFor: nil)) == .onlyForHolder)
        #expect(try refusal(ask, Of.around(isEnded: true)) == .dossierEnded)
        #expect(try refusal(ask, words: nil) == .questionMissing)
        #expect(try refusal(ask) == nil)
    }

    @Test func `is refused beyond the appointment, unless that was seen`() throws {
        let days = Of.draft(.parallel, [.init(unit: "p.kt", term: .workingDays(3))])
        let (last, appointment) = (
            LatenessSamples.moment("6T17:30"), LatenessSamples.moment("5T17:30")
        )
        #expect(try refusal(.ask("A", days)) == .beyondAppointment(last, appointment))
        var seen = days
        seen.isBeyond = true
        #expect(try refusal(.ask("A", seen)) == nil)
        #expect(try refusal(.ask("A", days), Of.around(appointment: nil)) == nil)
        // Two days are just enough; one after the other they are not.
        let two = [Of.justice, Of.police]
        #expect(try refusal(.ask("A", Of.draft(.parallel, two))) == nil)
        #expect(
            try refusal(.ask("A", Of.draft(.sequential, two)))
                == .beyondAppointment(last, appointment))
    }

    @Test func `is not open more than ten times at once`() throws {
        var book = Consultations.Book()
        for _ in 0..<Consultations.openMaximum {
            let events = try Consultations.decide(
                .ask("A", Of.draft()), words: Of.mark, on: book, in: try Of.around())
            for event in events { book.apply(event) }
        }
        #expect(book.consultations.map(\.number) == Array(1...10))
        #expect(try refusal(.ask("A", Of.draft()), on: book) == .tooManyOpen)
        book.apply(
            .withdrawn(
                number: 3,
                withdrawal: .init(
                    at: LatenessSamples.moment("3T09:00"), by: "chi", reason: Of.mark)))
        #expect(try refusal(.ask("A", Of.draft()), on: book) == nil)
    }

    @Test func `keeps who leads only where all are asked at once, and a basis with consent`()
        throws
    {
        let parallel = try Of.book(Of.draft { $0.lead = 2 }).consultations[0]
        #expect(parallel.lead == 2 && parallel.basis.isEmpty && parallel.silence == .reported)
        let draft = Of.draft(.sequential) {
            $0.lead = 2
            $0.basis = "thừa"
        }
        let sequential = try Of.book(draft).consultations[0]
        #expect(sequential.lead == nil && sequential.basis.isEmpty)
    }

    // MARK: Answers

    private func answer(
        _ place: Int, _ change: (inout Consultations.Reply) -> Void = { _ in }
    ) -> Consultations.Command {
        var reply = Consultations.Reply(opinion: .agrees)
        change(&reply)
        return .answer("A", 1, place: place, reply)
    }

    private func unit(at moment: String = "3T09:30") throws -> Consultations.Surroundings {
        try Of.around("ke", asksFor: nil, answersFor: ["p.kt"], at: moment)
    }

    @Test func `is answered by the unit itself, also late, and once`() throws {
        var book = try Of.book(Of.draft())
        #expect(try refusal(answer(1), words: nil, on: book, unit()) == nil)
        #expect(try refusal(answer(1), words: nil, on: book, unit(at: "5T09:00")) == nil)
        #expect(try refusal(answer(2), on: book, unit()) == .onlyForAsked)
        #expect(try refusal(answer(1), on: book) == .onlyForAsked, "who asks answers for no unit")
        #expect(try refusal(answer(3), on: book, unit()) == .unknownNumber(1))
        #expect(try refusal(answer(1), on: .init(), unit()) == .unknownNumber(1))
        for event in try Consultations.decide(
            answer(1), words: nil, on: book, in: try unit())
        { book.apply(event) }
        #expect(try refusal(answer(1), on: book, unit()) == .answered)
    }

    @Test func `needs an opinion, and reasons where it is no bare consent`() throws {
        let book = try Of.book(Of.draft())
        #expect(
            try refusal(answer(1) { $0.opinion = nil }, on: book, unit()) == .opinionMissing)
        for opinion in [Consultations.Opinion.remarks, .disagrees] {
            let reply = answer(1) { $0.opinion = opinion }
            #expect(try refusal(reply, words: nil, on: book, unit()) == .wordsMissing)
            #expect(try refusal(reply, on: book, unit()) == nil)
        }
        let long = answer(1) { $0.words = String(repeating: "l", count: 4_001) }
        #expect(try refusal(long, on: book, unit()) == .tooLong(field: "words"))
        let letter = answer(1) { $0.document = String(repeating: "1", count: 101) }
        #expect(try refusal(letter, on: book, unit()) == .tooLong(field: "document"))
    }

    @Test func `of a body outside is entered with its letter by who asked`() throws {
        let book = try Of.book(Of.draft(.parallel, [Of.police]))
        let today = LatenessSamples.moment("3T09:00").day
        func letter(_ number: String, _ day: DayNumber?) -> Consultations.Command {
            answer(1) { ($0.document, $0.documentDay) = (number, day) }
        }
        #expect(try refusal(letter("12/CAQ", today), on: book) == nil)
        #expect(try refusal(letter(" ", today), on: book) == .documentMissing)
        #expect(try refusal(letter("12/CAQ", nil), on: book) == .documentDayInvalid)
        #expect(try refusal(letter("12/CAQ", today + 1), on: book) == .documentDayInvalid)
        #expect(try refusal(letter("12/CAQ", today), on: book, unit()) == .onlyForAsked)
        // Who asked still enters it when the work has gone on.
        #expect(
            try refusal(letter("12/CAQ", today), on: book, Of.around("chi", asksFor: nil)) == nil)
    }

    @Test func `waits for its turn`() throws {
        let book = try Of.book(Of.draft(.sequential, [Of.justice, Of.accounts]))
        let from = LatenessSamples.moment("5T00:00")
        #expect(try refusal(answer(2), on: book, unit()) == .turnNotCome(from))
        #expect(try refusal(answer(2), on: book, unit(at: "5T08:00")) == nil)
    }

    @Test func `takes no answer once it is over`() throws {
        var book = try Of.book(Of.draft())
        let ended = try Of.around("ke", asksFor: nil, answersFor: ["p.kt"], isEnded: true)
        #expect(try refusal(answer(1), on: book, ended) == .dossierEnded)
        for event in try Consultations.decide(
            .withdraw("A", 1, reason: "nhầm"), words: Of.mark, on: book, in: try Of.around())
        { book.apply(event) }
        #expect(try refusal(answer(1), on: book, unit()) == .withdrawn)
    }

    // MARK: Withdrawing and silence

    @Test func `is withdrawn with a reason by who asked or has the work`() throws {
        var book = try Of.book(Of.draft(.parallel, [Of.accounts]))
        let withdraw = Consultations.Command.withdraw("A", 1, reason: "nhầm")
        #expect(try refusal(withdraw, on: book) == nil)
        #expect(try refusal(withdraw, on: book, Of.around("chi", asksFor: nil)) == nil)
        #expect(try refusal(withdraw, on: book, Of.around("ha", asksFor: "p.tp")) == nil)
        #expect(try refusal(withdraw, on: book, unit()) == .onlyForAsker)
        #expect(try refusal(withdraw, words: nil, on: book) == .reasonMissing)
        #expect(try refusal(withdraw, on: .init()) == .unknownNumber(1))
        let long = Consultations.Command.withdraw(
            "A", 1, reason: String(repeating: "d", count: 301))
        #expect(try refusal(long, on: book) == .tooLong(field: "reason"))
        for event in try Consultations.decide(
            answer(1), words: nil, on: book, in: try unit())
        { book.apply(event) }
        #expect(try refusal(withdraw, on: book) == .allAnswered)
    }

    @Test func `is reported as silent once, when its term has passed`() throws {
        var book = try Of.book(Of.draft())
        func events(_ place: Int, _ moment: String, isEnded: Bool = false) throws
            -> [Consultations.Event]
        {
            try Consultations.decide(
                .reportSilence("A", 1, place: place), words: nil, on: book,
                in: try Of.around("roviec", asksFor: nil, at: moment, isEnded: isEnded))
        }
        #expect(try events(1, "3T10:00").isEmpty)
        let report = Consultations.Report(at: LatenessSamples.moment("3T10:01"), to: "binh")
        let told = try events(1, "3T10:01")
        #expect(told == [.silenceReported(number: 1, place: 1, report: report)])
        #expect(try events(1, "3T10:01", isEnded: true).isEmpty)
        #expect(try events(2, "3T10:01").isEmpty && events(3, "3T10:01").isEmpty)
        for event in told { book.apply(event) }
        #expect(try events(1, "4T10:01").isEmpty, "once")
        #expect(book.consultations[0].parts[0].report == report)
    }

    @Test func `is told by events that read themselves back`() throws {
        var book = try Of.book(Of.draft(), Of.draft(.sequential, [Of.police, Of.accounts]))
        let asked = book.consultations.map { Consultations.Event.asked(consultation: $0) }
        let today = LatenessSamples.moment("3T09:00").day
        let letter = Consultations.Reply(
            opinion: .disagrees, words: "x", document: "12/CAQ", documentDay: today)
        let answered = try Consultations.decide(
            .answer("A", 2, place: 1, letter), words: Of.mark, on: book, in: try Of.around())
        for event in answered { book.apply(event) }
        let withdrawn = try Consultations.decide(
            .withdraw("A", 1, reason: "x"), words: Of.mark, on: book, in: try Of.around())
        for event in asked + answered + withdrawn
            + [.silenceReported(number: 1, place: 1, report: .init(at: .init(rawValue: 1)))]
        {
            let entry = try EventEncoding.entry(of: event, feature: Consultations.feature)
            #expect(
                try EventDecoding.event(
                    Consultations.Event.self, entryType: entry.type, payload: entry.payload,
                    feature: Consultations.feature) == event)
        }
        #expect(book.consultations[1].parts[1].turn.from == LatenessSamples.moment("3T09:00"))
    }
}
