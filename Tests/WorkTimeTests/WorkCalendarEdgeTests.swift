// Openings, closes, lunch, and the first and last days of a calendar.
import Testing
import WorkTime

@Suite struct WorkCalendarEdgeTests {
    let calendar = WorkCalendar.vietnam

    static let sums: [(String, Int, String)] = [
        ("2017-07-03T08:00", 480, "2017-07-03T17:30"),
        ("2017-07-03T08:00", 240, "2017-07-03T12:00"),
        ("2017-07-03T08:00", 241, "2017-07-03T13:31"),
        ("2017-07-03T12:00", 1, "2017-07-03T13:31"),
        ("2017-07-03T12:45", 1, "2017-07-03T13:31"),
        ("2017-07-03T17:30", 1, "2017-07-04T08:01"),
        ("2017-07-03T00:00", 1, "2017-07-03T08:01"),
        ("2017-07-07T17:29", 2, "2017-07-10T08:01"),
        ("2017-07-08T10:00", 60, "2017-07-10T09:00"),
        ("2017-07-03T09:00", 0, "2017-07-03T09:00"),
        ("2017-07-08T10:00", 0, "2017-07-08T10:00"),
        ("2017-07-03T17:30", -480, "2017-07-03T08:00"),
        ("2017-07-03T13:30", -1, "2017-07-03T11:59"),
        ("2017-07-03T12:00", -240, "2017-07-03T08:00"),
        ("2017-07-03T08:00", -1, "2017-06-30T17:29"),
        ("2017-07-09T10:00", -1, "2017-07-07T17:29"),
        ("2017-01-25T17:00", 31, "2017-02-02T08:01"),
    ]

    @Test(arguments: sums)
    func `a sum of minutes ends at its minute`(
        _ start: String, _ minutes: Int, _ end: String
    ) throws {
        #expect(try calendar.adding(minutes: minutes, to: clock(start)).text == end)
    }

    @Test(arguments: [
        ("2017-07-03T17:00", "2017-07-03T17:30", 30), ("2017-07-03T17:30", "2017-07-04T08:00", 0),
        ("2017-07-04T08:30", "2017-07-03T17:00", -60), ("2017-07-03T12:00", "2017-07-03T13:30", 0),
        ("2017-07-07T09:00", "2017-07-10T09:00", 480),
    ])
    func `what is left is counted in working minutes`(
        _ now: String, _ due: String, _ left: Int
    ) throws {
        #expect(try calendar.remaining(at: clock(now), until: clock(due)) == left)
    }

    @Test func `nothing is guessed before the first or after the last day`() throws {
        let span = calendar.span
        for day in [
            span.first - 1, span.last + 1, DayNumber(rawValue: .min), .init(rawValue: .max),
        ] {
            let error = CalendarError.outside(day, of: span)
            #expect(throws: error) { try calendar.isWorkingDay(day) }
            #expect(throws: error) { try calendar.day(1, workingDaysAfter: day) }
            #expect(throws: error) { try calendar.workingDays(after: span.first, through: day) }
            #expect(throws: error) { try calendar.hours(of: day) }
            #expect(throws: error) { try calendar.close(of: day) }
            let noon = LocalMinute(startOf: day) + 720
            #expect(throws: error) { try calendar.adding(minutes: 1, to: noon) }
            #expect(throws: error) { try calendar.isOpen(at: noon) }
        }
    }

    @Test func `a sum that leaves the calendar says which way`() throws {
        let span = calendar.span
        let last = CalendarError.outside(span.last + 1, of: span)
        let first = CalendarError.outside(span.first - 1, of: span)
        for n in [1, 2, 10_000, Int.max] {
            #expect(throws: last) { try calendar.day(n, workingDaysAfter: span.last) }
            #expect(throws: last) {
                try calendar.adding(minutes: n, to: LocalMinute(startOf: span.last) + 1_050)
            }
        }
        for n in [-1, -2, -10_000, Int.min] {
            #expect(throws: first) { try calendar.day(n, workingDaysAfter: span.first) }
            #expect(throws: first) {
                try calendar.adding(minutes: n, to: LocalMinute(startOf: span.first))
            }
        }
    }

    @Test func `the last working minute of the calendar can be reached`() throws {
        let start = LocalMinute(startOf: calendar.span.first)
        let end = clock("2027-12-31T17:30")
        let total = try calendar.workingMinutes(from: start, to: end)
        #expect(try calendar.adding(minutes: total, to: start) == end)
        #expect(try calendar.adding(minutes: 1, to: end + -1) == end)
        #expect(try calendar.adding(minutes: -total, to: end).text == "2016-01-04T08:00")
        #expect(try calendar.workingDay(onOrAfter: calendar.span.last) == calendar.span.last)
    }

    @Test func `the next working day skips what is off`() throws {
        #expect(try calendar.nextWorkingDay(after: date("2017-09-01")).text == "2017-09-05")
        #expect(try calendar.workingDay(onOrAfter: date("2017-09-02")).text == "2017-09-05")
        #expect(try calendar.workingDay(onOrAfter: date("2017-09-05")).text == "2017-09-05")
        #expect(try calendar.nextWorkingDay(after: date("2025-04-25")).text == "2025-04-26")
        #expect(try calendar.day(-1, workingDaysAfter: date("2017-09-05")).text == "2017-09-01")
    }

    @Test func `the sentence of an error names the day and what to do`() {
        let outside = CalendarError.outside(date("2030-01-01"), of: calendar.span).sentence
        #expect(outside.vi.contains("01/01/2030") && outside.vi.contains("31/12/2027"))
        #expect(outside.en.contains("2030-01-01") && outside.en.contains("2027-12-31"))
        let off = CalendarError.dayOff(date("2017-09-04")).sentence
        #expect(off.vi.contains("04/09/2017") && off.en.contains("2017-09-04"))
    }
}
