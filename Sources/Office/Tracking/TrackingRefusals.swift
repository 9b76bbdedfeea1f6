// The sentences that a citizen reads when nothing is told.

import WorkTime

extension Tracking {
    public enum Rejection: Refusal, Hashable {
        case codeMissing
        case digitsInvalid
        /// The same for a wrong code and for wrong digits.
        case notFound
        case tooMany(seconds: Int)

        public var code: String { "tracking.\(String(describing: self).prefix { $0 != "(" })" }

        public var isNotFound: Bool { self == .notFound }

        public var field: String? {
            switch self {
            case .codeMissing, .notFound: "code"
            case .digitsInvalid: "digits"
            case .tooMany: nil
            }
        }

        public var sentence: Bilingual {
            switch self {
            case .codeMissing:
                Bilingual(
                    vi: "Hãy nhập mã hồ sơ ghi trên giấy tiếp nhận.",
                    en: "Enter the code that stands on the receipt.")
            case .digitsInvalid:
                Bilingual(
                    vi: "Hãy nhập đúng \(Tracking.digitCount) chữ số cuối của số điện thoại, "
                        + "hoặc để trống.",
                    en: "Enter the last \(Tracking.digitCount) digits of the telephone number, "
                        + "or none.")
            case .notFound:
                Bilingual(
                    vi: "Không có hồ sơ nào khớp với điều đã nhập. Hãy xem lại mã trên giấy "
                        + "tiếp nhận và số điện thoại đã ghi khi nộp.",
                    en: "No dossier matches what was entered. Check the code on the receipt and "
                        + "the telephone number that was given.")
            case .tooMany(let seconds):
                Bilingual(
                    vi: "Đã nhập sai quá nhiều lần. Hãy thử lại sau \((seconds + 59) / 60) phút, "
                        + "hoặc hỏi tại nơi đã nộp hồ sơ.",
                    en: "There were too many wrong tries. Try again in \((seconds + 59) / 60) min, "
                        + "or ask where the dossier was handed in.")
            }
        }
    }

    /// What is asked, or what is wrong with its shape.
    static func question(code: String, digits: String) throws(Rejection) -> Question {
        let question = Question(code: code, digits: digits)
        if question.code.isEmpty { throw .codeMissing }
        let isNumber = question.digits.allSatisfy { ("0"..."9").contains($0) }
        if !question.digits.isEmpty, question.digits.count != digitCount || !isNumber {
            throw .digitsInvalid
        }
        return question
    }
}
