// Who does what in a dossier: performers found in the organisation, remembered for all dossiers.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// Finds people for performers. The organisation does not change during the history, so one
    /// answer holds for all its days; a test asks for each day.
    struct Crew {
        let organisation: People.Organisation
        private struct Key: Hashable {
            let performer: Performer
            let office: UnitID
        }
        private var found: [Key: Place?] = [:]
        private var substitutes: [PersonID: PersonID] = [:]

        /// Where a step lands: the unit, who is offered the work, who may do it.
        struct Place {
            let assignment: Assignment
            let workers: [PersonID]
            /// The head hands out the work instead of waiting for somebody to take it.
            let headDistributes: Bool
        }

        init(organisation: People.Organisation) {
            self.organisation = organisation
            for entry in organisation.substitutions {
                substitutes[entry.absent] = entry.substitute
            }
        }

        func substitute(of person: PersonID) -> PersonID? { substitutes[person] }

        mutating func place(of performer: Performer, in office: UnitID) -> Place? {
            let key = Key(performer: performer, office: office)
            if let known = found[key] { return known }
            let place = search(performer, office)
            found[key] = .some(place)
            return place
        }

        private func search(_ performer: Performer, _ office: UnitID) -> Place? {
            let day = Day.firstReceipt
            guard
                let assignment = organisation.assignment(of: performer, office: office, on: day)
            else { return nil }
            let members = organisation.members(of: assignment.unit, on: day)
            var workers = [assignment.person]
            switch performer {
            case .position(let code, _):
                workers = members.filter { person in
                    organisation.positions(of: person, on: day).contains { $0.code == code }
                }
            case .member:
                // Specialists work, heads distribute; in a ward all of a unit work.
                let specialists = members.filter { person in
                    !organisation.positions(of: person, on: day).contains {
                        $0.roles.contains(.head) && $0.unit.rawValue.hasPrefix("p.") == false
                    }
                }
                workers = specialists.isEmpty ? members : specialists
            default: break
            }
            let isDistrict = organisation.units[assignment.unit]?.level == .district
            return Place(
                assignment: assignment, workers: workers,
                headDistributes: isDistrict && assignment.needsTaking)
        }

        /// Officers of the one-stop shop of an office.
        mutating func counter(of office: UnitID) -> [PersonID] {
            place(of: .member(of: .function("mot-cua")), in: office)?.workers ?? []
        }

        func unit(of person: PersonID) -> UnitID? {
            organisation.positions(of: person, on: Day.firstReceipt).first?.unit
        }
    }
}
