// The public holidays of Viet Nam by name, and the shape of a row of the tables beside.

/// One row: a day off and the reason for it.
struct VietnamHoliday: Sendable {
    /// How the day came to be off.
    enum Reason: Sendable {
        /// The day itself.
        case holiday
        /// The holiday fell on a weekend.
        case inLieu
        /// Added to Tết by the yearly decision.
        case byDecision
    }

    enum Name: Sendable, CaseIterable {
        case newYear, lunar29th, lunarNewYearEve, lunarNewYear, lunarSecond, lunarThird
        case lunarFourth, lunarFifth, hungKings, victory, labour, nationalDay, cultureDay
    }

    let day: DayNumber
    let name: Name
    let reason: Reason

    init(_ year: Int, _ month: Int, _ day: Int, _ name: Name, _ reason: Reason) {
        let civil = CivilDate(year: year, month: month, day: day)
        self.day = DayNumber(rawValue: Int32(clamping: civil.dayNumber))
        self.name = name
        self.reason = reason
    }

    /// The general rules give the days of 2027; the decision of that year is still to come.
    static let projectedFrom = VietnamHoliday(2027, 1, 1, .newYear, .holiday).day

    var rule: DayRule {
        let suffix =
            reason == .inLieu
            ? Bilingual(vi: " (nghỉ bù)", en: " (in lieu)") : Bilingual(vi: "", en: "")
        let projected = day >= Self.projectedFrom
        return DayRule(
            day: day, kind: reason == .holiday ? .statutory : .compensatoryOff,
            name: name.text + suffix,
            source: projected ? Self.projectedSource : Self.publishedSource,
            confidence: projected ? .projection : .confirmed)
    }

    static let publishedSource = "Bộ luật Lao động (BLLĐ 2019 Đ112), lịch nghỉ lễ từng năm"
    static let projectedSource = "Tính theo BLLĐ 2019 Đ112, chưa có quyết định của năm"
}

extension VietnamHoliday.Name {
    var text: Bilingual {
        switch self {
        case .newYear: Bilingual(vi: "Tết Dương lịch", en: "New Year's Day")
        case .lunar29th: Bilingual(vi: "29 Tết", en: "Lunar New Year, two days before")
        case .lunarNewYearEve:
            Bilingual(vi: "Giao thừa Tết Nguyên Đán", en: "Lunar New Year's Eve")
        case .lunarNewYear: Bilingual(vi: "Tết Nguyên Đán", en: "Lunar New Year")
        case .lunarSecond:
            Bilingual(vi: "Mùng hai Tết Nguyên Đán", en: "Lunar New Year, second day")
        case .lunarThird:
            Bilingual(vi: "Mùng ba Tết Nguyên Đán", en: "Lunar New Year, third day")
        case .lunarFourth:
            Bilingual(vi: "Mùng bốn Tết Nguyên Đán", en: "Lunar New Year, fourth day")
        case .lunarFifth:
            Bilingual(vi: "Mùng năm Tết Nguyên Đán", en: "Lunar New Year, fifth day")
        case .hungKings:
            Bilingual(vi: "Ngày Giỗ Tổ Hùng Vương", en: "Hùng Kings' Commemoration Day")
        case .victory: Bilingual(vi: "Ngày Chiến thắng", en: "Victory Day")
        case .labour: Bilingual(vi: "Ngày Quốc tế Lao động", en: "International Labour Day")
        case .nationalDay: Bilingual(vi: "Quốc khánh", en: "National Day")
        case .cultureDay: Bilingual(vi: "Ngày Văn hóa Việt Nam", en: "Viet Nam Culture Day")
        }
    }
}
