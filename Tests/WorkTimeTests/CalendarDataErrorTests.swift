// Data that make no calendar are refused with the reason, whatever they are.
import Testing
import WorkTime

@Suite struct CalendarDataErrorTests {
    typealias Make = CalendarInheritanceTests

    static let standard = HoursRule(
        from: date("2017-01-01"), week: WeekHours(weekdays: .standard), source: "test")
    static let year = DaySpan(date("2017-01-01"), date("2017-12-31"))

    func compile(_ data: CalendarData...) throws(CalendarDataError) -> WorkCalendar {
        try WorkCalendar(data.enumerated().map { Make.version("U\($0.offset)", $0.element) })
    }

    @Test func `a calendar needs a span`() {
        #expect(throws: CalendarDataError.spanMissing) { try WorkCalendar([]) }
        #expect(throws: CalendarDataError.spanMissing) {
            try compile(CalendarData(hours: [Self.standard]))
        }
    }

    @Test(arguments: [
        DaySpan(date("2017-12-31"), date("2017-01-01")),
        DaySpan(date("2017-01-01"), date("2300-01-01")),
        DaySpan(DayNumber(rawValue: .min), DayNumber(rawValue: .max)),
        DaySpan(DayNumber(rawValue: .max), DayNumber(rawValue: .min)),
    ])
    func `an empty or endless span is refused`(_ span: DaySpan) {
        #expect(throws: CalendarDataError.spanImpossible(span)) {
            try compile(CalendarData(span: span, hours: [Self.standard]))
        }
    }

    @Test func `a child knows no day its parent does not know`() {
        let longer = DaySpan(date("2017-06-01"), date("2018-01-01"))
        #expect(throws: CalendarDataError.spanBeyondParent(unit: "U1", longer)) {
            try compile(
                CalendarData(span: Self.year, hours: [Self.standard]), CalendarData(span: longer))
        }
    }

    @Test func `every day needs hours, even if it is closed`() {
        let late = HoursRule(
            from: date("2017-02-01"), week: WeekHours(weekdays: .standard), source: "test")
        #expect(throws: CalendarDataError.hoursMissing(date("2017-01-01"))) {
            try compile(CalendarData(span: Self.year, hours: [late]))
        }
        let short = HoursRule(
            from: date("2017-01-01"), through: date("2017-03-31"),
            week: WeekHours(weekdays: .standard), source: "test")
        #expect(throws: CalendarDataError.hoursMissing(date("2017-04-01"))) {
            try compile(CalendarData(span: Self.year, hours: [short]))
        }
    }

    static let disordered: [DayHours] = [
        Make.hours(("13:30", "17:30"), ("08:00", "12:00")),
        Make.hours(("08:00", "12:00"), ("11:00", "17:30")),
        Make.hours(("08:00", "12:00"), ("12:00", "17:30")),
        Make.hours(("08:00", "08:00")),
        Make.hours(("12:00", "08:00")),
    ]

    @Test(arguments: disordered)
    func `intervals that overlap, touch or turn back are refused`(_ hours: DayHours) {
        var week = WeekHours(weekdays: .standard)
        week.wednesday = hours
        let rule = HoursRule(from: date("2017-01-01"), week: week, source: "test")
        let ofWeek = CalendarDataError.hoursDisordered(unit: "U0", from: date("2017-01-01"))
        #expect(throws: ofWeek) { try compile(CalendarData(span: Self.year, hours: [rule])) }
        let ofDay = CalendarDataError.hoursDisordered(unit: "U0", from: date("2017-07-05"))
        let day = Make.rule("2017-07-05", .opening, hours: hours)
        #expect(throws: ofDay) {
            try compile(CalendarData(span: Self.year, hours: [Self.standard], days: [day]))
        }
    }

    @Test func `a day may be stated once, inside the span`() {
        let twice = CalendarData(
            span: Self.year, hours: [Self.standard],
            days: [Make.rule("2017-07-05", .closure), Make.rule("2017-07-05", .opening)])
        #expect(throws: CalendarDataError.dayRuledTwice(unit: "U0", date("2017-07-05"))) {
            try compile(twice)
        }
        let outside = CalendarData(
            span: Self.year, hours: [Self.standard], days: [Make.rule("2018-01-01", .closure)])
        #expect(throws: CalendarDataError.dayOutsideSpan(unit: "U0", date("2018-01-01"))) {
            try compile(outside)
        }
    }

    @Test func `a calendar without a single working day answers nothing and traps nowhere`() throws
    {
        let closed = HoursRule(
            from: date("2017-01-01"), week: WeekHours(weekdays: .closed), source: "test")
        let calendar = try compile(CalendarData(span: Self.year, hours: [closed]))
        let noon = clock("2017-07-03T12:00")
        #expect(throws: CalendarError.self) {
            try calendar.workingDay(onOrAfter: date("2017-07-03"))
        }
        #expect(throws: CalendarError.self) { try calendar.adding(minutes: 1, to: noon) }
        #expect(throws: CalendarError.self) { try calendar.adding(minutes: -1, to: noon) }
        #expect(throws: CalendarError.self) { try calendar.close(ofHalf: 0, after: noon) }
        #expect(try calendar.workingMinutes(from: noon, to: noon + 9_000) == 0)
        for term in DossierClockPropertyTests.terms {
            #expect(throws: DeadlineError.self) {
                try Deadline.due(term, received: noon, calendar: calendar)
            }
        }
    }

    @Test func `an office open day and night has every minute`() throws {
        let all = Make.hours(("00:00", "24:00"))
        let rule = HoursRule(
            from: date("2017-01-01"), week: WeekHours(weekdays: all, saturday: all, sunday: all),
            source: "test")
        let calendar = try compile(CalendarData(span: Self.year, hours: [rule]))
        #expect(
            try calendar.adding(minutes: 1_441, to: clock("2017-07-03T00:00")).text
                == "2017-07-04T00:01")
        #expect(
            try calendar.adding(minutes: 1_440, to: clock("2017-07-03T00:00")).text
                == "2017-07-04T00:00")
        #expect(
            try calendar.adding(minutes: -1_440, to: clock("2017-07-04T00:00")).text
                == "2017-07-03T00:00")
    }

    @Test func `every refusal has a sentence in both languages`() {
        let span = Self.year
        let day = date("2017-07-05")
        let errors: [CalendarDataError] = [
            .spanMissing, .spanImpossible(span), .spanBeyondParent(unit: "Q1", span),
            .hoursMissing(day), .hoursDisordered(unit: "Q1", from: day),
            .dayRuledTwice(unit: "Q1", day), .dayOutsideSpan(unit: "Q1", day),
        ]
        #expect(Set(errors.map(\.sentence.vi)).count == errors.count)
        #expect(Set(errors.map(\.sentence.en)).count == errors.count)
        for error in errors.dropFirst(3) {
            #expect(error.sentence.vi.contains("05/07/2017"))
            #expect(error.sentence.en.contains("2017-07-05"))
        }
    }
}
