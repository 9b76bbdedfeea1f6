// The sentences of the refusals of Dossiers: what is wrong, where, and how to mend it.

import Engine
import WorkTime

extension Dossiers.Rejection: Refusal {
    public var code: String {
        if case .work(let rejection) = self { return "engine.\(Self.name(of: rejection))" }
        return "dossiers.\(Self.name(of: self))"
    }

    /// The name of the case, without its values.
    private static func name(of value: Any) -> String {
        String(String(describing: value).prefix { $0 != "(" })
    }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .processUnknown: "process"
        case .nameMissing, .nameTooLong: "name"
        case .phoneInvalid: "phone"
        case .identityInvalid: "identity"
        case .filerInvalid(let flaw): flaw.field(name: "submitter")
        case .emailInvalid: "email"
        case .papersMissing: "papers"
        case .setsInvalid: "sets"
        case .feeInvalid: "fee"
        case .reasonMissing: "reason"
        case .supplementPapersMissing: "papers"
        case .lateTimeInvalid, .lateInFuture, .lateTooOld, .lateBeforeProcess: "lateDay"
        case .lateReasonMissing, .lateReasonTooLong: "lateReason"
        case .latePaperTooLong, .latePaperUsed: "latePaper"
        case .mayNotReceive, .unknown, .outsideCalendar, .work: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotReceive:
            Bilingual(
                vi: "Chỉ công chức một cửa của cơ quan này được tiếp nhận hồ sơ.",
                en: "Only one-stop officers of this office may take in dossiers.")
        case .processUnknown(let code):
            Bilingual(
                vi: "Chưa có quy trình đã ban hành mang mã “\(code)”. Hãy chọn lại thủ tục.",
                en: "No published process has the code “\(code)”. Choose the procedure again.")
        case .nameMissing:
            Bilingual(
                vi: "Chủ hồ sơ: chưa điền họ và tên.", en: "Applicant: the name is missing.")
        case .nameTooLong:
            Bilingual(
                vi: "Chủ hồ sơ: tên dài quá 200 ký tự.",
                en: "Applicant: the name has more than 200 characters.")
        case .phoneInvalid:
            Bilingual(
                vi: "Điện thoại: cần 10 chữ số, bắt đầu bằng số 0.",
                en: "Telephone: ten digits, beginning with 0.")
        case .identityInvalid:
            Bilingual(
                vi: "Số giấy tờ: chỉ gồm chữ và số, từ 6 đến 15 ký tự.",
                en: "Identity paper: letters and digits only, 6 to 15 of them.")
        case .filerInvalid(let flaw): flaw.sentence
        case .emailInvalid:
            Bilingual(
                vi: "Thư điện tử: cần một địa chỉ như ten@mien.vn, không dấu; hoặc để trống.",
                en: "Email: an address such as name@domain.vn, in plain letters; or empty.")
        case .papersMissing:
            Bilingual(
                vi: "Thành phần hồ sơ: đánh dấu ít nhất một giấy tờ đã nhận, số bản từ 1.",
                en: "Papers: mark at least one that was received, one copy or more.")
        case .setsInvalid:
            Bilingual(
                vi: "Số bộ: từ 1 đến 99.", en: "Sets: from 1 to 99.")
        case .feeInvalid:
            Bilingual(
                vi: "Lệ phí: điền số đồng, không âm, hoặc để trống.",
                en: "Fee: an amount in đồng that is not negative, or empty.")
        case .reasonMissing:
            Bilingual(vi: "Chưa ghi lý do.", en: "The reason is missing.")
        case .supplementPapersMissing:
            Bilingual(
                vi: "Ghi đủ, một lần, các giấy tờ người dân phải bổ sung (NĐ 61/2018, Điều 15).",
                en: "Name, once and completely, the papers that are missing (NĐ 61/2018, art. 15).")
        case .unknown(let code):
            Bilingual(
                vi: "Không tìm thấy hồ sơ “\(code)”, hoặc bạn không được xem.",
                en: "Dossier “\(code)” was not found, or you may not see it.")
        case .outsideCalendar(let moment):
            Bilingual(
                vi: "Ngày \(moment.day) nằm ngoài lịch làm việc đã có; cần bổ sung lịch năm đó.",
                en: "\(moment.day) lies outside the working calendar; add that year's calendar.")
        case .work(let rejection): rejection.sentence
        case .lateTimeInvalid, .lateInFuture, .lateTooOld, .lateReasonMissing, .lateReasonTooLong,
            .latePaperTooLong, .latePaperUsed, .lateBeforeProcess:
            ofLateEntry
        }
    }
}
