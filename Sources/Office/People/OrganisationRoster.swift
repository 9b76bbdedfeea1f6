// A performer of a process becomes a person of today: the roster that the engine asks.

import Engine
import ProcessModel
import WorkTime

extension People.Organisation {
    /// The roster of one office on one day.
    public func roster(of office: UnitID, on day: DayNumber) -> Roster {
        Roster(
            resolve: { performer, _ in assignment(of: performer, office: office, on: day) },
            unitOf: { person in positions(of: person, on: day).first?.unit },
            headOf: { unit in head(of: unit, on: day) },
            mayAct: { actor, item in mayAct(actor, item, office: office, on: day) })
    }

    /// Who does a step today. One holder gets the work; of several, nobody is chosen by chance:
    /// the head holds it until one of them takes it.
    func assignment(of performer: Performer, office: UnitID, on day: DayNumber) -> Assignment? {
        switch performer {
        case .position(let code, let reference):
            guard let unit = unit(reference, office: office, on: day) else { return nil }
            let people = (positionsOfUnit[unit] ?? []).filter { positions[$0]?.code == code }
                .flatMap { holders(of: $0, on: day) }
            if people.count == 1 { return Assignment(unit: unit, person: people[0]) }
            return headHolds(unit, on: day)
        case .head(let reference):
            return unit(reference, office: office, on: day).flatMap { unit in
                head(of: unit, on: day).map { Assignment(unit: unit, person: $0) }
            }
        case .member(let reference):
            return unit(reference, office: office, on: day).flatMap { headHolds($0, on: day) }
        case .focalPoint, .performer, .applicant, .body: return nil
        }
    }

    private func headHolds(_ unit: UnitID, on day: DayNumber) -> Assignment? {
        head(of: unit, on: day).map { Assignment(unit: unit, person: $0, needsTaking: true) }
    }

    /// The unit that a reference means in an office on a day.
    public func unit(_ reference: UnitReference, office: UnitID, on day: DayNumber) -> UnitID? {
        switch reference {
        case .code(let code):
            if let own = units(ofOffice: office, on: day).first(where: { $0.code == code }) {
                return own.id
            }
            return units.values.filter { $0.code == code && $0.exists(on: day) }
                .map(\.id).min()
        case .function(let function):
            return units(ofOffice: office, on: day).first { $0.functions.contains(function) }?.id
        case .label(let name):
            return units(ofOffice: office, on: day).first { $0.name == name }?.id
        }
    }

    /// A substitute acts within dates; for the dossier as a whole, also who leads the office.
    private func mayAct(
        _ actor: Actor, _ item: WorkItem?, office: UnitID, on day: DayNumber
    ) -> Bool {
        if let absent = actor.onBehalfOf {
            return substitutions.contains {
                $0.absent == absent && $0.substitute == actor.person && $0.covers(day)
                    && reaches($0.unit, item, of: absent, on: day)
            }
        }
        guard item == nil else { return false }
        return has(.lead, person: actor.person, over: office, on: day)
    }

    /// Somebody stands in for somebody in one unit and what is below it, not everywhere.
    private func reaches(
        _ unit: UnitID, _ item: WorkItem?, of absent: PersonID, on day: DayNumber
    ) -> Bool {
        guard let item else { return isMember(absent, of: unit, on: day) }
        // What is offered lies between two units: either side may be stood in for.
        return [item.unit, item.offer?.unit].compactMap { $0 }
            .contains { chain(from: $0).contains(unit) }
    }
}
