// Dossiers that were taken in on paper, when the power or the line was down, and are entered later
// (nhập sau). The clock starts at the real time of receipt; the ledger keeps both times.

import WorkTime

extension Dossiers {
    /// What the counter says of a receipt on paper.
    public struct LateReceipt: Sendable, Hashable {
        /// `nil` for what is no time.
        public var receivedAt: LocalMinute?
        public var reason: String
        /// Number of the paper form; may be empty.
        public var paper: String

        public init(receivedAt: LocalMinute?, reason: String, paper: String = "") {
            self.receivedAt = receivedAt
            self.reason = reason
            self.paper = paper
        }
    }

    /// What the register keeps of it.
    public struct LateEntry: Hashable, Sendable, Codable {
        /// When it was entered; the receipt itself is `Registration.receivedAt`.
        public var enteredAt: LocalMinute
        public var reason: String
        public var paper: String
    }

    /// Working days back in which a receipt may lie. No text says how many: a setting, unconfirmed.
    static let lateWorkingDays = 3
    static let lateTextMaximum = 300

    /// The earliest receipt that may still be entered: the opening of the working day that lies so
    /// many back. `nil` beyond the calendar.
    static func lateEarliest(before day: DayNumber, by calendar: WorkCalendar) -> LocalMinute? {
        var (found, left) = (day, lateWorkingDays)
        for _ in 0..<60 where left > 0 {
            found = found - 1
            if (try? calendar.isWorkingDay(found)) == true { left -= 1 }
        }
        return left == 0 ? try? calendar.opening(of: found) : nil
    }

    /// When it was received, or why that may not be entered.
    static func moment(
        of late: LateReceipt, by calendar: WorkCalendar, at now: LocalMinute
    ) throws(Rejection) -> LocalMinute {
        guard let receivedAt = late.receivedAt else { throw .lateTimeInvalid }
        if receivedAt > now { throw .lateInFuture }
        guard let earliest = lateEarliest(before: now.day, by: calendar) else {
            throw .outsideCalendar(now)
        }
        if receivedAt < earliest { throw .lateTooOld(earliest) }
        if late.reason.allSatisfy(\.isWhitespace) { throw .lateReasonMissing }
        if late.reason.count > lateTextMaximum { throw .lateReasonTooLong }
        if late.paper.count > lateTextMaximum { throw .latePaperTooLong }
        return receivedAt
    }
}

extension Dossiers.Rejection {
    /// What is said of a receipt that is entered later.
    var ofLateEntry: Bilingual {
        switch self {
        case .lateTimeInvalid:
            Bilingual(
                vi: "Nhập sau: ghi ngày và giờ đã nhận hồ sơ giấy.",
                en: "Entered later: give the day and the time of the receipt on paper.")
        case .lateInFuture:
            Bilingual(
                vi: "Nhập sau: giờ nhận không được ở sau lúc này.",
                en: "Entered later: the receipt cannot lie in the future.")
        case .lateTooOld(let earliest):
            Bilingual(
                vi: "Nhập sau: chỉ nhận từ \(earliest.time.text) ngày \(earliest.day) trở lại đây, "
                    + "\(Dossiers.lateWorkingDays) ngày làm việc. Hãy báo lãnh đạo cơ quan.",
                en: "Entered later: from \(earliest.time.text) on \(earliest.day), "
                    + "\(Dossiers.lateWorkingDays) working days back. Tell who leads the office.")
        case .lateReasonTooLong:
            Bilingual(
                vi: "Nhập sau: lý do dài quá \(Dossiers.lateTextMaximum) chữ.",
                en: "Entered later: the reason has more than \(Dossiers.lateTextMaximum) letters.")
        case .latePaperTooLong:
            Bilingual(
                vi: "Nhập sau: số phiếu giấy dài quá \(Dossiers.lateTextMaximum) chữ.",
                en: "Entered later: the number has more than \(Dossiers.lateTextMaximum) letters.")
        case .latePaperUsed(let paper, let dossier?):
            Bilingual(
                vi:
                    "Nhập sau: phiếu giấy số “\(paper)” đã nhập thành hồ sơ \(dossier). Hãy mở "
                    + "hồ sơ đó, hoặc xem lại số trên phiếu.",
                en: "Entered later: the paper “\(paper)” was entered as dossier \(dossier). Open "
                    + "that one, or check the number on the paper.")
        case .latePaperUsed(let paper, nil):
            Bilingual(
                vi: "Nhập sau: phiếu giấy số “\(paper)” đã nhập rồi. Hãy xem lại số trên phiếu, "
                    + "hoặc hỏi người đã nhận.",
                en: "Entered later: the paper “\(paper)” was entered before. Check the number, or "
                    + "ask who took it in.")
        case .lateBeforeProcess:
            Bilingual(
                vi: "Nhập sau: ngày đó quy trình chưa có hiệu lực. Hãy xem lại ngày nhận.",
                en: "Entered later: this issue of the process was not in force on that day.")
        default:
            Bilingual(
                vi: "Nhập sau: ghi lý do, ví dụ mất điện từ 8 giờ đến 10 giờ.",
                en: "Entered later: give the reason, such as no power from 8 to 10.")
        }
    }
}
