// Which days a register holds: a month, or some days of at most a month.

import WorkTime

extension Registers {
    /// - Parameters:
    ///   - period: A month as addresses write it, `2017-07`; empty for that of the day.
    ///   - from: First day, when days are named; empty for the whole month.
    static func span(
        period: String, from: String, through: String, on today: DayNumber
    ) throws(Rejection) -> DaySpan {
        if !from.isEmpty || !through.isEmpty {
            guard let first = DayNumber(from), let last = DayNumber(through), first <= last else {
                throw .daysInvalid
            }
            if last - first >= daysMaximum { throw .periodTooLong }
            return DaySpan(first, last)
        }
        let month = today.month < 10 ? "0\(today.month)" : "\(today.month)"
        let text = period.isEmpty ? "\(today.year)-\(month)" : period
        guard let found = Reports.Period(text) else { throw .periodUnknown(text) }
        if found.span.last - found.span.first >= daysMaximum { throw .periodTooLong }
        return found.span
    }
}
