// What is known about the calendar of Viet Nam: sums of years, single days, their names and marks.
import Testing
import WorkTime

@Suite struct WorkCalendarFactTests {
    let calendar = WorkCalendar.vietnam

    @Test func `the data of the built-in calendar pass the checks every calendar passes`() throws {
        let checked = try WorkCalendar([.vietnam])
        #expect(checked == calendar)
        #expect(checked.span == DaySpan(date("2016-01-01"), date("2027-12-31")))
        #expect(checked.label == "VN/1")
    }

    @Test(
        arguments: [
            (.statutory, 129), (.compensatoryOff, 35), (.swapOff, 6), (.swapWork, 6),
            (.closure, 0), (.opening, 0), (.ordinary, 0),
        ] as [(DayKind, Int)])
    func `every kind of day is there as often as published`(_ kind: DayKind, _ count: Int) {
        let days = calendar.specialDays(in: calendar.span)
        #expect(days.count { $0.kind == kind } == count)
    }

    @Test(arguments: [
        (2_016, 251), (2_017, 250), (2_018, 250), (2_019, 252), (2_020, 252), (2_021, 250),
        (2_022, 249), (2_023, 249), (2_024, 251), (2_025, 250), (2_026, 249), (2_027, 249),
    ])
    func `a year has its number of working days`(_ year: Int, _ count: Int) throws {
        let days = (0..<366).map { date("\(year)-01-01") + $0 }.filter { $0.year == year }
        #expect(try days.count { try calendar.isWorkingDay($0) } == count)
    }

    @Test(arguments: [
        "2018-12-31", "2019-04-29", "2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31",
        "2017-09-04", "2017-05-02", "2026-11-24", "2017-07-08", "2017-07-09",
    ])
    func `a day off is off`(_ text: String) throws {
        #expect(try !calendar.isWorkingDay(date(text)))
        #expect(try calendar.hours(of: date(text)) == .closed)
        #expect(throws: CalendarError.dayOff(date(text))) { try calendar.close(of: date(text)) }
        #expect(throws: CalendarError.dayOff(date(text))) { try calendar.opening(of: date(text)) }
    }

    @Test(arguments: [
        "2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22",
    ])
    func `a Saturday worked in exchange has the hours of a weekday`(_ text: String) throws {
        #expect(date(text).weekday == .saturday)
        #expect(try calendar.isWorkingDay(date(text)))
        #expect(try calendar.hours(of: date(text)) == .standard)
        #expect(try calendar.close(of: date(text)).text == text + "T17:30")
        #expect(try calendar.opening(of: date(text)).text == text + "T08:00")
        let rule = try #require(calendar.specialDay(on: date(text)))
        let pair = try #require(rule.pair)
        #expect(calendar.specialDay(on: pair)?.pair == date(text))
    }

    @Test func `what is not confirmed says so`() {
        let unconfirmed = calendar.unconfirmedDays
        #expect(
            unconfirmed.filter { $0.confidence == .unconfirmed }.map(\.day.text) == [
                "2026-01-02", "2026-01-10",
            ])
        let projected = unconfirmed.filter { $0.confidence == .projection }
        #expect(projected.allSatisfy { $0.day.year == 2_027 })
        #expect(projected.count == 15)
        let of2027 = calendar.specialDays(in: DaySpan(date("2027-01-01"), date("2027-12-31")))
        #expect(of2027.count == projected.count)
    }

    @Test func `special days carry their names in both languages`() throws {
        let national = try #require(calendar.specialDay(on: date("2017-09-04")))
        #expect(
            national.name
                == Bilingual(
                    vi: "Quốc khánh (nghỉ bù)", en: "National Day (in lieu)"))
        #expect(national.kind == .compensatoryOff)
        let projected = try #require(calendar.specialDay(on: date("2027-09-02")))
        #expect(projected.phrase.vi == "02/09/2027 Quốc khánh (dự kiến)")
        #expect(projected.phrase.en == "2027-09-02 National Day (projected)")
        #expect(calendar.specialDay(on: date("2017-07-03")) == nil)
        for rule in calendar.specialDays(in: calendar.span) {
            #expect(!rule.name.vi.isEmpty && !rule.name.en.isEmpty && !rule.source.isEmpty)
        }
    }

    @Test func `the special days of a span come in order and no others`() {
        let days = calendar.specialDays(in: DaySpan(date("2017-01-25"), date("2017-02-03")))
        #expect(
            days.map(\.day.text) == [
                "2017-01-26", "2017-01-27", "2017-01-28", "2017-01-29", "2017-01-30", "2017-01-31",
                "2017-02-01",
            ])
        #expect(calendar.specialDays(in: DaySpan(date("2017-02-03"), date("2017-01-25"))).isEmpty)
        let before = DaySpan(DayNumber(rawValue: .min), date("2015-12-31"))
        let after = DaySpan(date("2028-01-01"), DayNumber(rawValue: .max))
        #expect(calendar.specialDays(in: before).isEmpty)
        #expect(calendar.specialDays(in: after).isEmpty)
        let all = DaySpan(DayNumber(rawValue: .min), DayNumber(rawValue: .max))
        #expect(calendar.specialDays(in: all).count == 176)
    }
}
