// Halves of working days: morning and afternoon, counted through the whole calendar.

extension WorkCalendar {
    /// Position of the half in which the moment lies, or else of the next one. The minute of close
    /// still belongs to the half that closes.
    func half(of moment: LocalMinute) throws(CalendarError) -> Int {
        let index = try index(of: moment.day)
        var half = Int(tables.intervalStart[index])
        let end = Int(tables.intervalStart[index + 1])
        while half < end, Int(tables.intervals[half].close) < moment.minuteOfDay { half += 1 }
        return half
    }

    /// The close of the n-th half after the half of the moment; n >= 0.
    public func close(
        ofHalf n: Int, after moment: LocalMinute
    ) throws(CalendarError) -> LocalMinute {
        let start = try half(of: moment)
        if n < -start { throw .outside(span.first - 1, of: span) }
        if n >= tables.intervals.count - start { throw .outside(span.last + 1, of: span) }
        let half = start + n
        return LocalMinute(startOf: day(ofHalf: half)) + Int(tables.intervals[half].close)
    }

    /// The last day whose halves begin at or before the half: found by halving the table.
    private func day(ofHalf half: Int) -> DayNumber {
        var low = 0
        var high = tables.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tables.intervalStart[middle + 1]) <= half {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return span.first + low
    }
}
