// The sentences of the refusals of metrics.

import WorkTime

extension Metrics.Rejection: Refusal {
    public var code: String { "metrics.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .mayNotSee, .unknown: true
        default: false
        }
    }

    /// Name of the input.
    public var field: String? {
        switch self {
        case .mayNotSee, .mayNotEnter, .unknown, .counted, .onlyProvince, .nothingEntered: nil
        case .periodUnknown, .periodNotBegun: "period"
        case .numbersMissing: "whole"
        case .partTooLarge: "part"
        case .sourceMissing, .sourceTooLong: "source"
        case .reasonMissing, .reasonTooLong: "reason"
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotSee:
            Bilingual(
                vi: "Trang này dành cho lãnh đạo và người theo dõi số liệu của cơ quan.",
                en: "This page is for those who lead an office or read its figures.")
        case .mayNotEnter:
            Bilingual(
                vi: "Chỉ lãnh đạo và người theo dõi số liệu của cơ quan này mới nhập được.",
                en: "Only leaders of this office and those who read its figures enter values.")
        case .unknown(let number):
            Bilingual(
                vi: "Bộ chỉ số không có chỉ tiêu \(number).",
                en: "The set has no metric \(number).")
        case .counted:
            Bilingual(
                vi: "Chỉ tiêu này tính từ hồ sơ của cơ quan, không nhập tay.",
                en: "This metric is counted from the records of the office; nobody enters it.")
        case .onlyProvince:
            Bilingual(
                vi: "Chỉ tiêu này chỉ tính cho cấp tỉnh.", en: "This metric is for provinces.")
        case .periodUnknown(let text):
            Bilingual(
                vi: "Không hiểu kỳ “\(text)”. Hãy ghi như 2017, 2017-Q2 hoặc 2017-06.",
                en: "The period “\(text)” is not known. Write 2017, 2017-Q2 or 2017-06.")
        case .periodNotBegun:
            Bilingual(vi: "Kỳ này chưa bắt đầu.", en: "This period has not begun.")
        case .numbersMissing:
            Bilingual(
                vi: "Hãy ghi tử số và mẫu số là số nguyên; mẫu số từ 1 trở lên.",
                en: "Write both numbers as whole numbers; the denominator is 1 or more.")
        case .partTooLarge:
            Bilingual(
                vi: "Tử số lớn hơn mẫu số. Hãy xem lại nguồn.",
                en: "The numerator is larger than the denominator. Look at the source again.")
        case .sourceMissing:
            Bilingual(
                vi: "Hãy ghi nguồn của số này, để người khác tìm lại được.",
                en: "Say where the value stands, so that somebody else finds it.")
        case .nothingEntered:
            Bilingual(
                vi: "Kỳ này chưa có số nào để rút.", en: "There is no value to take back.")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do rút số.", en: "Say why the value is taken back.")
        case .sourceTooLong, .reasonTooLong:
            Bilingual(
                vi: "Dài quá \(Metrics.sourceMaximum) chữ. Hãy rút ngắn.",
                en: "This has more than \(Metrics.sourceMaximum) letters.")
        }
    }
}
