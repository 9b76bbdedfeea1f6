// The rules of processes without a desk: each rejection, and what the events make of the state.

import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessRulesTests {
    typealias Rejection = Processes.Rejection
    private let first = ProcessTestSamples.clear()
    private let second = ProcessTestSamples.clear(issue: 2)
    private func day(_ text: String) -> DayNumber { DayNumber(text) ?? DayNumber(rawValue: 0) }

    /// The state after these events.
    private func state(_ events: Processes.Event...) -> Processes.Definition {
        var state = Processes.Definition(code: "QT-01")
        for event in events { state.apply(event) }
        return state
    }

    private func decide(
        _ command: Processes.Command, on state: Processes.Definition?, mayPublish: Bool = true,
        findings: [Diagnostic] = []
    ) throws(Rejection) -> [Processes.Event] {
        try Processes.decide(
            command, on: state, mayPublish: mayPublish, content: "{}", findings: findings)
    }

    private let drafted = Processes.Event.drafted(issue: 1, content: "{}")

    @Test func `only those in charge draft, publish and retire`() {
        let commands: [Processes.Command] = [
            .draft(first), .publish("QT-01", issue: 1, effective: day("2017-01-01")),
            .retire("QT-01", through: day("2017-12-31"), reason: "thay thế"),
        ]
        for command in commands {
            #expect(throws: Rejection.mayNotPublish) {
                try decide(command, on: state(drafted), mayPublish: false)
            }
        }
    }

    @Test(arguments: ["", "QT 01", "QT/01", "a\nb", String(repeating: "x", count: 65)])
    func `a code that files and addresses cannot carry is refused`(_ code: String) {
        let version = ProcessTestSamples.clear(ProcessCode(code))
        #expect(throws: Rejection.codeInvalid(code)) { try decide(.draft(version), on: nil) }
    }

    @Test(arguments: ["QT-01", "QT-QLĐT-07", "a", "1.000.894", "yb_dt01"])
    func `codes as sources write them are taken`(_ code: String) {
        #expect(Processes.isCode(code))
    }

    @Test func `issues are numbered without a gap`() throws {
        #expect(throws: Rejection.issueNotNext(expected: 1)) { try decide(.draft(second), on: nil) }
        #expect(try decide(.draft(first), on: nil) == [drafted])
        // The draft may be written anew under its number.
        #expect(try decide(.draft(first), on: state(drafted)) == [drafted])
        #expect(throws: Rejection.issueNotNext(expected: 1)) {
            try decide(.draft(second), on: state(drafted))
        }
        let published = Processes.Event.published(issue: 1, effective: day("2017-01-01"))
        #expect(throws: Rejection.issueNotNext(expected: 2)) {
            try decide(.draft(first), on: state(drafted, published))
        }
        #expect(
            try decide(.draft(second), on: state(drafted, published))
                == [.drafted(issue: 2, content: "{}")])
    }

    @Test func `what is not there is neither published nor retired`() {
        #expect(throws: Rejection.unknown("QT-01")) {
            try decide(.publish("QT-01", issue: 1, effective: day("2017-01-01")), on: nil)
        }
        #expect(throws: Rejection.unknown("QT-01")) {
            try decide(.retire("QT-01", through: day("2017-12-31"), reason: "cũ"), on: nil)
        }
    }

    @Test func `only the waiting draft is published`() {
        let published = Processes.Event.published(issue: 1, effective: day("2017-01-01"))
        for (issue, events) in [(2, [drafted]), (1, [drafted, published]), (1, [])] {
            var state = Processes.Definition(code: "QT-01")
            for event in events { state.apply(event) }
            #expect(throws: Rejection.noSuchDraft(issue)) {
                try decide(
                    .publish("QT-01", issue: issue, effective: day("2017-06-01")), on: state)
            }
        }
    }

    @Test(arguments: ["2016-12-31", "2017-01-01"])
    func `an issue comes into force after the one before`(_ text: String) {
        let before = state(
            drafted, .published(issue: 1, effective: day("2017-01-01")),
            .drafted(issue: 2, content: "{}"))
        #expect(throws: Rejection.effectiveBeforeLast(day("2017-01-01"))) {
            try decide(.publish("QT-01", issue: 2, effective: day(text)), on: before)
        }
    }

    @Test func `errors keep a draft from being published, warnings and waived ones do not`() throws
    {
        let command = Processes.Command.publish("QT-01", issue: 1, effective: day("2017-01-01"))
        var finding = Diagnostic(
            severity: .error, rule: "substitute", message: Bilingual(vi: "thiếu", en: "missing"),
            mend: Bilingual(vi: "ghi", en: "write"))
        #expect(throws: Rejection.unclear([finding])) {
            try decide(command, on: state(drafted), findings: [finding])
        }
        finding.waived = ProcessTestSamples.waiver("substitute", nil, mendBy: "2018-01-01")
        var warning = finding
        warning.severity = .warning
        warning.waived = nil
        #expect(
            try decide(command, on: state(drafted), findings: [finding, warning])
                == [.published(issue: 1, effective: day("2017-01-01"))])
    }

    @Test func `retiring needs a reason, an issue in force, and a day not before it`() throws {
        let inForce = state(drafted, .published(issue: 1, effective: day("2017-01-01")))
        for reason in ["", "  ", "\n\t"] {
            #expect(throws: Rejection.reasonMissing) {
                try decide(
                    .retire("QT-01", through: day("2017-12-31"), reason: reason), on: inForce)
            }
        }
        #expect(throws: Rejection.notInForce) {
            try decide(
                .retire("QT-01", through: day("2017-12-31"), reason: "cũ"), on: state(drafted))
        }
        #expect(throws: Rejection.retiresBeforeEffective(day("2017-01-01"))) {
            try decide(
                .retire("QT-01", through: day("2016-12-31"), reason: "cũ"), on: inForce)
        }
        let event = Processes.Event.retired(through: day("2017-12-31"), reason: "cũ")
        #expect(
            try decide(.retire("QT-01", through: day("2017-12-31"), reason: "cũ"), on: inForce)
                == [event])
        var after = inForce
        after.apply(event)
        #expect(throws: Rejection.notInForce) {
            try decide(.retire("QT-01", through: day("2018-12-31"), reason: "cũ"), on: after)
        }
    }

    @Test func `an issue ends on the day before the next begins`() {
        let state = state(
            drafted, .published(issue: 1, effective: day("2017-01-01")),
            .drafted(issue: 2, content: "{}"), .published(issue: 2, effective: day("2017-07-01")))
        #expect(state.issues[0].through == day("2017-06-30"))
        #expect(state.issue(on: day("2016-12-31")) == nil)
        #expect(state.issue(on: day("2017-06-30")) == 1)
        #expect(state.issue(on: day("2017-07-01")) == 2)
        #expect(state.draft == nil)
    }

    @Test func `a draft written anew stays one issue and keeps its last content`() {
        let state = state(drafted, .drafted(issue: 1, content: "{\"a\":1}"))
        #expect(state.issues.count == 1)
        #expect(state.newest == "{\"a\":1}")
        #expect(state.draft?.number == 1)
    }

    static let everyRejection: [Rejection] = [
        .mayNotPublish, .unknown("A"), .noSuchIssue("A", 3), .codeInvalid("a b"),
        .issueNotNext(expected: 2), .noSuchDraft(1), .effectiveMissing,
        .effectiveBeforeLast(DayNumber(rawValue: 17_000)), .unclear([]), .notInForce,
        .reasonMissing, .retiresBeforeEffective(DayNumber(rawValue: 17_000)), .unreadable([]),
    ]

    @Test(arguments: everyRejection)
    func `each rejection has its code and a sentence in both languages`(_ rejection: Rejection) {
        #expect(rejection.code.hasPrefix("processes."))
        #expect(!rejection.code.contains("("))
        #expect(rejection.sentence.vi.count > 15)
        #expect(rejection.sentence.en.count > 15)
        #expect(rejection.sentence.vi != rejection.sentence.en)
    }

    @Test func `codes of rejections differ, and what is not there is not found`() {
        let codes = Self.everyRejection.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(
            Self.everyRejection.filter(\.isNotFound) == [.unknown("A"), .noSuchIssue("A", 3)])
    }
}
