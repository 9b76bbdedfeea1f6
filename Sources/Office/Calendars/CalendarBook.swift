// The issues of the house's calendar, as their stream tells them.

import Engine
import Ledger
import WorkTime

extension Calendars {
    /// What one decision changed.
    public struct Issue: Hashable, Sendable, Codable {
        /// 1 for the first decision of the house.
        public var number: Int
        public var announcedAt: LocalMinute
        public var by: PersonID
        /// Number and date of the decision.
        public var basis: String
        /// In the order of their days.
        public var rules: [DayRule]
    }

    /// All issues, oldest first.
    public struct Book: Hashable, Sendable, Codable {
        public internal(set) var issues: [Issue] = []

        /// Number of the newest issue; 0 while the calendar of the country holds as it is.
        public var last: Int { issues.last?.number ?? 0 }

        /// The calendar of an issue: all decisions up to it, the later over the earlier.
        func calendar(_ number: Int) throws(CalendarDataError) -> WorkCalendar {
            let made = issues.filter { $0.number <= number }
            guard let newest = made.last else { return .vietnam }
            var rules: [DayNumber: DayRule] = [:]
            for rule in made.flatMap(\.rules) { rules[rule.day] = rule }
            return try WorkCalendar.vietnam.inherited(
                by: CalendarVersion(
                    unit: "CQ", issue: newest.number,
                    name: Bilingual(vi: "Lịch của cơ quan", en: "Calendar of the house"),
                    decided: newest.announcedAt.day, basis: newest.basis,
                    data: CalendarData(days: rules.values.sorted { $0.day < $1.day })))
        }
    }
}

extension Calendars.Book: ToldState {
    /// Decisions are few.
    static var savedEvery: Int { 1 }

    static func told(by entry: Entry, after state: Self?, zone: ZoneOffset) throws -> Self {
        var book = state ?? Self()
        book.apply(
            try EventDecoding.event(
                Calendars.Event.self, entryType: entry.type,
                payload: try entry.decodedPayload(), feature: "calendar"))
        return book
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Calendars.Event) {
        switch event {
        case .announced(let issue): issues.append(issue)
        }
    }
}
