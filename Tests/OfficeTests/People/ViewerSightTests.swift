// Who looks: what the organisation says of a person on the day, and whose work may be seen.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Who looks` {
    private typealias State = OrganisationTestState

    private func viewer(
        _ person: PersonID, on day: DayNumber = State.today,
        _ change: (inout People.Organisation) throws -> Void = { _ in }
    ) throws -> Viewer? {
        var ward = try State.ward()
        try change(&ward)
        return Viewer(person: person, in: ward, today: day)
    }

    static let sights: [(PersonID, [UnitID])] = [
        // Who leads or reads the figures sees the whole office.
        ("anh", ["p", "p.kt", "p.mc", "p.tp", "p.vp"]),
        ("pho", ["p", "p.kt", "p.mc", "p.tp", "p.vp"]),
        ("so", ["p", "p.kt", "p.mc", "p.tp", "p.vp"]),
        // The counter sees what the office received.
        ("binh", ["p", "p.mc"]), ("chi", ["p", "p.mc"]), ("la", ["r", "r.mc"]),
        // Everybody else sees the own unit, and administering is no window on dossiers.
        ("tam", ["p.tp"]), ("ha", ["p.tp"]), ("ke", ["p.kt"]), ("quan", ["p.vp"]),
        ("quy", ["p.vp"]),
        ("giang", ["r", "r.mc"]),
    ]

    @Test(arguments: sights)
    func `sees the units that the roles of the day open`(
        _ person: PersonID, _ units: [UnitID]
    ) throws {
        let viewer = try #require(try viewer(person))
        #expect(viewer.visibleUnits == units)
        #expect(Set(viewer.ownUnits).isSubset(of: Set(units)))
        #expect(viewer.ownUnits.allSatisfy { viewer.visibleUnits.contains($0) })
        #expect(viewer.actor == Actor(person))
    }

    @Test func `nobody looks without a position, before it, or after it`() throws {
        #expect(try viewer("la-mat") == nil)
        #expect(try viewer("") == nil)
        #expect(try viewer("ha", on: State.begin - 1) == nil)
        #expect(try viewer("ha", on: State.begin) != nil)
        let left = try viewer("ha") {
            try $0.perform(
                .endHolding(
                    position: "p.tp:tu-phap", person: "ha", through: State.today - 1))
        }
        #expect(left == nil)
    }

    @Test func `the first position speaks for the person, all of them for the rights`() throws {
        let viewer = try #require(
            try viewer("ha") {
                try $0.perform(
                    .appoint(.init(position: "p.kt:ke-toan", person: "ha", from: State.today)))
                try $0.perform(
                    .appoint(.init(position: "p.tp:trong", person: "ha", from: State.today)))
            })
        #expect(viewer.title == "tu-phap" && viewer.unit == "p.tp")
        #expect(viewer.unitName == "Tư pháp phường A" && viewer.officeName == "UBND phường A")
        #expect(viewer.ownUnits == ["p.tp", "p.kt"])
        #expect(viewer.roles == [.work, .head])
        #expect(viewer.has(.work) && !viewer.has(.lead) && !viewer.has(.counter))
        #expect(viewer.name == "Người ha" && viewer.today == State.today)
    }

    @Test func `closed units are not looked into any more`() throws {
        let close: (inout People.Organisation) throws -> Void = {
            try $0.perform(.closeUnit("p.kt", through: State.today - 1))
        }
        #expect(try viewer("anh", close)?.visibleUnits == ["p", "p.mc", "p.tp", "p.vp"])
        #expect(
            try viewer("anh", on: State.today - 1, close)?.visibleUnits
                == ["p", "p.kt", "p.mc", "p.tp", "p.vp"])
    }

    @Test func `acts for colleagues within their dates, each named once`() throws {
        let twice: (inout People.Organisation) throws -> Void = {
            try $0.perform(.substitute(State.substitution("chi", "binh", in: "p.mc")))
            try $0.perform(.substitute(State.substitution("ha", "binh", in: "p.tp")))
        }
        #expect(try viewer("binh", twice)?.absentees == ["chi", "ha"])
        #expect(try viewer("binh", on: organisationDay("2017-09-01"), twice)?.absentees == ["chi"])
        #expect(try viewer("binh", on: organisationDay("2018-01-01"), twice)?.absentees == [])
        #expect(try viewer("chi", twice)?.absentees == [])
    }

    @Test func `standing in for somebody opens no unit by itself`() throws {
        let viewer = try #require(
            try viewer("ke") {
                try $0.perform(.substitute(State.substitution("anh", "ke", in: "p")))
            })
        #expect(viewer.absentees == ["anh"])
        #expect(viewer.visibleUnits == ["p.kt"] && !viewer.has(.lead))
    }

    @Test func `a role in one office is none in another`() throws {
        let viewer = try #require(
            try viewer("ha") {
                for (number, role) in [People.Role.counter, .lead].enumerated() {
                    try $0.perform(
                        .createPosition(
                            .init(
                                id: "r:\(number)", unit: "r", code: "ghe", title: "Ghế",
                                roles: [role])))
                    try $0.perform(
                        .appoint(.init(position: "r:\(number)", person: "ha", from: State.begin)))
                }
            })
        #expect(viewer.office == "p" && viewer.has(.counter))
        #expect(viewer.has(.work, in: "p") && viewer.has(.counter, in: "r"))
        #expect(!viewer.has(.counter, in: "p") && !viewer.has(.work, in: "r"))
        #expect(!viewer.has(.lead, in: "x"))
        #expect(viewer.overseenUnits == ["r", "r.mc"])
        #expect(viewer.visibleUnits == ["p.tp", "r", "r.mc"])
    }

    @Test func `roles count in the visible units of their own office alone`() throws {
        func units(_ roles: Set<People.Role>, _ posts: (UnitID, People.Role)...) throws -> [UnitID]
        {
            let viewer = try #require(
                try viewer("ha") {
                    for (number, (unit, role)) in posts.enumerated() {
                        let id = "\(unit):ghe\(number)"
                        for command in State.position(id, in: unit, role: role) {
                            try $0.perform(command)
                        }
                        try $0.perform(
                            .appoint(.init(position: id, person: "ha", from: State.begin)))
                    }
                })
            return viewer.units(where: roles)
        }
        #expect(try units([.head], ("r.mc", .head)) == ["r.mc"], "p.tp is where ha only works")
        #expect(try units([.head], ("p.kt", .head)) == ["p.kt", "p.tp"])
        #expect(try units([.lead], ("r", .lead)) == ["r", "r.mc"])
        #expect(try units([.work], ("r", .lead)) == ["p.tp"])
        #expect(try units([.work, .lead], ("r", .lead)) == ["p.tp", "r", "r.mc"])
        #expect(try units([.administer], ("r", .lead)) == [])
        // The figures of an office show its units; to be a head elsewhere adds nothing there.
        #expect(
            try units([.head], ("p", .figures), ("r.mc", .head)) == ["r.mc"])
        #expect(
            try units([.figures], ("p", .figures), ("r.mc", .head))
                == ["p", "p.kt", "p.mc", "p.tp", "p.vp"])
    }

    @Test func `the own unit and the counter open no figures`() throws {
        #expect(try viewer("chi")?.overseenUnits == [])
        #expect(try viewer("quan")?.overseenUnits == [])
        #expect(try viewer("so")?.overseenUnits == ["p", "p.kt", "p.mc", "p.tp", "p.vp"])
    }
}
