// The sentences of the refusals of calendar changes.

import WorkTime

extension Calendars.Rejection: Refusal {
    public var code: String { "calendars.\(String(describing: self).prefix { $0 != "(" })" }

    public var field: String? {
        switch self {
        case .mayNotAnnounce: nil
        case .kindMissing: "kind"
        case .dayInvalid(_, let field), .dayPast(_, let field), .dayOutside(_, let field),
            .alreadyOff(_, let field), .alreadyWorked(_, let field):
            field
        case .pairOnlyForOff: "pair"
        case .nameMissing, .nameTooLong: "name"
        case .basisMissing, .basisTooLong: "basis"
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotAnnounce:
            Bilingual(
                vi: "Chỉ người quản trị mới được thay đổi lịch làm việc của cơ quan.",
                en: "Only administrators change the working calendar of the house.")
        case .kindMissing:
            Bilingual(
                vi: "Hãy chọn: nghỉ hay làm việc trong ngày đó.",
                en: "Choose whether the day is off or worked.")
        case .dayInvalid(let text, _):
            Bilingual(
                vi: "Không hiểu ngày “\(text)”. Hãy ghi như 2017-09-01.",
                en: "The day “\(text)” is not understood. Write it like 2017-09-01.")
        case .nameMissing:
            Bilingual(
                vi: "Hãy ghi tên ngày, ví dụ “Nghỉ liền Quốc khánh”.",
                en: "Say what the day is, for instance “Day between two holidays”.")
        case .nameTooLong:
            Bilingual(
                vi: "Tên ngày dài quá \(Calendars.nameMaximum) chữ. Hãy rút ngắn.",
                en: "The name of the day has more than \(Calendars.nameMaximum) letters.")
        case .basisMissing:
            Bilingual(
                vi: "Hãy ghi số và ngày của văn bản quyết định.",
                en: "Give number and date of the decision.")
        case .basisTooLong:
            Bilingual(
                vi: "Căn cứ dài quá \(Calendars.basisMaximum) chữ. Hãy rút ngắn.",
                en: "The decision has more than \(Calendars.basisMaximum) letters.")
        case .pairOnlyForOff:
            Bilingual(
                vi: "Chỉ ngày nghỉ mới có ngày làm bù.",
                en: "Only a day off has a day worked in exchange.")
        case .dayPast, .dayOutside, .alreadyOff, .alreadyWorked: ofDay
        }
    }

    private var ofDay: Bilingual {
        switch self {
        case .dayPast(let day, _):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) đã qua hoặc là hôm nay. "
                    + "Chỉ thay đổi được những ngày sau hôm nay.",
                en: "\(day.text) is today or over. Only days after today can be changed.")
        case .dayOutside(let day, _):
            Bilingual(
                vi: "Chưa có lịch cho ngày \(day.civil.officeText).",
                en: "There is no calendar yet for \(day.text).")
        case .alreadyOff(let day, _):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) vốn là ngày nghỉ.",
                en: "\(day.text) is a day off already.")
        case .alreadyWorked(let day, _):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) vốn là ngày làm việc.",
                en: "\(day.text) is a working day already.")
        default: Bilingual(vi: "", en: "")
        }
    }
}
