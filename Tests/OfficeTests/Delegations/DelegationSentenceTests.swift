// What is said when a delegation, an outage or a question about lateness is refused: both
// languages, a code of its own for each, and a field that the form has.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Sentences of refusals` {
    static let delegations: [Delegations.Rejection] = [
        .mayNotGive, .mayNotRevoke, .unknown(3), .leaderUnknown, .delegateUnknown, .formMissing,
        .fieldUnknown("<b>"), .processUnknown("X"), .tooMany, .dayInvalid(field: "from"),
        .endsBeforeItBegins, .isOver, .tooLong, .weekdayInvalid, .neverHolds, .documentMissing,
        .textTooLong(field: "document"), .overlaps(7), .reasonMissing, .alreadyRevoked,
    ]
    static let outages: [Outages.Rejection] = [
        .mayNotDeclare, .mayNotDecide, .mayNotWithdraw, .unknown(3), .unitMissing,
        .unitUnknown("x"), .kindMissing, .scopeMissing, .timeInvalid(field: "from"),
        .endsBeforeItBegins, .notOver, .tooLate, .tooLong, .nothingLost, .reasonMissing,
        .evidenceMissing, .textTooLong(field: "reason"), .ownDeclaration, .alreadyDecided,
        .alreadyWithdrawn,
    ]
    static let lateness: [Lateness.Rejection] = [
        .causeUnknown("x"), .unitUnknown("y"), .keyUnknown,
    ]

    private func expectSaid(_ refusals: [any Refusal], _ feature: String) {
        for refusal in refusals {
            #expect(refusal.code.hasPrefix(feature + "."), "\(refusal.code)")
            #expect(!refusal.code.contains("("))
            let (vi, en) = (refusal.sentence.vi, refusal.sentence.en)
            #expect(vi.count > 5 && en.count > 5 && vi != en, "\(refusal.code)")
            #expect(vi.last == "." && en.last == ".", "\(refusal.code)")
        }
        #expect(Set(refusals.map(\.code)).count == refusals.count, "each has a code of its own")
    }

    @Test func `stand in both languages`() {
        expectSaid(Self.delegations, "delegations")
        expectSaid(Self.outages, "outages")
        expectSaid(Self.lateness, "lateness")
    }

    @Test func `name what was asked for`() {
        #expect(Delegations.Rejection.overlaps(7).sentence.vi.contains("7"))
        #expect(Delegations.Rejection.fieldUnknown("Thuế").sentence.en.contains("Thuế"))
        #expect(Outages.Rejection.tooLate.sentence.vi.contains("5"))
        #expect(Outages.Rejection.tooLong.sentence.vi.contains("31"))
        #expect(Lateness.Rejection.unitUnknown("y").sentence.vi.contains("y"))
    }

    @Test func `tell what is not there from what may not be done`() {
        #expect(Self.delegations.filter(\.isNotFound) == [.unknown(3)])
        #expect(Self.outages.filter(\.isNotFound) == [.unknown(3)])
    }

    @Test func `point at fields that the form has`() async throws {
        try await DossierTestOffice.run(at: "2017-07-04T14:00") { office in
            let delegation = try await office.open("/delegations", as: "anh").text
            for field in Self.delegations.compactMap(\.field) where field != "reason" {
                #expect(delegation.contains("name=\"\(field)\""), "\(field)")
            }
            let outage = try await office.open("/outages", as: "anh").text
            for field in Self.outages.compactMap(\.field) {
                #expect(outage.contains("name=\"\(field)\""), "\(field)")
            }
        }
    }

    @Test func `have words for every cause, kind, scope, standing and form`() throws {
        let texts = try Site.Texts.bundled()
        for cause in Lateness.Cause.allCases { #expect(texts.has("lateness.cause.\(cause)")) }
        for kind in Outages.Kind.allCases { #expect(texts.has("outage.kind.\(kind)")) }
        for scope in Outages.Scope.allCases { #expect(texts.has("outage.scope.\(scope)")) }
        for act in Outages.Act.allCases { #expect(texts.has("outage.act.\(act)")) }
        for standing in Outages.Standing.allCases {
            #expect(texts.has("outage.standing.\(standing)"))
        }
        for form in Delegations.Form.allCases { #expect(texts.has("delegation.form.\(form)")) }
        for standing in Delegations.Standing.allCases {
            #expect(texts.has("delegation.standing.\(standing)"))
        }
        for column in Lateness.columns { #expect(texts.has("lateness.column.\(column)")) }
    }
}
