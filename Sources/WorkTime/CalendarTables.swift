// The calendar as flat tables, made once, so that every sum is one or two look-ups.

/// One interval of a day in the tables.
@usableFromInline
struct TableInterval: Sendable {
    @usableFromInline let open: Int32
    @usableFromInline let close: Int32
    /// Working minutes of the day before the interval.
    @usableFromInline let before: Int32

    @usableFromInline
    init(open: Int32, close: Int32, before: Int32) {
        self.open = open
        self.close = close
        self.before = before
    }
}

/// Index 0 of a day table is the first day of the span; tables of sums have one entry more, so that
/// `[i]` is what lies before day i and `[i + 1]` what lies before or on it.
@usableFromInline
final class CalendarTables: Sendable {
    @usableFromInline let span: DaySpan
    @usableFromInline let first: Int
    @usableFromInline let count: Int
    @usableFromInline let workdaysBefore: ContiguousArray<Int32>
    @usableFromInline let minutesBefore: ContiguousArray<Int32>
    /// The working days in their order.
    @usableFromInline let workdays: ContiguousArray<DayNumber>
    /// Working minutes up to and with the k-th working day.
    @usableFromInline let minutesThrough: ContiguousArray<Int32>
    /// The first working day that holds a minute of each run of 256 working minutes.
    @usableFromInline let workdayOfRun: ContiguousArray<Int32>
    /// Intervals (halves of days) before day i: where its own begin.
    @usableFromInline let intervalStart: ContiguousArray<Int32>
    @usableFromInline let intervals: ContiguousArray<TableInterval>
    /// What is in force for special days, in the order of the days.
    let rules: [DayRule]

    init(span: DaySpan, hours: [DayHours], rules: [DayRule]) {
        var build = CalendarTableBuild()
        for (offset, hours) in hours.enumerated() { build.append(span.first + offset, hours) }
        self.span = span
        first = Int(span.first.rawValue)
        count = hours.count
        workdaysBefore = build.workdaysBefore
        minutesBefore = build.minutesBefore
        workdays = build.workdays
        minutesThrough = build.minutesThrough
        workdayOfRun = build.runs()
        intervalStart = build.intervalStart
        intervals = build.intervals
        self.rules = rules
    }
}

/// The tables while they grow day by day.
private struct CalendarTableBuild {
    var workdaysBefore: ContiguousArray<Int32> = [0]
    var minutesBefore: ContiguousArray<Int32> = [0]
    var intervalStart: ContiguousArray<Int32> = [0]
    var workdays: ContiguousArray<DayNumber> = []
    var minutesThrough: ContiguousArray<Int32> = []
    var intervals: ContiguousArray<TableInterval> = []
    private var minutes: Int32 = 0

    mutating func append(_ day: DayNumber, _ hours: DayHours) {
        var ofDay: Int32 = 0
        for interval in hours.intervals {
            intervals.append(
                TableInterval(
                    open: Int32(interval.open.minutes), close: Int32(interval.close.minutes),
                    before: ofDay))
            ofDay += Int32(interval.minutes)
        }
        minutes += ofDay
        if ofDay > 0 {
            workdays.append(day)
            minutesThrough.append(minutes)
        }
        workdaysBefore.append(Int32(workdays.count))
        minutesBefore.append(minutes)
        intervalStart.append(Int32(intervals.count))
    }

    func runs() -> ContiguousArray<Int32> {
        var runs: ContiguousArray<Int32> = []
        for (workday, through) in minutesThrough.enumerated() {
            while runs.count * 256 < Int(through) { runs.append(Int32(workday)) }
        }
        return runs
    }
}
