// The rules of claims, each in the words of the office.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Rules of claims` {
    private static let now = LocalMinute("2017-07-04T10:00") ?? .init(rawValue: 0)
    private static let holder = Privacy.Hand(person: "ha", isInCharge: false, holds: true)
    private static let leader = Privacy.Hand(person: "anh", isInCharge: true, holds: false)
    private static let mark = PersonalMark(id: "w", digest: Array(repeating: 1, count: 32))

    private func claim(
        _ right: Privacy.Right = .erase, _ events: [Privacy.Event] = []
    ) -> Privacy.Claim {
        var claim = Privacy.Claim(registration: PrivacySamples.registration(right))
        for event in events { claim.apply(event) }
        return claim
    }

    private static let taken = Privacy.Event.taken(
        turn: .init(at: now, by: "anh", to: "ha"), unit: "p.tp")
    private static let erased = Privacy.Event.erased(
        turn: .init(at: now, by: "ha"), subjects: ["PA-170703-0001"], values: 2)
    private static let extended = Privacy.Event.extended(
        turn: .init(at: now, by: "ha"), due: now + 60)

    private func refusal(
        _ act: Privacy.Act, on claim: Privacy.Claim, by hand: Privacy.Hand = Self.holder,
        unit: UnitID? = "p.tp", due: LocalMinute? = Self.now + 60
    ) -> Privacy.Rejection? {
        do throws(Privacy.Rejection) {
            _ = try Privacy.decide(
                act, on: claim, by: hand,
                in: .init(now: Self.now, unit: unit, words: Self.mark, due: due))
            return nil
        } catch {
            return error
        }
    }

    @Test func `the time to answer is two working days, to carry out fifteen`() {
        let registration = PrivacySamples.registration()
        #expect(registration.answerBy?.day.text == "2017-07-05")
        #expect(registration.due?.day.text == "2017-07-24")
        for right in Privacy.Right.allCases {
            let terms = Privacy.terms(of: right)
            #expect(!terms.isConfirmed, "nobody has read the text of the law")
            #expect(terms.isNamed == [.restrict, .object].contains(right))
        }
    }

    @Test func `who is in charge gives it to one holder`() {
        #expect(refusal(.assign("ha"), on: claim(), by: Self.leader) == nil)
        #expect(refusal(.assign("x"), on: claim(), by: Self.leader, unit: nil) == .personUnknown)
        let nobody = Privacy.Hand(person: "ke")
        #expect(refusal(.assign("ke"), on: claim(), by: nobody) == .onlyForCharge)
        let claim = claim(.see, [Self.taken])
        #expect(claim.holder == "ha" && claim.standing == .taken)
        #expect(claim.answeredAt == Self.now)
    }

    @Test func `only the holder carries out, extends and refuses`() {
        let claim = claim(.erase, [Self.taken])
        for act in [
            .extend(days: 5, "Chờ xác minh"), .erase(["A"]), .finish("Xong"),
            .refuse(.retention, "Còn lưu"),
        ] as [Privacy.Act] {
            #expect(refusal(act, on: claim, by: Self.leader) == .onlyForHolder, "\(act)")
        }
    }

    @Test func `it is extended once, by fifteen working days at most`() {
        let taken = claim(.see, [Self.taken])
        #expect(refusal(.extend(days: 15, "Chờ"), on: taken) == nil)
        for days in [0, -1, 16, .max] {
            #expect(refusal(.extend(days: days, "Chờ"), on: taken) == .daysInvalid(most: 15))
        }
        #expect(refusal(.extend(days: 5, "Chờ"), on: taken, due: nil) == .daysInvalid(most: 15))
        #expect(refusal(.extend(days: 5, " "), on: taken) == .wordsMissing)
        let again = claim(.see, [Self.taken, Self.extended])
        #expect(again.due == Self.now + 60)
        #expect(refusal(.extend(days: 5, "Chờ"), on: again) == .alreadyExtended)
    }

    @Test func `data are erased only where the claimant asked for it`() {
        #expect(refusal(.erase(["A"]), on: claim(.erase, [Self.taken])) == nil)
        #expect(refusal(.erase([]), on: claim(.erase, [Self.taken])) == .subjectsMissing)
        let many = (0...Privacy.eraseMaximum).map { "A\($0)" }
        #expect(refusal(.erase(many), on: claim(.erase, [Self.taken])) == .tooManySubjects)
        for right in Privacy.Right.allCases where right != .erase {
            #expect(refusal(.erase(["A"]), on: claim(right, [Self.taken])) == .notAskedToErase)
        }
    }

    @Test func `an erasure is not answered before something was erased`() {
        #expect(refusal(.finish("Xong"), on: claim(.erase, [Self.taken])) == .nothingErased)
        #expect(refusal(.finish("Xong"), on: claim(.erase, [Self.taken, Self.erased])) == nil)
        #expect(refusal(.finish("Xong"), on: claim(.see, [Self.taken])) == nil)
        #expect(refusal(.finish(""), on: claim(.see, [Self.taken])) == .wordsMissing)
    }

    @Test func `a refusal has its legal reason and words`() {
        let taken = claim(.object, [Self.taken])
        #expect(refusal(.refuse(nil, "Vì thế"), on: taken) == .groundMissing)
        #expect(refusal(.refuse(.lawfulTask, ""), on: taken) == .wordsMissing)
        #expect(refusal(.refuse(.lawfulTask, "Vì thế"), on: taken) == nil)
    }

    @Test func `what has ended stays as it is`() {
        let done = claim(.see, [Self.taken, .done(turn: .init(at: Self.now, by: "ha"))])
        #expect(done.endedAt == Self.now)
        for act in [.assign("ha"), .finish("x"), .extend(days: 1, "x")] as [Privacy.Act] {
            #expect(refusal(act, on: done) == .ended)
        }
        #expect(Privacy.offered(to: Self.holder, on: done).isEmpty)
    }

    @Test(
        arguments: [
            ([("right", "")], .rightMissing), ([("right", "all")], .rightMissing),
            ([("office", "zz")], .officeUnknown), ([("name", " ")], .nameMissing),
            ([("phone", "abc")], .phoneInvalid), ([("email", "a@")], .emailInvalid),
            ([("phone", ""), ("email", "")], .contactMissing), ([("words", "")], .wordsMissing),
            ([("words", String(repeating: "a", count: 5_000))], .wordsTooLong),
            ([("subjects", String(repeating: "a", count: 501))], .subjectsTooLong),
            ([("name", String(repeating: "a", count: 201))], .nameTooLong),
        ] as [([(String, String)], Privacy.Rejection)])
    func `what is sent is checked in the order of the form`(
        _ changes: [(String, String)], _ expected: Privacy.Rejection
    ) {
        let pairs = PrivacySamples.fields.map { field in
            (name: field.0, value: changes.first { $0.0 == field.0 }?.1 ?? field.1)
        }
        let more = changes.filter { change in
            !PrivacySamples.fields.contains { $0.0 == change.0 }
        }
        let form = Site.Form(pairs: pairs + more.map { (name: $0.0, value: $0.1) })
        let sent = Privacy.submission(of: form, secret: PrivacySamples.secret)
        #expect(throws: expected) { try Privacy.check(sent, offices: ["p", "r"]) }
    }

    @Test func `every refusal has a sentence in both languages`() {
        let all: [Privacy.Rejection] = [
            .mayNotSee, .unknown("x"), .subjectUnknown("x"), .subjectOpen("x"), .codeMissing,
            .secretMissing, .notFound, .rightMissing, .officeUnknown, .nameMissing, .nameTooLong,
            .phoneInvalid, .emailInvalid, .contactMissing, .subjectsTooLong, .wordsMissing,
            .wordsTooLong, .ended, .onlyForCharge, .onlyForHolder, .personUnknown,
            .alreadyExtended, .daysInvalid(most: 15), .notAskedToErase, .subjectsMissing,
            .tooManySubjects, .nothingErased, .groundMissing,
        ]
        for rejection in all {
            #expect(rejection.sentence.vi != rejection.sentence.en, "\(rejection)")
            #expect(rejection.code.hasPrefix("privacy."))
        }
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
    }
}

@Suite struct `Shapes of the events of claims` {
    private static let at = LocalMinute("2017-07-04T10:00") ?? .init(rawValue: 0)
    private static let turn = Privacy.Turn(at: at, by: "ha")

    /// What ledgers hold. A line here is never changed, only added to.
    @Test(
        arguments: [
            (.received(registration: PrivacySamples.registration()), "received", "registration"),
            (.taken(turn: turn, unit: "p"), "taken", "turn unit"),
            (.extended(turn: turn, due: at), "extended", "due turn"),
            (.erased(turn: turn, subjects: ["A"], values: 3), "erased", "subjects turn values"),
            (.done(turn: turn), "done", "turn"),
            (.refused(turn: turn, ground: .retention), "refused", "ground turn"),
        ] as [(Privacy.Event, String, String)])
    func `stay as they were first written`(
        _ event: Privacy.Event, _ type: String, _ keys: String
    ) throws {
        let entry = try EventEncoding.entry(of: event, feature: Privacy.feature)
        #expect(entry.type == "privacy.\(type)")
        #expect(entry.payload.fields.map(\.key).joined(separator: " ") == keys)
        let back = try EventDecoding.event(
            Privacy.Event.self, entryType: entry.type, payload: entry.payload,
            feature: Privacy.feature)
        #expect(back == event)
    }
}
