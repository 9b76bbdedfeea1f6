// When requests come: working days and office hours, more on Mondays, fewer around Tết.

import WorkTime

extension Demo {
    /// Moments of receipt between two days, by the office's calendar.
    struct Receipts: Sendable {
        private var days: [DayNumber] = []

        /// Each working day stands in the list as often as its weekday weighs.
        init(
            from: DayNumber, through: DayNumber, calendar: WorkCalendar
        ) throws(CalendarError) {
            var day = from
            while day <= through {
                if try calendar.isWorkingDay(day) {
                    let weight = try Self.weight(of: day, calendar)
                    days += Array(repeating: day, count: weight)
                }
                day = day + 1
            }
        }

        private static func weight(
            of day: DayNumber, _ calendar: WorkCalendar
        ) throws(CalendarError) -> Int {
            // Three weekdays off in a row lie ahead or behind only at Tết.
            let around = try calendar.workingDays(after: day - 8, through: day + 8)
            let base = around < 9 ? 5 : 10
            switch day.weekday {
            case .monday: return base + 2
            case .friday: return base - 2
            default: return base
            }
        }

        func moment(_ chance: inout Chance) -> LocalMinute {
            let day = chance.pick(days, else: Day.firstReceipt)
            let minute =
                chance.happens(580) ? chance.between(485, 690) : chance.between(815, 990)
            return LocalMinute(startOf: day) + minute
        }
    }
}
