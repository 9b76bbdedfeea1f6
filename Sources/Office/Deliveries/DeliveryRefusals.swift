// The sentences of the refusals of deliveries: asking, and rights.

import WorkTime

extension Deliveries.Rejection: Refusal {
    public var code: String { "deliveries.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .officeUnknown: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .nameMissing: "name"
        case .phoneInvalid: "phone"
        case .addressMissing: "address"
        case .textTooLong(let field), .checkMissing(let field): field
        case .carrierNotOffered: "carrier"
        case .giftNotOffered: "gift"
        case .slotUnknown, .slotPast: "slot"
        case .officerMissing, .officerUnknown: "officer"
        case .proofMissing, .codeWrong, .codeLocked: "code"
        case .paperInvalid: "paper"
        case .ruleInvalid(let row): "first.\(row)"
        case .rulesMissing: "first.1"
        case .noPicture(let kind), .pictureInfected(let kind), .tooManyPictures(let kind):
            kind.rawValue
        case .signatureTooLarge: Deliveries.PictureKind.signature.rawValue
        case .fileRefused(let field, _), .amountInvalid(let field): field
        case .feeDaysInvalid, .feeEndPast, .feeEndLater: "until"
        case .feeOverlaps: "from"
        case .feeUnknown: "fee"
        case .sourceMissing: "source"
        case .processUnknown: "process"
        case .centreMissing: "centre"
        case .receiptMissing: "number"
        default: nil
        }
    }

    public var sentence: Bilingual {
        ofRights ?? ofAsking ?? ofSlots ?? ofCarrying ?? ofHanding ?? ofPictures ?? ofMoney
            ?? Bilingual(vi: "", en: "")
    }

    private var ofRights: Bilingual? {
        switch self {
        case .unknown(let text), .officeUnknown(let text):
            Bilingual(
                vi: "Không tìm thấy “\(text)”, hoặc bạn không được xem.",
                en: "“\(text)” was not found, or you may not see it.")
        case .actUnknown(let text):
            Bilingual(
                vi: "Không có việc “\(text)”. Hãy mở lại trang rồi chọn một nút.",
                en: "There is no act “\(text)”. Open the page again and choose a button.")
        case .mayNotRun:
            Bilingual(
                vi: "Chỉ cán bộ một cửa của cơ quan mới được ghi yêu cầu và xếp lịch trả tại nhà.",
                en: "Only officers at the counter of the office ask for and schedule deliveries.")
        case .mayNotCarry:
            Bilingual(
                vi: "Chỉ người được giao mang kết quả mới được ghi việc này. "
                    + "Hãy xếp lịch lại nếu đổi người.",
                en: "Only who carries the result writes this. Schedule it anew to change who.")
        case .mayNotPlan:
            Bilingual(
                vi: "Chỉ trưởng bộ phận một cửa hoặc lãnh đạo mới được đặt khung giờ; "
                    + "cán bộ một cửa được xếp lịch trực.",
                en: "The head of the counter or a leader sets slots; its officers write the "
                    + "roster.")
        case .proofOld:
            Bilingual(
                vi: "Trang này đã cũ. Hãy tra cứu lại rồi gửi yêu cầu.",
                en: "This page is old. Look the dossier up again, then send it.")
        default: nil
        }
    }

    private var ofAsking: Bilingual? {
        switch self {
        case .presenceRequired:
            Bilingual(
                vi: "Kết quả của thủ tục này phải nhận trực tiếp, không trả tại nhà. "
                    + "Mời đến nơi đã nộp hồ sơ.",
                en: "The result of this procedure is received in person and never brought home. "
                    + "Come to where the dossier was handed in.")
        case .notOffered:
            Bilingual(
                vi: "Thủ tục này chưa được công bố trả kết quả tại nhà. "
                    + "Mời nhận tại nơi đã nộp hồ sơ.",
                en: "Results of this procedure are not offered at home. Fetch it at the counter.")
        case .dossierEnded:
            Bilingual(
                vi: "Hồ sơ đã khép lại nên không còn gì để trả tại nhà. Hãy đóng yêu cầu này.",
                en: "The dossier is closed: there is nothing to bring. Close this delivery.")
        case .nameMissing:
            Bilingual(vi: "Hãy ghi họ tên người nhận.", en: "Give the name of the recipient.")
        case .phoneInvalid:
            Bilingual(
                vi: "Hãy ghi số điện thoại người nhận, 10 hoặc 11 chữ số, bắt đầu bằng 0.",
                en: "Give the recipient's telephone, 10 or 11 digits that begin with 0.")
        case .addressMissing:
            Bilingual(
                vi: "Hãy ghi địa chỉ nhận: số nhà, ngõ, phố, phường.",
                en: "Give the address: number, lane, street, ward.")
        case .textTooLong:
            Bilingual(vi: "Nội dung này quá dài. Hãy rút ngắn.", en: "This is too long.")
        case .carrierNotOffered:
            Bilingual(
                vi: "Thủ tục này không trả bằng cách đó. Hãy chọn một cách có trên trang.",
                en: "The procedure is not returned that way. Choose one that the page offers.")
        case .giftNotOffered:
            Bilingual(
                vi: "Hoa và thiệp chỉ dành cho khai sinh do cán bộ mang đến. Hãy bỏ chọn.",
                en: "Flowers and a card go with births that an officer brings. Untick it.")
        default: nil
        }
    }
}
