// An outage, and where it stands.

import Engine
import WorkTime

extension Outages {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case system, power, network
    }

    public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
        /// One unit and what is below it.
        case unit
        /// A committee with its units.
        case office
        /// The whole house.
        case all
    }

    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case declared, approved, refused, withdrawn
    }

    /// What is declared.
    public struct Declaration: Hashable, Sendable, Codable {
        public var kind: Kind
        public var scope: Scope
        /// The unit or the office; `nil` for the whole house.
        public var unit: UnitID?
        public var from: LocalMinute
        /// The first minute in which it was over.
        public var until: LocalMinute
        public var reason: String
        /// What proves it: number of the record, notice of the supplier, ticket.
        public var evidence: String

        public init(
            kind: Kind, scope: Scope, unit: UnitID?, from: LocalMinute, until: LocalMinute,
            reason: String, evidence: String
        ) {
            self.kind = kind
            self.scope = scope
            self.unit = unit
            self.from = from
            self.until = until
            self.reason = reason
            self.evidence = evidence
        }
    }

    /// What somebody said to it.
    public struct Word: Hashable, Sendable, Codable {
        public var at: LocalMinute
        public var by: PersonID
        /// Empty for an approval.
        public var reason: String
    }

    public struct Outage: Hashable, Sendable, Codable {
        /// From 1, in the order of declaring.
        public var number: Int
        public var declaration: Declaration
        public var declaredAt: LocalMinute
        public var declaredBy: PersonID
        public var standing = Standing.declared
        /// Approved or refused.
        public var decision: Word?
        public var withdrawal: Word?
    }
}
