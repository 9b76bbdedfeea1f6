// Why nothing is copied from another dossier.

import WorkTime

extension Counter.Rejection: Refusal {
    public var code: String {
        switch self {
        case .consentMissing: "counter.consentMissing"
        case .sourceMissing: "counter.sourceMissing"
        case .sourceUnknown: "counter.sourceUnknown"
        case .sourceErased: "counter.sourceErased"
        }
    }

    public var isNotFound: Bool { false }

    public var field: String? { self == .consentMissing ? "consent" : "copy" }

    public var sentence: Bilingual {
        switch self {
        case .consentMissing:
            Bilingual(
                vi: "Hãy hỏi người dân; đánh dấu ô đồng ý rồi mới dùng lại được thông tin.",
                en: "Ask the person, and tick the consent; only then are the values used.")
        case .sourceMissing:
            Bilingual(
                vi: "Hãy nhập mã của hồ sơ trước, hoặc quét mã trên giấy hẹn.",
                en: "Enter the code of the earlier dossier, or scan it from the receipt.")
        case .sourceUnknown(let code):
            Bilingual(
                vi: "Không thấy hồ sơ “\(code)” ở cơ quan này. Hãy xem lại mã trên giấy hẹn.",
                en: "There is no dossier “\(code)” in this office. Look at the receipt again.")
        case .sourceErased(let code):
            Bilingual(
                vi: "Dữ liệu cá nhân của hồ sơ \(code) đã được xóa theo luật. Hãy hỏi và nhập lại.",
                en: "The personal data of \(code) were erased by law. Ask, and enter them again.")
        }
    }
}
