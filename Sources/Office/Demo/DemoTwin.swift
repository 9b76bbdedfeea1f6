// A further district beside the demo's own: the same units, positions and people under other names,
// so that a large office can be played. Processes name some departments by code; those are the
// first district's, which the wards of all hand over to.

import Engine
import WorkTime

extension Demo {
    struct Twin: Sendable {
        /// Counted from 1; the first is the demo's own district and keeps its names.
        let number: Int

        /// Twins go on for years: nobody's substitute ends meanwhile.
        private static let lastDay = DayNumber(trusted: 2027, 12, 31)

        private func mark(_ text: String, _ separator: String) -> String {
            number == 1 ? text : "\(text)\(separator)\(number)"
        }

        func unit(_ id: UnitID) -> UnitID { UnitID(mark(id.rawValue, "-")) }
        func person(_ id: PersonID) -> PersonID { PersonID(mark(id.rawValue, "-")) }
        func position(_ id: String) -> String { mark(id, "-") }

        /// A command of the organisation; those that the demo does not use stay as they are.
        func command(_ command: People.Command) -> People.Command {
            switch command {
            case .createUnit(var new):
                new.id = unit(new.id)
                new.code = mark(new.code, "X")
                new.parent = new.parent.map(unit)
                return .createUnit(new)
            case .createPosition(var new):
                new.id = position(new.id)
                new.unit = unit(new.unit)
                return .createPosition(new)
            case .addPerson(var new):
                new.id = person(new.id)
                new.account = new.account.map { mark($0, "-") }
                return .addPerson(new)
            case .appoint(var holding):
                holding.position = position(holding.position)
                holding.person = person(holding.person)
                return .appoint(holding)
            case .substitute(var substitution):
                substitution.absent = person(substitution.absent)
                substitution.substitute = person(substitution.substitute)
                substitution.unit = unit(substitution.unit)
                substitution.through = Self.lastDay
                return .substitute(substitution)
            default: return command
            }
        }
    }

    /// A dossier with what is still to happen to it.
    struct OpenDossier: Sendable {
        let intake: Dossiers.Intake
        var acts: ArraySlice<Act>
        /// Empty until it is received.
        var code = ""

        init(_ planned: PlannedDossier) {
            intake = planned.intake
            acts = planned.acts[...]
        }
    }
}
