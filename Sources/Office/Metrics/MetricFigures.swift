// What /metrics shows: every metric of one office in a period, and where its value comes from.

import Engine
import WorkTime

extension Metrics {
    /// Some of the records, and whether they count for the numerator. All parts together are the
    /// denominator.
    public struct Part: Hashable, Sendable, Encodable {
        public let key: String
        public let count: Int
        public let isCounted: Bool
    }

    public struct Share: Hashable, Sendable, Encodable {
        /// Which of several shares of a metric; empty where there is one.
        public let key: String
        public let part: Int
        public let whole: Int
        /// Empty for a value that was entered.
        public let parts: [Part]

        init(_ key: String = "", _ parts: [Part]) {
            self.key = key
            self.parts = parts
            part = parts.filter(\.isCounted).reduce(0) { $0 + $1.count }
            whole = parts.reduce(0) { $0 + $1.count }
        }

        init(_ value: Entered) {
            key = ""
            part = value.part
            whole = value.whole
            parts = []
        }
    }

    public enum Standing: String, Hashable, Sendable, Encodable, CaseIterable {
        /// Counted from records.
        case counted
        /// Counted, and there was nothing to count.
        case nothing
        case entered
        /// The office holds no data and nobody entered a value.
        case missing
        /// Not asked of this office.
        case province
    }

    /// A value that was entered, with the names of who did it.
    public struct ShownEntry: Hashable, Sendable, Encodable {
        public let part: Int
        public let whole: Int
        public let source: String
        public let by: String
        public let at: LocalMinute
        public let withdrawnBy: String?
        public let withdrawnAt: LocalMinute?
        public let reason: String?
    }

    public struct Line: Hashable, Sendable, Encodable {
        public let metric: Metric
        public let standing: Standing
        public let shares: [Share]
        public let entry: ShownEntry?
    }

    /// Of what the lines are.
    public struct Scope: Hashable, Sendable, Encodable {
        public let office: UnitID
        public let officeName: String
        /// As addresses write it.
        public let period: String
        public let from: DayNumber
        public let through: DayNumber
        public let at: LocalMinute
        /// Offices that the viewer may choose.
        public let offices: [Reports.Choice]
        /// Whether the viewer enters values of this office.
        public let mayEnter: Bool
    }

    public struct Figures: Sendable, Encodable {
        public let scope: Scope
        public let lines: [Line]
    }

    /// A record that was counted.
    public struct Record: Hashable, Sendable, Encodable {
        public enum Kind: String, Hashable, Sendable, Encodable {
            case dossier, petition, procedure
        }

        public let kind: Kind
        public let code: String
        /// Empty for a petition: its line is not for everybody.
        public let title: String
        /// `nil` for a procedure.
        public let at: LocalMinute?
        /// Parts that a procedure lacks.
        public let lacking: [String]
    }

    /// One metric, with the records of one part if they were asked for.
    public struct Page: Sendable, Encodable {
        public let scope: Scope
        public let line: Line
        /// Values ever entered for the period, newest first.
        public let history: [ShownEntry]
        public let part: String?
        public let records: [Record]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }
}
