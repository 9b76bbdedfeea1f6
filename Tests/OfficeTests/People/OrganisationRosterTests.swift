// From the performer a process names to a person of the day, and who may act for whom.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Who does a step today` {
    private typealias State = OrganisationTestState

    private func assignment(
        _ performer: Performer, office: UnitID = "p", on day: DayNumber = State.today,
        _ change: (inout People.Organisation) throws -> Void = { _ in }
    ) throws -> Assignment? {
        var ward = try State.ward()
        try change(&ward)
        return ward.assignment(of: performer, office: office, on: day)
    }

    /// Performer, office, and the unit, the person and whether it waits to be taken.
    static let performers: [(Performer, UnitID, String)] = [
        (.position("tu-phap", in: .function("tu-phap")), "p", "p.tp ha"),
        (.position("tu-phap", in: .code("PA-TP")), "p", "p.tp ha"),
        (.position("tu-phap", in: .label("Tư pháp phường A")), "p", "p.tp ha"),
        (.position("chu-tich", in: .function("lanh-dao")), "p", "p anh"),
        (.position("chu-tich", in: .function("lanh-dao")), "r", "r giang"),
        // A position without a holder falls to the head, and so does a code nobody has.
        (.position("van-thu", in: .function("tu-phap")), "p", "p.tp tam takes"),
        (.position("khong-co", in: .function("tu-phap")), "p", "p.tp tam takes"),
        (.head(of: .function("tu-phap")), "p", "p.tp tam"),
        (.head(of: .function("mot-cua")), "r", "r.mc la"),
        (.member(of: .function("tu-phap")), "p", "p.tp tam takes"),
        (.member(of: .function("mot-cua")), "p", "p.mc binh takes"),
        // Functions and names are those of the own office; a code may be anybody's.
        (.head(of: .function("tu-phap")), "r", "nobody"),
        (.head(of: .label("Tư pháp phường A")), "r", "nobody"),
        (.head(of: .code("PA-TP")), "r", "p.tp tam"), (.head(of: .code("PX")), "p", "nobody"),
        (.head(of: .function("khong-co")), "p", "nobody"),
        (.head(of: .function("")), "p", "nobody"),
        (.head(of: .function("tu-phap")), "xa", "nobody"),
        (.focalPoint, "p", "nobody"), (.applicant, "p", "nobody"),
        (.body("Chi cục Thuế"), "p", "nobody"),
    ]

    @Test(arguments: performers)
    func `is looked up in the office of the dossier`(
        _ performer: Performer, _ office: UnitID, _ expected: String
    ) throws {
        let found = try assignment(performer, office: office).map {
            "\($0.unit) \($0.person)\($0.needsTaking ? " takes" : "")"
        }
        #expect(found ?? "nobody" == expected)
    }

    @Test func `of several holders nobody is chosen by chance`() throws {
        let performer = Performer.position("tu-phap", in: .function("tu-phap"))
        let share: (inout People.Organisation) throws -> Void = {
            try $0.perform(
                .appoint(.init(position: "p.tp:tu-phap", person: "ke", from: State.today)))
        }
        let shared = try assignment(performer, share)
        #expect(shared == Assignment(unit: "p.tp", person: "tam", needsTaking: true))
        let before = try assignment(performer, on: State.today - 1, share)
        #expect(before == Assignment(unit: "p.tp", person: "ha"))
    }

    @Test func `two positions of one code count together`() throws {
        let performer = Performer.position("van-thu", in: .function("tu-phap"))
        let found = try assignment(performer) { ward in
            for command in State.position(
                "p.tp:van-thu-2", in: "p.tp", code: "van-thu", holder: "moi")
            {
                try ward.perform(command)
            }
        }
        #expect(found == Assignment(unit: "p.tp", person: "moi"))
    }

    @Test func `while the unit has no head the work waits with the head above`() throws {
        let leave: (inout People.Organisation) throws -> Void = {
            try $0.perform(
                .endHolding(
                    position: "p.tp:truong-tp", person: "tam", through: State.today - 1))
        }
        #expect(
            try assignment(.head(of: .function("tu-phap")), leave)
                == Assignment(unit: "p.tp", person: "anh"))
        #expect(
            try assignment(.member(of: .function("tu-phap")), leave)
                == Assignment(unit: "p.tp", person: "anh", needsTaking: true))
    }

    @Test func `a unit that has closed does nothing any more`() throws {
        let close: (inout People.Organisation) throws -> Void = {
            try $0.perform(.closeUnit("p.tp", through: State.today))
        }
        let performer = Performer.position("tu-phap", in: .function("tu-phap"))
        #expect(try assignment(performer, close)?.person == "ha")
        #expect(try assignment(performer, on: State.today + 1, close) == nil)
    }

    @Test func `of two units of one code the own office comes first, then the first by name`()
        throws
    {
        var ward = try State.ward()
        for (id, parent): (UnitID, UnitID) in [("r.x", "r"), ("p.x", "p"), ("a.x", "p")] {
            var unit = State.unit(id, parent)
            unit.code = "X"
            try ward.perform(.createUnit(unit))
        }
        #expect(ward.unit(.code("X"), office: "r", on: State.today) == "r.x")
        #expect(ward.unit(.code("X"), office: "p", on: State.today) == "p.x")
        #expect(ward.unit(.code("X"), office: "xa", on: State.today) == "a.x")
    }

    // MARK: Standing in

    @Test func `the roster knows units and heads of the day`() throws {
        let ward = try State.ward()
        let roster = ward.roster(of: "p", on: State.today)
        #expect(roster.unitOf("ha") == "p.tp")
        #expect(roster.unitOf("la-mat") == nil)
        #expect(roster.headOf("p.tp") == "tam")
        #expect(roster.headOf("xa") == nil)
        let before = ward.roster(of: "p", on: State.begin - 1)
        #expect(before.unitOf("ha") == nil && before.headOf("p.tp") == nil)
    }

    @Test func `who leads the office decides on a dossier as a whole, in that office`() throws {
        let ward = try State.ward()
        let roster = ward.roster(of: "p", on: State.today)
        for (person, isAllowed): (PersonID, Bool) in [
            ("anh", true), ("pho", true), ("binh", false), ("tam", false), ("quan", false),
            ("giang", false), ("la-mat", false),
        ] {
            #expect(roster.mayAct(Actor(person), nil) == isAllowed, "\(person)")
        }
        #expect(ward.roster(of: "r", on: State.today).mayAct(Actor("giang"), nil))
        #expect(!ward.roster(of: "p", on: State.begin - 1).mayAct(Actor("anh"), nil))
    }

    @Test func `a substitute decides for the absent within the days, for nobody else`() throws {
        let ward = try State.ward()
        let table: [(PersonID, PersonID, String, Bool)] = [
            ("tam", "ha", "2017-08-01", true), ("tam", "ha", "2017-06-30", false),
            ("tam", "ha", "2017-07-01", true), ("tam", "ha", "2017-12-31", true),
            ("tam", "ha", "2018-01-01", false), ("ha", "tam", "2017-08-01", false),
            ("tam", "chi", "2017-08-01", false), ("binh", "chi", "2017-08-01", true),
            ("anh", "pho", "2017-08-01", false),
        ]
        for (person, absent, text, isAllowed) in table {
            let roster = ward.roster(of: "p", on: organisationDay(text))
            #expect(
                roster.mayAct(Actor(person, onBehalfOf: absent), nil) == isAllowed,
                "\(person) for \(absent) on \(text)")
        }
    }

    @Test func `a substitution in a unit the absent does not work in opens nothing`() throws {
        var ward = try State.ward()
        try ward.perform(.substitute(State.substitution("anh", "ke", in: "p.kt")))
        let roster = ward.roster(of: "p", on: State.today)
        #expect(!roster.mayAct(Actor("ke", onBehalfOf: "anh"), nil))
        try ward.perform(.substitute(State.substitution("anh", "ke", in: "p")))
        #expect(
            ward.roster(of: "p", on: State.today).mayAct(Actor("ke", onBehalfOf: "anh"), nil))
    }

    @Test func `a piece of work is stood in for in its own unit alone`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let item = try await office.item(code)
            #expect(item.holder == "ha" && item.unit == "p.tp")
            let complete = EngineCommand.complete(item.id, product: "Xong", fields: [:])
            func name(_ unit: UnitID) async throws {
                _ = try await office.desk.perform(
                    .people(
                        .substitute(
                            State.substitution("ha", "ke", in: unit, "2017-07-01", "2017-07-31"))),
                    by: nil, at: office.sources.now)
            }
            try await name("p.kt")
            await #expect(
                throws: Dossiers.Rejection.work(.mayNotStandIn(item.id, forPerson: "ha"))
            ) { try await office.act(complete, on: code, by: "ke", for: "ha") }
            try await name("p.tp")
            try await office.act(complete, on: code, by: "ke", for: "ha")
            #expect(try await office.state(code).instance?.records.last?.onBehalfOf == "ha")
        }
    }
}
