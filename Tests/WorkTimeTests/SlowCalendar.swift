// The same calendar as a person would count it: day by day, minute by minute, from its own facts.
import WorkTime

/// 2017-2019, 08:00-12:00 and 13:30-17:30. Slow on purpose and without any table of sums.
struct SlowCalendar {
    static let span = DaySpan(date("2017-01-01"), date("2019-12-31"))

    static let off: Set<String> = [
        "2017-01-02", "2017-01-26", "2017-01-27", "2017-01-30", "2017-01-31", "2017-02-01",
        "2017-04-06", "2017-05-01", "2017-05-02", "2017-09-04",
        "2018-01-01", "2018-02-14", "2018-02-15", "2018-02-16", "2018-02-19", "2018-02-20",
        "2018-04-25", "2018-04-30", "2018-05-01", "2018-09-03", "2018-12-31",
        "2019-01-01", "2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08",
        "2019-04-15", "2019-04-29", "2019-04-30", "2019-05-01", "2019-09-02",
    ]
    static let worked: Set<String> = ["2019-01-05", "2019-05-04"]

    private let working: [Bool] = (0..<SlowCalendar.span.count).map { offset in
        let day = SlowCalendar.span.first + offset
        if SlowCalendar.worked.contains(day.text) { return true }
        return !day.weekday.isWeekend && !SlowCalendar.off.contains(day.text)
    }

    func isWorkingDay(_ day: DayNumber) -> Bool { working[day - Self.span.first] }

    func day(_ n: Int, workingDaysAfter start: DayNumber) -> DayNumber {
        var day = start
        if n == 0 {
            while !isWorkingDay(day) { day = day + 1 }
            return day
        }
        var left = abs(n)
        while left > 0 {
            day = n > 0 ? day + 1 : day - 1
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    func workingDays(after start: DayNumber, through end: DayNumber) -> Int {
        if end < start { return -workingDays(after: end, through: start) }
        var count = 0
        var day = start + 1
        while day <= end {
            if isWorkingDay(day) { count += 1 }
            day = day + 1
        }
        return count
    }

    /// True for a minute that is worked: 08:00 is, 12:00 is not.
    func isWorked(_ minute: LocalMinute) -> Bool {
        let time = minute.minuteOfDay
        guard (480..<720).contains(time) || (810..<1_050).contains(time) else { return false }
        return isWorkingDay(minute.day)
    }

    func adding(minutes: Int, to start: LocalMinute) -> LocalMinute {
        var moment = start
        var left = abs(minutes)
        while left > 0 {
            if minutes < 0 { moment = moment + -1 }
            if isWorked(moment) { left -= 1 }
            if minutes > 0 { moment = moment + 1 }
        }
        return moment
    }

    func workingMinutes(from start: LocalMinute, to end: LocalMinute) -> Int {
        if end < start { return -workingMinutes(from: end, to: start) }
        var count = 0
        var moment = start
        while moment < end {
            if isWorked(moment) { count += 1 }
            moment = moment + 1
        }
        return count
    }
}

/// Dates of tests; a slip of the pen becomes a day that no test can mean.
func date(_ text: String) -> DayNumber { DayNumber(text) ?? DayNumber(rawValue: .min) }

func clock(_ text: String) -> LocalMinute { LocalMinute(text) ?? LocalMinute(rawValue: .min) }
