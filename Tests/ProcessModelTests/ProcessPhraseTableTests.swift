// What each value of a process is called in Vietnamese and in English, word for word.

import ProcessModel
import Testing
import WorkTime

struct ProcessPhraseTableTests {
    @Test(arguments: [
        (ClockEffect.run, "run", "tính giờ", "runs"),
        (.pause, "pause", "dừng sau bước này", "pauses afterwards"),
        (.resume, "resume", "chạy tiếp sau bước này", "goes on afterwards"),
        (.pauseAndResume, "pause+resume", "dừng trong lúc làm bước này", "pauses while it lasts"),
        (.restart, "restart", "tính lại từ đầu", "restarts afterwards"),
        (.parallel, "parallel", "song song, không cộng", "beside the others"),
        (.applicant, "applicant", "thời gian của người nộp", "time of the applicant"),
        (.end, "end", "kết thúc tính giờ", "ends the clock"),
    ])
    func `What a step does to the clock`(effect: ClockEffect, key: String, vi: String, en: String) {
        #expect(effect.rawValue == key && effect.phrase == Bilingual(vi: vi, en: en))
    }

    @Test(arguments: [
        (StepField.title, "title", "tên bước", "title"),
        (.performer, "performer", "người thực hiện", "performer"),
        (.accountable, "accountable", "người chịu trách nhiệm", "accountable"),
        (.substitute, "substitute", "người thay", "substitute"),
        (.cooperating, "cooperating", "người phối hợp", "cooperating"),
        (.work, "work", "việc", "work"),
        (.tasks, "tasks", "các việc nhỏ", "tasks"),
        (.product, "product", "sản phẩm", "product"),
        (.form, "form", "biểu mẫu", "form"),
        (.time, "time", "thời gian", "time"),
        (.clock, "clock", "cách tính giờ", "clock"),
        (.marksDone, "marksDone", "bước có kết quả", "result ready"),
        (.conditional, "conditional", "chỉ khi cần", "only in some cases"),
        (.returnsTo, "returnsTo", "trả lại bước", "returns to"),
        (.controls, "controls", "kiểm soát bước", "controls"),
    ])
    func `Fields of a step`(field: StepField, key: String, vi: String, en: String) {
        #expect(field.rawValue == key && field.phrase == Bilingual(vi: vi, en: en))
    }

    @Test(arguments: [
        (ProcessKind.operating, "operating", "điều hành chung", "operating"),
        (.internalWork, "internal", "nội bộ", "internal"),
        (.procedure, "procedure", "thủ tục hành chính", "procedure"),
        (.inspection, "inspection", "kiểm tra", "inspection"),
    ])
    func `Kinds of processes`(kind: ProcessKind, key: String, vi: String, en: String) {
        #expect(kind.rawValue == key && kind.phrase == Bilingual(vi: vi, en: en))
    }

    @Test(arguments: [
        (EndOutcome.finished, "finished", "xong", "finished"),
        (.refused, "refused", "từ chối", "refused"),
        (.withdrawn, "withdrawn", "rút hồ sơ", "withdrawn"),
        (.stopped, "stopped", "dừng", "stopped"),
    ])
    func `Ways to end`(outcome: EndOutcome, key: String, vi: String, en: String) {
        #expect(outcome.rawValue == key && outcome.phrase == Bilingual(vi: vi, en: en))
        #expect(NodeKind.end(outcome).phrase.en == "end: \(en)")
    }

    @Test(arguments: [
        (GatewayKind.exclusive, "exclusive", "rẽ một nhánh", "one branch"),
        (.parallel, "parallel", "song song mọi nhánh", "all branches"),
        (.inclusive, "inclusive", "rẽ các nhánh đúng", "branches that hold"),
        (.event, "event", "chờ việc đến trước", "first event"),
    ])
    func `Gateways`(kind: GatewayKind, key: String, vi: String, en: String) {
        #expect(kind.rawValue == key && kind.phrase == Bilingual(vi: vi, en: en))
        #expect(NodeKind.gateway(kind).phrase == kind.phrase)
    }

    @Test(arguments: [
        (Diagnostic.Severity.error, "error", "lỗi", "error"),
        (.warning, "warning", "cảnh báo", "warning"),
        (.note, "note", "lưu ý", "note"),
    ])
    func `Severities`(severity: Diagnostic.Severity, key: String, vi: String, en: String) {
        #expect(severity.rawValue == key && severity.phrase == Bilingual(vi: vi, en: en))
    }

    @Test(arguments: [
        (PrincipleSubject.person, "person", "rõ người", "clear person"),
        (.task, "task", "rõ việc", "clear task"),
        (.responsibility, "responsibility", "rõ trách nhiệm", "clear responsibility"),
        (.process, "process", "rõ quy trình", "clear process"),
        (.effect, "effect", "rõ hiệu quả", "clear effect"),
        (.time, "time", "rõ thời gian", "clear time"),
        (.product, "product", "rõ sản phẩm", "clear product"),
        (.authority, "authority", "rõ thẩm quyền", "clear authority"),
        (.progress, "progress", "rõ tiến độ", "clear progress"),
        (.result, "result", "rõ kết quả", "clear result"),
        (
            .oneContact, "oneContact", "một việc - một đầu mối xuyên suốt",
            "one task, one contact all the way"
        ),
        (.byRegulation, "byRegulation", "điều hành theo quy chế", "run by regulation"),
        (.byPlan, "byPlan", "thực hiện nhiệm vụ theo kế hoạch", "perform by plan"),
        (.byProcess, "byProcess", "giải quyết công việc theo quy trình", "resolve work by process"),
    ])
    func `Items of principles`(subject: PrincipleSubject, key: String, vi: String, en: String) {
        #expect(subject.rawValue == key && subject.label == Bilingual(vi: vi, en: en))
    }

    @Test func `The tables leave no case out`() {
        #expect(ClockEffect.allCases.count == 8 && StepField.allCases.count == 15)
        #expect(ProcessKind.allCases.count == 4 && EndOutcome.allCases.count == 4)
        #expect(GatewayKind.allCases.count == 4 && Diagnostic.Severity.allCases.count == 3)
        #expect(PrincipleSubject.allCases.count == 14 && ClarityRule.allCases.count == 37)
        #expect(TimeSum.Standing.allCases.count == 7)
    }
}
