// Causes of lateness, its parts, and the history that is split.

import Engine
import WorkTime

extension Lateness {
    /// In the order in which they are shown.
    public enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
        /// A unit had the work for longer than the process gives it.
        case held
        /// Offered to a unit, and not accepted.
        case handover
        /// Another body or level was waited for, while the clock ran (NĐ 61/2018 Đ19k5).
        case consultation
        /// Done once more, because it was sent back.
        case rework
        /// The system or the power was down, declared and approved.
        case outage
        /// The citizen was waited for without a stop of the clock.
        case applicant
        /// The times of the steps are longer together than the whole: nobody's.
        case plan
    }

    /// A part of the lateness of one dossier.
    public struct Part: Hashable, Sendable, Codable {
        public let cause: Cause
        /// `nil` where it is nobody's.
        public let unit: UnitID?
        /// Working minutes, more than 0.
        public let minutes: Int

        public init(_ cause: Cause, _ unit: UnitID?, _ minutes: Int) {
            self.cause = cause
            self.unit = unit
            self.minutes = minutes
        }
    }

    /// The lateness of one dossier and what it is made of.
    public struct Split: Hashable, Sendable, Codable {
        /// Working minutes past the appointment, without those of the citizen.
        public let total: Int
        /// Each cause and unit once; together they are the total.
        public let parts: [Part]
    }

    // MARK: What is split

    /// From a moment up to another, which is out; without an end while it lasts.
    struct Stretch: Hashable, Sendable {
        var from: LocalMinute
        var until: LocalMinute?

        func covers(_ moment: LocalMinute) -> Bool {
            from <= moment && until.map { moment < $0 } ?? true
        }
    }

    /// With which unit a piece of work was, and since when.
    struct Turn: Hashable, Sendable {
        var time: Stretch
        /// The unit that has it; of what is offered the one that has to accept it.
        var unit: UnitID
        var isOffered: Bool
    }

    /// Who acts in a piece of work.
    enum Party: Hashable, Sendable, CaseIterable {
        case office, body, applicant
    }

    /// One piece of work as the ledger tells it.
    struct Work: Hashable, Sendable {
        var party: Party = .office
        /// Working minutes by the process; `nil` without a time of its own.
        var allotment: Int?
        /// Done once more: it has no time of its own left.
        var isRework = false
        /// One after the other.
        var turns: [Turn] = []
        /// Stops asked for at it: its own time stands still.
        var stops: [Stretch] = []

        /// After so many working minutes it is beyond its time; `nil` without a time of its own.
        var limit: Int? { isRework ? 0 : allotment }
    }

    /// All that the split reads of one dossier.
    struct History: Hashable, Sendable {
        /// Where the appointment in force was reckoned from: receipt, or the last supplement.
        var begin: LocalMinute
        var due: LocalMinute
        /// When it ended or was judged; of an open one the moment of the question.
        var end: LocalMinute
        /// The citizen's: both clocks stood still.
        var stops: [Stretch]
        /// In the order of opening.
        var work: [Work]
    }

    /// An approved downtime, as far as it concerns the split.
    struct Downtime: Hashable, Sendable {
        var from: LocalMinute
        var until: LocalMinute
        /// `nil` for all units.
        var units: Set<UnitID>?

        func covers(_ moment: LocalMinute, _ unit: UnitID) -> Bool {
            from <= moment && moment < until && units?.contains(unit) ?? true
        }
    }
}
