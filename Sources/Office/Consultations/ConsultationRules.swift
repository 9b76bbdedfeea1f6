// Asking, answering, withdrawing, and reporting a silence.

import Engine
import WorkTime

extension Consultations {
    /// What somebody wants to ask.
    public struct Draft: Sendable {
        public var question: String
        public var order: Order
        public var bodies: [Body]
        public var lead: Int?
        public var silence: Silence = .reported
        public var basis = ""
        /// That a term lies beyond the appointment was seen.
        public var isBeyond = false
    }

    public struct Reply: Sendable {
        public var opinion: Opinion?
        public var words = ""
        public var document = ""
        public var documentDay: DayNumber?
    }

    /// About the dossier of that code; consultations and their bodies by their places.
    public enum Command: Sendable {
        case ask(String, Draft)
        case answer(String, Int, place: Int, Reply)
        case withdraw(String, Int, reason: String)
        /// The office by itself, when a term has passed.
        case reportSilence(String, Int, place: Int)
    }

    /// What `decide` must know beside the book.
    struct Surroundings {
        let person: PersonID
        let hand: Hand
        let now: LocalMinute
        /// Nothing is waited for on the dossier any more.
        let isEnded: Bool
        /// Until when the dossier has to be done; `nil` without a date.
        let appointment: LocalMinute?
        let oneStopHead: PersonID?
        let organisation: People.Organisation
        let calendar: WorkCalendar
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    /// - Parameter words: The mark of what was written; `nil` for nothing.
    static func decide(
        _ command: Command, words: PersonalMark?, on book: Book, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        switch command {
        case .ask(_, let draft): return [try ask(draft, words, book, around)]
        case .answer(_, let number, let place, let reply):
            return [try answer(number, place, reply, words, book, around)]
        case .withdraw(_, let number, let reason):
            guard let consultation = book.consultation(number) else {
                throw .unknownNumber(number)
            }
            if !around.mayWithdraw(consultation) { throw .onlyForAsker }
            if consultation.withdrawal != nil { throw .withdrawn }
            if !consultation.isOpen { throw .allAnswered }
            guard let words else { throw .reasonMissing }
            if reason.count > reasonMaximum { throw .tooLong(field: "reason") }
            return [
                .withdrawn(
                    number: number,
                    withdrawal: Withdrawal(at: around.now, by: around.person, reason: words))
            ]
        case .reportSilence(_, let number, let place):
            guard let consultation = book.consultation(number),
                let part = consultation.part(place), part.report == nil,
                consultation.standing(of: part, at: around.now, isEnded: around.isEnded)
                    == .silent
            else { return [] }
            return [
                .silenceReported(
                    number: number, place: place,
                    report: Report(at: around.now, to: around.oneStopHead))
            ]
        }
    }

    private static func ask(
        _ draft: Draft, _ words: PersonalMark?, _ book: Book, _ around: Surroundings
    ) throws(Rejection) -> Event {
        guard let unit = around.hand.asksFor else { throw .onlyForHolder }
        if around.isEnded { throw .dossierEnded }
        guard let words else { throw .questionMissing }
        if draft.question.count > questionMaximum { throw .tooLong(field: "question") }
        if book.consultations.count(where: \.isOpen) >= openMaximum { throw .tooManyOpen }
        if draft.bodies.isEmpty { throw .bodyMissing }
        if draft.bodies.count > bodiesMaximum { throw .tooManyBodies }
        for (index, body) in draft.bodies.enumerated() {
            try check(body, at: index + 1, askedBy: unit, around)
            if draft.bodies.prefix(index).contains(where: { $0.isSame(as: body) }) {
                throw .bodyTwice(place: index + 1)
            }
        }
        if let lead = draft.lead, !(1...draft.bodies.count).contains(lead) {
            throw .leadUnknown
        }
        if draft.silence == .consent, draft.basis.allSatisfy(\.isWhitespace) {
            throw .basisMissing
        }
        if draft.basis.count > documentMaximum { throw .tooLong(field: "basis") }
        let turns = try planned(draft, around)
        if let appointment = around.appointment, !draft.isBeyond,
            let last = turns.map(\.due).max(), last > appointment
        {
            throw .beyondAppointment(last, appointment)
        }
        return .asked(
            consultation: Consultation(
                number: book.consultations.count + 1, at: around.now, by: around.person,
                unit: unit, question: words, order: draft.order,
                lead: draft.order == .parallel ? draft.lead : nil, silence: draft.silence,
                basis: draft.silence == .consent ? draft.basis : "",
                parts: zip(draft.bodies, turns).map { Part(body: $0, turn: $1) }))
    }

    private static func planned(
        _ draft: Draft, _ around: Surroundings
    ) throws(Rejection) -> [Turn] {
        do {
            return try turns(
                of: draft.bodies, draft.order, from: around.now, by: around.calendar)
        } catch {
            throw .outsideCalendar
        }
    }

    private static func check(
        _ body: Body, at place: Int, askedBy unit: UnitID, _ around: Surroundings
    ) throws(Rejection) {
        if let asked = body.unit {
            guard around.organisation.units[asked]?.exists(on: around.now.day) == true else {
                throw .unitUnknown(place: place)
            }
            if asked == unit { throw .ownUnit(place: place) }
        } else if body.name.allSatisfy(\.isWhitespace) {
            throw .unitUnknown(place: place)
        }
        if body.name.count > nameMaximum { throw .tooLong(field: "name\(place)") }
        switch body.term {
        case .workingDays(1...daysMaximum), .workingMinutes(1...(daysMaximum * 480)): return
        default: throw .termInvalid(place: place)
        }
    }

    private static func answer(
        _ number: Int, _ place: Int, _ reply: Reply, _ words: PersonalMark?, _ book: Book,
        _ around: Surroundings
    ) throws(Rejection) -> Event {
        guard let consultation = book.consultation(number), let part = consultation.part(place)
        else { throw .unknownNumber(number) }
        if !around.mayAnswer(part, of: consultation) { throw .onlyForAsked }
        if consultation.withdrawal != nil { throw .withdrawn }
        if around.isEnded { throw .dossierEnded }
        if part.answer != nil { throw .answered }
        if around.now < part.turn.from { throw .turnNotCome(part.turn.from) }
        guard let opinion = reply.opinion else { throw .opinionMissing }
        if opinion != .agrees, words == nil { throw .wordsMissing }
        if reply.words.count > wordsMaximum { throw .tooLong(field: "words") }
        if part.body.unit == nil, reply.document.allSatisfy(\.isWhitespace) {
            throw .documentMissing
        }
        if reply.document.count > documentMaximum { throw .tooLong(field: "document") }
        if part.body.unit == nil, reply.documentDay == nil { throw .documentDayInvalid }
        if let day = reply.documentDay, day > around.now.day { throw .documentDayInvalid }
        let turns: [Turn]
        do {
            turns = try consultation.turns(
                answering: place, at: around.now, by: around.calendar)
        } catch {
            throw .outsideCalendar
        }
        return .answered(
            number: number, place: place,
            answer: Answer(
                at: around.now, by: around.person, opinion: opinion, words: words,
                document: reply.document, documentDay: reply.documentDay), turns: turns)
    }
}

extension Consultations.Body {
    /// The same unit, or the same name whatever the term.
    func isSame(as other: Self) -> Bool {
        unit == other.unit && name.lowercased() == other.name.lowercased()
    }
}

extension Consultations.Command {
    /// Code of the dossier.
    var dossier: String {
        switch self {
        case .ask(let code, _), .answer(let code, _, _, _), .withdraw(let code, _, _),
            .reportSilence(let code, _, _):
            code
        }
    }

    /// What was written; empty for nothing.
    var words: String {
        switch self {
        case .ask(_, let draft): draft.question
        case .answer(_, _, _, let reply): reply.words
        case .withdraw(_, _, let reason): reason
        case .reportSilence: ""
        }
    }
}
