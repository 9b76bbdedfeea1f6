// Laws that hold for every day and minute, and agreement with counting by hand.
import Testing
import WorkTime

@Suite struct WorkCalendarPropertyTests {
    let calendar = WorkCalendar.vietnam
    let slow = SlowCalendar()
    let inner = DaySpan(date("2017-03-01"), date("2019-10-31"))

    @Test func `days agree with counting them one by one`() throws {
        var random = WorkTimeRandom(seed: 11)
        for _ in 0..<3_000 {
            let start = random.day(in: inner)
            let n = random.number(-25...30)
            #expect(
                try calendar.day(n, workingDaysAfter: start)
                    == slow.day(n, workingDaysAfter: start))
        }
    }

    @Test func `every day of three years is judged as by hand`() throws {
        for offset in 0..<SlowCalendar.span.count {
            let day = SlowCalendar.span.first + offset
            #expect(try calendar.isWorkingDay(day) == slow.isWorkingDay(day))
        }
    }

    @Test func `distances agree with counting and turn their sign`() throws {
        var random = WorkTimeRandom(seed: 12)
        for _ in 0..<600 {
            let start = random.day(in: inner)
            let end = start + random.number(-60...60)
            let count = try calendar.workingDays(after: start, through: end)
            #expect(count == slow.workingDays(after: start, through: end))
            #expect(try calendar.workingDays(after: end, through: start) == -count)
        }
    }

    @Test func `the n-th working day lies n working days away and is never a day off`() throws {
        var random = WorkTimeRandom(seed: 13)
        for _ in 0..<5_000 {
            let start = calendar.span.first + random.number(0...4_000)
            let n = random.number(1...60)
            let end = try calendar.day(n, workingDaysAfter: start)
            #expect(try calendar.isWorkingDay(end))
            #expect(try calendar.workingDays(after: start, through: end) == n)
            #expect(try calendar.day(n + 1, workingDaysAfter: start) > end)
            #expect(try calendar.day(n, workingDaysAfter: start + 1) >= end)
        }
    }

    @Test func `the batch gives what the single sums give`() throws {
        var random = WorkTimeRandom(seed: 14)
        let days = (0..<500).map { _ in random.day(in: inner) }
        for n in [-3, 0, 1, 15] {
            let single = try days.map { try calendar.day(n, workingDaysAfter: $0) }
            #expect(try calendar.days(n, workingDaysAfter: days) == single)
        }
        #expect(try calendar.days(1, workingDaysAfter: []).isEmpty)
        #expect(throws: CalendarError.self) {
            try calendar.days(1, workingDaysAfter: days + [date("2030-01-01")])
        }
    }

    @Test func `minutes agree with counting them one by one`() throws {
        var random = WorkTimeRandom(seed: 15)
        for _ in 0..<250 {
            let start = random.moment(in: inner)
            let minutes = random.number(-1_500...1_500)
            #expect(
                try calendar.adding(minutes: minutes, to: start)
                    == slow.adding(minutes: minutes, to: start))
        }
    }

    @Test func `distances in minutes agree with counting`() throws {
        var random = WorkTimeRandom(seed: 16)
        for _ in 0..<150 {
            let start = random.moment(in: inner)
            let end = start + random.number(-9_000...9_000)
            #expect(
                try calendar.workingMinutes(from: start, to: end)
                    == slow.workingMinutes(from: start, to: end))
            #expect(try calendar.isOpen(at: start) == slow.isWorked(start))
        }
    }

    @Test func `taking back what was added leads to the same working minute`() throws {
        var random = WorkTimeRandom(seed: 17)
        for _ in 0..<4_000 {
            let start = random.moment(in: inner)
            let minutes = random.number(1...30_000)
            let end = try calendar.adding(minutes: minutes, to: start)
            #expect(try calendar.workingMinutes(from: start, to: end) == minutes)
            let back = try calendar.adding(minutes: -minutes, to: end)
            #expect(try calendar.workingMinutes(from: start, to: back) == 0)
            if try calendar.isOpen(at: start) { #expect(back == start) }
        }
    }

    @Test func `more minutes never end sooner and a later start never ends sooner`() throws {
        var random = WorkTimeRandom(seed: 18)
        for _ in 0..<4_000 {
            let start = random.moment(in: inner)
            let minutes = random.number(1...9_000)
            let end = try calendar.adding(minutes: minutes, to: start)
            #expect(try calendar.adding(minutes: minutes + 1, to: start) > end)
            #expect(try calendar.adding(minutes: minutes, to: start + 1) >= end)
            #expect(try calendar.isOpen(at: end + -1))
        }
    }

    @Test func `sums may be cut into parts`() throws {
        var random = WorkTimeRandom(seed: 19)
        for _ in 0..<2_000 {
            let start = random.moment(in: inner)
            let first = random.number(1...4_000)
            let second = random.number(1...4_000)
            let once = try calendar.adding(minutes: first + second, to: start)
            let twice = try calendar.adding(
                minutes: second, to: calendar.adding(minutes: first, to: start))
            #expect(once == twice)
        }
    }
}
