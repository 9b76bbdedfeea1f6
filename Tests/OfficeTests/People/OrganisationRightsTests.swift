// Who may change what in the organisation: every kind of person against every kind of command.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Rights in the organisation` {
    private typealias State = OrganisationTestState

    /// One command of each kind, all of them right in themselves.
    private static let commands: [(name: String, command: People.Command)] = [
        ("createUnit", .createUnit(State.unit("p.moi", "p"))),
        ("closeUnit", .closeUnit("p.kt", through: State.today)),
        (
            "createPosition",
            .createPosition(
                .init(id: "moi", unit: "p.tp", code: "moi", title: "Mới", roles: [.administer]))
        ),
        ("addPerson", .addPerson(.init(id: "moi", name: "Người mới"))),
        ("openAccount", .openAccount("ha", name: "ha.tp")),
        ("appoint", .appoint(.init(position: "p.tp:trong", person: "ha", from: State.today))),
        (
            "endHolding",
            .endHolding(position: "p.tp:tu-phap", person: "ha", through: State.today)
        ),
    ]

    @Test func `only an administrator changes units, positions, holders and accounts`() throws {
        let ward = try State.ward()
        for (name, command) in Self.commands {
            for person in DossierTestSamples.people + ["so", "quy", "la-mat", ""] {
                #expect(throws: People.Rejection.mayNotAdminister, "\(name) by \(person)") {
                    try People.decide(command, on: ward, by: person, today: State.today)
                }
            }
            let events = try People.decide(command, on: ward, by: "quan", today: State.today)
            #expect(events.count == 1, "\(name)")
        }
    }

    /// Who names a substitute, for whom, in which unit, and whether that is granted.
    static let namings: [(PersonID, PersonID, UnitID, Bool)] = [
        ("quan", "ha", "p.tp", true), ("quan", "anh", "p", true), ("quan", "la", "r.mc", true),
        // The head of the unit, for the unit's own members and for themselves.
        ("tam", "ha", "p.tp", true), ("tam", "tam", "p.tp", true), ("binh", "chi", "p.mc", true),
        ("anh", "pho", "p", true), ("la", "la", "r.mc", true),
        // The chairman of the ward, for those below, in the ward.
        ("anh", "ha", "p", true), ("anh", "chi", "p", true), ("anh", "anh", "p", true),
        // Not for another unit, nor for whom stands above or elsewhere.
        ("tam", "chi", "p.mc", false), ("tam", "chi", "p.tp", false),
        ("tam", "anh", "p.tp", false), ("binh", "anh", "p.mc", false),
        ("binh", "pho", "p.mc", false), ("anh", "la", "p", false), ("anh", "la", "r.mc", false),
        ("giang", "anh", "r", false), ("la", "giang", "r.mc", false),
        // Whose unit has a head is not the head above.
        ("anh", "ha", "p.tp", false),
        // Nobody else.
        ("ha", "ha", "p.tp", false), ("pho", "anh", "p", false), ("so", "ha", "p.tp", false),
        ("quy", "ha", "p.tp", false), ("la-mat", "ha", "p.tp", false),
    ]

    @Test(arguments: namings)
    func `the head of a unit names substitutes for its members alone`(
        _ person: PersonID, _ absent: PersonID, _ unit: UnitID, _ isGranted: Bool
    ) throws {
        let ward = try State.ward()
        let substitute: PersonID = absent == "ke" ? "ha" : "ke"
        let command = People.Command.substitute(
            State.substitution(absent, substitute, in: unit))
        let decide = {
            try People.decide(command, on: ward, by: person, today: State.today)
        }
        if isGranted {
            #expect(try decide().count == 1)
        } else {
            #expect(throws: People.Rejection.mayNotAdminister) { try decide() }
        }
    }

    @Test func `a unit without a head is looked after by the head above`() throws {
        var ward = try State.ward()
        try ward.perform(
            .endHolding(
                position: "p.tp:truong-tp", person: "tam", through: State.today - 1))
        let naming = People.Command.substitute(State.substitution("ha", "ke", in: "p.tp"))
        #expect(throws: People.Rejection.mayNotAdminister) { try ward.perform(naming, by: "tam") }
        #expect(try ward.perform(naming, by: "anh").count == 1)
    }

    @Test func `rights begin and end with the days of the position`() throws {
        var ward = try State.ward()
        try ward.perform(
            .appoint(
                .init(
                    position: "p:administer", person: "ha", from: State.today + 1,
                    through: State.today + 3)))
        let command = People.Command.addPerson(.init(id: "moi", name: "Người mới"))
        for (offset, isGranted) in [(0, false), (1, true), (3, true), (4, false)] {
            #expect(ward.may(command, "ha", State.today + offset) == isGranted, "\(offset)")
        }
        try ward.perform(
            .endHolding(position: "p:administer", person: "quan", through: State.today))
        #expect(ward.may(command, "quan", State.today))
        #expect(!ward.may(command, "quan", State.today + 1))
    }

    @Test func `somebody who left the unit is no longer stood in for by its head`() throws {
        var ward = try State.ward()
        let naming = People.Command.substitute(State.substitution("ha", "ke", in: "p.tp"))
        #expect(ward.may(naming, "tam", State.today))
        try ward.perform(
            .endHolding(position: "p.tp:tu-phap", person: "ha", through: State.today - 1))
        #expect(!ward.may(naming, "tam", State.today))
    }

    @Test func `a role reaches the unit of the position and what is below it`() throws {
        let ward = try State.ward()
        let table: [(People.Role, PersonID, UnitID, Bool)] = [
            (.lead, "anh", "p", true), (.lead, "anh", "p.tp", true), (.lead, "anh", "r", false),
            (.lead, "anh", "r.mc", false), (.lead, "pho", "p.mc", true),
            (.head, "tam", "p.tp", true),
            (.head, "tam", "p", false), (.head, "tam", "p.mc", false), (.work, "tam", "p.tp", true),
            (.counter, "chi", "p.mc", true), (.counter, "chi", "p", false),
            (.lead, "chi", "p.mc", false), (.administer, "quan", "p.vp", true),
            (.administer, "quan", "p.kt", false),
            (.administer, "quan", "r", false), (.work, "la-mat", "p", false),
        ]
        for (role, person, unit, isHeld) in table {
            #expect(
                ward.has(role, person: person, over: unit, on: State.today) == isHeld,
                "\(person) \(role) \(unit)")
            #expect(!ward.has(role, person: person, over: unit, on: State.begin - 1))
        }
        #expect(ward.units(where: .counter, of: "binh", on: State.today) == ["p.mc"])
        #expect(ward.units(where: .lead, of: "binh", on: State.today).isEmpty)
    }
}
