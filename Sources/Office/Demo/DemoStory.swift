// What becomes of a dossier: most go well, some need papers, a few are refused, withdrawn or late.

import ProcessModel

extension Demo {
    /// The plot of one dossier.
    public enum Story: String, Hashable, Sendable, CaseIterable {
        case normal
        /// Form 02 once; the papers come back.
        case supplement
        /// Form 02 once; the papers have not come back by 1 August.
        case supplementOpen
        case refused, withdrawn
        /// One slow step: the result comes after the appointment.
        case late

        static func choose(_ chance: inout Chance, isLong: Bool) -> Story {
            switch chance.below(1_000) {
            case ..<8: return .supplement
            case ..<10: return isLong ? .supplementOpen : .supplement
            case ..<16: return .refused
            case ..<18: return .withdrawn
            case ..<(isLong ? 56 : 28): return .late
            default: return .normal
            }
        }
    }

    /// Sentences that people of the office write, for each kind of event.
    enum Words {
        static let supplement = [
            "Giấy tờ nộp chưa đủ theo thành phần hồ sơ", "Bản sao chưa được chứng thực",
            "Tờ khai thiếu chữ ký của người yêu cầu", "Thông tin trên tờ khai không khớp giấy tờ",
        ]
        static let refusal = [
            "Không thuộc thẩm quyền giải quyết của cơ quan này",
            "Không đủ điều kiện theo quy định của thủ tục",
            "Đối tượng không thuộc phạm vi của thủ tục",
        ]
        static let withdrawal = [
            "Người nộp đề nghị rút hồ sơ", "Người nộp chọn thủ tục khác",
        ]
        static let papers = "Tờ khai đã ký đủ"
    }
}
