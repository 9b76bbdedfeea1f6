// The sentences of the refusals of payments.

import WorkTime

extension Payments.Rejection: Refusal {
    public var code: String { "payments.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .officeUnknown: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .bankInvalid: "bank"
        case .accountInvalid: "number"
        case .holderInvalid: "holder"
        case .amountInvalid, .refundTooLarge, .amountDiffers: "amount"
        case .reasonMissing, .reasonTooLong: "reason"
        case .dayInvalid, .dayAhead, .dayBeforeAsking: "day"
        case .receiptMissing: "receipt"
        case .wordsTooLong(let field): field
        case .statement: "statement"
        default: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .unknown, .officeUnknown, .mayNotWrite, .mayNotSetAccount: ofRights
        case .bankInvalid, .accountInvalid, .holderInvalid: ofAccount
        case .dayInvalid, .dayAhead, .dayBeforeAsking, .receiptMissing, .wordsTooLong: ofReceiving
        case .statement(let flaw): flaw.sentence
        case .nothingToConfirm, .tooManyRows: ofLists
        default: ofPayment
        }
    }

    private var ofRights: Bilingual {
        switch self {
        case .unknown(let text):
            Bilingual(
                vi: "Không tìm thấy “\(text)”, hoặc bạn không được xem.",
                en: "“\(text)” was not found, or you may not see it.")
        case .officeUnknown(let text):
            Bilingual(
                vi: "Không có cơ quan “\(text)”, hoặc bạn không được xem các khoản thu ở đó.",
                en: "There is no office “\(text)”, or you may not see its payments.")
        case .mayNotWrite:
            Bilingual(
                vi: "Chỉ cán bộ một cửa của cơ quan mới được ghi các khoản thu.",
                en: "Only officers at the counter of the office write its payments.")
        default:
            Bilingual(
                vi: "Chỉ người quản trị mới được đặt tài khoản của cơ quan.",
                en: "Only administrators set the account of an office.")
        }
    }

    private var ofAccount: Bilingual {
        switch self {
        case .bankInvalid:
            Bilingual(
                vi: "Mã ngân hàng (BIN) có đúng 6 chữ số, ví dụ 970436.",
                en: "The number of a bank (BIN) has six digits, for instance 970436.")
        case .accountInvalid:
            Bilingual(
                vi: "Số tài khoản có từ 1 đến 19 chữ số hoặc chữ cái không dấu, không có dấu cách.",
                en: "An account number has 1 to 19 digits or plain letters, without spaces.")
        default:
            Bilingual(
                vi: "Hãy ghi tên chủ tài khoản bằng chữ không dấu như ngân hàng, "
                    + "tối đa \(Payments.holderMaximum) chữ.",
                en: "Write the holder without diacritics, as the bank does, "
                    + "\(Payments.holderMaximum) letters at most.")
        }
    }

    private var ofPayment: Bilingual {
        switch self {
        case .amountInvalid:
            Bilingual(
                vi: "Số tiền là số nguyên đồng từ 1 đến 1.000.000.000.",
                en: "The amount is a whole number of đồng from 1 to 1,000,000,000.")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do.", en: "Give the reason.")
        case .reasonTooLong:
            Bilingual(
                vi: "Lý do dài quá \(Payments.reasonMaximum) chữ. Hãy rút ngắn.",
                en: "The reason has more than \(Payments.reasonMaximum) letters.")
        case .alreadyOpen(let amount):
            Bilingual(
                vi: "Hồ sơ đang có một khoản chờ thu \(amount) đồng. "
                    + "Hãy xác nhận hoặc hủy khoản đó trước.",
                en: "A payment of \(amount) đồng waits already. Confirm or cancel it first.")
        case .tooMany:
            Bilingual(
                vi: "Hồ sơ đã có quá nhiều khoản (\(Payments.countMaximum)).",
                en: "There are too many of them already (\(Payments.countMaximum)).")
        case .alreadyPaid(let day):
            Bilingual(
                vi: "Khoản này đã thu ngày \(day.civil.officeText).",
                en: "This was paid on \(day.text) already.")
        case .alreadyCancelled:
            Bilingual(vi: "Khoản này đã hủy.", en: "This was cancelled already.")
        case .notPaid:
            Bilingual(
                vi: "Khoản này chưa thu nên không hoàn được. Hãy hủy nếu yêu cầu nhầm.",
                en: "This is not paid and cannot be refunded. Cancel it if it was a mistake.")
        case .amountDiffers(let asked, let given):
            Bilingual(
                vi: "Khoản này là \(asked) đồng, không phải \(given) đồng. Hãy kiểm tra lại.",
                en: "This payment is of \(asked) đồng, not \(given). Look again.")
        case .refundTooLarge(let left):
            Bilingual(
                vi: "Chỉ còn hoàn được \(left) đồng của khoản này.",
                en: "Only \(left) đồng of this payment can be refunded.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofReceiving: Bilingual {
        switch self {
        case .dayInvalid(let text):
            Bilingual(
                vi: "Không hiểu ngày “\(text)”. Hãy ghi như 2017-07-03.",
                en: "The day “\(text)” is not understood. Write it like 2017-07-03.")
        case .dayAhead(let day):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) chưa đến.", en: "\(day.text) is yet to come.")
        case .dayBeforeAsking(let day):
            Bilingual(
                vi: "Khoản này được yêu cầu ngày \(day.civil.officeText); "
                    + "tiền không thể đến trước.",
                en: "This was asked on \(day.text); the money cannot have come before.")
        case .receiptMissing:
            Bilingual(vi: "Hãy ghi số biên lai.", en: "Give the number of the receipt.")
        default:
            Bilingual(
                vi: "Nội dung dài quá \(Payments.wordsMaximum) chữ. Hãy rút ngắn.",
                en: "This has more than \(Payments.wordsMaximum) letters.")
        }
    }

    private var ofLists: Bilingual {
        switch self {
        case .nothingToConfirm:
            Bilingual(
                vi: "Không có dòng nào để ghi nhận. Hãy dán lại sao kê.",
                en: "There is no line to record. Paste the statement again.")
        default:
            Bilingual(
                vi: "Kỳ này có hơn \(Payments.movementsMaximum) dòng. Hãy chọn kỳ ngắn hơn.",
                en: "There are more than \(Payments.movementsMaximum) rows. Choose a shorter time.")
        }
    }
}
