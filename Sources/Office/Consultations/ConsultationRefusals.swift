// Why a consultation is not asked, answered or withdrawn.

import WorkTime

extension Consultations {
    public enum Rejection: Refusal, Hashable {
        case unknown(String)
        case unknownNumber(Int)
        case onlyForHolder, onlyForAsker, onlyForAsked
        case dossierEnded, withdrawn, answered, allAnswered, tooManyOpen
        case turnNotCome(LocalMinute)
        case questionMissing, bodyMissing, tooManyBodies, leadUnknown, basisMissing
        case unitUnknown(place: Int), ownUnit(place: Int), bodyTwice(place: Int)
        /// Both a unit and a name of a body outside.
        case twoBodies(place: Int)
        case termInvalid(place: Int)
        /// The last term, and the appointment.
        case beyondAppointment(LocalMinute, LocalMinute)
        case outsideCalendar
        case opinionMissing, wordsMissing, documentMissing, documentDayInvalid, reasonMissing
        case tooLong(field: String)

        public var code: String {
            "consultations.\(String(describing: self).prefix { $0 != "(" })"
        }

        public var isNotFound: Bool {
            switch self {
            case .unknown, .unknownNumber: true
            default: false
            }
        }

        public var field: String? {
            switch self {
            case .questionMissing: "question"
            case .bodyMissing, .tooManyBodies: "unit1"
            case .unitUnknown(let place), .ownUnit(let place), .bodyTwice(let place):
                "unit\(place)"
            case .twoBodies(let place): "name\(place)"
            case .termInvalid(let place): "amount\(place)"
            case .leadUnknown: "lead"
            case .basisMissing: "basis"
            case .beyondAppointment, .outsideCalendar: "beyond"
            case .opinionMissing: "opinion"
            case .wordsMissing: "words"
            case .documentMissing: "document"
            case .documentDayInvalid: "documentDay"
            case .reasonMissing: "reason"
            case .tooLong(let field): field
            default: nil
            }
        }

        public var sentence: Bilingual {
            switch self {
            case .unknown(let code):
                Bilingual(
                    vi: "Không có hồ sơ “\(code.prefix(60))”, hoặc đơn vị bạn không được hỏi.",
                    en: "There is no dossier “\(code.prefix(60))”, or your unit is not asked.")
            case .unknownNumber(let number):
                Bilingual(
                    vi: "Hồ sơ này không có lần xin ý kiến số \(number).",
                    en: "This dossier has no consultation \(number).")
            case .onlyForHolder:
                Bilingual(
                    vi: "Chỉ người đang giữ việc của hồ sơ hoặc chịu trách nhiệm về bước đó được "
                        + "xin ý kiến.",
                    en: "Only who has work on the dossier, or answers for that step, asks.")
            case .onlyForAsker:
                Bilingual(
                    vi: "Chỉ người đã hỏi hoặc người đang giữ việc được rút câu hỏi.",
                    en: "Only who asked, or who has the work now, withdraws the question.")
            case .onlyForAsked:
                Bilingual(
                    vi: "Đơn vị được hỏi tự trả lời; văn bản của cơ quan ngoài do người hỏi nhập.",
                    en: "The unit that is asked answers itself; who asked enters the letter of an "
                        + "outside body.")
            default: ofState
            }
        }
    }
}
