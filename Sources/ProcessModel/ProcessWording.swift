// How performers, units, terms and other values of a process are said to people.

import WorkTime

extension UnitReference {
    public var phrase: Bilingual {
        switch self {
        case .code(let code): Bilingual(vi: code, en: code)
        case .function(let name):
            Bilingual(vi: "đơn vị có chức năng \(name)", en: "the unit of function \(name)")
        case .label(let label): Bilingual(vi: label, en: label)
        }
    }
}

extension Performer {
    public var phrase: Bilingual {
        switch self {
        case .position(let code, let unit):
            Bilingual(vi: "\(code), \(unit.phrase.vi)", en: "\(code), \(unit.phrase.en)")
        case .head(let unit):
            Bilingual(vi: "lãnh đạo \(unit.phrase.vi)", en: "head of \(unit.phrase.en)")
        case .member(let unit):
            Bilingual(vi: "người của \(unit.phrase.vi)", en: "a member of \(unit.phrase.en)")
        case .focalPoint: Bilingual(vi: "đầu mối của hồ sơ", en: "the focal point")
        case .performer(let node):
            Bilingual(vi: "người đã làm bước \(node)", en: "who did step \(node)")
        case .applicant: Bilingual(vi: "người nộp", en: "the applicant")
        case .body(let name): Bilingual(vi: name, en: name)
        }
    }
}

extension Term {
    /// As people read it in a table: halves of days as `11,5 ngày làm việc`.
    public var tablePhrase: Bilingual {
        guard case .halfDays(let halves) = self else { return phrase }
        let whole = halves / 2
        if halves % 2 == 0 {
            return Bilingual(
                vi: "\(whole) ngày làm việc",
                en: whole == 1 ? "1 working day" : "\(whole) working days")
        }
        return Bilingual(vi: "\(whole),5 ngày làm việc", en: "\(whole).5 working days")
    }
}

extension StepTime {
    public var phrase: Bilingual {
        switch self {
        case .term(let term): term.tablePhrase
        case .withinTotal: Bilingual(vi: "trong tổng thời hạn", en: "within the total")
        }
    }
}

extension ClockEffect {
    public var phrase: Bilingual {
        switch self {
        case .run: Bilingual(vi: "tính giờ", en: "runs")
        case .pause: Bilingual(vi: "dừng sau bước này", en: "pauses afterwards")
        case .resume: Bilingual(vi: "chạy tiếp sau bước này", en: "goes on afterwards")
        case .pauseAndResume:
            Bilingual(vi: "dừng trong lúc làm bước này", en: "pauses while it lasts")
        case .restart: Bilingual(vi: "tính lại từ đầu", en: "restarts afterwards")
        case .parallel: Bilingual(vi: "song song, không cộng", en: "beside the others")
        case .applicant: Bilingual(vi: "thời gian của người nộp", en: "time of the applicant")
        case .end: Bilingual(vi: "kết thúc tính giờ", en: "ends the clock")
        }
    }
}

extension StepField {
    public var phrase: Bilingual {
        switch self {
        case .title: Bilingual(vi: "tên bước", en: "title")
        case .performer: Bilingual(vi: "người thực hiện", en: "performer")
        case .accountable: Bilingual(vi: "người chịu trách nhiệm", en: "accountable")
        case .substitute: Bilingual(vi: "người thay", en: "substitute")
        case .cooperating: Bilingual(vi: "người phối hợp", en: "cooperating")
        case .work: Bilingual(vi: "việc", en: "work")
        case .tasks: Bilingual(vi: "các việc nhỏ", en: "tasks")
        case .product: Bilingual(vi: "sản phẩm", en: "product")
        case .form: Bilingual(vi: "biểu mẫu", en: "form")
        case .time: Bilingual(vi: "thời gian", en: "time")
        case .clock: Bilingual(vi: "cách tính giờ", en: "clock")
        case .marksDone: Bilingual(vi: "bước có kết quả", en: "result ready")
        case .conditional: Bilingual(vi: "chỉ khi cần", en: "only in some cases")
        case .returnsTo: Bilingual(vi: "trả lại bước", en: "returns to")
        case .controls: Bilingual(vi: "kiểm soát bước", en: "controls")
        }
    }
}
