// The sentences of the refusals of ratings.

import WorkTime

extension Ratings.Rejection: Refusal {
    public var code: String { "ratings.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { self == .mayNotSee }

    public var field: String? {
        switch self {
        case .answerMissing(let question): "q.\(question.key)"
        case .commentTooLong: "comment"
        case .scoreCounted: "indicator"
        case .scoreMissing: "points"
        case .scorePeriodUnknown, .scorePeriodAhead: "period"
        case .groundsMissing, .groundsTooLong: "grounds"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .notReturned:
            Bilingual(
                vi: "Chỉ đánh giá được sau khi kết quả đã trả.",
                en: "A dossier can be rated after its result was returned.")
        case .questionnaireUnknown(let number):
            Bilingual(
                vi: "Không có bộ câu hỏi số \(number). Hãy mở lại trang tra cứu.",
                en: "There is no set of questions \(number). Open the page again.")
        case .answerMissing(let question):
            Bilingual(
                vi: "Hãy chọn một mức cho: \(question.words.vi).",
                en: "Choose a level for: \(question.words.en).")
        case .commentTooLong:
            Bilingual(
                vi: "Ý kiến dài quá \(Ratings.commentMaximum) chữ. Hãy rút ngắn.",
                en: "The words have more than \(Ratings.commentMaximum) letters.")
        case .changeOver(let day):
            Bilingual(
                vi: "Đánh giá này sửa được đến hết ngày \(day.civil.officeText), nay đã khép lại.",
                en: "This rating could be changed until \(day.text) and is closed now.")
        case .proofOld:
            Bilingual(
                vi: "Trang này đã cũ. Hãy tra cứu lại rồi gửi đánh giá.",
                en: "This page is old. Look the dossier up again, then send the rating.")
        case .mayNotSee:
            Bilingual(
                vi: "Trang này dành cho lãnh đạo và người theo dõi số liệu của cơ quan.",
                en: "This page is for those who lead an office or read its figures.")
        default: ofScores
        }
    }

    private var ofScores: Bilingual {
        switch self {
        case .mayNotEnter:
            Bilingual(
                vi: "Chỉ lãnh đạo của cơ quan được nhập điểm cho cơ quan mình.",
                en: "Only who leads the office enters its scores.")
        case .scoreCounted:
            Bilingual(
                vi: "Chỉ nhập chỉ số 5 hoặc 6; các chỉ số khác tính từ hồ sơ.",
                en: "Only indicators 5 and 6 are entered; the others are counted.")
        case .scoreMissing:
            Bilingual(vi: "Hãy chọn 2, 1 hoặc 0 điểm.", en: "Choose 2, 1 or 0 points.")
        case .scorePeriodUnknown:
            Bilingual(
                vi: "Hãy chọn kỳ, ví dụ 2017-Q3.", en: "Choose a period, such as 2017-Q3.")
        case .scorePeriodAhead:
            Bilingual(
                vi: "Kỳ này chưa bắt đầu. Hãy chọn kỳ đã hoặc đang diễn ra.",
                en: "This period has not begun. Choose another.")
        case .groundsMissing:
            Bilingual(
                vi: "Hãy ghi căn cứ của điểm, ví dụ biên bản kiểm tra.",
                en: "Write what the score rests on, such as an inspection.")
        default:
            Bilingual(
                vi: "Căn cứ dài quá \(Ratings.groundsMaximum) chữ. Hãy rút ngắn.",
                en: "The grounds have more than \(Ratings.groundsMaximum) letters.")
        }
    }
}
