// Commands, events and refusals of the organisation.

import Engine
import WorkTime

extension People {
    public enum Command: Sendable {
        case createUnit(Unit)
        case closeUnit(UnitID, through: DayNumber)
        case createPosition(Position)
        case addPerson(Person)
        case openAccount(PersonID, name: String)
        case appoint(Holding)
        case endHolding(position: String, person: PersonID, through: DayNumber)
        case substitute(Substitution)
        /// Where citizens may call; `nil` takes it away.
        case setPhone(UnitID, String?)
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case unitCreated(unit: Unit)
        case unitClosed(id: UnitID, through: DayNumber)
        case positionCreated(position: Position)
        case personAdded(person: Person)
        case accountOpened(person: PersonID, name: String)
        case appointed(holding: Holding)
        case holdingEnded(position: String, person: PersonID, through: DayNumber)
        case substituteNamed(substitution: Substitution)
        case phoneSet(id: UnitID, phone: String?)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotAdminister
        case unitExists(UnitID)
        case unitUnknown(UnitID)
        case unitClosesBeforeItOpens(UnitID)
        case positionExists(String)
        case positionUnknown(String)
        case personExists(PersonID)
        case personUnknown(PersonID)
        case accountTaken(String)
        case nameMissing
        case holdingUnknown(String)
        case endsBeforeItBegins
        case substitutesForSelf
        case holdsAlready(String)
        case idUnusable(String)
        case phoneInvalid(String)
    }

    /// Says what happens, or why it may not. Reads only its arguments. `by` is `nil` for the
    /// installer, who makes the first administrator.
    public static func decide(
        _ command: Command, on state: Organisation, by person: PersonID?, today: DayNumber
    ) throws(Rejection) -> [Event] {
        if let person, !state.may(command, person, today) { throw .mayNotAdminister }
        switch command {
        case .createUnit(let unit): return try createUnit(unit, on: state)
        case .closeUnit(let id, let through):
            guard let unit = state.units[id] else { throw .unitUnknown(id) }
            if through < unit.from { throw .unitClosesBeforeItOpens(id) }
            return [.unitClosed(id: id, through: through)]
        case .createPosition(let position):
            try requireUsable(position.id)
            if state.positions[position.id] != nil { throw .positionExists(position.id) }
            if state.units[position.unit] == nil { throw .unitUnknown(position.unit) }
            return [.positionCreated(position: position)]
        case .addPerson(let person):
            try requireUsable(person.id.rawValue)
            if state.people[person.id] != nil { throw .personExists(person.id) }
            if person.name.isEmpty { throw .nameMissing }
            if let name = person.account { try requireFree(name, in: state) }
            return [.personAdded(person: person)]
        case .openAccount(let person, let name):
            if state.people[person] == nil { throw .personUnknown(person) }
            try requireFree(name, in: state)
            return [.accountOpened(person: person, name: name)]
        case .appoint(let holding): return try appoint(holding, on: state)
        case .endHolding(let position, let person, let through):
            let held = state.holdings.first {
                $0.position == position && $0.person == person && $0.through == nil
            }
            guard let held else { throw .holdingUnknown(position) }
            if through < held.from { throw .endsBeforeItBegins }
            return [.holdingEnded(position: position, person: person, through: through)]
        case .substitute(let substitution): return try substitute(substitution, on: state)
        case .setPhone(let id, let phone):
            guard let unit = state.units[id] else { throw .unitUnknown(id) }
            if let phone, !isOfficePhone(phone) { throw .phoneInvalid(phone) }
            return unit.phone == phone ? [] : [.phoneSet(id: id, phone: phone)]
        }
    }

    private static func createUnit(
        _ unit: Unit, on state: Organisation
    ) throws(Rejection) -> [Event] {
        try requireUsable(unit.id.rawValue)
        if state.units[unit.id] != nil { throw .unitExists(unit.id) }
        if unit.name.isEmpty { throw .nameMissing }
        if let parent = unit.parent, state.units[parent] == nil { throw .unitUnknown(parent) }
        if let through = unit.through, through < unit.from {
            throw .unitClosesBeforeItOpens(unit.id)
        }
        return [.unitCreated(unit: unit)]
    }

    private static func appoint(
        _ holding: Holding, on state: Organisation
    ) throws(Rejection) -> [Event] {
        if state.positions[holding.position] == nil { throw .positionUnknown(holding.position) }
        if state.people[holding.person] == nil { throw .personUnknown(holding.person) }
        if let through = holding.through, through < holding.from { throw .endsBeforeItBegins }
        // Twice in one position, a single holder would count as several, and get no work.
        let held = (state.holdingsOfPosition[holding.position] ?? []).map { state.holdings[$0] }
        if held.contains(where: { $0.person == holding.person && $0.overlaps(holding) }) {
            throw .holdsAlready(holding.position)
        }
        return [.appointed(holding: holding)]
    }

    private static func substitute(
        _ substitution: Substitution, on state: Organisation
    ) throws(Rejection) -> [Event] {
        if substitution.absent == substitution.substitute { throw .substitutesForSelf }
        for person in [substitution.absent, substitution.substitute]
        where state.people[person] == nil { throw .personUnknown(person) }
        if state.units[substitution.unit] == nil { throw .unitUnknown(substitution.unit) }
        if substitution.through < substitution.from { throw .endsBeforeItBegins }
        return [.substituteNamed(substitution: substitution)]
    }

    /// The saved state has identifiers as keys, and the ledger knows no other keys.
    private static func requireUsable(_ id: String) throws(Rejection) {
        if id.isEmpty || id.hasPrefix("$") { throw .idUnusable(id) }
    }

    private static func requireFree(
        _ account: String, in state: Organisation
    ) throws(Rejection) {
        if account.isEmpty { throw .nameMissing }
        if state.people.values.contains(where: { $0.account == account }) {
            throw .accountTaken(account)
        }
    }
}

extension People {
    /// A number or a short number of a line for citizens, with the marks that people put into one.
    static func isOfficePhone(_ text: String) -> Bool {
        let digits = text.filter { !" .-()+".contains($0) }
        return (3...15).contains(digits.count) && text.count <= 30
            && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension People.Organisation {
    func mayAdminister(_ person: PersonID, _ today: DayNumber) -> Bool {
        positions(of: person, on: today).contains { $0.roles.contains(.administer) }
    }

    /// Administrators do everything; the head of a unit names substitutes in it.
    func may(_ command: People.Command, _ person: PersonID, _ today: DayNumber) -> Bool {
        if mayAdminister(person, today) { return true }
        guard case .substitute(let substitution) = command else { return false }
        // Of the unit's own members alone: else a head could act for the superiors.
        return head(of: substitution.unit, on: today) == person
            && isMember(substitution.absent, of: substitution.unit, on: today)
    }

    /// Whether a person holds a position in the unit or below it on that day.
    func isMember(_ person: PersonID, of unit: UnitID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains { chain(from: $0.unit).contains(unit) }
    }

    /// Writes one event into the state. Never refuses, never looks at a clock.
    public mutating func apply(_ event: People.Event) {
        switch event {
        case .unitCreated(let unit):
            units[unit.id] = unit
            let office =
                unit.kind == .committee ? unit.id : unit.parent.flatMap { officeOfUnit[$0] }
            if let office {
                officeOfUnit[unit.id] = office
                unitsOfOffice[office, default: []].append(unit.id)
            }
        case .unitClosed(let id, let through): units[id]?.through = through
        case .positionCreated(let position):
            positions[position.id] = position
            positionsOfUnit[position.unit, default: []].append(position.id)
        case .personAdded(let person): people[person.id] = person
        case .accountOpened(let person, let name): people[person]?.account = name
        case .appointed(let holding):
            holdingsOfPosition[holding.position, default: []].append(holdings.count)
            holdingsOfPerson[holding.person, default: []].append(holdings.count)
            holdings.append(holding)
        case .holdingEnded(let position, let person, let through):
            for index in holdingsOfPosition[position] ?? []
            where holdings[index].person == person && holdings[index].through == nil {
                holdings[index].through = through
            }
        case .substituteNamed(let substitution): substitutions.append(substitution)
        case .phoneSet(let id, let phone): units[id]?.phone = phone
        }
    }
}
