// The sentences of the refusals of Processes.

import ProcessModel
import WorkTime

extension Processes.Rejection: Refusal {
    public var code: String { "processes.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .noSuchIssue: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .effectiveMissing, .effectiveBeforeLast: "effective"
        case .reasonMissing: "reason"
        case .retiresBeforeEffective: "through"
        case .unreadable: "yaml"
        case .mayNotPublish, .unknown, .noSuchIssue, .codeInvalid, .issueNotNext, .noSuchDraft,
            .unclear,
            .notInForce:
            nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotPublish:
            Bilingual(
                vi: "Chỉ người phụ trách quy trình của đơn vị được soạn và ban hành.",
                en: "Only those in charge of processes may draft and publish.")
        case .unknown(let code):
            Bilingual(
                vi: "Không có quy trình mang mã “\(code)”.", en: "There is no process “\(code)”.")
        case .noSuchIssue(let code, let issue):
            Bilingual(
                vi: "Quy trình “\(code)” không có lần ban hành \(issue).",
                en: "The process “\(code)” has no issue \(issue).")
        case .codeInvalid(let code):
            Bilingual(
                vi: "Mã “\(code)” không dùng được: chỉ gồm chữ, số, dấu chấm, gạch; tối đa 64.",
                en: "“\(code)” is no code: letters, digits, dots and dashes, at most 64.")
        case .issueNotNext(let expected):
            Bilingual(
                vi: "Lần ban hành phải là \(expected). Hãy mở lại bản mới nhất rồi sửa.",
                en: "The issue must be number \(expected). Open the newest one and change it.")
        case .noSuchDraft(let issue):
            Bilingual(
                vi: "Lần ban hành \(issue) không phải bản dự thảo đang chờ.",
                en: "Issue \(issue) is not the waiting draft.")
        case .effectiveMissing:
            Bilingual(
                vi: "Chưa có ngày. Hãy chọn ngày theo lịch.",
                en: "The date is missing. Choose a day of the calendar.")
        case .effectiveBeforeLast(let day):
            Bilingual(
                vi: "Ngày hiệu lực phải sau ngày \(day) của lần ban hành trước.",
                en: "The effective date must be after \(day), that of the issue before.")
        case .unclear(let findings):
            Bilingual(
                vi: "Chưa ban hành được: còn \(findings.count) chỗ chưa rõ. "
                    + (findings.first?.message.vi ?? ""),
                en: "Not published: \(findings.count) places are not clear. "
                    + (findings.first?.message.en ?? ""))
        case .notInForce:
            Bilingual(
                vi: "Quy trình này không có lần ban hành nào đang hiệu lực.",
                en: "No issue of this process is in force.")
        case .reasonMissing:
            Bilingual(
                vi: "Chưa ghi lý do. Hãy viết vì sao ngừng dùng quy trình.",
                en: "The reason is missing. Write why the process is no longer used.")
        case .retiresBeforeEffective(let day):
            Bilingual(
                vi: "Ngày cuối phải từ \(day) trở đi: lần ban hành này có hiệu lực từ ngày đó.",
                en: "The last day must be \(day) or later: the issue begins on that day.")
        case .unreadable(let findings):
            Bilingual(
                vi: "Chưa lưu: không đọc được bảng bước. "
                    + (findings.first.map { "\($0.message.vi): \($0.mend.vi)" }
                        ?? "Hãy dán bảng bước dạng YAML."),
                en: "Not kept: this step table cannot be read. "
                    + (findings.first.map { "\($0.message.en): \($0.mend.en)" }
                        ?? "Paste a step table in YAML."))
        }
    }
}
