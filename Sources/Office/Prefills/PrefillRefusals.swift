// Why nothing is filled in.

import WorkTime

extension Prefills.Rejection: Refusal {
    public var code: String { "prefills.\(self)" }

    public var isNotFound: Bool { false }

    public var field: String? { self == .notTicked ? "consent" : nil }

    public var sentence: Bilingual {
        switch self {
        case .notTicked:
            Bilingual(
                vi: "Hãy đánh dấu ô đồng ý nếu muốn được điền sẵn; không đồng ý vẫn nộp được.",
                en: "Tick the box to have answers filled in; one can file without it too.")
        case .alreadyGiven:
            Bilingual(
                vi: "Ông, bà đã đồng ý rồi; có thể rút lại ở trang Điền sẵn.",
                en: "You have consented already; it can be withdrawn on the page Filling in.")
        case .notGiven:
            Bilingual(
                vi: "Chưa có sự đồng ý nào để rút. Hãy mở lại trang Điền sẵn.",
                en: "There is no consent to withdraw. Open the page Filling in again.")
        case .nothingFiled:
            Bilingual(
                vi: "Chưa có hồ sơ nào ông, bà tự nộp cho mình với địa chỉ này. Hãy tự điền.",
                en: "Nothing was filed with this address for yourself. Fill in the answers.")
        }
    }
}
