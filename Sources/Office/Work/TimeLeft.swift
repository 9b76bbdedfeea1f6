// How much working time is left until a moment, as a state and a number of working minutes.

import WorkTime

extension Work {
    /// The time left at a moment. `minutes` is negative when it is over, `nil` without a date.
    public struct TimeLeft: Sendable, Codable, Hashable {
        public enum State: String, Sendable, Codable {
            case late, today, soon, ok, waiting, undated
        }
        public let state: State
        public let minutes: Int?

        /// Two working days before the due moment work becomes urgent. A setting of the office,
        /// not a rule of law (no text prescribes colours).
        static let soonMinutes = 960

        public init(due: LocalMinute?, now: LocalMinute, waits: Bool, calendar: WorkCalendar) {
            if waits {
                state = .waiting
                minutes = nil
                return
            }
            guard let due, let left = try? calendar.remaining(at: now, until: due) else {
                state = .undated
                minutes = nil
                return
            }
            minutes = left
            // A term in days runs to the end of its last day (BLDS 2015 Đ148), so the evening of
            // the due day is not late: no working minute has passed since.
            if left < 0 || due.day < now.day {
                state = .late
            } else if due.day == now.day {
                state = .today
            } else {
                state = left <= Self.soonMinutes ? .soon : .ok
            }
        }
    }

    /// The earliest due moment that is not late: it is today, and since then no working minute has
    /// passed. Counts in the store are made with it, so that they agree with the states.
    static func firstOpenDue(at now: LocalMinute, calendar: WorkCalendar) -> LocalMinute {
        let midnight = LocalMinute(startOf: now.day)
        guard let passed = try? calendar.workingMinutes(from: midnight, to: now),
            let due = try? calendar.adding(minutes: passed, to: midnight)
        else { return now }
        return due
    }
}
