// Who declares an outage, who decides, and what is refused; without a store.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

enum OutageSamples {
    static func declaration(
        _ scope: Outages.Scope = .unit, _ unit: UnitID? = "p.tp", from: String = "4T08:00",
        until: String = "4T12:00", reason: String = "Mất điện cả khu",
        evidence: String = "Biên bản 12/BB"
    ) -> Outages.Declaration {
        .init(
            kind: .power, scope: scope, unit: unit, from: LatenessSamples.moment(from),
            until: LatenessSamples.moment(until), reason: reason, evidence: evidence)
    }

    /// The ward and its administrator, as the desk reads them.
    static func around(
        _ person: PersonID, at moment: String = "4T14:00"
    ) throws -> Outages.Surroundings {
        .init(
            person: person, organisation: try OrganisationTestState.ward(), calendar: .vietnam,
            now: LatenessSamples.moment(moment))
    }

    static func declared(by person: PersonID = "tam") throws -> Outages.Book {
        var book = Outages.Book()
        let events = try Outages.decide(
            .declare(declaration()), on: book, in: try around(person))
        for event in events { book.apply(event) }
        return book
    }
}

@Suite struct `An outage` {
    private typealias Of = OutageSamples

    private func refusal(
        _ command: Outages.Command, by person: PersonID, on book: Outages.Book = .init(),
        at moment: String = "4T14:00"
    ) throws -> Outages.Rejection? {
        let around = try Of.around(person, at: moment)
        do {
            _ = try Outages.decide(command, on: book, in: around)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            (.unit, "p.tp", "tam", true), (.unit, "p.tp", "anh", true),
            (.unit, "p.tp", "quan", true), (.unit, "p.tp", "ha", false),
            (.unit, "p.tp", "binh", false), (.unit, "p.tp", "giang", false),
            (.office, "p", "anh", true), (.office, "p", "tam", false),
            (.office, "p", "binh", false), (.office, "p", "giang", false),
            (.office, "p", "quan", true), (.all, nil, "anh", true), (.all, nil, "giang", true),
            (.all, nil, "quan", true), (.all, nil, "tam", false), (.all, nil, "so", false),
        ] as [(Outages.Scope, UnitID?, PersonID, Bool)])
    func `is declared by who answers for the unit, the office or the house`(
        _ scope: Outages.Scope, _ unit: UnitID?, _ person: PersonID, _ may: Bool
    ) throws {
        let found = try refusal(.declare(Of.declaration(scope, unit)), by: person)
        #expect(found == (may ? nil : .mayNotDeclare))
    }

    @Test(
        arguments: [
            (OutageSamples.declaration(.unit, nil), .unitMissing),
            (OutageSamples.declaration(.unit, "khong"), .unitUnknown("khong")),
            (OutageSamples.declaration(.office, "p.tp"), .unitUnknown("p.tp")),
            (OutageSamples.declaration(.all, "p"), .scopeMissing),
            (OutageSamples.declaration(from: "4T12:00", until: "4T12:00"), .endsBeforeItBegins),
            (OutageSamples.declaration(until: "4T14:01"), .notOver),
            (OutageSamples.declaration(from: "4T12:00", until: "4T13:30"), .nothingLost),
            (OutageSamples.declaration(reason: " "), .reasonMissing),
            (OutageSamples.declaration(evidence: ""), .evidenceMissing),
            (
                OutageSamples.declaration(reason: String(repeating: "a", count: 501)),
                .textTooLong(field: "reason")
            ),
            (
                OutageSamples.declaration(evidence: String(repeating: "a", count: 501)),
                .textTooLong(field: "evidence")
            ),
        ] as [(Outages.Declaration, Outages.Rejection)])
    func `is refused with a gap in what is declared`(
        _ declaration: Outages.Declaration, _ rejection: Outages.Rejection
    ) throws {
        #expect(try refusal(.declare(declaration), by: "anh") == rejection)
    }

    @Test(arguments: [
        ("4T12:00", true), ("11T12:00", true), ("11T13:31", false), ("12T08:00", false),
    ])
    func `is declared within five working days after it`(
        _ moment: String, _ isTaken: Bool
    ) throws {
        let found = try refusal(.declare(Of.declaration()), by: "tam", at: moment)
        #expect(found == (isTaken ? nil : .tooLate))
    }

    @Test func `lasts a month at most`() throws {
        let long = Outages.Declaration(
            kind: .system, scope: .all, unit: nil,
            from: try #require(LocalMinute("2017-06-01T08:00")),
            until: LatenessSamples.moment("4T08:00"), reason: "a", evidence: "b")
        #expect(try refusal(.declare(long), by: "anh") == .tooLong)
    }

    @Test(
        arguments: [
            ("anh", nil), ("pho", nil), ("tam", .mayNotDecide), ("quan", .mayNotDecide),
            ("giang", .mayNotDecide), ("ha", .mayNotDecide),
        ] as [(PersonID, Outages.Rejection?)])
    func `is decided on by a leader of the office`(
        _ person: PersonID, _ rejection: Outages.Rejection?
    ) throws {
        let book = try Of.declared()
        #expect(try refusal(.approve(1), by: person, on: book) == rejection)
        #expect(try refusal(.refuse(1, reason: "sai giờ"), by: person, on: book) == rejection)
    }

    @Test func `is never decided on by who declared it`() throws {
        let book = try Of.declared(by: "anh")
        #expect(try refusal(.approve(1), by: "anh", on: book) == .ownDeclaration)
        #expect(try refusal(.approve(1), by: "pho", on: book) == nil)
    }

    @Test func `is decided on once, and withdrawn once`() throws {
        var book = try Of.declared()
        let word = Outages.Word(at: LatenessSamples.moment("4T15:00"), by: "anh", reason: "")
        book.apply(.approved(number: 1, word: word))
        #expect(book.approved.map(\.number) == [1])
        #expect(try refusal(.approve(1), by: "anh", on: book) == .alreadyDecided)
        #expect(try refusal(.withdraw(1, reason: "nhầm"), by: "ha", on: book) == .mayNotWithdraw)
        #expect(try refusal(.withdraw(1, reason: ""), by: "tam", on: book) == .reasonMissing)
        #expect(try refusal(.withdraw(1, reason: "nhầm"), by: "tam", on: book) == nil)
        book.apply(.withdrawn(number: 1, word: word))
        #expect(book.approved.isEmpty && book.outages.first?.withdrawal == word)
        #expect(try refusal(.withdraw(1, reason: "x"), by: "tam", on: book) == .alreadyWithdrawn)
        #expect(try refusal(.approve(1), by: "anh", on: book) == .alreadyWithdrawn)
        var refused = try Of.declared()
        refused.apply(.refused(number: 1, word: word))
        #expect(try refusal(.withdraw(1, reason: "x"), by: "tam", on: refused) == .alreadyDecided)
    }

    @Test(arguments: [-1, 0, 2, Int.max])
    func `is not found by a number it does not have`(_ number: Int) throws {
        let book = try Of.declared()
        #expect(try refusal(.approve(number), by: "anh", on: book) == .unknown(number))
        #expect(Outages.Rejection.unknown(number).isNotFound)
    }

    @Test func `reaches its units and what is below them`() throws {
        let ward = try OrganisationTestState.ward()
        #expect(ward.reach(of: Of.declaration()) == ["p.tp"])
        let office = try #require(ward.reach(of: Of.declaration(.office, "p")))
        #expect(office.isSuperset(of: ["p", "p.mc", "p.tp", "p.kt"]) && !office.contains("r"))
        #expect(ward.reach(of: Of.declaration(.all, nil)) == nil)
    }

    @Test func `overlaps with others counting once`() throws {
        func outage(_ from: String, _ until: String) -> Outages.Outage {
            .init(
                number: 1, declaration: Of.declaration(from: from, until: until),
                declaredAt: LatenessSamples.moment(until), declaredBy: "tam")
        }
        func lost(_ outages: Outages.Outage...) -> Int {
            Outages.lost(
                outages, .vietnam, from: LatenessSamples.moment("3T08:00"),
                until: LatenessSamples.moment("7T17:30"))
        }
        #expect(lost() == 0)
        #expect(lost(outage("4T08:00", "4T10:00"), outage("4T09:00", "4T11:00")) == 180)
        #expect(lost(outage("4T08:00", "4T12:00"), outage("4T09:00", "4T10:00")) == 240)
        #expect(lost(outage("4T08:00", "4T09:00"), outage("5T08:00", "5T09:00")) == 120)
        #expect(lost(outage("2T08:00", "3T09:00")) == 60, "before the first day counts nothing")
    }

    @Test(
        arguments: [
            (
                .declared(
                    outage: .init(
                        number: 1, declaration: OutageSamples.declaration(),
                        declaredAt: LocalMinute(rawValue: 0), declaredBy: "tam")),
                "declared", "outage"
            ),
            (
                .approved(
                    number: 1,
                    word: .init(at: LocalMinute(rawValue: 0), by: "anh", reason: "")),
                "approved", "number word"
            ),
            (
                .refused(
                    number: 1,
                    word: .init(at: LocalMinute(rawValue: 0), by: "anh", reason: "sai")),
                "refused", "number word"
            ),
            (
                .withdrawn(
                    number: 1,
                    word: .init(at: LocalMinute(rawValue: 0), by: "anh", reason: "sai")),
                "withdrawn", "number word"
            ),
        ] as [(Outages.Event, String, String)])
    func `has events whose shapes stay as they were first written`(
        _ event: Outages.Event, _ type: String, _ keys: String
    ) throws {
        let entry = try EventEncoding.entry(of: event, feature: Outages.feature)
        #expect(entry.type == "outage.\(type)")
        #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
        let back = try EventDecoding.event(
            Outages.Event.self, entryType: entry.type, payload: entry.payload,
            feature: Outages.feature)
        #expect(back == event)
    }
}
