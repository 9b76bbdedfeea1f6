// Open dossiers past their appointment, the longest overdue first. No applicant is named: the list
// is printed and lies about.

import Engine
import WorkTime

extension Reports {
    public struct OverdueRow: Hashable, Sendable, Encodable {
        public let code: String
        public let title: String
        public let office: String
        public let receivedAt: LocalMinute
        public let due: LocalMinute
        /// Negative: working minutes since the appointment.
        public let left: Work.TimeLeft
        public let focalPoint: String
        public let holder: String
        public let step: String
    }

    public struct Overdue: Sendable, Encodable {
        public let at: LocalMinute
        public let office: String?
        /// Offices that the viewer may choose.
        public let offices: [Choice]
        /// Only dossiers in which the viewer's units had a part.
        public let isPartial: Bool
        public let count: Int
        public let rows: [OverdueRow]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }

    static let overduePage = 50
}
