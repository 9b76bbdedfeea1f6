// The rules of the organisation: what each command tells, and each refusal with its sentence.

import Engine
import Testing
import WorkTime

@testable import Office

/// A command that the ward refuses, and why.
struct OrganisationWrongCommand: Sendable, CustomTestStringConvertible {
    let rejection: People.Rejection
    let command: People.Command
    var person: PersonID?

    init(_ rejection: People.Rejection, _ command: People.Command, by person: PersonID? = nil) {
        self.rejection = rejection
        self.command = command
        self.person = person
    }

    var testDescription: String { "\(rejection) by \(person?.rawValue ?? "the installer")" }

    private static func holding(
        _ position: String, _ person: PersonID, _ from: String, _ through: String? = nil
    ) -> People.Holding {
        People.Holding(
            position: position, person: person, from: organisationDay(from),
            through: through.map(organisationDay))
    }

    static let units: [OrganisationWrongCommand] = [
        .init(.unitExists("p"), .createUnit(OrganisationTestState.unit("p", nil))),
        .init(.nameMissing, .createUnit(OrganisationTestState.unit("n", "p", name: ""))),
        .init(.unitUnknown("xa"), .createUnit(OrganisationTestState.unit("n", "xa"))),
        // A unit cannot hang under itself: it does not exist yet.
        .init(.unitUnknown("n"), .createUnit(OrganisationTestState.unit("n", "n"))),
        .init(
            .unitClosesBeforeItOpens("n"),
            .createUnit(
                OrganisationTestState.unit("n", "p", from: "2017-01-02", through: "2017-01-01"))),
        .init(.idUnusable(""), .createUnit(OrganisationTestState.unit("", "p"))),
        .init(.idUnusable("$p"), .createUnit(OrganisationTestState.unit("$p", "p"))),
        .init(.unitUnknown("xa"), .closeUnit("xa", through: OrganisationTestState.today)),
        .init(
            .unitClosesBeforeItOpens("p.tp"),
            .closeUnit("p.tp", through: organisationDay("2015-12-31"))),
    ]

    static let positions: [OrganisationWrongCommand] = [
        .init(.positionExists("p:chu-tich"), position("p:chu-tich", "p")),
        .init(.unitUnknown("xa"), position("moi", "xa")), .init(.idUnusable(""), position("", "p")),
        .init(.positionUnknown("moi"), .appoint(holding("moi", "ha", "2017-01-01"))),
        .init(.personUnknown("la-mat"), .appoint(holding("p:chu-tich", "la-mat", "2017-01-01"))),
        .init(
            .endsBeforeItBegins,
            .appoint(holding("p.tp:trong", "ha", "2017-01-02", "2017-01-01"))),
        .init(.holdsAlready("p.tp:tu-phap"), .appoint(holding("p.tp:tu-phap", "ha", "2018-01-01"))),
        .init(
            .holdsAlready("p.tp:tu-phap"),
            .appoint(holding("p.tp:tu-phap", "ha", "2015-01-01", "2016-01-01"))),
        .init(.holdingUnknown("p:chu-tich"), end("p:chu-tich", "ha", "2017-08-01")),
        .init(.holdingUnknown("moi"), end("moi", "ha", "2017-08-01")),
        .init(.endsBeforeItBegins, end("p:chu-tich", "anh", "2015-12-31")),
    ]

    static let people: [OrganisationWrongCommand] = [
        .init(.personExists("ha"), .addPerson(.init(id: "ha", name: "Ai đó"))),
        .init(.nameMissing, .addPerson(.init(id: "moi", name: ""))),
        .init(.idUnusable(""), .addPerson(.init(id: "", name: "Ai đó"))),
        .init(.idUnusable("$"), .addPerson(.init(id: "$", name: "Ai đó"))),
        .init(.nameMissing, .addPerson(.init(id: "moi", name: "Ai đó", account: ""))),
        .init(.personUnknown("moi"), .openAccount("moi", name: "moi")),
        .init(.nameMissing, .openAccount("ha", name: "")),
    ]

    static let substitutes: [OrganisationWrongCommand] = [
        .init(.substitutesForSelf, stands("ha", "ha", "p.tp")),
        .init(.personUnknown("la-mat"), stands("la-mat", "ha", "p.tp")),
        .init(.personUnknown("la-mat"), stands("ha", "la-mat", "p.tp")),
        .init(.unitUnknown("xa"), stands("ha", "tam", "xa")),
        .init(
            .endsBeforeItBegins,
            .substitute(
                OrganisationTestState.substitution(
                    "ha", "tam", in: "p.tp", "2017-08-02", "2017-08-01"))),
        // Rights come before everything else: strangers learn nothing about what exists.
        .init(.mayNotAdminister, stands("ha", "ha", "p.tp"), by: "ha"),
        .init(.mayNotAdminister, stands("la-mat", "ha", "xa"), by: "la-mat"),
    ]

    static let all = units + positions + people + substitutes

    private static func position(_ id: String, _ unit: UnitID) -> People.Command {
        .createPosition(.init(id: id, unit: unit, code: id, title: id, roles: [.work]))
    }

    private static func end(
        _ position: String, _ person: PersonID, _ through: String
    ) -> People.Command {
        .endHolding(position: position, person: person, through: organisationDay(through))
    }

    private static func stands(
        _ absent: PersonID, _ substitute: PersonID, _ unit: UnitID
    ) -> People.Command {
        .substitute(OrganisationTestState.substitution(absent, substitute, in: unit))
    }
}

@Suite struct `Rules of the organisation` {
    @Test(arguments: OrganisationWrongCommand.all)
    func `what may not be done is refused by name`(_ wrong: OrganisationWrongCommand) throws {
        let ward = try OrganisationTestState.ward()
        #expect(throws: wrong.rejection) {
            try People.decide(
                wrong.command, on: ward, by: wrong.person, today: OrganisationTestState.today)
        }
    }

    @Test func `each refusal has a sentence in both languages that names the place`() {
        for wrong in OrganisationWrongCommand.all {
            let (rejection, sentence) = (wrong.rejection, wrong.rejection.sentence)
            #expect(sentence.vi.hasSuffix(".") && sentence.en.hasSuffix("."), "\(rejection)")
            #expect(sentence.vi != sentence.en)
            #expect(rejection.code.hasPrefix("people.") && !rejection.code.contains("("))
            #expect(!rejection.isNotFound)
            // What the refusal is about stands in it, as it was sent.
            let value = String(describing: rejection).split(separator: "\"")
            if value.count == 3 {
                #expect(sentence.vi.contains("“\(value[1])”"), "\(rejection)")
                #expect(sentence.en.contains("“\(value[1])”"), "\(rejection)")
            }
        }
        #expect(People.Rejection.unitUnknown("xa").code == "people.unitUnknown")
    }

    @Test func `the same person may come back to a position after leaving it`() throws {
        var ward = try OrganisationTestState.ward()
        try ward.perform(
            .endHolding(
                position: "p.tp:tu-phap", person: "ha", through: organisationDay("2017-08-31")))
        let back = People.Holding(
            position: "p.tp:tu-phap", person: "ha", from: organisationDay("2017-08-31"))
        #expect(throws: People.Rejection.holdsAlready("p.tp:tu-phap")) {
            try ward.perform(.appoint(back))
        }
        var later = back
        later.from = organisationDay("2017-09-01")
        try ward.perform(.appoint(later))
        for (text, count) in [("2017-08-31", 1), ("2017-09-01", 1), ("2016-01-01", 1)] {
            let holders = ward.holders(of: "p.tp:tu-phap", on: organisationDay(text))
            #expect(holders.count == count, "\(text)")
        }
    }

    @Test func `several people may share a position, and one may hold several`() throws {
        var ward = try OrganisationTestState.ward()
        try ward.perform(
            .appoint(
                .init(position: "p.tp:tu-phap", person: "ke", from: organisationDay("2017-08-01"))))
        #expect(
            ward.holders(of: "p.tp:tu-phap", on: OrganisationTestState.today) == ["ha", "ke"])
        #expect(
            ward.positions(of: "ke", on: OrganisationTestState.today).map(\.id)
                == ["p.kt:ke-toan", "p.tp:tu-phap"])
        #expect(ward.positions(of: "ke", on: organisationDay("2017-07-31")).count == 1)
    }

    @Test func `an ending is told of the open holding and of nobody else's`() throws {
        var ward = try OrganisationTestState.ward()
        try ward.perform(
            .appoint(
                .init(position: "p.tp:tu-phap", person: "ke", from: organisationDay("2017-01-01"))))
        let end = People.Command.endHolding(
            position: "p.tp:tu-phap", person: "ha", through: organisationDay("2017-07-31"))
        #expect(
            try ward.perform(end) == [
                .holdingEnded(
                    position: "p.tp:tu-phap", person: "ha", through: organisationDay("2017-07-31"))
            ])
        #expect(ward.holders(of: "p.tp:tu-phap", on: OrganisationTestState.today) == ["ke"])
        // What has ended is not ended again: the day of leaving stays what it was.
        #expect(throws: People.Rejection.holdingUnknown("p.tp:tu-phap")) { try ward.perform(end) }
    }

    @Test func `a holding of one day is a day long`() throws {
        var ward = try OrganisationTestState.ward()
        let day = organisationDay("2017-08-10")
        try ward.perform(
            .appoint(.init(position: "p.tp:trong", person: "ha", from: day, through: day)))
        #expect(ward.holders(of: "p.tp:trong", on: day - 1).isEmpty)
        #expect(ward.holders(of: "p.tp:trong", on: day) == ["ha"])
        #expect(ward.holders(of: "p.tp:trong", on: day + 1).isEmpty)
    }

    @Test func `an account name belongs to one person at a time`() throws {
        var ward = try OrganisationTestState.ward()
        try ward.perform(.openAccount("ha", name: "ha.tp"))
        for command: People.Command in [
            .openAccount("tam", name: "ha.tp"),
            .addPerson(.init(id: "moi", name: "Người mới", account: "ha.tp")),
            .openAccount("ha", name: "ha.tp"),
        ] {
            #expect(throws: People.Rejection.accountTaken("ha.tp")) { try ward.perform(command) }
        }
        try ward.perform(.openAccount("ha", name: "ha.tu-phap"))
        #expect(ward.people["ha"]?.account == "ha.tu-phap")
        try ward.perform(.openAccount("tam", name: "ha.tp"))
        #expect(ward.people["tam"]?.account == "ha.tp")
    }

    @Test func `the installer begins with nothing and makes the first administrator`() throws {
        var state = People.Organisation()
        #expect(throws: People.Rejection.mayNotAdminister) {
            try state.perform(.createUnit(OrganisationTestState.unit("p", nil)), by: "quan")
        }
        try state.perform(.createUnit(OrganisationTestState.unit("p", nil, .committee)))
        for command in OrganisationTestState.staffCommands.prefix(4) {
            try state.perform(command)
        }
        try state.perform(.createUnit(OrganisationTestState.unit("p.moi", "p")), by: "quan")
        #expect(state.units.count == 3)
    }
}
