// The days that differ from their weekday, with their names: for explanations and calendar pages.

extension WorkCalendar {
    /// What holds for the day beyond its weekday; nil for a day like any other.
    public func specialDay(on day: DayNumber) -> DayRule? {
        specialDays(in: DaySpan(day, day)).first
    }

    /// The rules in force in the span, in the order of the days; days outside the calendar have
    /// none.
    public func specialDays(in span: DaySpan) -> [DayRule] {
        let start = firstRule { $0.day >= span.first }
        return Array(tables.rules[start...].prefix { $0.day <= span.last })
    }

    /// The rules that are not confirmed, in the order of the days.
    public var unconfirmedDays: [DayRule] { tables.rules.filter { $0.confidence != .confirmed } }

    private func firstRule(where isReached: (DayRule) -> Bool) -> Int {
        var low = 0
        var high = tables.rules.count
        while low < high {
            let middle = (low + high) / 2
            if isReached(tables.rules[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
