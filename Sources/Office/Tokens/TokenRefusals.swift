// The sentences of the refusals of tokens.

import WorkTime

extension Tokens.Rejection: Refusal {
    public var code: String { "tokens.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .nameMissing, .nameTooLong: "name"
        case .scopesMissing, .scopeUnknown: "scope"
        case .daysInvalid: "days"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .unknown(let id):
            Bilingual(
                vi: "Không có mã truy cập “\(id)”, hoặc đó không phải mã của bạn.",
                en: "There is no token “\(id)”, or it is not yours.")
        case .onlyForOneself:
            Bilingual(
                vi: "Mỗi người chỉ tự tạo mã truy cập cho mình. Hãy để người đó đăng nhập và tạo.",
                en: "People make tokens for themselves alone. Let that person sign in and do it.")
        case .personUnknown(let id):
            Bilingual(
                vi: "Không có người mang mã “\(id)”.", en: "There is no person “\(id)”.")
        case .accountUnknown(let name):
            Bilingual(
                vi: "Không có tài khoản “\(name)”. Hãy kiểm tra tên đăng nhập.",
                en: "There is no account “\(name)”. Check its name.")
        case .nameMissing:
            Bilingual(
                vi: "Hãy đặt tên cho mã, ví dụ tên chương trình sẽ dùng nó.",
                en: "Name the token, for instance after the program that will use it.")
        case .nameTooLong:
            Bilingual(
                vi: "Tên mã dài quá \(Tokens.nameMaximum) chữ. Hãy rút ngắn.",
                en: "The name of the token has more than \(Tokens.nameMaximum) letters.")
        case .scopesMissing:
            Bilingual(
                vi: "Hãy chọn ít nhất một quyền cho mã: read, work hoặc admin.",
                en: "Choose at least one scope for the token: read, work or admin.")
        case .scopeUnknown(let text):
            Bilingual(
                vi: "Không có quyền “\(text)”. Hãy chọn trong: read, work, admin.",
                en: "There is no scope “\(text)”. Choose among read, work, admin.")
        case .daysInvalid:
            Bilingual(
                vi: "Mã có hạn từ 1 đến \(Tokens.daysMaximum) ngày.",
                en: "A token lasts 1 to \(Tokens.daysMaximum) days.")
        case .tooMany:
            Bilingual(
                vi: "Đã có \(Tokens.countMaximum) mã còn hiệu lực. Hãy thu hồi mã không dùng nữa.",
                en: "There are \(Tokens.countMaximum) live tokens. Revoke those not in use.")
        case .exists(let id):
            Bilingual(
                vi: "Đã có mã truy cập “\(id)”. Hãy tạo lại.",
                en: "A token “\(id)” exists. Make another.")
        }
    }
}

extension Tokens {
    /// Why a request with a token was turned away before anything was read.
    enum Denial: Refusal, Hashable {
        /// Wrong, expired, revoked, its person gone or resting: the answer does not tell which.
        case notValid
        case scopeNeeded(Scope)
        case notForPrograms
        case besideSession

        var code: String { "tokens.\(String(describing: self).prefix { $0 != "(" })" }

        var sentence: Bilingual {
            switch self {
            case .notValid:
                Bilingual(
                    vi: "Mã truy cập sai, đã hết hạn, đã thu hồi, hoặc người của mã không còn "
                        + "làm việc. Hãy tạo mã mới ở trang tài khoản.",
                    en: "The token is wrong, expired or revoked, or its person no longer works "
                        + "here. Make a new one on the account page.")
            case .scopeNeeded(let scope):
                Bilingual(
                    vi: "Mã truy cập này không có quyền “\(scope.rawValue)”. "
                        + "Hãy tạo mã có quyền đó.",
                    en: "This token lacks the scope “\(scope.rawValue)”. "
                        + "Make one that has it.")
            case .notForPrograms:
                Bilingual(
                    vi: "Địa chỉ này chỉ dành cho người đã đăng nhập, không nhận mã truy cập.",
                    en: "This address is for people who signed in and takes no token.")
            case .besideSession:
                Bilingual(
                    vi: "Yêu cầu mang cả mã truy cập lẫn phiên đăng nhập. Hãy chỉ gửi một thứ.",
                    en: "The request carries a token and a session. Send one of them.")
            }
        }
    }
}
