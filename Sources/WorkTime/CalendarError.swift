// What a calendar cannot answer. It says so and never guesses.

/// Thrown by the sums of a calendar.
@frozen
public enum CalendarError: Error, Hashable, Sendable {
    /// The day, or the day to which the sum would lead, is not in the calendar.
    case outside(DayNumber, of: DaySpan)
    /// The day has no office hours, so it has no opening and no close.
    case dayOff(DayNumber)

    public var sentence: Bilingual {
        switch self {
        case .outside(let day, let span):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) nằm ngoài lịch làm việc (\(span.phrase.vi)); "
                    + "hãy bổ sung lịch làm việc cho thời gian đó rồi tính lại.",
                en: "\(day.text) lies outside the working calendar (\(span.phrase.en)); "
                    + "add the calendar for that time and reckon again.")
        case .dayOff(let day):
            Bilingual(
                vi: "Ngày \(day.civil.officeText) là ngày nghỉ, không có giờ làm việc; "
                    + "hãy chọn một ngày làm việc.",
                en: "\(day.text) is a day off without office hours; choose a working day.")
        }
    }
}

/// Thrown when data cannot be made into a calendar.
public enum CalendarDataError: Error, Hashable, Sendable {
    /// No version at all, or the first one says no span.
    case spanMissing
    /// Empty, or longer than the 200 years a table may hold.
    case spanImpossible(DaySpan)
    /// A child answers for days its parent knows nothing about.
    case spanBeyondParent(unit: String, DaySpan)
    case hoursMissing(DayNumber)
    /// Intervals that overlap, touch, are empty or out of order.
    case hoursDisordered(unit: String, from: DayNumber)
    case dayRuledTwice(unit: String, DayNumber)
    case dayOutsideSpan(unit: String, DayNumber)

    public var sentence: Bilingual {
        switch self {
        case .spanMissing:
            Bilingual(
                vi: "Lịch gốc chưa ghi ngày đầu và ngày cuối; hãy khai thời gian của lịch.",
                en: "The topmost calendar has no first and last day; state its span.")
        case .spanImpossible(let span):
            Bilingual(
                vi: "Lịch \(span.phrase.vi) là rỗng hoặc dài quá 200 năm; hãy sửa hai ngày này.",
                en: "A calendar \(span.phrase.en) is empty or longer than 200 years; mend it.")
        case .spanBeyondParent(let unit, let span):
            Bilingual(
                vi: "Lịch của \(unit) (\(span.phrase.vi)) vượt ra ngoài lịch cấp trên; "
                    + "hãy rút ngắn hoặc bổ sung lịch cấp trên.",
                en: "The calendar of \(unit) (\(span.phrase.en)) exceeds that of its parent; "
                    + "shorten it or extend the parent's.")
        case .hoursMissing(let day):
            Bilingual(
                vi: "Chưa có giờ làm việc cho ngày \(day.civil.officeText); hãy khai giờ làm việc.",
                en: "No office hours are stated for \(day.text); state them.")
        case .hoursDisordered(let unit, let day):
            Bilingual(
                vi: "Giờ làm việc của \(unit) từ ngày \(day.civil.officeText) bị chồng nhau, rỗng "
                    + "hoặc sai thứ tự; hãy sửa các khoảng giờ.",
                en: "The office hours of \(unit) from \(day.text) overlap, are empty or out of "
                    + "order; mend the intervals.")
        case .dayRuledTwice(let unit, let day):
            Bilingual(
                vi: "Lịch của \(unit) khai hai lần ngày \(day.civil.officeText); hãy bỏ một dòng.",
                en: "The calendar of \(unit) states \(day.text) twice; remove one line.")
        case .dayOutsideSpan(let unit, let day):
            Bilingual(
                vi: "Lịch của \(unit) khai ngày \(day.civil.officeText) ngoài thời gian của lịch; "
                    + "hãy sửa ngày hoặc kéo dài lịch.",
                en: "The calendar of \(unit) states \(day.text) outside its span; "
                    + "mend the day or extend the calendar.")
        }
    }
}
