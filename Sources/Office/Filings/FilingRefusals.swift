// The sentences of the refusals of filings.

import ProcessModel
import WorkTime

extension Filings.Rejection: Refusal {
    public var code: String { "filings.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .notOnline: true
        default: false
        }
    }

    /// Name of the input.
    public var field: String? {
        switch self {
        case .officeUnknown: "office"
        case .nameMissing, .nameTooLong: "name"
        case .identityInvalid: "identity"
        case .filerInvalid(let flaw): flaw.field(name: "filerName")
        case .phoneMissing, .phoneInvalid: "phone"
        case .emailInvalid: "email"
        case .addressTooLong: "address"
        case .fieldMissing(let field), .fieldInvalid(let field), .fieldFlawed(let field, _):
            field.input
        case .papersMissing, .paperUnknown: "paper"
        case .returnWayUnknown: "returnWay"
        case .reasonMissing: "reason"
        case .missingPapersMissing: "papers"
        case .unknown, .notOnline, .contactNotShown, .onlyForCitizens, .onlyForOffice,
            .alreadyAsked,
            .nothingAsked, .ended, .textTooLong, .applicantErased:
            nil
        case .answerTooLong(let field): field
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .filerInvalid(let flaw): flaw.sentence
        case .nameMissing, .nameTooLong, .identityInvalid, .phoneMissing, .phoneInvalid,
            .emailInvalid, .addressTooLong:
            ofPerson
        case .officeUnknown, .returnWayUnknown, .papersMissing, .paperUnknown, .fieldMissing,
            .fieldInvalid, .fieldFlawed, .textTooLong, .answerTooLong:
            ofAnswers
        default: ofActs
        }
    }

    private var ofPerson: Bilingual {
        switch self {
        case .nameMissing: Bilingual(vi: "Hãy ghi họ, tên.", en: "Enter the name.")
        case .nameTooLong:
            Bilingual(
                vi: "Họ, tên dài quá \(Dossiers.nameMaximum) chữ.",
                en: "The name has more than \(Dossiers.nameMaximum) letters.")
        case .identityInvalid:
            Bilingual(
                vi: "Số giấy tờ gồm 6 đến 15 chữ số hoặc chữ cái, ví dụ 001234567890.",
                en: "The identity number has 6 to 15 digits or letters, like 001234567890.")
        case .phoneMissing:
            Bilingual(
                vi: "Hãy ghi số điện thoại: cần đến khi tra cứu hồ sơ.",
                en: "Enter a phone number: it is needed to follow the request.")
        case .phoneInvalid:
            Bilingual(
                vi: "Số điện thoại gồm 10 hoặc 11 chữ số, bắt đầu bằng 0.",
                en: "A phone number has 10 or 11 digits and begins with 0.")
        case .emailInvalid:
            Bilingual(
                vi: "Địa chỉ thư điện tử phải có dạng ten@noi.vn, viết không dấu.",
                en: "An e-mail address looks like name@place.vn, in plain letters.")
        case .addressTooLong:
            Bilingual(vi: "Địa chỉ dài quá 300 chữ.", en: "The address has more than 300 letters.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofAnswers: Bilingual {
        switch self {
        case .officeUnknown:
            Bilingual(vi: "Hãy chọn nơi nộp hồ sơ.", en: "Choose where to file.")
        case .returnWayUnknown:
            Bilingual(vi: "Hãy chọn cách nhận kết quả.", en: "Choose how to get the result.")
        case .papersMissing:
            Bilingual(
                vi: "Hãy đánh dấu những giấy tờ bạn có.", en: "Tick the papers that you have.")
        case .paperUnknown(let name):
            Bilingual(
                vi: "“\(name.prefix(60))” không có trong thành phần hồ sơ.",
                en: "“\(name.prefix(60))” is none of the papers of this procedure.")
        case .fieldMissing(let field):
            Bilingual(vi: "Hãy điền “\(field.label)”.", en: "Fill in “\(field.label)”.")
        case .fieldInvalid(let field):
            Bilingual(
                vi: "“\(field.label)” chưa đúng dạng: \(field.type.shape.vi).",
                en: "“\(field.label)” does not fit: \(field.type.shape.en).")
        case .fieldFlawed(let field, let flaw): flaw.sentence(of: field.label, field.type)
        case .textTooLong, .answerTooLong:
            Bilingual(
                vi: "Nội dung dài quá \(Filings.textMaximum) chữ.",
                en: "The text has more than \(Filings.textMaximum) letters.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofActs: Bilingual {
        switch self {
        case .unknown(let code):
            Bilingual(
                vi: "Không có đơn nộp mang mã “\(code)”.", en: "There is no filing “\(code)”.")
        case .notOnline(let code):
            Bilingual(
                vi: "Thủ tục “\(code)” chưa nộp trực tuyến được. Hãy nộp tại bộ phận một cửa.",
                en: "“\(code)” cannot be filed online. File it at the one-stop shop.")
        case .contactNotShown:
            Bilingual(
                vi: "Cơ quan chỉ nhận hồ sơ trực tuyến khi thư điện tử hoặc số điện thoại đã được "
                    + "xác nhận bằng mã. Hãy lấy mã rồi nhập vào.",
                en: "This office takes requests online only after an e-mail address or telephone "
                    + "number was shown by a code. Ask for one and type it.")
        case .onlyForCitizens:
            Bilingual(
                vi: "Việc này do người nộp thực hiện.", en: "This is for the applicant to do.")
        case .onlyForOffice:
            Bilingual(
                vi: "Việc này do cán bộ bộ phận một cửa thực hiện.",
                en: "This is for officers of the one-stop shop.")
        case .alreadyAsked:
            Bilingual(
                vi: "Đã yêu cầu bổ sung một lần; chỉ được yêu cầu một lần (NĐ 61/2018 Đ15k3).",
                en: "A supplement was asked for; it may be asked once (NĐ 61/2018 Đ15k3).")
        case .nothingAsked:
            Bilingual(
                vi: "Hiện không có yêu cầu bổ sung nào.", en: "No supplement is asked for now.")
        case .ended:
            Bilingual(
                vi: "Đơn nộp đã kết thúc, không sửa được nữa.",
                en: "The filing has ended and cannot be changed.")
        case .applicantErased:
            Bilingual(
                vi: "Dữ liệu cá nhân của đơn nộp đã được xóa theo luật nên không tiếp nhận được "
                    + "nữa. Hãy từ chối và ghi lý do.",
                en: "The personal data of the filing were erased by law, so it cannot be taken "
                    + "in. Refuse it and say why.")
        case .reasonMissing: Bilingual(vi: "Hãy ghi lý do.", en: "Say why.")
        case .missingPapersMissing:
            Bilingual(
                vi: "Hãy ghi đủ các giấy tờ còn thiếu, mỗi dòng một loại.",
                en: "List all missing papers, one a line.")
        default: Bilingual(vi: "", en: "")
        }
    }
}

extension FieldType {
    /// What to type.
    fileprivate var shape: Bilingual {
        switch self {
        case .text: Bilingual(vi: "chữ", en: "text")
        case .number: Bilingual(vi: "số, ví dụ 2", en: "a number, like 2")
        case .boolean: Bilingual(vi: "có hoặc không", en: "yes or no")
        case .date: Bilingual(vi: "ngày, ví dụ 2017-09-01", en: "a day, like 2017-09-01")
        case .choice: Bilingual(vi: "chọn một mục", en: "one of the choices")
        default: phrase
        }
    }
}
