// Positions, their holders, and dated substitutes.

import Engine
import WorkTime

extension People {
    /// What the holder of a position may do, in its unit and everything below.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// Takes in and returns dossiers at the counter.
        case counter
        /// Works on steps of the unit.
        case work
        /// Sees the unit's work, distributes it.
        case head
        /// Signs for the office, sees all of it.
        case lead
        /// Writes, checks and publishes processes.
        case processes
        /// Organisation and accounts.
        case administer
        /// Reads the figures of the whole office.
        case figures
    }

    /// One position of one unit.
    public struct Position: Hashable, Sendable, Codable {
        public var id: String
        public var unit: UnitID
        /// What processes call it, for example `chuyen-vien`.
        public var code: String
        public var title: String
        public var isHead: Bool
        public var roles: [Role]
        public init(
            id: String, unit: UnitID, code: String, title: String, isHead: Bool = false,
            roles: [Role]
        ) {
            self.id = id
            self.unit = unit
            self.code = code
            self.title = title
            self.isHead = isHead
            self.roles = roles
        }
    }

    /// Who holds a position, and in which days.
    public struct Holding: Hashable, Sendable, Codable {
        public var position: String
        public var person: PersonID
        public var from: DayNumber
        public var through: DayNumber?
        public init(
            position: String, person: PersonID, from: DayNumber, through: DayNumber? = nil
        ) {
            self.position = position
            self.person = person
            self.from = from
            self.through = through
        }
        public func covers(_ day: DayNumber) -> Bool {
            from <= day && through.map { day <= $0 } ?? true
        }
        /// Whether the two share a day.
        func overlaps(_ other: Holding) -> Bool {
            covers(other.from) || other.covers(from)
        }
    }

    /// Somebody acts for somebody else, in one unit, from a day through a day.
    /// At least one substitute for each officer of a one-stop shop: NĐ 61/2018 Đ12k8.
    public struct Substitution: Hashable, Sendable, Codable {
        public var absent: PersonID
        public var substitute: PersonID
        public var unit: UnitID
        public var from: DayNumber
        public var through: DayNumber
        public var reason: String
        public init(
            absent: PersonID, substitute: PersonID, unit: UnitID, from: DayNumber,
            through: DayNumber, reason: String
        ) {
            self.absent = absent
            self.substitute = substitute
            self.unit = unit
            self.from = from
            self.through = through
            self.reason = reason
        }
        public func covers(_ day: DayNumber) -> Bool { from <= day && day <= through }
    }

    /// A person of the office. `isInvented` marks people of the demo office.
    public struct Person: Hashable, Sendable, Codable {
        public var id: PersonID
        public var name: String
        /// Name to sign in with; `nil` without an account.
        public var account: String?
        public var isInvented: Bool
        public init(id: PersonID, name: String, account: String? = nil, isInvented: Bool = false) {
            self.id = id
            self.name = name
            self.account = account
            self.isInvented = isInvented
        }
    }
}
