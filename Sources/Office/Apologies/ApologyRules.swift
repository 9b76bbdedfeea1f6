// When an apology is given, and by whom.

import Engine
import WorkTime

extension Apologies {
    public enum Rejection: Error, Hashable, Sendable {
        case onlyForLeaders
        /// The office has done its part, or waits for the citizen: no date runs.
        case noAppointment
        /// At most one new appointment (NĐ 61/2018 Đ19k9).
        case alreadyApologised
        case reasonMissing
        case reasonTooLong
        case dayMissing
        case dayOff(DayNumber)
        /// Not after the appointment that cannot be kept, or not after today.
        case dayTooEarly(DayNumber)
        case dayTooFar(DayNumber)
        case unknown(String)
        /// There is no paper before it is signed.
        case notSigned
    }

    static let reasonMaximum = 1_000
    /// Working days after the appointment; a setting, no law says how far.
    static let daysMaximum = 60

    /// What `decide` must know beside the dossier.
    struct Surroundings {
        let now: LocalMinute
        let calendar: WorkCalendar
        /// The appointment as it stands; `nil` while no date runs.
        let due: LocalMinute?
        /// Name and title of the leader who signs; `nil` for anybody else.
        let signer: (name: String, title: String)?
    }

    /// Says what is told, or why it may not. Reads only its arguments.
    static func decide(
        reason: String, day: DayNumber?, before: Apology?, in around: Surroundings
    ) throws(Rejection) -> Apology {
        guard let signer = around.signer else { throw .onlyForLeaders }
        if before != nil { throw .alreadyApologised }
        guard let due = around.due else { throw .noAppointment }
        if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
        if reason.count > reasonMaximum { throw .reasonTooLong }
        guard let day else { throw .dayMissing }
        if day <= due.day || day <= around.now.day { throw .dayTooEarly(due.day) }
        guard let close = try? around.calendar.close(of: day) else { throw .dayOff(day) }
        let limit = try? around.calendar.adding(
            minutes: daysMaximum * 480, to: max(due, around.now))
        if limit.map({ close > $0 }) ?? true { throw .dayTooFar(day) }
        return Apology(
            at: around.now, reason: reason, before: due, newAppointment: close,
            signer: signer.name, signerTitle: signer.title)
    }
}

extension Apologies.Rejection: Refusal {
    public var code: String { "apologies.\(String(describing: self).prefix { $0 != "(" })" }

    public var isNotFound: Bool {
        switch self {
        case .unknown, .notSigned: true
        default: false
        }
    }

    public var field: String? {
        switch self {
        case .reasonMissing, .reasonTooLong: "reason"
        case .dayMissing, .dayOff, .dayTooEarly, .dayTooFar: "day"
        case .onlyForLeaders, .noAppointment, .alreadyApologised, .unknown, .notSigned: nil
        }
    }

    public var sentence: Bilingual {
        switch self {
        case .onlyForLeaders:
            Bilingual(
                vi: "Phiếu xin lỗi do lãnh đạo cơ quan ký.",
                en: "Leaders of the office sign apologies.")
        case .noAppointment:
            Bilingual(
                vi: "Hồ sơ này hiện không có ngày hẹn đang chạy.",
                en: "No appointment runs for this dossier now.")
        case .alreadyApologised:
            Bilingual(
                vi: "Hồ sơ đã được xin lỗi và hẹn lại một lần; chỉ được hẹn lại một lần "
                    + "(NĐ 61/2018 Đ19k9).",
                en: "A new appointment was given; there is one at most (NĐ 61/2018 Đ19k9).")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do chậm.", en: "Say why it takes longer.")
        case .reasonTooLong:
            Bilingual(
                vi: "Lý do dài quá \(Apologies.reasonMaximum) chữ.",
                en: "The reason has more than \(Apologies.reasonMaximum) letters.")
        case .dayMissing:
            Bilingual(
                vi: "Hãy ghi ngày hẹn mới, ví dụ 2017-09-05.",
                en: "Give the new day, like 2017-09-05.")
        case .dayOff(let day):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) là ngày nghỉ. Hãy chọn ngày làm việc.",
                en: "\(day.text) is a day off. Choose a working day.")
        case .dayTooEarly(let day):
            Bilingual(
                vi: "Ngày hẹn mới phải sau hôm nay và sau ngày hẹn cũ \(day.civil.officeText).",
                en: "The new day must lie after today and after \(day.text).")
        case .dayTooFar(let day):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) quá xa: tối đa \(Apologies.daysMaximum) ngày "
                    + "làm việc.",
                en: "\(day.text) is too far: \(Apologies.daysMaximum) working days at most.")
        case .notSigned:
            Bilingual(
                vi: "Phiếu xin lỗi này chưa ký nên chưa in được. Lãnh đạo ký ở trang phiếu.",
                en: "This apology is not signed yet, so there is nothing to print.")
        case .unknown(let code):
            Bilingual(
                vi: "Không tìm thấy hồ sơ “\(code)”, hoặc bạn không được xem.",
                en: "The dossier “\(code)” was not found, or you may not see it.")
        }
    }
}
