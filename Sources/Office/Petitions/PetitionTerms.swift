// How many working days the office has. They come from a description of how the service index of
// QĐ 766/QĐ-TTg counts petitions, not from the text of a law: settings, shown as unconfirmed.

import Engine
import WorkTime

extension Petitions {
    /// Working days from the day of receipt, which does not count.
    public struct Terms: Hashable, Sendable, Encodable {
        public let refuse: Int
        /// To ask the sender for more.
        public let ask: Int
        public let answer: Int
        /// From the answer.
        public let publish: Int
        public let isConfirmed: Bool

        func due(_ days: Int, from moment: LocalMinute, by calendar: WorkCalendar) -> LocalMinute? {
            try? Deadline.due(.workingDays(days), received: moment, calendar: calendar)
        }
    }

    /// The source knows no difference between the kinds; an office may set one here.
    static func terms(of kind: Kind) -> Terms {
        switch kind {
        case .conduct, .regulation, .idea:
            Terms(refuse: 2, ask: 5, answer: 15, publish: 2, isConfirmed: false)
        }
    }

    static func registration(
        _ code: String, _ kind: Kind, office: UnitID, sender: PersonalMark,
        calendar: (issue: Int, days: WorkCalendar), at now: LocalMinute
    ) -> Registration {
        let terms = terms(of: kind)
        return Registration(
            code: code, office: office, kind: kind, receivedAt: now, calendar: calendar.issue,
            refuseBy: terms.due(terms.refuse, from: now, by: calendar.days),
            askBy: terms.due(terms.ask, from: now, by: calendar.days),
            due: terms.due(terms.answer, from: now, by: calendar.days), sender: sender)
    }
}
