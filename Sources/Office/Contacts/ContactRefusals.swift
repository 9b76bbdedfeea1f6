// Why no code is sent, or none is believed. Nothing tells whether an address is known here.

import WorkTime

extension Contacts {
    public enum Rejection: Refusal, Hashable {
        case addressInvalid
        /// No way to send a code is set up on this server.
        case notSetUp
        case codeMissing
        case codeWrong(left: Int)
        /// Run out, tried too often, used, or never sent.
        case codeOld
        case tooSoon(seconds: Int)
        case tooMany(seconds: Int)
        /// Nobody is signed in at /my.
        case sessionOver
        /// Not there, or another person's.
        case unknown(String)

        public var code: String { "contacts.\(String(describing: self).prefix { $0 != "(" })" }

        public var isNotFound: Bool { if case .unknown = self { true } else { false } }

        public var field: String? {
            switch self {
            case .addressInvalid: "address"
            case .codeMissing, .codeWrong, .codeOld: "code"
            case .notSetUp, .tooSoon, .tooMany, .sessionOver, .unknown: nil
            }
        }

        public var sentence: Bilingual {
            switch self {
            case .addressInvalid:
                Bilingual(
                    vi: "Hãy ghi địa chỉ thư điện tử dạng ten@noi.vn, hoặc số di động 10 chữ số.",
                    en: "Enter an e-mail address like name@place.vn, or a mobile number of "
                        + "10 digits.")
            case .notSetUp:
                Bilingual(
                    vi: "Cơ quan chưa gửi được mã xác nhận. Hãy tra cứu bằng mã hồ sơ.",
                    en: "This office cannot send codes yet. Follow a dossier by its code.")
            case .sessionOver:
                Bilingual(
                    vi: "Phiên xem đã hết 30 phút. Hãy lấy mã mới.",
                    en: "The 30 minutes are over. Ask for a new code.")
            case .unknown(let code):
                Bilingual(
                    vi: "Không có hồ sơ “\(code.prefix(60))” gắn với địa chỉ này.",
                    en: "No dossier “\(code.prefix(60))” belongs to this address.")
            default: ofCodes
            }
        }

        private var ofCodes: Bilingual {
            switch self {
            case .codeWrong(let left):
                Bilingual(
                    vi: "Mã không đúng. Còn \(left) lần nhập.",
                    en: "That is not the code. \(left) tries are left.")
            case .codeOld:
                Bilingual(
                    vi: "Mã đã hết hạn (10 phút) hoặc đã nhập sai quá 5 lần. Hãy lấy mã mới.",
                    en: "The code has run out (10 minutes) or was tried 5 times. Ask for another.")
            case .tooSoon(let seconds):
                Bilingual(
                    vi: "Vừa gửi một mã. Hãy chờ \(seconds) giây rồi lấy mã mới.",
                    en: "A code was just sent. Wait \(seconds) seconds before the next one.")
            case .tooMany(let seconds):
                Bilingual(
                    vi: "Đã lấy hoặc nhập mã quá nhiều lần. Hãy thử lại sau "
                        + "\((seconds + 59) / 60) phút.",
                    en: "Too many codes were asked for or typed. Try again in "
                        + "\((seconds + 59) / 60) min.")
            default:
                Bilingual(
                    vi: "Hãy nhập mã gồm \(Contacts.codeDigits) chữ số đã gửi cho bạn.",
                    en: "Enter the \(Contacts.codeDigits) digits that were sent to you.")
            }
        }
    }
}
