// A child unit's calendar: what it takes over, what it overrides, since when.
import Testing
import WorkTime

@Suite struct CalendarInheritanceTests {
    static func version(
        _ unit: String, _ data: CalendarData, issue: Int = 1
    ) -> CalendarVersion {
        CalendarVersion(
            unit: unit, issue: issue, name: Bilingual(vi: "Lịch \(unit)", en: "Calendar \(unit)"),
            decided: date("2017-01-01"), basis: "invented for the test", data: data)
    }

    static func hours(_ intervals: (String, String)...) -> DayHours {
        DayHours(
            intervals.map { pair in
                OfficeInterval(
                    open: MinuteOfDay(pair.0) ?? .sameDayCutoff,
                    close: MinuteOfDay(pair.1) ?? .sameDayCutoff)
            })
    }

    static func rule(
        _ day: String, _ kind: DayKind, hours: DayHours? = nil, pair: String? = nil
    ) -> DayRule {
        DayRule(
            day: date(day), kind: kind, name: Bilingual(vi: "ngày thử", en: "day of the test"),
            hours: hours, pair: pair.map { date($0) }, source: "test")
    }

    func child(_ data: CalendarData) throws -> WorkCalendar {
        try WorkCalendar.vietnam.inherited(by: Self.version("Q1", data))
    }

    @Test func `a child that says nothing works as its parent`() throws {
        let calendar = try child(CalendarData())
        #expect(calendar.span == WorkCalendar.vietnam.span)
        #expect(calendar.label == "VN/1 Q1/1")
        #expect(calendar != .vietnam)
        for offset in stride(from: 0, to: 4_383, by: 7) {
            let day = calendar.span.first + offset
            #expect(try calendar.hours(of: day) == WorkCalendar.vietnam.hours(of: day))
        }
    }

    @Test func `own hours hold from their day on and only as long as they say`() throws {
        let early = Self.hours(("07:00", "11:30"), ("13:30", "17:00"))
        let calendar = try child(
            CalendarData(hours: [
                HoursRule(
                    from: date("2017-07-01"), through: date("2017-07-31"),
                    week: WeekHours(weekdays: early), source: "summer")
            ]))
        #expect(try calendar.hours(of: date("2017-06-30")) == .standard)
        #expect(try calendar.hours(of: date("2017-07-03")) == early)
        #expect(try calendar.close(of: date("2017-07-31")).text == "2017-07-31T17:00")
        #expect(try calendar.hours(of: date("2017-08-01")) == .standard)
        #expect(
            try calendar.adding(minutes: 1, to: clock("2017-06-30T17:30")).text
                == "2017-07-03T07:01")
    }

    @Test func `of two rules of one unit the later one counts`() throws {
        let short = Self.hours(("08:00", "11:00"))
        let calendar = try child(
            CalendarData(hours: [
                HoursRule(
                    from: date("2017-07-10"), week: WeekHours(weekdays: short), source: "b"),
                HoursRule(
                    from: date("2017-07-01"), week: WeekHours(weekdays: .standard), source: "a"),
            ]))
        #expect(try calendar.hours(of: date("2017-07-07")) == .standard)
        #expect(try calendar.hours(of: date("2017-07-10")) == short)
    }

    @Test func `a unit that works on Saturday mornings counts them`() throws {
        let morning = Self.hours(("08:00", "12:00"))
        let calendar = try child(
            CalendarData(hours: [
                HoursRule(
                    from: date("2017-07-01"),
                    week: WeekHours(weekdays: .standard, saturday: morning), source: "test")
            ]))
        #expect(try calendar.isWorkingDay(date("2017-07-08")))
        #expect(try calendar.nextWorkingDay(after: date("2017-07-07")).text == "2017-07-08")
        #expect(try calendar.close(of: date("2017-07-08")).text == "2017-07-08T12:00")
        #expect(
            try calendar.close(ofHalf: 1, after: clock("2017-07-08T09:00")).text
                == "2017-07-10T12:00")
    }

    @Test func `a unit closes, opens and takes back what the parent says`() throws {
        let calendar = try child(
            CalendarData(days: [
                Self.rule("2017-07-05", .closure),
                Self.rule("2017-07-08", .opening),
                Self.rule("2017-09-04", .ordinary),
                Self.rule("2017-07-06", .opening, hours: Self.hours(("08:00", "09:00"))),
            ]))
        #expect(try !calendar.isWorkingDay(date("2017-07-05")))
        #expect(try calendar.hours(of: date("2017-07-08")) == .standard)
        #expect(try calendar.hours(of: date("2017-09-04")) == .standard)
        #expect(try calendar.hours(of: date("2017-07-06")).minutes == 60)
        #expect(
            try calendar.workingDays(after: date("2017-07-03"), through: date("2017-07-10")) == 5)
        let names = calendar.specialDays(in: DaySpan(date("2017-09-01"), date("2017-09-30")))
        #expect(names.map(\.kind) == [.statutory, .ordinary])
    }

    @Test func `a grandchild stands above its child and that above the parent`() throws {
        let ward = Self.version(
            "P1", CalendarData(days: [Self.rule("2017-07-05", .ordinary)]), issue: 3)
        let calendar = try child(
            CalendarData(days: [
                Self.rule("2017-07-05", .closure), Self.rule("2017-07-06", .closure),
            ])
        ).inherited(by: ward)
        #expect(try calendar.isWorkingDay(date("2017-07-05")))
        #expect(try !calendar.isWorkingDay(date("2017-07-06")))
        #expect(try !calendar.isWorkingDay(date("2017-09-04")))
        #expect(calendar.label == "VN/1 Q1/1 P1/3")
    }

    @Test func `a Saturday in exchange takes the hours of the day it stands for`() throws {
        var week = WeekHours(weekdays: .standard)
        week.friday = Self.hours(("08:00", "11:00"))
        let calendar = try child(
            CalendarData(
                hours: [HoursRule(from: date("2017-07-01"), week: week, source: "test")],
                days: [
                    Self.rule("2017-07-07", .swapOff, pair: "2017-07-15"),
                    Self.rule("2017-07-15", .swapWork, pair: "2017-07-07"),
                    Self.rule("2017-07-22", .swapWork),
                ]))
        #expect(try calendar.hours(of: date("2017-07-07")) == .closed)
        #expect(try calendar.hours(of: date("2017-07-15")) == week.friday)
        #expect(try calendar.hours(of: date("2017-07-22")) == .standard)
    }

    @Test func `a child may answer for fewer days`() throws {
        let span = DaySpan(date("2017-01-01"), date("2017-12-31"))
        let calendar = try child(CalendarData(span: span))
        #expect(calendar.span == span)
        #expect(throws: CalendarError.outside(date("2018-01-01"), of: span)) {
            try calendar.isWorkingDay(date("2018-01-01"))
        }
        #expect(calendar.unconfirmedDays.isEmpty)
    }
}
