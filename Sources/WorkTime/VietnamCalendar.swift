// The calendar every unit inherits from: Viet Nam 2016-2027, Monday to Friday, eight hours.

/// A weekday off and the Saturday worked for it.
struct VietnamSwap: Sendable {
    let off: DayNumber
    let worked: DayNumber
    let confidence: DayConfidence

    init(
        off: (Int, Int, Int), worked: (Int, Int, Int), _ confidence: DayConfidence = .confirmed
    ) {
        self.off = VietnamHoliday(off.0, off.1, off.2, .newYear, .holiday).day
        self.worked = VietnamHoliday(worked.0, worked.1, worked.2, .newYear, .holiday).day
        self.confidence = confidence
    }

    static let all: [VietnamSwap] = [
        VietnamSwap(off: (2018, 12, 31), worked: (2019, 1, 5)),
        VietnamSwap(off: (2019, 4, 29), worked: (2019, 5, 4)),
        VietnamSwap(off: (2024, 4, 29), worked: (2024, 5, 4)),
        VietnamSwap(off: (2025, 5, 2), worked: (2025, 4, 26)),
        VietnamSwap(off: (2026, 1, 2), worked: (2026, 1, 10), .unconfirmed),
        VietnamSwap(off: (2026, 8, 31), worked: (2026, 8, 22)),
    ]

    var rules: [DayRule] {
        let source =
            confidence == .confirmed
            ? "Thông báo hoán đổi ngày làm việc" : "Hiểu biết chung, chưa thấy văn bản"
        return [
            DayRule(
                day: off, kind: .swapOff,
                name: Bilingual(
                    vi: "Ngày nghỉ thay cho ngày \(worked.civil.officeText)",
                    en: "Day off in exchange for \(worked.text)"),
                pair: worked, source: source, confidence: confidence),
            DayRule(
                day: worked, kind: .swapWork,
                name: Bilingual(
                    vi: "Làm bù cho ngày \(off.civil.officeText)", en: "Worked for \(off.text)"),
                pair: off, source: source, confidence: confidence),
        ]
    }
}

extension DaySpan {
    static let vietnam = DaySpan(
        VietnamHoliday(2016, 1, 1, .newYear, .holiday).day,
        VietnamHoliday(2027, 12, 31, .newYear, .holiday).day)
}

extension CalendarVersion {
    /// The data of `WorkCalendar.vietnam`, as any other calendar could be written.
    public static let vietnam: CalendarVersion = {
        let first = DaySpan.vietnam.first
        let holidays = VietnamHoliday.from2016to2021 + VietnamHoliday.from2022to2027
        let days = holidays.map(\.rule) + VietnamSwap.all.flatMap(\.rules)
        return CalendarVersion(
            unit: "VN", issue: 1,
            name: Bilingual(vi: "Lịch làm việc Việt Nam", en: "Working calendar of Viet Nam"),
            decided: first, basis: "BLLĐ 2019 Đ112",
            data: CalendarData(
                span: .vietnam,
                hours: [
                    HoursRule(
                        from: first, week: WeekHours(weekdays: .standard),
                        source: "Giờ mặc định 08:00-12:00, 13:30-17:30")
                ],
                days: days.sorted { $0.day < $1.day }))
    }()
}

extension WorkCalendar {
    /// Viet Nam, 2016-01-01 to 2027-12-31, 08:00-12:00 and 13:30-17:30. The exchange of January
    /// 2026 is unconfirmed and 2027 is a projection; `unconfirmedDays` names them.
    public static let vietnam = WorkCalendar(
        trusted: [.vietnam], span: .vietnam)
}
