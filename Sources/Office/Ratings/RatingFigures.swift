// What leaders read: how content citizens were, by question, procedure and office.

import Engine
import WorkTime

extension Ratings {
    /// The answers to one question. A share is `satisfied` of `total`.
    public struct Count: Sendable, Encodable, Hashable {
        public let question: String
        public var satisfied = 0
        public var fair = 0
        public var unsatisfied = 0

        public var total: Int { satisfied + fair + unsatisfied }

        mutating func add(_ number: Int, _ level: Level) {
            switch level {
            case .satisfied: satisfied += number
            case .fair: fair += number
            case .unsatisfied: unsatisfied += number
            }
        }
    }

    /// The ratings of one procedure or one office.
    public struct Row: Sendable, Encodable, Hashable {
        public let id: String
        public let name: String
        /// In the order of the questions.
        public let counts: [Count]

        public var ratings: Int { counts.map(\.total).max() ?? 0 }
    }

    /// A rated dossier behind a figure.
    public struct Record: Sendable, Encodable, Hashable {
        public let code: String
        public let title: String
        public let day: DayNumber
        public let answers: [Given]
    }

    /// What the address asks for beside the period.
    public struct Choice: Sendable, Hashable {
        public var process: String = ""
        public var question: String = ""
        public var level: Level?
        /// Whether records are asked for, of whatever kind.
        public var listsRecords = false

        public init() {}
    }

    public struct Figures: Sendable, Encodable {
        public let from: DayNumber
        public let through: DayNumber
        public let office: UnitID?
        public let questionnaire: Questionnaire
        /// Dossiers whose clock ended in the period: how many could have been rated.
        public let ended: Int
        public let total: Row
        public let byOffice: [Row]
        public let byProcess: [Row]
        public let scorecards: [Scorecard]
        /// Offices for which the viewer may enter what no record tells.
        public let mayEnter: [UnitID]
        /// `nil` when none were asked for.
        public let records: [Record]?
    }

    static let recordMaximum = 200

    static func maySee(_ viewer: Viewer) -> Bool {
        !viewer.overseenUnits.isEmpty
    }
}
