// The sentences of the refusals of privacy.

import WorkTime

extension Privacy {
    public enum Rejection: Error, Hashable, Sendable {
        case mayNotSee
        case unknown(String)
        case subjectUnknown(String)
        case subjectOpen(String)
        case codeMissing, secretMissing
        /// The same for a wrong number and a wrong secret.
        case notFound
        case rightMissing, officeUnknown, nameMissing, nameTooLong
        case phoneInvalid, emailInvalid, contactMissing, subjectsTooLong
        case wordsMissing, wordsTooLong
        case ended, onlyForCharge, onlyForHolder, personUnknown
        case alreadyExtended
        case daysInvalid(most: Int)
        case notAskedToErase, subjectsMissing, tooManySubjects, nothingErased
        case groundMissing
    }
}

extension Privacy.Rejection: Refusal {
    public var code: String { "privacy.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .mayNotSee, .unknown, .notFound: true
        default: false
        }
    }

    /// Name of the input.
    public var field: String? {
        switch self {
        case .codeMissing, .notFound: "code"
        case .secretMissing: "secret"
        case .rightMissing: "right"
        case .officeUnknown: "office"
        case .nameMissing, .nameTooLong: "name"
        case .phoneInvalid, .contactMissing: "phone"
        case .emailInvalid: "email"
        case .subjectsTooLong, .subjectsMissing, .tooManySubjects, .subjectUnknown, .subjectOpen:
            "subjects"
        case .wordsMissing, .wordsTooLong: "words"
        case .personUnknown: "person"
        case .daysInvalid: "days"
        case .groundMissing: "ground"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotSee:
            Bilingual(
                vi: "Trang này dành cho người phụ trách đơn vị, lãnh đạo và quản trị.",
                en: "This page is for heads, leaders and administrators.")
        case .unknown(let code):
            Bilingual(
                vi: "Không tìm thấy yêu cầu “\(code)”, hoặc bạn không được xem.",
                en: "The claim “\(code)” was not found, or you may not see it.")
        case .subjectUnknown(let code):
            Bilingual(
                vi: "Cơ quan này không có hồ sơ hay phản ánh “\(code)”.",
                en: "This office has no dossier, filing or petition “\(code)”.")
        case .subjectOpen(let code):
            Bilingual(
                vi: "“\(code)” chưa kết thúc nên chưa xóa được. Hãy xóa sau khi kết thúc.",
                en: "“\(code)” has not ended, so nothing of it can be erased yet.")
        case .codeMissing, .secretMissing, .notFound: ofFollowing
        case .rightMissing, .officeUnknown, .nameMissing, .nameTooLong, .phoneInvalid,
            .emailInvalid, .contactMissing, .subjectsTooLong, .wordsMissing, .wordsTooLong:
            ofSending
        default: ofActs
        }
    }

    private var ofFollowing: Bilingual {
        switch self {
        case .codeMissing:
            Bilingual(vi: "Hãy ghi số của yêu cầu.", en: "Write the number of the claim.")
        case .secretMissing:
            Bilingual(vi: "Hãy ghi mã bí mật.", en: "Write the secret.")
        default:
            Bilingual(
                vi: "Số hoặc mã bí mật không đúng.", en: "The number or the secret is wrong.")
        }
    }

    private var ofSending: Bilingual {
        switch self {
        case .rightMissing:
            Bilingual(vi: "Hãy chọn điều ông, bà yêu cầu.", en: "Choose what you ask for.")
        case .officeUnknown: Bilingual(vi: "Hãy chọn cơ quan.", en: "Choose an office.")
        case .nameMissing: Bilingual(vi: "Hãy ghi họ tên.", en: "Write your name.")
        case .nameTooLong: Bilingual(vi: "Họ tên dài quá.", en: "The name is too long.")
        case .phoneInvalid:
            Bilingual(
                vi: "Số điện thoại có 10 hoặc 11 chữ số, bắt đầu bằng 0.",
                en: "A telephone number has 10 or 11 digits and begins with 0.")
        case .emailInvalid:
            Bilingual(vi: "Thư điện tử chưa đúng.", en: "This is no e-mail address.")
        case .contactMissing:
            Bilingual(
                vi: "Hãy ghi điện thoại hoặc thư điện tử để cơ quan kiểm tra đúng người.",
                en: "Give a telephone or an e-mail, so that the office can check who you are.")
        case .subjectsTooLong:
            Bilingual(vi: "Danh sách mã dài quá.", en: "The list of codes is too long.")
        case .wordsMissing: Bilingual(vi: "Hãy viết nội dung.", en: "Write what it is about.")
        default:
            Bilingual(
                vi: "Nội dung dài quá \(Petitions.wordsMaximum) chữ.",
                en: "The words have more than \(Petitions.wordsMaximum) letters.")
        }
    }

    private var ofActs: Bilingual {
        switch self {
        case .ended: Bilingual(vi: "Yêu cầu này đã kết thúc.", en: "This claim has ended.")
        case .onlyForCharge:
            Bilingual(
                vi: "Chỉ người phụ trách hoặc người đang giữ được giao việc này.",
                en: "Only who is in charge, or holds it, gives it to somebody.")
        case .onlyForHolder:
            Bilingual(
                vi: "Chỉ người đang giữ yêu cầu được làm. Hãy nhận trước.",
                en: "Only the holder does this. Take the claim first.")
        case .personUnknown:
            Bilingual(vi: "Hãy chọn một người của cơ quan.", en: "Choose a person of the office.")
        case .alreadyExtended:
            Bilingual(
                vi: "Đã kéo dài một lần; chỉ được kéo dài một lần.",
                en: "It was extended once, and there is one extension at most.")
        case .daysInvalid(let most):
            Bilingual(
                vi: "Chỉ kéo dài từ 1 đến \(most) ngày làm việc.",
                en: "An extension has 1 to \(most) working days.")
        case .notAskedToErase:
            Bilingual(
                vi: "Người yêu cầu không yêu cầu xóa.", en: "The claimant did not ask to erase.")
        case .subjectsMissing:
            Bilingual(
                vi: "Hãy ghi ít nhất một mã hồ sơ hoặc phản ánh.",
                en: "Write the code of a dossier, a filing or a petition.")
        case .tooManySubjects:
            Bilingual(
                vi: "Mỗi lần xóa tối đa \(Privacy.eraseMaximum) mã.",
                en: "At most \(Privacy.eraseMaximum) codes at once.")
        case .nothingErased:
            Bilingual(
                vi: "Chưa xóa gì. Hãy xóa dữ liệu trước, hoặc từ chối có lý do.",
                en: "Nothing was erased yet. Erase first, or refuse with a reason.")
        default:
            Bilingual(vi: "Hãy chọn lý do từ chối.", en: "Choose why it is refused.")
        }
    }
}
