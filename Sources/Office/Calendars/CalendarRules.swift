// What may be decided about days to come.

import Engine
import WorkTime

extension Calendars {
    /// A day off, with or without a day worked in exchange, or a day worked that was off.
    public struct Change: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable { case off, worked }
        public var kind: Kind
        public var day: DayNumber
        /// For a day off: the day worked in exchange.
        public var pair: DayNumber?
        /// What the day is called, as on the notice at the door.
        public var name: String
        /// The decision it rests on.
        public var basis: String

        public init(
            kind: Kind, day: DayNumber, pair: DayNumber? = nil, name: String, basis: String
        ) {
            self.kind = kind
            self.day = day
            self.pair = pair
            self.name = name
            self.basis = basis
        }
    }

    public enum Command: Sendable {
        case announce(Change)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case announced(issue: Issue)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotAnnounce
        case kindMissing
        case dayInvalid(String, field: String)
        /// Dates that were promised are not changed behind.
        case dayPast(DayNumber, field: String)
        case dayOutside(DayNumber, field: String)
        case alreadyOff(DayNumber, field: String)
        case alreadyWorked(DayNumber, field: String)
        case pairOnlyForOff
        case nameMissing
        case nameTooLong
        case basisMissing
        case basisTooLong
    }

    static let nameMaximum = 100
    static let basisMaximum = 200

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ change: Change, on book: Book, by person: PersonID, mayAnnounce: Bool,
        at now: LocalMinute
    ) throws -> [Event] {
        if !mayAnnounce { throw Rejection.mayNotAnnounce }
        if change.name.isEmpty { throw Rejection.nameMissing }
        if change.name.count > nameMaximum { throw Rejection.nameTooLong }
        if change.basis.isEmpty { throw Rejection.basisMissing }
        if change.basis.count > basisMaximum { throw Rejection.basisTooLong }
        if change.kind == .worked, change.pair != nil { throw Rejection.pairOnlyForOff }
        let calendar = try book.calendar(book.last)
        let isOff = change.kind == .off
        try check(change.day, isToWork: !isOff, "day", calendar, now)
        if let pair = change.pair { try check(pair, isToWork: true, "pair", calendar, now) }
        let issue = Issue(
            number: book.last + 1, announcedAt: now, by: person, basis: change.basis,
            rules: rules(of: change))
        var after = book
        after.apply(.announced(issue: issue))
        // What cannot be compiled must never be announced.
        _ = try after.calendar(issue.number)
        return [.announced(issue: issue)]
    }

    private static func check(
        _ day: DayNumber, isToWork: Bool, _ field: String, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) throws(Rejection) {
        if day <= now.day { throw .dayPast(day, field: field) }
        guard let works = try? calendar.isWorkingDay(day) else {
            throw .dayOutside(day, field: field)
        }
        if works, isToWork { throw .alreadyWorked(day, field: field) }
        if !works, !isToWork { throw .alreadyOff(day, field: field) }
    }

    private static func rules(of change: Change) -> [DayRule] {
        let name = Bilingual(vi: change.name, en: change.name)
        func rule(_ day: DayNumber, _ kind: DayKind, pair: DayNumber? = nil) -> DayRule {
            DayRule(day: day, kind: kind, name: name, pair: pair, source: change.basis)
        }
        guard change.kind == .off else { return [rule(change.day, .opening)] }
        guard let pair = change.pair else { return [rule(change.day, .closure)] }
        return [
            rule(change.day, .swapOff, pair: pair), rule(pair, .swapWork, pair: change.day),
        ].sorted { $0.day < $1.day }
    }
}
