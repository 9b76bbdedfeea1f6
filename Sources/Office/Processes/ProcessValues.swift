// What is read of processes: the values that pages show and programs get as JSON.

import ProcessModel
import WorkTime

extension Processes {
    /// Where an issue stands on a day.
    enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case draft
        /// Published, its first day is still to come.
        case coming
        case inForce
        /// Its last day has passed.
        case past

        init(_ status: IssueStatus, from: DayNumber?, through: DayNumber?, on day: DayNumber) {
            if status == .draft {
                self = .draft
            } else if let from, from > day {
                self = .coming
            } else if let through, through < day {
                self = .past
            } else {
                self = .inForce
            }
        }
    }

    /// One row of the catalogue or of the list of issues.
    struct IssueRow: Hashable, Sendable, Encodable {
        var code: ProcessCode
        var issue: Int
        var standing: Standing
        var effective: DayNumber?
        var through: DayNumber?
        var title: String
        var kind: String
        var field: String
        var ownerUnit: String
        /// Name of the owner for people.
        var owner: String
        /// Text form of the term; empty when none was published.
        var term: String
        var steps: Int
        /// Waivers.
        var gaps: Int
    }

    /// What the catalogue is asked for.
    struct CatalogueFilter: Hashable, Sendable, Encodable {
        var words = ""
        var kind = ""
        var field = ""
        var unit = ""
        /// `draft` for processes with a waiting draft, `inForce` for those in force.
        var standing = ""
        /// Code after which the page begins.
        var after = ""
    }

    struct Catalogue: Sendable, Encodable {
        var filter: CatalogueFilter
        var rows: [IssueRow]
        /// Code from which the next page goes on; `nil` at the end.
        var next: String?
        /// Processes that fit the filter.
        var matching: Int
        var counts: Counts
        var fields: [String]
        var units: [Choice]

        struct Counts: Hashable, Sendable, Encodable {
            var processes: Int
            var inForce: Int
            var drafts: Int
            var gaps: Int
        }

        struct Choice: Hashable, Sendable, Encodable {
            var code: String
            var name: String
        }
    }

    /// A gap that somebody answers for.
    struct GapRow: Hashable, Sendable, Encodable {
        var code: ProcessCode
        var issue: Int
        var number: Int
        var title: String
        var rule: String
        var node: String?
        /// Name of the step; empty for the process as a whole.
        var place: String
        var reason: String
        var by: String
        var mendBy: DayNumber
        var isExpired: Bool
        /// What the gate finds missing there today; empty when nothing is missing any more.
        var missing: [Bilingual]
    }

    struct Gaps: Sendable, Encodable {
        var rule: String
        var rows: [GapRow]
        var next: String?
        var total: Int
        var expired: Int
        var rules: [RuleCount]

        struct RuleCount: Hashable, Sendable, Encodable {
            var rule: String
            var count: Int
        }
    }

    /// One finding of the gate.
    struct Finding: Hashable, Sendable, Encodable {
        var severity: String
        var rule: String
        var principle: Bilingual?
        var node: String?
        /// Number of the step; `nil` for the whole and for other nodes.
        var step: Int?
        var file: String?
        var line: Int?
        var message: Bilingual
        var mend: Bilingual
        var waiver: Bilingual?
        var isBlocking: Bool

        init(_ finding: Diagnostic, step: Int? = nil) {
            severity = finding.severity.rawValue
            rule = finding.rule
            principle = finding.principle
            node = finding.node?.rawValue
            self.step = step
            file = finding.origin?.file
            line = finding.origin?.line
            message = finding.message
            mend = finding.mend
            waiver = finding.waived?.phrase
            isBlocking = finding.isBlocking
        }
    }
}
