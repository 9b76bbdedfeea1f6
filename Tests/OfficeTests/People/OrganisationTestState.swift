// An invented ward as one value, without a store: what the rules of the organisation read.

import Engine
import WorkTime

@testable import Office

/// A day of a test as it is written in the calendar.
func organisationDay(_ text: String) -> DayNumber {
    DayNumber(text) ?? DayNumber(rawValue: .min)
}

extension People.Organisation {
    /// Decides and applies, as the desk does without a store.
    @discardableResult
    mutating func perform(
        _ command: People.Command, by person: PersonID? = nil,
        on today: DayNumber = OrganisationTestState.today
    ) throws(People.Rejection) -> [People.Event] {
        let events = try People.decide(command, on: self, by: person, today: today)
        for event in events { apply(event) }
        return events
    }

    static func after(_ commands: [People.Command]) throws -> People.Organisation {
        var state = People.Organisation()
        for command in commands { try state.perform(command) }
        return state
    }
}

enum OrganisationTestState {
    static let today = organisationDay("2017-08-01")
    static let begin = organisationDay("2016-01-01")

    /// Who is in charge of the organisation, of figures and of processes; the ward of the
    /// dossier tests has none of them.
    static let offices: [(PersonID, People.Role)] = [
        ("quan", .administer), ("so", .figures), ("quy", .processes),
    ]

    static var staffCommands: [People.Command] {
        [.createUnit(unit("p.vp", "p", .office, name: "Văn phòng phường A"))]
            + offices.flatMap { person, role in
                position("p:\(role.rawValue)", in: "p.vp", role: role, holder: person)
            }
    }

    static func position(
        _ id: String, in unit: UnitID, code: String? = nil, isHead: Bool = false,
        role: People.Role = .work, holder: PersonID? = nil
    ) -> [People.Command] {
        var commands: [People.Command] = [
            .createPosition(
                .init(
                    id: id, unit: unit, code: code ?? id, title: "Vị trí \(id)", isHead: isHead,
                    roles: [role]))
        ]
        if let holder {
            commands.append(.addPerson(.init(id: holder, name: "Người \(holder)")))
            commands.append(.appoint(.init(position: id, person: holder, from: begin)))
        }
        return commands
    }

    static func unit(
        _ id: UnitID, _ parent: UnitID?, _ kind: People.UnitKind = .team,
        from: String = "2016-01-01", through: String? = nil, functions: [String] = [],
        name: String? = nil
    ) -> People.Unit {
        People.Unit(
            id: id, code: "\(id)".uppercased(), name: name ?? "Đơn vị \(id)", kind: kind,
            level: .ward, parent: parent, functions: functions, from: organisationDay(from),
            through: through.map(organisationDay))
    }

    static func substitution(
        _ absent: PersonID, _ substitute: PersonID, in unit: UnitID,
        _ from: String = "2017-08-01", _ through: String = "2017-08-31"
    ) -> People.Substitution {
        People.Substitution(
            absent: absent, substitute: substitute, unit: unit, from: organisationDay(from),
            through: organisationDay(through), reason: "nghỉ phép")
    }

    /// The ward with its administrator, a closed team, and a vacant position.
    static func ward() throws -> People.Organisation {
        var state = try People.Organisation.after(
            DossierTestSamples.organisation + staffCommands)
        try state.perform(.createUnit(unit("p.cu", "p", through: "2017-06-30")))
        for command in position("p.tp:trong", in: "p.tp", code: "van-thu") {
            try state.perform(command)
        }
        return state
    }
}
