// Slots: when results are brought, whatever the working calendar says of the day.

import WorkTime

extension Deliveries {
    /// A stretch of one day.
    public struct Slot: Hashable, Sendable, Codable {
        public var start: LocalMinute
        public var end: LocalMinute

        public var day: DayNumber { start.day }
    }

    /// When slots lie: a range of weekdays, hours, and whether public holidays are among them.
    public struct SlotRule: Hashable, Sendable, Codable {
        public var first: Weekday
        public var last: Weekday
        public var from: MinuteOfDay
        public var through: MinuteOfDay
        public var onHolidays: Bool

        public init(
            first: Weekday, last: Weekday, from: MinuteOfDay, through: MinuteOfDay,
            onHolidays: Bool
        ) {
            self.first = first
            self.last = last
            self.from = from
            self.through = through
            self.onHolidays = onHolidays
        }

        func holds(on day: DayNumber, isHoliday: Bool) -> Bool {
            (first.rawValue...max(first.rawValue, last.rawValue)).contains(day.weekday.rawValue)
                && (onHolidays || !isHoliday)
        }

        func slot(on day: DayNumber) -> Slot {
            let midnight = LocalMinute(startOf: day)
            return Slot(start: midnight + from.minutes, end: midnight + through.minutes)
        }
    }

    /// Evenings of working days, and weekends with their holidays. No text of 2017 names hours.
    static let usualSlots: [SlotRule] = [
        (.monday, .friday, 17 * 60 + 30, 19 * 60, false),
        (.saturday, .sunday, 8 * 60, 11 * 60, true),
        (.saturday, .sunday, 14 * 60, 17 * 60, true),
    ].compactMap { (first: Weekday, last: Weekday, from: Int, through: Int, holidays: Bool) in
        guard let from = MinuteOfDay(from), let through = MinuteOfDay(through) else { return nil }
        return SlotRule(
            first: first, last: last, from: from, through: through, onHolidays: holidays)
    }

    /// Whether nobody works on a day that the calendar names: a holiday, or a day in its place.
    static func isHoliday(_ day: DayNumber, _ calendar: WorkCalendar) -> Bool {
        calendar.specialDay(on: day).map { !$0.kind.works } ?? false
    }

    /// Whether hours of that day are made up for. Outside the calendar the weekday decides.
    static func isDayOff(_ day: DayNumber, _ calendar: WorkCalendar) -> Bool {
        do {
            return try !calendar.isWorkingDay(day)
        } catch {
            return day.weekday.isWeekend
        }
    }
}
