// The minutes of the working calendar: sums forward and backward, distances, hours of a day.

extension WorkCalendar {
    /// Working minutes from the first day of the calendar up to the moment.
    @inlinable
    func minutes(before moment: LocalMinute) throws(CalendarError) -> Int {
        let index = try index(of: moment.day)
        let minute = Int32(moment.minuteOfDay)
        var position = Int(tables.intervalStart[index])
        let end = Int(tables.intervalStart[index + 1])
        var sum = tables.minutesBefore[index]
        while position < end {
            let interval = tables.intervals[position]
            if minute <= interval.open { break }
            sum &+= min(minute, interval.close) &- interval.open
            position += 1
        }
        return Int(sum)
    }

    /// The moment at which so many working minutes have passed; before it when negative.
    ///
    /// A sum forward that ends with an interval ends at its close (17:30), a sum backward at its
    /// opening, and 0 minutes change nothing. Taking back what was added leads to the same working
    /// minute.
    @inlinable
    public func adding(
        minutes: Int, to moment: LocalMinute
    ) throws(CalendarError) -> LocalMinute {
        let before = try self.minutes(before: moment)
        if minutes == 0 { return moment }
        let total = Int(tables.minutesBefore[tables.count])
        if minutes > total - before { throw .outside(tables.span.last + 1, of: tables.span) }
        if minutes < -before { throw .outside(tables.span.first - 1, of: tables.span) }
        return minutes > 0
            ? self.moment(ofMinute: before + minutes, atOpening: 0)
            : self.moment(ofMinute: before + minutes + 1, atOpening: 1)
    }

    /// Where the x-th working minute of the calendar ends (or begins, with `atOpening` 1).
    /// x lies in 1...total.
    @inlinable
    func moment(ofMinute x: Int, atOpening: Int) -> LocalMinute {
        var workday = Int(tables.workdayOfRun[(x - 1) >> 8])
        while Int(tables.minutesThrough[workday]) < x { workday += 1 }
        let day = tables.workdays[workday]
        let index = Int(day.rawValue) - tables.first
        let ofDay = x - Int(tables.minutesBefore[index])
        var position = Int(tables.intervalStart[index + 1]) - 1
        while Int(tables.intervals[position].before) >= ofDay { position -= 1 }
        let interval = tables.intervals[position]
        let minute = Int(interval.open) + ofDay - Int(interval.before) - atOpening
        return LocalMinute(rawValue: Int(day.rawValue) * 1_440 + minute)
    }

    /// Working minutes between two moments; negative when `end` comes first.
    @inlinable
    public func workingMinutes(
        from start: LocalMinute, to end: LocalMinute
    ) throws(CalendarError) -> Int {
        try minutes(before: end) - minutes(before: start)
    }

    /// Working minutes left until `due`, negative when it is over: what a list of work shows.
    @inlinable
    public func remaining(
        at now: LocalMinute, until due: LocalMinute
    ) throws(CalendarError) -> Int {
        try workingMinutes(from: now, to: due)
    }

    /// The hours of the day, `.closed` on a day off.
    public func hours(of day: DayNumber) throws(CalendarError) -> DayHours {
        let index = try index(of: day)
        let range = Int(tables.intervalStart[index])..<Int(tables.intervalStart[index + 1])
        return DayHours(
            tables.intervals[range].map {
                OfficeInterval(
                    open: MinuteOfDay(trusted: Int($0.open)),
                    close: MinuteOfDay(trusted: Int($0.close)))
            })
    }

    /// The minute at which the office closes; throws `dayOff` where it does not open.
    @inlinable
    public func close(of day: DayNumber) throws(CalendarError) -> LocalMinute {
        let index = try index(of: day)
        let end = Int(tables.intervalStart[index + 1])
        if end == Int(tables.intervalStart[index]) { throw .dayOff(day) }
        return LocalMinute(startOf: day) + Int(tables.intervals[end - 1].close)
    }

    /// The minute at which the office opens; throws `dayOff` where it does not.
    @inlinable
    public func opening(of day: DayNumber) throws(CalendarError) -> LocalMinute {
        let index = try index(of: day)
        let start = Int(tables.intervalStart[index])
        if start == Int(tables.intervalStart[index + 1]) { throw .dayOff(day) }
        return LocalMinute(startOf: day) + Int(tables.intervals[start].open)
    }

    /// True within office hours; the opening minute is in, the closing one is out.
    public func isOpen(at moment: LocalMinute) throws(CalendarError) -> Bool {
        try minutes(before: moment) < minutes(before: moment + 1)
    }
}
