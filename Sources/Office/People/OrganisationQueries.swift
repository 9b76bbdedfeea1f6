// Reading the organisation as of a day: the tree of units, one unit, one person.

import Engine
import Ledger
import WorkTime

extension People {
    /// One unit of the tree with what is below it.
    public struct UnitNode: Hashable, Sendable, Encodable {
        public var id: UnitID
        public var code: String
        public var name: String
        public var nameEnglish: String
        public var kind: UnitKind
        public var level: UnitLevel
        public var from: DayNumber
        public var through: DayNumber?
        public var isConfirmed: Bool
        public var source: String
        /// Where citizens may call.
        public var phone: String?
        public var head: PersonName?
        public var units: [UnitNode]

        /// The unit and all below it.
        public var count: Int { units.reduce(1) { $0 + $1.count } }
    }

    public struct PersonName: Hashable, Sendable, Encodable {
        public var id: PersonID
        public var name: String
    }

    /// All units that exist on a day.
    public struct Tree: Hashable, Sendable, Encodable {
        public var on: DayNumber
        public var roots: [UnitNode]
        public var count: Int { roots.reduce(0) { $0 + $1.count } }

        private enum CodingKeys: String, CodingKey { case on, roots }
    }

    public struct HeldPosition: Hashable, Sendable, Encodable {
        public var id: String
        public var unit: UnitID
        public var unitName: String
        public var code: String
        public var title: String
        public var isHead: Bool
        public var roles: [Role]
        /// Empty while it is vacant.
        public var holders: [Holder]
    }

    public struct Holder: Hashable, Sendable, Encodable {
        public var person: PersonName
        public var from: DayNumber
        public var through: DayNumber?
    }

    /// A substitution with names.
    public struct NamedSubstitution: Hashable, Sendable, Encodable {
        public var absent: PersonName
        public var substitute: PersonName
        public var unit: UnitID
        public var from: DayNumber
        public var through: DayNumber
        public var reason: String
        public var holdsToday: Bool
    }

    /// What the page of a unit shows.
    public struct UnitRecord: Sendable, Encodable {
        public var on: DayNumber
        public var unit: UnitNode
        /// Units above, topmost first.
        public var above: [UnitName]
        public var positions: [HeldPosition]
        public var substitutions: [NamedSubstitution]
        /// Issues of the working calendar in force.
        public var calendar: String
        /// Whether the viewer may name substitutes here.
        public var mayNameSubstitute: Bool
    }

    public struct UnitName: Hashable, Sendable, Encodable {
        public var id: UnitID
        public var name: String
    }

    /// What the page of a person shows.
    public struct PersonRecord: Sendable, Encodable {
        public var person: PersonName
        public var isInvented: Bool
        public var positions: [HeldPosition]
        public var substitutions: [NamedSubstitution]
    }
}

extension DeskReading {
    /// The tree as of a day. The organisation is open to everybody who has signed in.
    func organisationTree(for viewer: Viewer, on day: DayNumber) throws -> People.Tree {
        let organisation = try organisation()
        return People.Tree(on: day, roots: organisation.nodes(on: day))
    }

    func unitRecord(
        _ id: UnitID, for viewer: Viewer, on day: DayNumber
    ) throws -> People.UnitRecord {
        let organisation = try organisation()
        guard let unit = organisation.units[id], unit.exists(on: day) else {
            throw DeskRefusal.unknown(id.rawValue)
        }
        let above = organisation.chain(from: id).dropFirst().reversed()
            .compactMap { organisation.units[$0] }
        return People.UnitRecord(
            on: day, unit: organisation.node(unit, on: day, childrenOf: organisation.children(day)),
            above: above.map { .init(id: $0.id, name: $0.name) },
            positions: (organisation.positionsOfUnit[id] ?? [])
                .compactMap { organisation.positions[$0] }
                .map { organisation.held($0, on: day) },
            substitutions: organisation.substitutions.filter { $0.unit == id }
                .filter { $0.through >= day }.map { organisation.named($0, on: day) },
            calendar: try calendar().label,
            mayNameSubstitute: organisation.mayAdminister(viewer.person, viewer.today)
                || organisation.head(of: id, on: viewer.today) == viewer.person)
    }

    func personRecord(
        _ id: PersonID, for viewer: Viewer, on day: DayNumber
    ) throws -> People.PersonRecord {
        let organisation = try organisation()
        guard let person = organisation.people[id] else { throw DeskRefusal.unknown(id.rawValue) }
        return People.PersonRecord(
            person: organisation.name(id), isInvented: person.isInvented,
            positions: organisation.positions(of: id, on: day)
                .map { organisation.held($0, on: day) },
            substitutions: organisation.substitutions
                .filter { ($0.absent == id || $0.substitute == id) && $0.through >= day }
                .map { organisation.named($0, on: day) })
    }
}

extension People.Organisation {
    fileprivate func name(_ id: PersonID) -> People.PersonName {
        People.PersonName(id: id, name: people[id]?.name ?? id.rawValue)
    }

    /// Units of the day by the unit above; those whose parent does not exist stand at the top.
    fileprivate func children(_ day: DayNumber) -> [UnitID?: [People.Unit]] {
        let present = units.values.filter { $0.exists(on: day) }
        let ids = Set(present.map(\.id))
        // By the letters without marks: else Đ would come after X.
        let sorted = present.map { unit in
            (
                unit: unit,
                order: (
                    unit.level.rank, unit.kind.rank, Folding.fold(unit.name), unit.id.rawValue
                )
            )
        }.sorted { $0.order < $1.order }.map(\.unit)
        return Dictionary(grouping: sorted) { unit in
            unit.parent.flatMap { ids.contains($0) && $0 != unit.id ? $0 : nil }
        }
    }

    /// A unit without what is below it.
    func leaf(_ unit: People.Unit, on day: DayNumber) -> People.UnitNode {
        node(unit, on: day, childrenOf: [:])
    }

    fileprivate func nodes(on day: DayNumber) -> [People.UnitNode] {
        let children = children(day)
        return (children[nil] ?? []).map { node($0, on: day, childrenOf: children) }
    }

    fileprivate func node(
        _ unit: People.Unit, on day: DayNumber, childrenOf children: [UnitID?: [People.Unit]]
    ) -> People.UnitNode {
        let own = (positionsOfUnit[unit.id] ?? []).compactMap { positions[$0] }.filter(\.isHead)
        let head = own.flatMap { holders(of: $0.id, on: day) }.first
        return People.UnitNode(
            id: unit.id, code: unit.code, name: unit.name, nameEnglish: unit.nameEnglish,
            kind: unit.kind, level: unit.level, from: unit.from, through: unit.through,
            isConfirmed: unit.isConfirmed, source: unit.source, phone: unit.phone,
            head: head.map(name),
            units: (children[unit.id] ?? []).map { node($0, on: day, childrenOf: children) })
    }

    fileprivate func held(_ position: People.Position, on day: DayNumber) -> People.HeldPosition {
        let held = (holdingsOfPosition[position.id] ?? []).map { holdings[$0] }
        return People.HeldPosition(
            id: position.id, unit: position.unit, unitName: units[position.unit]?.name ?? "",
            code: position.code, title: position.title, isHead: position.isHead,
            roles: position.roles,
            holders: held.filter { $0.covers(day) }.map {
                People.Holder(person: name($0.person), from: $0.from, through: $0.through)
            })
    }

    fileprivate func named(
        _ substitution: People.Substitution, on day: DayNumber
    ) -> People.NamedSubstitution {
        People.NamedSubstitution(
            absent: name(substitution.absent), substitute: name(substitution.substitute),
            unit: substitution.unit, from: substitution.from, through: substitution.through,
            reason: substitution.reason, holdsToday: substitution.covers(day))
    }
}

extension People.UnitLevel {
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension People.UnitKind {
    /// Party body, council and committee first, as offices list themselves.
    fileprivate var rank: Int {
        switch self {
        case .partyBody: 0
        case .council: 1
        case .committee: 2
        case .office: 3
        case .oneStop: 4
        case .department: 5
        case .serviceUnit: 6
        case .team: 7
        case .massOrganisation: 8
        }
    }
}
