// The sentences of the refusals of procedures.

import WorkTime

extension Procedures.Rejection: Refusal {
    public var code: String { "procedures.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var field: String? {
        switch self {
        case .nationalCodeInvalid: "nationalCode"
        case .subjectsMissing: "subject"
        case .channelsMissing: "channel"
        case .onlineLevelUnclear: "onlineLevel"
        case .returnWaysMissing, .presenceAtHome: "returnWay"
        case .feeInvalid: "fees"
        case .termInvalid: "terms"
        case .effectiveMissing, .effectiveBeforeLast: "effective"
        case .endsBeforeEffective: "through"
        case .reasonMissing: "reason"
        case .unreadable(let field, _): field
        case .mayNotIssue, .unknown, .noProcess, .notOffered, .textTooLong: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotIssue:
            Bilingual(
                vi: "Chỉ người phụ trách quy trình được công bố thủ tục.",
                en: "Only those in charge of processes issue procedures.")
        case .unknown(let code):
            Bilingual(
                vi: "Không có thủ tục mang mã “\(code)”, hoặc thủ tục không còn được tiếp nhận.",
                en: "There is no procedure “\(code)”, or it is not offered any more.")
        case .noProcess(let code):
            Bilingual(
                vi: "Chưa có quy trình “\(code)” được ban hành cho thủ tục này.",
                en: "No published process “\(code)” resolves this procedure.")
        case .notOffered:
            Bilingual(
                vi: "Thủ tục đã có ngày kết thúc.", en: "The procedure has a last day already.")
        case .textTooLong(let text):
            Bilingual(
                vi: "Dòng “\(text.prefix(30))…” dài quá \(Procedures.textMaximum) chữ.",
                en: "“\(text.prefix(30))…” has more than \(Procedures.textMaximum) letters.")
        case .unreadable(_, let line):
            Bilingual(
                vi: "Không đọc được dòng \(line). Hãy ghi các ô cách nhau bằng dấu |.",
                en: "Line \(line) cannot be read. Separate its cells with |.")
        case .nationalCodeInvalid, .subjectsMissing, .channelsMissing, .onlineLevelUnclear,
            .returnWaysMissing, .presenceAtHome, .feeInvalid, .termInvalid:
            ofSheet
        case .effectiveMissing, .effectiveBeforeLast, .endsBeforeEffective, .reasonMissing:
            ofDays
        }
    }

    private var ofSheet: Bilingual {
        switch self {
        case .nationalCodeInvalid(let text):
            Bilingual(
                vi: "Mã quốc gia “\(text)” không đúng dạng, ví dụ 1.001193.",
                en: "“\(text)” is no national code; one looks like 1.001193.")
        case .subjectsMissing:
            Bilingual(vi: "Hãy chọn đối tượng thực hiện.", en: "Choose who may ask for it.")
        case .channelsMissing:
            Bilingual(vi: "Hãy chọn cách thức nộp.", en: "Choose how it may be filed.")
        case .onlineLevelUnclear:
            Bilingual(
                vi: "Nộp trực tuyến phải đi cùng mức độ dịch vụ, và ngược lại.",
                en: "Filing online and its level go together.")
        case .returnWaysMissing:
            Bilingual(vi: "Hãy chọn cách trả kết quả.", en: "Choose how the result goes back.")
        case .presenceAtHome:
            Bilingual(
                vi: "Người dân phải có mặt khi nhận kết quả, nên chỉ trả tại quầy.",
                en: "The citizen must be present, so the result is given at the counter only.")
        case .feeInvalid(let row):
            Bilingual(
                vi: "Dòng \(row) của phí, lệ phí: số tiền từ 0 đến 1.000.000.000 đồng, ngày bắt "
                    + "đầu trước ngày kết thúc.",
                en: "Fee \(row): 0 to 1,000,000,000 đồng, and its first day before its last.")
        case .termInvalid(let row):
            Bilingual(
                vi: "Dòng \(row) của thời hạn: hãy ghi trường hợp.",
                en: "Term \(row): say in which case it holds.")
        default: Bilingual(vi: "", en: "")
        }
    }

    private var ofDays: Bilingual {
        switch self {
        case .effectiveMissing:
            Bilingual(
                vi: "Hãy ghi ngày có hiệu lực, ví dụ 2017-09-01.",
                en: "Give the first day, like 2017-09-01.")
        case .effectiveBeforeLast(let day):
            Bilingual(
                vi: "Ngày hiệu lực phải sau ngày \(day.civil.officeText) của lần trước.",
                en: "The first day must lie after \(day.text), that of the last issue.")
        case .endsBeforeEffective(let day):
            Bilingual(
                vi: "Ngày cuối phải từ \(day.civil.officeText) trở đi.",
                en: "The last day must be \(day.text) or later.")
        case .reasonMissing: Bilingual(vi: "Hãy ghi lý do.", en: "Say why.")
        default: Bilingual(vi: "", en: "")
        }
    }
}
