// The sentences of the refusals of delegations.

import WorkTime

extension Delegations.Rejection: Refusal {
    public var code: String { "delegations.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .leaderUnknown: "leader"
        case .delegateUnknown: "delegate"
        case .formMissing: "form"
        case .fieldUnknown: "fields"
        case .processUnknown, .tooMany: "processes"
        case .dayInvalid(let field), .textTooLong(let field): field
        case .endsBeforeItBegins, .isOver, .tooLong: "through"
        case .weekdayInvalid, .neverHolds: "weekdays"
        case .documentMissing: "document"
        case .reasonMissing: "reason"
        case .mayNotGive, .mayNotRevoke, .unknown, .overlaps, .alreadyRevoked: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotGive, .mayNotRevoke:
            Bilingual(
                vi: "Lãnh đạo giao và thu hồi ủy quyền ký của chính mình; người quản trị làm giúp "
                    + "theo văn bản.",
                en: "Leaders give and revoke their own delegations; administrators do it for "
                    + "them by the document.")
        case .unknown: Bilingual(vi: "Không có ủy quyền này.", en: "There is no such delegation.")
        case .leaderUnknown:
            Bilingual(
                vi: "Người này hiện không lãnh đạo cơ quan đó.",
                en: "This person does not lead that office now.")
        case .delegateUnknown:
            Bilingual(
                vi: "Hãy chọn một người khác đang công tác trong cơ quan.",
                en: "Choose somebody else who works in the office.")
        case .overlaps(let number):
            Bilingual(
                vi: "Trùng với ủy quyền số \(number) về nội dung và ngày. Hãy thu hồi ủy quyền đó "
                    + "hoặc chọn ngày, lĩnh vực khác.",
                en: "Delegation \(number) has the same content on the same days. Revoke it, or "
                    + "choose other days or fields.")
        case .alreadyRevoked:
            Bilingual(vi: "Ủy quyền này đã được thu hồi.", en: "It has been revoked already.")
        default: formSentence
        }
    }

    private var formSentence: Bilingual {
        switch self {
        case .formMissing: Bilingual(vi: "Hãy chọn hình thức ký.", en: "Choose the form.")
        case .fieldUnknown(let name):
            Bilingual(vi: "Không có lĩnh vực “\(name)”.", en: "There is no field “\(name)”.")
        case .processUnknown(let code):
            Bilingual(
                vi: "Không có quy trình đã ban hành “\(code)”.",
                en: "There is no published process “\(code)”.")
        case .tooMany:
            Bilingual(
                vi: "Tối đa \(Delegations.namesMaximum) lĩnh vực và quy trình.",
                en: "\(Delegations.namesMaximum) fields and processes at most.")
        case .dayInvalid:
            Bilingual(
                vi: "Hãy ghi ngày, ví dụ 2017-08-01.", en: "Write the day like 2017-08-01.")
        case .endsBeforeItBegins:
            Bilingual(
                vi: "Ngày cuối phải từ ngày đầu trở đi.",
                en: "The last day must not lie before the first.")
        case .isOver:
            Bilingual(vi: "Các ngày này đã qua.", en: "These days are over.")
        case .tooLong:
            Bilingual(
                vi: "Tối đa \(Delegations.daysMaximum) ngày.",
                en: "\(Delegations.daysMaximum) days at most.")
        case .weekdayInvalid, .neverHolds:
            Bilingual(
                vi: "Trong các ngày này không có ngày nào đúng thứ đã chọn.",
                en: "None of these days is a weekday that was chosen.")
        case .documentMissing:
            Bilingual(
                vi: "Hãy ghi số văn bản ủy quyền.", en: "Give the number of the document.")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do thu hồi.", en: "Say why it is revoked.")
        default: Bilingual(vi: "Nội dung quá dài.", en: "The text is too long.")
        }
    }
}
