// When each body is asked, until when it has time, and where it stands at a moment.

import WorkTime

extension Consultations {
    /// Where a body stands.
    public enum Standing: String, Hashable, Sendable, Encodable, CaseIterable {
        /// Its turn has not come.
        case later
        case asked
        /// The term has passed without an answer.
        case silent
        case answered
        /// It was withdrawn, or the dossier came to its end, before an answer.
        case closed
    }

    /// The turns as they are if nobody answers before the term is over.
    /// - Parameter start: When the first of them is asked.
    static func turns(
        of bodies: [Body], _ order: Order, from start: LocalMinute, by calendar: WorkCalendar
    ) throws(DeadlineError) -> [Turn] {
        var turns: [Turn] = []
        var from = start
        for body in bodies {
            let due = try Deadline.due(body.term, received: from, calendar: calendar)
            turns.append(Turn(from: from, due: due))
            if order == .sequential { from = silence(after: due, body.term) }
        }
        return turns
    }

    /// A term in days runs to the end of its last day (BLDS 2015 Đ148).
    static func silence(after due: LocalMinute, _ term: Term) -> LocalMinute {
        term.endsWithDay ? LocalMinute(startOf: due.day + 1) : due + 1
    }
}

extension Consultations.Part {
    /// The first minute in which it is silent if it has not answered.
    public var silentFrom: LocalMinute { Consultations.silence(after: turn.due, body.term) }
}

extension Consultations.Consultation {
    /// - Parameter isEnded: Nothing is waited for on the dossier any more.
    func standing(
        of part: Consultations.Part, at now: LocalMinute, isEnded: Bool
    ) -> Consultations.Standing {
        if part.answer != nil { return .answered }
        if withdrawal != nil || isEnded { return .closed }
        if now < part.turn.from { return .later }
        return now < part.silentFrom ? .asked : .silent
    }

    /// The turns of all parts once one of them answers: who comes after is asked at once if the
    /// term of this one had still been running.
    func turns(
        answering place: Int, at now: LocalMinute, by calendar: WorkCalendar
    ) throws(DeadlineError) -> [Consultations.Turn] {
        let known = parts.map(\.turn)
        guard order == .sequential, let part = part(place), now < part.silentFrom else {
            return known
        }
        let after = parts.dropFirst(place).map(\.body)
        return Array(known.prefix(place))
            + (try Consultations.turns(of: after, order, from: now, by: calendar))
    }
}
