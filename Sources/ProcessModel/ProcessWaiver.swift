// A gap that somebody answers for: waived by name, with a reason and a date to mend it.

import WorkTime

/// Waives one rule at one place of a version until a date.
public struct Waiver: Hashable, Sendable, Codable {
    /// Raw value of the clarity rule.
    public var rule: String
    /// The node it concerns; `nil` for the version as a whole.
    public var node: NodeID?
    public var reason: String
    /// Who answers for it: a position or a person as the office writes it.
    public var by: String
    public var mendBy: DayNumber
    public init(rule: String, node: NodeID?, reason: String, by: String, mendBy: DayNumber) {
        self.rule = rule
        self.node = node
        self.reason = reason
        self.by = by
        self.mendBy = mendBy
    }
}
