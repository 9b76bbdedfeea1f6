// The organisation as of a day: units, heads, members and substitutes come and go on their dates.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The organisation as of a day` {
    private typealias State = OrganisationTestState

    /// A district that was abolished on 30 June 2025, with a ward that became one of the city.
    private func district() throws -> People.Organisation {
        var state = try People.Organisation.after([
            .createUnit(State.unit("tp", nil, .committee, from: "1954-10-10")),
            .createUnit(
                State.unit("q", "tp", .committee, from: "2003-11-06", through: "2025-06-30")),
            .createUnit(
                State.unit("q.nv", "q", .department, from: "2003-11-06", through: "2025-06-30")),
            .createUnit(
                State.unit("q.p", "q", .committee, from: "2003-11-06", through: "2025-06-30")),
            .createUnit(State.unit("q.p.tp", "q.p", from: "2003-11-06", through: "2025-06-30")),
            .createUnit(State.unit("p.moi", "tp", .committee, from: "2025-07-01")),
            .createUnit(State.unit("dang", nil, .partyBody, from: "1930-02-03")),
        ])
        for (unit, person): (UnitID, PersonID) in [("q", "anh"), ("q.p", "binh"), ("tp", "chi")] {
            for command in State.position(
                "\(unit):truong", in: unit, isHead: true, holder: person)
            {
                try state.perform(command)
            }
        }
        return state
    }

    @Test(arguments: [
        ("2003-11-05", ["tp"]), ("2003-11-06", ["q", "q.nv", "q.p", "q.p.tp", "tp"]),
        ("2025-06-30", ["q", "q.nv", "q.p", "q.p.tp", "tp"]), ("2025-07-01", ["p.moi", "tp"]),
        ("1954-10-09", []),
    ])
    func `what lies under the city is what exists on the day`(
        _ text: String, _ units: [String]
    ) throws {
        let state = try district()
        let found = state.subtree(of: "tp", on: organisationDay(text)).map(\.rawValue)
        #expect(found == units)
    }

    @Test func `the office of a unit is the nearest committee at or above it`() throws {
        let state = try district()
        let table: [(UnitID, UnitID?)] = [
            ("tp", "tp"), ("q", "q"), ("q.nv", "q"), ("q.p", "q.p"), ("q.p.tp", "q.p"),
            ("p.moi", "p.moi"), ("dang", nil), ("xa", nil),
        ]
        for (unit, office) in table { #expect(state.office(of: unit) == office, "\(unit)") }
        let day = organisationDay("2020-01-01")
        #expect(state.units(ofOffice: "q", on: day).map(\.id) == ["q", "q.nv"])
        #expect(state.units(ofOffice: "q", on: organisationDay("2025-07-01")).isEmpty)
        #expect(state.units(ofOffice: "q.p.tp", on: day).isEmpty)
    }

    @Test func `the way up is the nearest first and ends at the top`() throws {
        let state = try district()
        #expect(state.chain(from: "q.p.tp") == ["q.p.tp", "q.p", "q", "tp"])
        #expect(state.chain(from: "dang") == ["dang"])
        #expect(state.chain(from: "xa") == ["xa"])
    }

    @Test func `a loop in old data ends instead of running for ever`() throws {
        var state = try district()
        state.units["tp"]?.parent = "q.p"
        #expect(state.chain(from: "q.p.tp") == ["q.p.tp", "q.p", "q", "tp"])
        #expect(state.head(of: "q.nv", on: organisationDay("2020-01-01")) == "anh")
        state.units["dang"]?.parent = "dang"
        #expect(state.chain(from: "dang") == ["dang"])
        #expect(state.head(of: "dang", on: organisationDay("2020-01-01")) == nil)
    }

    @Test func `a unit is led by its head, or by the head above while it has none`() throws {
        var state = try district()
        let day = organisationDay("2020-01-01")
        #expect(state.head(of: "q.p.tp", on: day) == "binh")
        #expect(state.head(of: "q.nv", on: day) == "anh")
        try state.perform(
            .endHolding(position: "q.p:truong", person: "binh", through: day - 1))
        #expect(state.head(of: "q.p.tp", on: day - 1) == "binh")
        #expect(state.head(of: "q.p.tp", on: day) == "anh")
        // Who holds a position that is no head's does not lead.
        for command in State.position("q.p:pho", in: "q.p", holder: "dung") {
            try state.perform(command)
        }
        #expect(state.head(of: "q.p", on: day) == "anh")
        #expect(state.head(of: "dang", on: day) == nil)
        #expect(state.head(of: "q.p", on: organisationDay("2015-12-31")) == nil)
    }

    @Test func `members are named once each, heads first`() throws {
        var state = try OrganisationTestState.ward()
        try state.perform(
            .appoint(.init(position: "p.tp:trong", person: "tam", from: State.begin)))
        try state.perform(
            .appoint(.init(position: "p.tp:tu-phap", person: "ke", from: State.today + 1)))
        #expect(state.members(of: "p.tp", on: State.today) == ["tam", "ha"])
        #expect(state.members(of: "p.tp", on: State.today + 1) == ["tam", "ha", "ke"])
        #expect(state.members(of: "p.tp", on: State.begin - 1).isEmpty)
        #expect(state.members(of: "xa", on: State.today).isEmpty)
    }

    @Test(arguments: [
        ("2017-08-09", 0), ("2017-08-10", 1), ("2017-08-15", 2), ("2017-08-20", 2),
        ("2017-08-21", 1), ("2017-08-25", 1), ("2017-08-26", 0),
    ])
    func `a substitute acts from the first day through the last`(
        _ text: String, _ count: Int
    ) throws {
        var state = try OrganisationTestState.ward()
        for (absent, from, through) in [
            ("chi", "2017-08-10", "2017-08-20"), ("binh", "2017-08-15", "2017-08-25"),
        ] {
            try state.perform(
                .substitute(
                    State.substitution(PersonID(absent), "ke", in: "p.mc", from, through)))
        }
        let day = organisationDay(text)
        #expect(state.absentees(of: "ke", on: day).count == count)
        #expect(state.absentees(of: "chi", on: day).isEmpty)
    }

    @Test func `closing a unit leaves its past as it was`() throws {
        var state = try OrganisationTestState.ward()
        try state.perform(.closeUnit("p.kt", through: State.today))
        #expect(state.units["p.kt"]?.exists(on: State.today) == true)
        #expect(state.units["p.kt"]?.exists(on: State.today + 1) == false)
        #expect(state.subtree(of: "p", on: State.today - 30).contains("p.kt"))
        #expect(!state.subtree(of: "p", on: State.today + 1).contains("p.kt"))
        // A day of closing that was written down wrong may be put right.
        try state.perform(.closeUnit("p.kt", through: State.today + 5))
        #expect(state.units["p.kt"]?.exists(on: State.today + 5) == true)
        #expect(state.unit(.code("PA-KT"), office: "p", on: State.today + 6) == nil)
    }

    @Test func `what is known only from hearsay is unconfirmed`() {
        for (source, isConfirmed) in [("", false), ("GK", false), ("NĐ 132/2003/NĐ-CP", true)] {
            var unit = State.unit("q", nil)
            unit.source = source
            #expect(unit.isConfirmed == isConfirmed, "\(source)")
        }
    }
}
