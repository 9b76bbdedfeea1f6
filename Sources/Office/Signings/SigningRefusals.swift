// Why nothing is signed, or one of several is not.

import WorkTime

extension Signings {
    public enum Rejection: Error, Hashable, Sendable {
        case nothingChosen
        case tooMany
        /// It does not wait for the viewer: signed, sent back, handed over, or never theirs.
        case gone
        /// The step asks for values of its own.
        case needsForm
    }
}

extension Signings.Rejection: Refusal {
    public var code: String { "signings.\(self)" }
    public var field: String? { self == .nothingChosen ? "item" : nil }
    public var isNotFound: Bool { false }

    public var sentence: Bilingual {
        switch self {
        case .nothingChosen:
            Bilingual(
                vi: "Chưa chọn việc nào. Hãy đánh dấu những việc muốn ký rồi bấm Xem trước.",
                en: "Nothing is chosen. Tick what you want to sign, then press Preview.")
        case .tooMany:
            Bilingual(
                vi: "Mỗi lần ký tối đa \(Signings.atOnceMaximum) việc. Hãy chọn ít hơn.",
                en: "At most \(Signings.atOnceMaximum) are signed at once. Choose fewer.")
        case .gone:
            Bilingual(
                vi: "Việc này không còn chờ bạn ký: đã ký, đã chuyển trả hoặc đã giao người khác.",
                en: "It does not wait for you any more: signed, sent back or handed over.")
        case .needsForm:
            Bilingual(
                vi: "Bước này có phần phải điền. Hãy mở hồ sơ và ký ở đó.",
                en: "This step has something to fill in. Open the dossier and sign there.")
        }
    }
}
