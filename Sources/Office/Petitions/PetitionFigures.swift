// How many came and how they were answered, by month of receipt. Metric 21 of the service index
// (QĐ 766/QĐ-TTg) counts those in time: answered in time, or still in their time, of all.

import Engine
import Ledger
import WorkTime

extension Petitions {
    public struct MonthFigures: Sendable, Encodable, Hashable {
        /// 2017 * 100 + 7; 0 for the sum.
        public var month: Int
        public var received = 0
        public var conduct = 0
        public var regulation = 0
        public var idea = 0
        public var answered = 0
        public var refused = 0
        public var forwarded = 0
        /// Of those that have ended.
        public var endedLate = 0
        public var open = 0
        /// Of those that are open.
        public var openLate = 0

        public var inTime: Int { received - endedLate - openLate }

        mutating func add(_ other: MonthFigures) {
            received += other.received
            conduct += other.conduct
            regulation += other.regulation
            idea += other.idea
            answered += other.answered
            refused += other.refused
            forwarded += other.forwarded
            endedLate += other.endedLate
            open += other.open
            openLate += other.openLate
        }
    }

    public struct Figures: Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        /// Offices whose figures the viewer may choose.
        public let offices: [Offer.Office]
        public let from: DayNumber
        public let through: DayNumber
        public let months: [MonthFigures]
        public let total: MonthFigures
    }

    static func mayCount(_ viewer: Viewer) -> Bool {
        !viewer.overseenUnits.isEmpty
    }
}
