// Terms as working minutes, so that terms of different units can be added and compared.

import WorkTime

extension Term {
    /// Working minutes; the same day is one day. Days of the calendar count as 5 working days in 7,
    /// rounded down. Stops at the largest number there is.
    public func minutes(perDay: Int) -> Int {
        switch self {
        case .workingMinutes(let amount): amount
        case .workingDays(let amount): amount.saturatingProduct(perDay)
        case .halfDays(let amount): amount.saturatingProduct(perDay) / 2
        case .calendarDays(let amount): amount.saturatingProduct(5).saturatingProduct(perDay) / 7
        case .sameDay: perDay
        }
    }
}

extension TimeSum {
    /// `11,5 ngày làm việc`, `1 ngày làm việc 2 giờ`, as the office counts its day.
    public func phrase(ofMinutes minutes: Int) -> Bilingual {
        if minutesPerDay > 0, minutes.saturatingProduct(2) % minutesPerDay == 0 {
            return Term.halfDays(minutes.saturatingProduct(2) / minutesPerDay).tablePhrase
        }
        guard minutesPerDay > 0, minutes > minutesPerDay else {
            return Term.workingMinutes(minutes).phrase
        }
        let days = Term.halfDays(minutes / minutesPerDay * 2).tablePhrase
        let rest = Term.workingMinutes(minutes % minutesPerDay).phrase
        return [days, rest].joined(separator: " ")
    }
}

extension Int {
    func saturatingProduct(_ other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    func saturatingSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (self < 0 ? .min : .max) : sum
    }
}
