// Who may do what with the deliveries of an office.

import Engine
import WorkTime

extension People.Organisation {
    /// Whoever works at the counter of the office runs its deliveries.
    func mayRunDeliveries(_ person: PersonID, of office: UnitID, on day: DayNumber) -> Bool {
        units(where: .counter, of: person, on: day).contains { self.office(of: $0) == office }
    }

    /// So do those read them who lead the office, or one above it: without personal values.
    func mayReadDeliveries(_ person: PersonID, of office: UnitID, on day: DayNumber) -> Bool {
        mayRunDeliveries(person, of: office, on: day)
            || has(.lead, person: person, over: office, on: day)
    }

    /// The head of the counter and those who lead the office say when results are brought.
    func maySetSlots(_ person: PersonID, of office: UnitID, on day: DayNumber) -> Bool {
        has(.lead, person: person, over: office, on: day)
            || positions(of: person, on: day).contains {
                $0.roles.contains(.counter) && $0.roles.contains(.head)
                    && self.office(of: $0.unit) == office
            }
    }

    /// Whoever has a post in the office on that day may carry.
    func mayCarry(_ person: PersonID, for office: UnitID, on day: DayNumber) -> Bool {
        positions(of: person, on: day).contains { self.office(of: $0.unit) == office }
    }

    /// Whom the roster can name, by name.
    func carriers(of office: UnitID, on day: DayNumber) -> [PersonID] {
        var seen: Set<PersonID> = []
        return units(ofOffice: office, on: day).flatMap { members(of: $0.id, on: day) }
            .filter { seen.insert($0).inserted }
            .sorted {
                (people[$0]?.name ?? "", $0.rawValue) < (people[$1]?.name ?? "", $1.rawValue)
            }
    }
}
