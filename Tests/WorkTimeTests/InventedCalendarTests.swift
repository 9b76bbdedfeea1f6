// Calendars made by chance against the naive reading of their own data, minute by minute.
import Testing
import WorkTime

@Suite struct InventedCalendarTests {
    typealias Make = CalendarInheritanceTests

    static let span = DaySpan(date("2020-02-20"), date("2020-04-20"))

    /// Nothing to three intervals in order.
    func hours(_ random: inout WorkTimeRandom) -> DayHours {
        var intervals: [OfficeInterval] = []
        var minute = random.number(0...600)
        for _ in 0..<random.number(0...3) {
            let close = minute + random.number(1...240)
            guard let open = MinuteOfDay(minute), let end = MinuteOfDay(close) else { break }
            intervals.append(OfficeInterval(open: open, close: end))
            minute = close + random.number(1...120)
        }
        return DayHours(intervals)
    }

    func week(_ random: inout WorkTimeRandom) -> WeekHours {
        var week = WeekHours(weekdays: .closed)
        for weekday in Weekday.allCases { week[weekday] = hours(&random) }
        return week
    }

    func data(_ random: inout WorkTimeRandom, isRoot: Bool) -> CalendarData {
        var hours: [HoursRule] = []
        if isRoot {
            hours.append(HoursRule(from: Self.span.first, week: week(&random), source: "test"))
        }
        for _ in 0..<random.number(0...2) {
            let from = random.day(in: Self.span)
            let through = random.number(0...1) == 0 ? nil : from + random.number(0...20)
            hours.append(
                HoursRule(from: from, through: through, week: week(&random), source: "test"))
        }
        var days: [DayNumber: DayRule] = [:]
        for _ in 0..<random.number(0...8) {
            let day = random.day(in: Self.span)
            let kinds: [DayKind] = [.statutory, .closure, .ordinary, .opening]
            let kind = kinds[random.number(0...3)]
            let own = kind == .opening ? self.hours(&random) : nil
            days[day] = Make.rule(day.text, kind, hours: own)
        }
        return CalendarData(
            span: isRoot ? Self.span : nil, hours: hours, days: Array(days.values))
    }

    /// The hours of a day read off the data: the lowest unit that says something has the word.
    func naive(_ day: DayNumber, _ chain: [CalendarData]) -> DayHours {
        var week = WeekHours(weekdays: .closed)
        var rule: DayRule?
        for data in chain {
            var latest: HoursRule?
            for hours in data.hours where hours.from <= day && day <= hours.through ?? day {
                if hours.from >= latest?.from ?? hours.from { latest = hours }
            }
            if let latest { week = latest.week }
            if let own = data.days.first(where: { $0.day == day }) { rule = own }
        }
        guard let rule else { return week[day.weekday] }
        if !rule.kind.works { return .closed }
        return rule.hours ?? week[day.weekday]
    }

    func isWorked(_ moment: LocalMinute, _ chain: [CalendarData]) -> Bool {
        naive(moment.day, chain).intervals.contains {
            $0.open.minutes <= moment.minuteOfDay && moment.minuteOfDay < $0.close.minutes
        }
    }

    /// Chains in which no unit has two rules for hours that begin on one day.
    func chain(_ random: inout WorkTimeRandom) -> [CalendarData] {
        var chain = [data(&random, isRoot: true)]
        for _ in 0..<random.number(0...2) { chain.append(data(&random, isRoot: false)) }
        let isClear = chain.allSatisfy { Set($0.hours.map(\.from)).count == $0.hours.count }
        return isClear ? chain : self.chain(&random)
    }

    func calendar(_ chain: [CalendarData]) throws -> WorkCalendar {
        try WorkCalendar(chain.enumerated().map { Make.version("U\($0.offset)", $0.element) })
    }

    @Test func `every day has the hours its data give`() throws {
        var random = WorkTimeRandom(seed: 51)
        for _ in 0..<60 {
            let chain = chain(&random)
            let calendar = try calendar(chain)
            for offset in 0..<Self.span.count {
                let day = Self.span.first + offset
                let hours = naive(day, chain)
                #expect(try calendar.hours(of: day) == hours)
                #expect(try calendar.isWorkingDay(day) == !hours.isClosed)
            }
        }
    }

    @Test func `sums of minutes agree with walking through the data`() throws {
        var random = WorkTimeRandom(seed: 52)
        for _ in 0..<40 {
            let chain = chain(&random)
            let calendar = try calendar(chain)
            let start = LocalMinute(startOf: Self.span.first + random.number(5...30)) + 500
            let minutes = random.number(1...900)
            var left = minutes
            var moment = start
            while left > 0, Self.span.contains(moment.day) {
                if isWorked(moment, chain) { left -= 1 }
                moment = moment + 1
            }
            if left > 0 {
                #expect(throws: CalendarError.self) {
                    try calendar.adding(minutes: minutes, to: start)
                }
                continue
            }
            #expect(try calendar.adding(minutes: minutes, to: start) == moment)
            #expect(try calendar.workingMinutes(from: start, to: moment) == minutes)
            let back = try calendar.adding(minutes: -minutes, to: moment)
            #expect(try calendar.workingMinutes(from: start, to: back) == 0)
        }
    }

    @Test func `halves agree with walking from close to close`() throws {
        var random = WorkTimeRandom(seed: 53)
        for _ in 0..<60 {
            let chain = chain(&random)
            let calendar = try calendar(chain)
            let start = LocalMinute(startOf: Self.span.first + random.number(3...30))
            let received = start + random.number(0...1_439)
            let closes = (0..<Self.span.count).flatMap { offset in
                let day = Self.span.first + offset
                return naive(day, chain).intervals.map {
                    LocalMinute(startOf: day) + $0.close.minutes
                }
            }.filter { $0 >= received }
            for n in 0...6 {
                if n < closes.count {
                    #expect(try calendar.close(ofHalf: n, after: received) == closes[n])
                } else {
                    #expect(throws: CalendarError.self) {
                        try calendar.close(ofHalf: n, after: received)
                    }
                }
            }
        }
    }

    @Test func `the data survive the way through a chain of single steps`() throws {
        var random = WorkTimeRandom(seed: 54)
        for _ in 0..<20 {
            let chain = chain(&random)
            let versions = chain.enumerated().map { Make.version("U\($0.offset)", $0.element) }
            var stepwise = try WorkCalendar([versions[0]])
            for version in versions.dropFirst() { stepwise = try stepwise.inherited(by: version) }
            #expect(try stepwise == WorkCalendar(versions))
            #expect(stepwise.versions == versions)
        }
    }
}
