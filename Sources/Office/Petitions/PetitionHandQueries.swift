// Who is in charge of a petition, who holds it, and who is asked.

import Engine
import Ledger
import WorkTime

extension Petitions {
    /// Which of an office's petitions somebody may see and give to a holder.
    enum Charge: Sendable {
        case none
        /// Heads of units: all but those about an officer, who may be one of their own.
        case part
        /// Who leads the office.
        case whole

        var kinds: [Kind] {
            switch self {
            case .none: []
            case .part: [.regulation, .idea]
            case .whole: Kind.allCases
            }
        }
    }
}

extension People.Organisation {
    /// By the positions of that day, in the office itself.
    func petitionCharge(
        of person: PersonID, in office: UnitID, on day: DayNumber
    ) -> Petitions.Charge {
        let roles = positions(of: person, on: day)
            .filter { self.office(of: $0.unit) == office }.flatMap(\.roles)
        return roles.contains(.lead) ? .whole : roles.contains(.head) ? .part : .none
    }
}

extension DeskReading {
    /// - Parameter person: `nil` is the sender.
    func hand(
        _ person: PersonID?, on petition: Petitions.Petition, _ day: DayNumber
    ) throws -> Petitions.Hand {
        guard let person else { return Petitions.Hand() }
        let organisation = try organisation()
        let names = [person] + organisation.absentees(of: person, on: day)
        let charge = organisation.petitionCharge(
            of: person, in: petition.registration.office, on: day)
        return Petitions.Hand(
            person: person, isInCharge: charge.kinds.contains(petition.registration.kind),
            holds: petition.holder.map(names.contains) ?? false,
            isAsked: petition.question?.to.map(names.contains) ?? false)
    }

    /// People of an office to choose from, unit by unit, heads first.
    func petitionPeople(of office: UnitID, on day: DayNumber) throws -> [Petitions.Choice] {
        let organisation = try organisation()
        let units = organisation.units(ofOffice: office, on: day)
            .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        var seen: Set<PersonID> = []
        return units.flatMap { unit in
            organisation.members(of: unit.id, on: day).filter { seen.insert($0).inserted }.map {
                Petitions.Choice(
                    person: $0, name: organisation.people[$0]?.name ?? $0.rawValue,
                    unit: unit.name)
            }
        }
    }
}

extension Petitions {
    /// Somebody who can be given a petition, or be asked.
    public struct Choice: Hashable, Sendable, Encodable {
        public let person: PersonID
        public let name: String
        public let unit: String
    }
}
