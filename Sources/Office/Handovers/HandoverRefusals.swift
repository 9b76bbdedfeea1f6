// Why nothing is passed on, or one of several is not.

import WorkTime

extension Handovers {
    public enum Rejection: Error, Hashable, Sendable {
        case nothingChosen
        case tooMany
        case routeUnknown
        /// It is not there any more: passed on, taken back, or never the viewer's.
        case gone
        /// Nothing of what was chosen could be passed on, so there is no sheet.
        case nothingMoved
        case unknown(String)
    }
}

extension Handovers.Rejection: Refusal {
    public var code: String { "handovers.\(String(describing: self).prefix { $0 != "(" })" }
    public var field: String? { self == .nothingChosen ? "item" : nil }
    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var sentence: Bilingual {
        switch self {
        case .nothingChosen:
            Bilingual(
                vi: "Chưa chọn hồ sơ nào. Hãy đánh dấu ít nhất một hồ sơ.",
                en: "No dossier was chosen. Mark at least one.")
        case .tooMany:
            Bilingual(
                vi: "Mỗi bảng kê tối đa \(Handovers.atOnceMaximum) hồ sơ. Hãy chia nhỏ.",
                en: "A sheet takes \(Handovers.atOnceMaximum) dossiers at most. Split them.")
        case .routeUnknown:
            Bilingual(
                vi: "Không rõ bàn giao giữa hai bộ phận nào. Hãy mở lại trang.",
                en: "It is not clear between which units. Open the page again.")
        case .gone:
            Bilingual(
                vi: "Không còn chờ bạn bàn giao: đã chuyển, đã trả lại hoặc của người khác.",
                en: "It does not wait for you any more: passed on, returned, or somebody else's.")
        case .nothingMoved:
            Bilingual(
                vi: "Không bàn giao được hồ sơ nào nên không lập bảng kê.",
                en: "Nothing was passed on, so there is no sheet.")
        case .unknown(let code):
            Bilingual(
                vi: "Không có bảng kê “\(code)”, hoặc bạn không được xem.",
                en: "There is no sheet “\(code)”, or you may not see it.")
        }
    }
}
