// The sentences of the refusals of outages.

import WorkTime

extension Outages.Rejection: Refusal {
    public var code: String { "outages.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .unitMissing, .unitUnknown: "unit"
        case .kindMissing: "kind"
        case .scopeMissing: "scope"
        case .timeInvalid(let field), .textTooLong(let field): field
        case .endsBeforeItBegins, .notOver, .tooLate, .tooLong, .nothingLost: "until"
        case .reasonMissing: "reason"
        case .evidenceMissing: "evidence"
        case .mayNotDeclare, .mayNotDecide, .mayNotWithdraw, .unknown, .ownDeclaration,
            .alreadyDecided, .alreadyWithdrawn:
            nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotDeclare, .mayNotDecide, .mayNotWithdraw, .ownDeclaration, .unknown,
            .alreadyDecided, .alreadyWithdrawn:
            rightSentence
        default: formSentence
        }
    }

    private var rightSentence: Bilingual {
        switch self {
        case .mayNotDeclare:
            Bilingual(
                vi: "Trưởng đơn vị khai cho đơn vị mình, lãnh đạo cho cơ quan mình, người quản "
                    + "trị cho toàn hệ thống.",
                en: "Heads declare for their unit, leaders for their office, administrators for "
                    + "the whole house.")
        case .mayNotDecide:
            Bilingual(
                vi: "Sự cố do lãnh đạo của cơ quan đó duyệt.",
                en: "Leaders of that office decide on an outage.")
        case .mayNotWithdraw:
            Bilingual(
                vi: "Chỉ người khai hoặc lãnh đạo duyệt được rút lại.",
                en: "Who declared it, or a leader who may decide, withdraws it.")
        case .ownDeclaration:
            Bilingual(
                vi: "Bạn đã khai sự cố này nên người khác phải duyệt.",
                en: "You declared it, so somebody else decides.")
        case .alreadyDecided:
            Bilingual(vi: "Sự cố này đã được quyết định.", en: "It has been decided already.")
        case .alreadyWithdrawn:
            Bilingual(vi: "Sự cố này đã được rút lại.", en: "It has been withdrawn.")
        default:
            Bilingual(vi: "Không có sự cố này.", en: "There is no such outage.")
        }
    }

    private var formSentence: Bilingual {
        switch self {
        case .unitMissing:
            Bilingual(vi: "Hãy chọn đơn vị hoặc cơ quan.", en: "Choose the unit or the office.")
        case .unitUnknown(let id):
            Bilingual(
                vi: "Không có đơn vị “\(id)”, hoặc đơn vị này không phải là cơ quan.",
                en: "There is no unit “\(id)”, or it is no office.")
        case .kindMissing:
            Bilingual(vi: "Hãy chọn loại sự cố.", en: "Choose what was down.")
        case .scopeMissing:
            Bilingual(vi: "Hãy chọn phạm vi.", en: "Choose whom it concerned.")
        case .timeInvalid:
            Bilingual(
                vi: "Hãy ghi ngày giờ, ví dụ 2017-08-01T09:30.",
                en: "Write day and time, like 2017-08-01T09:30.")
        case .endsBeforeItBegins:
            Bilingual(
                vi: "Giờ kết thúc phải sau giờ bắt đầu.", en: "It must end after it begins.")
        case .notOver:
            Bilingual(
                vi: "Hãy khai khi sự cố đã kết thúc.", en: "Declare it when it is over.")
        case .tooLate:
            Bilingual(
                vi: "Phải khai trong \(Outages.daysMaximum) ngày làm việc sau khi kết thúc.",
                en: "It is declared within \(Outages.daysMaximum) working days after its end.")
        case .tooLong:
            Bilingual(
                vi: "Mỗi lần khai tối đa \(Outages.lengthMaximum) ngày.",
                en: "One declaration covers \(Outages.lengthMaximum) days at most.")
        case .nothingLost:
            Bilingual(
                vi: "Không có giờ làm việc nào trong khoảng này nên không cần khai.",
                en: "No working time lies in it, so there is nothing to declare.")
        case .reasonMissing: Bilingual(vi: "Hãy ghi lý do.", en: "Say why.")
        case .evidenceMissing:
            Bilingual(
                vi: "Hãy ghi căn cứ: số biên bản, thông báo của nhà cung cấp.",
                en: "Name what proves it: number of the record, notice of the supplier.")
        default:
            Bilingual(
                vi: "Dài quá \(Outages.textMaximum) chữ.",
                en: "More than \(Outages.textMaximum) letters.")
        }
    }
}
