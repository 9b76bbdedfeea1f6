// Words of the model in both languages: nothing is left unsaid, halves and singulars are right.

import ProcessModel
import Testing
import WorkTime

struct ProcessWordingTests {
    @Test(arguments: [
        (Term.halfDays(0), "0 ngày làm việc", "0 working days"),
        (.halfDays(1), "0,5 ngày làm việc", "0.5 working days"),
        (.halfDays(2), "1 ngày làm việc", "1 working day"),
        (.halfDays(23), "11,5 ngày làm việc", "11.5 working days"),
        (.workingDays(1), "1 ngày làm việc", "1 working day"),
        (.sameDay, "trong ngày", "the same day"),
    ])
    func `Terms are said as tables say them`(term: Term, vi: String, en: String) {
        #expect(term.tablePhrase == Bilingual(vi: vi, en: en))
        #expect(StepTime.term(term).phrase.vi == vi)
    }

    @Test(arguments: [
        (Performer.head(of: .label("Phòng Tư pháp")), "lãnh đạo Phòng Tư pháp"),
        (.member(of: .function("mot-cua")), "người của đơn vị có chức năng mot-cua"),
        (.position("van-thu", in: .code("VP")), "van-thu, VP"),
        (.performer(of: "b2"), "người đã làm bước b2"), (.applicant, "người nộp"),
        (.focalPoint, "đầu mối của hồ sơ"), (.body("Chi cục thuế"), "Chi cục thuế"),
    ])
    func `Performers are said by what they are`(performer: Performer, vi: String) {
        #expect(performer.phrase.vi == vi && !performer.phrase.en.isEmpty)
    }

    @Test func `Every word of a closed list is said in both languages, each differently`() {
        func check(_ phrases: [Bilingual]) {
            #expect(Set(phrases.map(\.vi)).count == phrases.count)
            #expect(Set(phrases.map(\.en)).count == phrases.count)
            #expect(!phrases.contains { $0.vi.isEmpty || $0.en.isEmpty })
        }
        check(ClockEffect.allCases.map(\.phrase))
        check(StepField.allCases.map(\.phrase))
        check(ProcessKind.allCases.map(\.phrase))
        check(EndOutcome.allCases.map(\.phrase))
        check(GatewayKind.allCases.map(\.phrase))
        check(Diagnostic.Severity.allCases.map(\.phrase))
        check(PrincipleSubject.allCases.map(\.label))
    }

    @Test func `Kinds of nodes are said with what is their own`() {
        let wait = Wait(party: .body("Sở Xây dựng"), reason: "lấy ý kiến", clock: .run)
        let kinds: [NodeKind] = [
            .start, .end(.refused), .service(action: "gửi tin"), .gateway(.parallel), .wait(wait),
            .timer(.workingDays(2)), .call(Call(process: "QT-02", unit: .code("TP"))),
        ]
        #expect(
            kinds.map(\.phrase.vi) == [
                "bắt đầu", "kết thúc: từ chối", "phần mềm làm: gửi tin", "song song mọi nhánh",
                "chờ Sở Xây dựng: lấy ý kiến (tính giờ)", "chờ 2 ngày làm việc",
                "gọi quy trình QT-02, TP",
            ])
        #expect(kinds.map(\.phrase.en).contains("waits for Sở Xây dựng: lấy ý kiến (runs)"))
    }

    @Test func `A field of a step is said, an empty one is nothing`() {
        let step = Step(performer: nil, work: "Ký", time: .withinTotal, marksDone: true)
        #expect(step.value(of: .performer) == nil && step.value(of: .form) == nil)
        #expect(step.value(of: .time)?.en == "within the total")
        #expect(step.value(of: .marksDone)?.vi == "có")
        #expect(step.value(of: .conditional)?.vi == "không")
    }

    @Test func `A waiver says who answers, until when and why`() {
        let waiver = Waiver(
            rule: "form", node: nil, reason: "đang in", by: "Văn thư",
            mendBy: DayNumber(rawValue: 17_379))
        #expect(waiver.phrase.vi == "miễn đến 2017-08-01: Văn thư chịu trách nhiệm, lý do: đang in")
        #expect(waiver.phrase.en.hasPrefix("waived until 2017-08-01"))
    }
}
