// The organisation as of all dates: state of the stream `organisation`.

import Engine
import WorkTime

extension People {
    /// Units, positions, holders, substitutes, people. Small enough to be one value.
    public struct Organisation: Hashable, Sendable, Codable {
        public var units: [UnitID: Unit] = [:]
        public var positions: [String: Position] = [:]
        public var holdings: [Holding] = []
        public var substitutions: [Substitution] = []
        public var people: [PersonID: Person] = [:]
        /// Indexes that every command reads; no event moves a unit, so they only grow.
        public var officeOfUnit: [UnitID: UnitID] = [:]
        public var unitsOfOffice: [UnitID: [UnitID]] = [:]
        /// Position identifiers of each unit, in order of creation.
        public var positionsOfUnit: [UnitID: [String]] = [:]
        /// Indexes into `holdings`, by position and by person.
        public var holdingsOfPosition: [String: [Int]] = [:]
        public var holdingsOfPerson: [PersonID: [Int]] = [:]
        public init() {}
    }
}

extension People.Organisation {
    /// The unit and everything above it, nearest first. Stops at a loop in the data.
    public func chain(from unit: UnitID) -> [UnitID] {
        var chain: [UnitID] = []
        var next: UnitID? = unit
        while let id = next, !chain.contains(id) {
            chain.append(id)
            next = units[id]?.parent
        }
        return chain
    }

    /// The office a unit belongs to: the nearest committee at or above it.
    public func office(of unit: UnitID) -> UnitID? { officeOfUnit[unit] }

    /// Units of an office (not those of offices below it) that exist on that day.
    public func units(ofOffice office: UnitID, on day: DayNumber) -> [People.Unit] {
        (unitsOfOffice[office] ?? []).compactMap { units[$0] }.filter { $0.exists(on: day) }
    }

    /// The unit and everything below it on that day.
    public func subtree(of unit: UnitID, on day: DayNumber) -> [UnitID] {
        units.values.filter { $0.exists(on: day) && chain(from: $0.id).contains(unit) }
            .map(\.id).sorted { $0.rawValue < $1.rawValue }
    }

    public func holders(of position: String, on day: DayNumber) -> [PersonID] {
        (holdingsOfPosition[position] ?? []).map { holdings[$0] }.filter { $0.covers(day) }
            .map(\.person)
    }

    /// Positions a person holds on that day.
    public func positions(of person: PersonID, on day: DayNumber) -> [People.Position] {
        (holdingsOfPerson[person] ?? []).map { holdings[$0] }.filter { $0.covers(day) }
            .compactMap { positions[$0.position] }
    }

    /// The head of a unit; of the unit above when the position is vacant.
    public func head(of unit: UnitID, on day: DayNumber) -> PersonID? {
        for id in chain(from: unit) {
            for position in positionsOfUnit[id] ?? [] where positions[position]?.isHead == true {
                if let person = holders(of: position, on: day).first { return person }
            }
        }
        return nil
    }

    /// People with a position in the unit on that day, each once, heads first.
    public func members(of unit: UnitID, on day: DayNumber) -> [PersonID] {
        let own = (positionsOfUnit[unit] ?? []).compactMap { positions[$0] }
        let ordered = own.filter(\.isHead) + own.filter { !$0.isHead }
        var seen: Set<PersonID> = []
        return ordered.flatMap { holders(of: $0.id, on: day) }.filter { seen.insert($0).inserted }
    }

    /// Whom a person may act for on that day.
    public func absentees(of substitute: PersonID, on day: DayNumber) -> [PersonID] {
        substitutions.filter { $0.substitute == substitute && $0.covers(day) }.map(\.absent)
    }

    /// Whether a person holds a role in the unit, or above it, on that day.
    public func has(
        _ role: People.Role, person: PersonID, over unit: UnitID, on day: DayNumber
    ) -> Bool {
        let chain = chain(from: unit)
        return positions(of: person, on: day).contains {
            $0.roles.contains(role) && chain.contains($0.unit)
        }
    }

    /// Units in which a person holds a role on that day (without those below).
    public func units(where role: People.Role, of person: PersonID, on day: DayNumber)
        -> [UnitID]
    {
        positions(of: person, on: day).filter { $0.roles.contains(role) }.map(\.unit)
    }
}
