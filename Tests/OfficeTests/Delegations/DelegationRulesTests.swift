// Who delegates what to whom, and what overlaps; without a store.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A delegation` {
    private typealias Of = DelegationSamples

    private func refusal(
        _ command: Delegations.Command, by person: PersonID = "anh",
        on book: Delegations.Book = .init(), at moment: String = "3T09:00"
    ) throws -> Delegations.Rejection? {
        let around = try Of.around(person, at: moment)
        do {
            _ = try Delegations.decide(command, on: book, in: around)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            ("anh", nil), ("quan", nil), ("pho", .mayNotGive), ("tam", .mayNotGive),
            ("chi", .mayNotGive), ("giang", .mayNotGive), ("so", .mayNotGive),
        ] as [(PersonID, Delegations.Rejection?)])
    func `is given by the leader, or by an administrator for the leader`(
        _ person: PersonID, _ rejection: Delegations.Rejection?
    ) throws {
        #expect(try refusal(.give(Of.grant()), by: person) == rejection)
    }

    @Test(
        arguments: [
            (DelegationSamples.grant("anh", "anh"), .delegateUnknown),
            (DelegationSamples.grant("anh", "giang"), .delegateUnknown),
            (DelegationSamples.grant("anh", "khong"), .delegateUnknown),
            (DelegationSamples.grant(fields: ["Thuế"]), .fieldUnknown("Thuế")),
            (DelegationSamples.grant(processes: ["X-1"]), .processUnknown("X-1")),
            (
                DelegationSamples.grant(fields: Array(repeating: "Hộ tịch", count: 101)), .tooMany
            ),
            (
                DelegationSamples.grant(from: "2017-07-05", through: "2017-07-04"),
                .endsBeforeItBegins
            ),
            (DelegationSamples.grant(from: "2017-06-01", through: "2017-07-02"), .isOver),
            (DelegationSamples.grant(through: "2018-07-04"), .tooLong),
            (DelegationSamples.grant(weekdays: [0]), .weekdayInvalid),
            (DelegationSamples.grant(weekdays: [8]), .weekdayInvalid),
            // From Monday through Tuesday there is no Friday.
            (DelegationSamples.grant(through: "2017-07-04", weekdays: [5]), .neverHolds),
            (DelegationSamples.grant(document: " "), .documentMissing),
            (
                DelegationSamples.grant(document: String(repeating: "1", count: 101)),
                .textTooLong(field: "document")
            ),
        ] as [(Delegations.Grant, Delegations.Rejection)])
    func `is refused with a gap`(
        _ grant: Delegations.Grant, _ rejection: Delegations.Rejection
    ) throws {
        #expect(try refusal(.give(grant)) == rejection)
    }

    @Test func `is not given in the name of who leads nothing there`() throws {
        #expect(try refusal(.give(Of.grant("tam", "ha")), by: "quan") == .leaderUnknown)
        #expect(try refusal(.give(Of.grant("giang", "ha")), by: "giang") == .leaderUnknown)
        #expect(try refusal(.give(Of.grant("tam", "ha")), by: "tam") == .mayNotGive)
    }

    @Test(
        arguments: [
            (DelegationSamples.grant("anh", "ha"), true),
            (DelegationSamples.grant("anh", "ha", fields: ["Hộ tịch"]), true),
            (DelegationSamples.grant("anh", "ha", processes: ["KY-01"]), true),
            (DelegationSamples.grant("anh", "ha", fields: ["Chứng thực"]), false),
            (DelegationSamples.grant("anh", "ha", processes: ["CT-02"]), false),
            (DelegationSamples.grant("anh", "ha", fields: ["Hộ tịch"], weekdays: [6]), false),
            (DelegationSamples.grant("anh", "ha", weekdays: [2, 6]), true),
            (
                DelegationSamples.grant("anh", "ha", from: "2017-07-15", through: "2017-07-20"),
                false
            ),
            (
                DelegationSamples.grant("anh", "ha", from: "2017-07-14", through: "2017-07-20"),
                true
            ),
            (DelegationSamples.grant("pho", "ha"), false),
        ] as [(Delegations.Grant, Bool)])
    func `is refused where the same lies with another on the same days`(
        _ grant: Delegations.Grant, _ overlaps: Bool
    ) throws {
        // Civil status, on working days of two weeks.
        let book = try Of.book(Of.grant(fields: ["Hộ tịch"], weekdays: [1, 2, 3, 4, 5]))
        let found = try refusal(.give(grant), by: grant.leader, on: book)
        #expect(found == (overlaps ? .overlaps(1) : nil))
    }

    @Test func `may be given anew once the other is revoked`() throws {
        var book = try Of.book(Of.grant())
        #expect(try refusal(.give(Of.grant("anh", "ha")), on: book) == .overlaps(1))
        let events = try Delegations.decide(
            .revoke(1, reason: "về sớm"), on: book, in: try Of.around("anh"))
        for event in events { book.apply(event) }
        #expect(book.delegations.first?.revocation?.reason == "về sớm")
        #expect(try refusal(.give(Of.grant("anh", "ha")), on: book) == nil)
        #expect(try refusal(.revoke(1, reason: "nữa"), on: book) == .alreadyRevoked)
    }

    @Test(
        arguments: [
            (1, "về", "anh", nil), (1, "về", "quan", nil), (1, "về", "pho", .mayNotRevoke),
            (1, "về", "tam", .mayNotRevoke), (1, " ", "anh", .reasonMissing),
            (0, "về", "anh", .unknown(0)), (2, "về", "anh", .unknown(2)),
            (Int.max, "về", "anh", .unknown(Int.max)),
            (1, String(repeating: "a", count: 301), "anh", .textTooLong(field: "reason")),
        ] as [(Int, String, PersonID, Delegations.Rejection?)])
    func `is revoked by who may give it, with a reason`(
        _ number: Int, _ reason: String, _ person: PersonID, _ rejection: Delegations.Rejection?
    ) throws {
        let book = try Of.book(Of.grant())
        #expect(try refusal(.revoke(number, reason: reason), by: person, on: book) == rejection)
    }

    @Test func `that is over is left as it is`() throws {
        let book = try Of.book(Of.grant())
        #expect(try refusal(.revoke(1, reason: "x"), on: book, at: "17T09:00") == .isOver)
        #expect(book.delegations[0].standing(on: ProcedureSamples.day("2017-07-17")) == .over)
    }

    @Test(
        arguments: [
            ("2017-07-02", false), ("2017-07-03", true), ("2017-07-05", false),
            ("2017-07-14", true), ("2017-07-15", false),
        ])
    func `holds on its days and weekdays`(_ day: String, _ holds: Bool) throws {
        let ward = try OrganisationTestState.ward()
        let book = try Of.book(Of.grant(weekdays: [1, 5]))
        let day = ProcedureSamples.day(day)
        #expect(book.inForce(for: "tam", ward, on: day).count == (holds ? 1 : 0))
        #expect(book.inForce(for: "ha", ward, on: day).isEmpty, "it is nobody else's")
        #expect(book.inForce(for: "anh", ward, on: day).isEmpty)
    }

    @Test func `ends when the leader leads no more, or the delegate has left`() throws {
        let book = try Of.book(Of.grant())
        let day = ProcedureSamples.day("2017-07-05")
        for (position, person) in [("p:chu-tich", "anh"), ("p.tp:truong-tp", "tam")] {
            var ward = try OrganisationTestState.ward()
            try ward.perform(
                .endHolding(
                    position: position, person: PersonID(person),
                    through: ProcedureSamples.day("2017-07-04")))
            #expect(book.inForce(for: "tam", ward, on: day).isEmpty, "\(person)")
        }
    }

    @Test(
        arguments: [
            ([], [], true), (["Hộ tịch"], [], true), (["Chứng thực"], [], false),
            ([], ["KY-01"], true), ([], ["CT-02"], false), (["Chứng thực"], ["KY-01"], true),
        ] as [([String], [ProcessCode], Bool)])
    func `covers everything, or what its fields and processes name`(
        _ fields: [String], _ processes: [ProcessCode], _ covers: Bool
    ) {
        let grant = Of.grant(fields: fields, processes: processes)
        #expect(grant.covers("KY-01", field: "Hộ tịch") == covers)
    }

    @Test func `has events whose shapes stay as they were first written`() throws {
        let delegation = try #require(try Of.book(Of.grant()).delegations.first)
        let revocation = Delegations.Revocation(
            at: LatenessSamples.moment("4T09:00"), by: "anh", reason: "x")
        for (event, type, keys) in [
            (Delegations.Event.given(delegation: delegation), "given", "delegation"),
            (.revoked(number: 1, revocation: revocation), "revoked", "number revocation"),
        ] as [(Delegations.Event, String, String)] {
            let entry = try EventEncoding.entry(of: event, feature: Delegations.feature)
            #expect(entry.type == "delegation.\(type)")
            #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
            let back = try EventDecoding.event(
                Delegations.Event.self, entryType: entry.type, payload: entry.payload,
                feature: Delegations.feature)
            #expect(back == event)
        }
        let signature = Delegations.Signature(
            at: revocation.at, item: 3, delegation: 1, leader: "anh", delegate: "tam",
            form: .deputy, document: "12")
        let entry = try EventEncoding.entry(
            of: Dossiers.Event.signedByDelegation(signature: signature), feature: "dossier")
        #expect(entry.type == "dossier.signedByDelegation")
        let back = try EventDecoding.event(
            Dossiers.Event.self, entryType: entry.type, payload: entry.payload, feature: "dossier")
        #expect(back == .signedByDelegation(signature: signature))
    }

    @Test func `is written as the office writes it`() {
        #expect(Delegations.Form.allCases.map(\.mark) == ["KT.", "TL.", "TUQ."])
    }
}
