// Why something is not written.

import WorkTime

extension Messages {
    public enum Rejection: Refusal, Hashable {
        case unknown(String)
        case wordsMissing, wordsTooLong
        case onlyForHolder
        /// The page is older than its proof, or somebody made it up.
        case proofOld
        case waits, enoughToday, full
        /// The last day on which one could write.
        case closed(DayNumber)

        public var code: String { "messages.\(String(describing: self).prefix { $0 != "(" })" }

        public var isNotFound: Bool { if case .unknown = self { true } else { false } }

        public var field: String? {
            switch self {
            case .wordsMissing, .wordsTooLong: "words"
            default: nil
            }
        }

        public var sentence: Bilingual {
            switch self {
            case .unknown(let code):
                Bilingual(
                    vi: "Không có hồ sơ “\(code.prefix(60))”.",
                    en: "There is no dossier “\(code.prefix(60))”.")
            case .wordsMissing: Bilingual(vi: "Hãy viết nội dung.", en: "Write something.")
            case .wordsTooLong:
                Bilingual(
                    vi: "Nội dung dài quá \(Messages.wordsMaximum) chữ. Hãy rút ngắn.",
                    en: "It has more than \(Messages.wordsMaximum) letters. Shorten it.")
            case .onlyForHolder:
                Bilingual(
                    vi: "Chỉ người đang giữ hồ sơ trả lời người dân.",
                    en: "Only who has the dossier answers the citizen.")
            case .proofOld:
                Bilingual(
                    vi: "Trang này đã mở quá lâu. Hãy tra cứu lại rồi gửi.",
                    en: "The page was open too long. Follow the dossier again, then write.")
            default: ofLimits
            }
        }

        private var ofLimits: Bilingual {
            switch self {
            case .waits:
                Bilingual(
                    vi: "Đã có \(Messages.waitingMaximum) tin chờ trả lời. Hãy đợi cán bộ trả lời.",
                    en: "\(Messages.waitingMaximum) messages wait for an answer. Wait for it.")
            case .enoughToday:
                Bilingual(
                    vi: "Mỗi ngày gửi nhiều nhất \(Messages.dayMaximum) tin về một hồ sơ.",
                    en: "\(Messages.dayMaximum) messages a day are the most for one dossier.")
            case .closed(let day):
                Bilingual(
                    vi: "Hồ sơ đã kết thúc; chỉ nhắn được đến hết ngày \(day.civil.officeText).",
                    en: "The dossier has ended; one could write until \(day.civil.officeText).")
            default:
                Bilingual(
                    vi: "Hồ sơ này đã có quá nhiều tin. Hãy hỏi tại bộ phận một cửa.",
                    en: "This dossier has too many messages. Ask at the one-stop shop.")
            }
        }
    }
}
