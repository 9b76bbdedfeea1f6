// What each form asks for, and whether the paper says it: the fields of TT 01/2018/TT-VPCP as the
// software of provinces prints them, and what the notice of a stop says by our own choice.

import WorkTime

extension Papers {
    /// One field of a form.
    public struct Field: Hashable, Sendable, Encodable {
        public enum Need: String, Hashable, Sendable, Encodable, CaseIterable {
            case always, may
            /// Only for who keeps a register on paper; only for what was filed online.
            case paperBook, online
        }

        public enum Standing: String, Hashable, Sendable, Encodable, CaseIterable {
            /// Written from the dossier; a place to write or to sign; not on the paper.
            case printed, hand, absent
        }

        public let label: Bilingual
        public let need: Need
        public let standing: Standing
        /// The words of the interface that stand on the paper for it; `nil` for what has none.
        let key: String?

        private enum CodingKeys: String, CodingKey { case label, need, standing }

        init(
            _ vi: String, _ en: String, _ key: String? = nil, _ need: Need = .always,
            _ standing: Standing = .printed
        ) {
            label = Bilingual(vi: vi, en: en)
            self.key = key
            self.need = need
            self.standing = standing
        }
    }

    /// In the order of the form.
    static func fields(of form: FormName) -> [Field] {
        switch form {
        case .receipt: head + receiptFields
        case .supplement: head + supplementFields
        case .refusal: head + refusalFields
        case .apology: head + apologyFields
        case .stop: head + stopFields
        case .slip: head + slipFields
        case .register: registerFields
        }
    }

    private static let head = [
        Field(
            "Tên cơ quan cấp trên, cơ quan, bộ phận tiếp nhận", "Superior office and issuing unit",
            "paper.oneStop"),
        Field("Quốc hiệu, tiêu ngữ", "Name and motto of the state", "paper.nation"),
        Field("Địa danh, ngày tháng năm", "Place and date"),
    ]

    private static let applicantFields = [
        Field("Tiếp nhận hồ sơ của", "Received from", "receipt.of"),
        Field("Nội dung yêu cầu giải quyết", "Request", "receipt.request"),
        Field("Địa chỉ", "Address", "applicant.address"),
        Field("Số điện thoại", "Telephone", "applicant.phone"),
        Field("Email", "E-mail", "applicant.email", .may),
    ]

    private static let receiptFields =
        [
            Field("Mã hồ sơ, mã QR", "Code with QR", "receipt.code"),
            Field("Quyển số, số thứ tự", "Book and number", "paper.book", .paperBook, .hand),
            Field("Liên: lưu, giao người nộp", "Copy: kept, given", "receipt.copy"),
            Field("Bộ phận tiếp nhận và trả kết quả", "One-stop unit", "receipt.unit"),
        ] + applicantFields + [
            Field("Người nộp", "Submitted by", "receipt.submitterLine"),
            Field("Số CMND, CCCD, hộ chiếu", "Identity", "applicant.identity"),
            Field(
                "Thành phần hồ sơ: bản chính, chứng thực, photo",
                "Papers: original, certified, copy", "paper.copyKind"),
            Field("Số lượng hồ sơ (bộ)", "Sets", "dossier.sets"),
            Field("Thời gian giải quyết theo quy định", "Published limit", "receipt.term"),
            Field("Thời gian nhận hồ sơ", "Received", "receipt.receivedAt"),
            Field("Thời gian trả kết quả", "Result on", "receipt.appointment"),
            Field(
                "Thời gian nhận hồ sơ giai đoạn 2", "Received, second stage",
                "receipt.secondReceived", .may, .hand),
            Field(
                "Thời gian trả kết quả giai đoạn 2", "Result, second stage",
                "receipt.secondAppointment", .may, .hand),
            Field("Đăng ký nhận kết quả tại", "Way of return", "dossier.returnWay", .may),
            Field("Phí, lệ phí", "Fee", "dossier.fee", .may),
            Field("Ký: người nộp hồ sơ", "Signed: submitter", "receipt.submitter", .always, .hand),
            Field("Ký: người tiếp nhận", "Signed: officer", "receipt.officer", .always, .hand),
        ]

    private static let supplementFields =
        applicantFields + [
            Field("Nội dung phải bổ sung", "What must be brought", "paper.items"),
            Field(
                "Bản chính, chứng thực, photo", "Original, certified, copy", "paper.copyKind",
                .always, .hand),
            Field("Lý do", "Reason", "paper.reason"),
            Field("Nơi tra cứu quy định", "Where to look it up", "paper.follow"),
            Field("Công chức hướng dẫn, điện thoại", "Officer, telephone", "paper.contact"),
            Field(
                "Ký: người hướng dẫn", "Signed: officer", "paper.supplement.officer", .always,
                .hand),
        ]

    private static let refusalFields =
        applicantFields + [
            Field("Mã hồ sơ, thời gian nộp", "Code, time of filing", "receipt.receivedAt", .online),
            Field("Số CCCD, hộ chiếu", "Identity", "applicant.identity", .online),
            Field("Lý do cụ thể", "Reason", "paper.reason"),
            Field("Nơi tra cứu, công chức liên hệ", "Where to ask", "paper.contact"),
            Field(
                "Ký: người nộp hồ sơ", "Signed: applicant", "paper.refusal.receiver", .may, .hand),
            Field(
                "Ký: người từ chối", "Signed: who refuses", "paper.refusal.officer", .always,
                .hand),
        ]
}
