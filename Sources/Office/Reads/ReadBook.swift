// Who looked at how much, by day and reader, and what of it: for those who answer for the people
// that look.

import Engine
import Ledger
import WorkTime

extension Reads {
    /// So many dossiers outside the own work in a day are shown as unusual. No law says; a setting.
    static let unusualSubjects = 20
    static let bookPage = 50
    /// Units in the summary.
    static let unitMaximum = 100

    /// What the address asks for.
    public struct Query: Hashable, Sendable {
        public var span: DaySpan
        public var unit: UnitID?
        public var person: PersonID?
        /// Only days that are unusual.
        public var onlyUnusual = false
        /// The key of the last row before the page.
        public var after = ""

        public init(span: DaySpan) { self.span = span }
    }

    /// One reader on one day.
    public struct Day: Hashable, Sendable, Encodable {
        public let day: DayNumber
        public let person: PersonID
        public let name: String
        public let unit: UnitID
        public let unitName: String
        /// Dossiers, filings and petitions of which something was shown.
        public let subjects: Int
        /// Of them those outside the reader's own work.
        public let outside: Int
        public let isUnusual: Bool
        let key: String

        private enum CodingKeys: String, CodingKey {
            case day, person, name, unit, unitName, subjects, outside, isUnusual
        }
    }

    /// All looks of a unit in the days that were asked for.
    public struct UnitSum: Hashable, Sendable, Encodable {
        public let unit: UnitID
        public let name: String
        public let readers: Int
        public let subjects: Int
        public let outside: Int
    }

    public struct Book: Sendable, Encodable {
        public let from: DayNumber
        public let through: DayNumber
        public let unusualFrom: Int
        public let onlyUnusual: Bool
        public let units: [UnitSum]
        public let days: [Day]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
    }

    /// What one reader looked at on one day.
    public struct Shown: Hashable, Sendable, Encodable {
        public let subject: String
        public let kind: SubjectKind
        public let paper: Paper
        public let first: LocalMinute
        public let last: LocalMinute
        public let times: Int
        public let isOutside: Bool
        let key: String

        private enum CodingKeys: String, CodingKey {
            case subject, kind, paper, first, last, times, isOutside
        }
    }

    public enum SubjectKind: String, Sendable, Encodable, CaseIterable {
        case dossier, filing, petition, claim
    }

    public struct DayLog: Sendable, Encodable {
        public let day: DayNumber
        public let person: PersonID
        public let name: String
        public let unitName: String
        public let looks: [Shown]
        public let next: String?
    }
}
