// Laws that hold for every term, and agreement with the rules read one after another.
import Testing
import WorkTime

@Suite struct DeadlinePropertyTests {
    let calendar = WorkCalendar.vietnam
    let slow = SlowCalendar()
    let inner = DaySpan(date("2017-02-01"), date("2019-08-31"))

    func due(_ term: Term, _ received: LocalMinute) throws -> LocalMinute {
        try Deadline.due(term, received: received, calendar: calendar)
    }

    @Test func `calendar days end n days later or on the working day after that`() throws {
        var random = WorkTimeRandom(seed: 61)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let n = random.number(1...60)
            var end = received.day + n
            while !slow.isWorkingDay(end) { end = end + 1 }
            #expect(try due(.calendarDays(n), received).text == end.text + "T17:30")
        }
    }

    @Test func `working days end at the close of the n-th working day`() throws {
        var random = WorkTimeRandom(seed: 62)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let n = random.number(1...40)
            let end = slow.day(n, workingDaysAfter: received.day)
            #expect(try due(.workingDays(n), received).text == end.text + "T17:30")
        }
    }

    @Test func `the same day is the day itself up to 15h on a working day, else the next`() throws {
        var random = WorkTimeRandom(seed: 63)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let inTime = slow.isWorkingDay(received.day) && received.minuteOfDay <= 900
            let end =
                inTime ? received.day : slow.day(1, workingDaysAfter: received.day)
            #expect(try due(.sameDay, received).text == end.text + "T17:30")
        }
    }

    @Test func `working minutes agree with walking through the office hours`() throws {
        var random = WorkTimeRandom(seed: 64)
        for _ in 0..<150 {
            let received = random.moment(in: inner)
            let n = random.number(1...1_500)
            #expect(try due(.workingMinutes(n), received) == slow.adding(minutes: n, to: received))
        }
    }

    @Test func `two halves more are one working day more`() throws {
        var random = WorkTimeRandom(seed: 65)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let n = random.number(0...20)
            let first = try due(.halfDays(n), received)
            let second = try due(.halfDays(n + 2), received)
            #expect(first.minuteOfDay == second.minuteOfDay)
            #expect(slow.workingDays(after: first.day, through: second.day) == 1)
            #expect([720, 1_050].contains(first.minuteOfDay))
        }
    }

    static let kinds: [@Sendable (Int) -> Term] = [
        { .workingDays($0) }, { .calendarDays($0) }, { .workingMinutes($0 * 31) },
        { .halfDays($0) },
    ]

    @Test func `a longer term or a later receipt never ends sooner`() throws {
        var random = WorkTimeRandom(seed: 66)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let later = received + random.number(1...5_000)
            let n = random.number(1...50)
            for kind in Self.kinds {
                let end = try due(kind(n), received)
                #expect(try due(kind(n + 1), received) >= end)
                #expect(try due(kind(n), later) >= end)
                #expect(end >= received || kind(n).endsWithDay)
                #expect(slow.isWorkingDay(end.day))
            }
        }
    }

    @Test func `every explanation ends with the date that the sum gives`() throws {
        var random = WorkTimeRandom(seed: 67)
        for _ in 0..<400 {
            let received = random.moment(in: inner)
            for term in Self.kinds.map({ $0(random.number(1...40)) }) + [.sameDay] {
                let explanation = try Deadline.explain(
                    term, received: received, calendar: calendar)
                #expect(try explanation.due == due(term, received))
                #expect(explanation.lines.last?.to == explanation.due)
                for rule in explanation.lines.flatMap(\.days) {
                    #expect(received.day < rule.day && rule.day <= explanation.due.day)
                }
            }
        }
    }
}
