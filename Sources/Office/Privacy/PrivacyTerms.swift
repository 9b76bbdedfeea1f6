// How many working days the office has. They come from what law firms write about law 91/2025/QH15,
// not from its text; for some rights no period was read at all. Settings, shown as unconfirmed.

import Engine
import WorkTime

extension Privacy {
    /// Working days from the day of receipt, which does not count.
    public struct Terms: Hashable, Sendable, Encodable {
        /// To answer that it came, and who has it.
        public let answer: Int
        /// To carry it out, or to refuse it.
        public let carryOut: Int
        /// Once, at most.
        public let extend: Int
        /// Whether a source names a period for this right.
        public let isNamed: Bool
        public let isConfirmed: Bool
    }

    static func terms(of right: Right) -> Terms {
        let isNamed = right == .restrict || right == .object
        return Terms(answer: 2, carryOut: 15, extend: 15, isNamed: isNamed, isConfirmed: false)
    }

    static func due(
        _ days: Int, from moment: LocalMinute, by calendar: WorkCalendar
    ) -> LocalMinute? {
        try? Deadline.due(.workingDays(days), received: moment, calendar: calendar)
    }

    static func registration(
        _ code: String, _ right: Right, office: UnitID, claimant: PersonalMark,
        calendar: (issue: Int, days: WorkCalendar), at now: LocalMinute
    ) -> Registration {
        let terms = terms(of: right)
        return Registration(
            code: code, office: office, right: right, receivedAt: now, calendar: calendar.issue,
            answerBy: due(terms.answer, from: now, by: calendar.days),
            due: due(terms.carryOut, from: now, by: calendar.days), claimant: claimant)
    }
}
