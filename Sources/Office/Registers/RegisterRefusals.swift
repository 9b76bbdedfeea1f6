// Why a register is not shown.

import WorkTime

extension Registers {
    public enum Rejection: Error, Hashable, Sendable {
        case officeUnknown(String)
        case periodUnknown(String)
        case daysInvalid
        case periodTooLong
        case tooMany
    }
}

extension Registers.Rejection: Refusal {
    public var code: String { "registers.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .officeUnknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .officeUnknown: "office"
        case .periodUnknown: "period"
        case .daysInvalid, .periodTooLong, .tooMany: "from"
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .officeUnknown(let text):
            Bilingual(
                vi: "Không có cơ quan “\(text)”, hoặc bạn không được xem sổ của cơ quan đó.",
                en: "There is no office “\(text)”, or you may not see its register.")
        case .periodUnknown(let text):
            Bilingual(
                vi: "Không hiểu kỳ “\(text)”. Hãy ghi một tháng, như 2017-07.",
                en: "The period “\(text)” is not known. Write a month, such as 2017-07.")
        case .daysInvalid:
            Bilingual(
                vi: "Hãy chọn cả ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.",
                en: "Choose the first and the last day, the first not after the last.")
        case .periodTooLong:
            Bilingual(
                vi: "Mỗi sổ in tối đa một tháng. Hãy chọn một tháng, hoặc ít ngày hơn.",
                en: "A register takes a month at most. Choose a month, or fewer days.")
        case .tooMany:
            Bilingual(
                vi: "Kỳ này có hơn \(Registers.rowsMaximum) hồ sơ, quá một lần in. "
                    + "Hãy chọn khoảng ngày ngắn hơn, ví dụ từng tuần.",
                en: "There are more than \(Registers.rowsMaximum) dossiers, too many at once. "
                    + "Choose fewer days, such as a week.")
        }
    }
}
