// Laws of the clocks over many stories made by chance, and agreement with the letter of the rules.
import Testing
import WorkTime

@Suite struct DossierClockPropertyTests {
    let calendar = WorkCalendar.vietnam
    let inner = DaySpan(date("2017-02-01"), date("2019-08-31"))

    /// A log that can be understood: openings before closings, in the order of time.
    func story(_ random: inout WorkTimeRandom) -> [ClockEvent] {
        var at = random.moment(in: inner)
        var events = [ClockEvent(.received, at: at)]
        var open: [ClockEvent] = []
        for _ in 0..<random.number(0...7) {
            at = at + [0, 1, 45, 700, 2_500][random.number(0...4)]
            if let first = open.first, random.number(0...1) == 0 {
                let kind: ClockEvent.Kind =
                    first.kind == .dutyAsked ? .dutyDone : .supplementReceived
                // Within one minute openings come first, so a closing must not share it.
                if at == events.last?.at { at = at + 1 }
                events.append(ClockEvent(kind, at: at, cause: first.cause))
                open.removeFirst()
            } else {
                if events.last?.kind.closes == true, at == events.last?.at { at = at + 1 }
                let kind: ClockEvent.Kind =
                    random.number(0...1) == 0 ? .dutyAsked : .supplementRequested
                let cause: String? = random.number(0...3) == 0 ? "c\(random.number(0...2))" : nil
                let event = ClockEvent(kind, at: at, cause: cause)
                events.append(event)
                if !open.contains(where: { id($0) == id(event) }) { open.append(event) }
            }
        }
        if random.number(0...2) > 0 {
            let ends: [ClockEvent.Kind] = [.finished, .refused, .withdrawn, .stopped]
            let kind = ends[random.number(0...3)]
            events.append(ClockEvent(kind, at: at + random.number(0...4_000)))
        }
        return events
    }

    private func id(_ event: ClockEvent) -> String {
        event.cause ?? (event.kind == .dutyAsked ? "duty" : "supplement")
    }

    /// Ten thousand histories in parts, so that machines with several processors share them.
    static let parts = 20
    static let historiesOfPart = 500

    @Test(arguments: 0..<parts)
    func `the clocks agree with the letter of the rules`(_ part: Int) throws {
        #expect(Self.parts * Self.historiesOfPart == 10_000)
        var random = WorkTimeRandom(seed: 21_000 + UInt64(part))
        for _ in 0..<Self.historiesOfPart {
            let events = story(&random)
            let term = random.number(1...12)
            let restarts = random.number(0...1) == 0
            let policy = ClockPolicy(
                term: .workingDays(term), afterSupplement: restarts ? .restart : .resume)
            let reading = try DossierClock.read(events, policy: policy, calendar: calendar)
            let slow = SlowClock(events, term: term, restarts: restarts)
            #expect(reading.due == slow.due, "\(events)")
            #expect(reading.timeliness?.rawValue == slow.timeliness, "\(events)")
            #expect(reading.indexMinutes == slow.minutes, "\(events)")
        }
    }

    @Test func `the order in which events are handed over does not matter`() throws {
        var random = WorkTimeRandom(seed: 22)
        for _ in 0..<400 {
            let events = story(&random)
            let policy = ClockPolicy(term: Self.terms[random.number(0...4)])
            let reading = try DossierClock.read(events, policy: policy, calendar: calendar)
            let shuffled = events.shuffled(using: &random)
            #expect(
                try DossierClock.read(shuffled, policy: policy, calendar: calendar) == reading)
        }
    }

    static let terms: [Term] = [
        .workingDays(5), .calendarDays(9), .workingMinutes(700), .halfDays(3), .sameDay,
    ]

    @Test(arguments: terms)
    func `a date never falls on a day off`(_ term: Term) throws {
        var random = WorkTimeRandom(seed: 23)
        for _ in 0..<300 {
            let events = story(&random)
            let reading = try DossierClock.read(
                events, policy: ClockPolicy(term: term), calendar: calendar)
            #expect(reading.isPaused == (reading.dueAt == nil))
            if let due = reading.due { #expect(try calendar.isWorkingDay(due)) }
        }
    }

    @Test func `a stop of k working days moves the date by k working days`() throws {
        var random = WorkTimeRandom(seed: 24)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let policy = ClockPolicy(term: .workingDays(random.number(6...20)))
            let start = [ClockEvent(.received, at: received)]
            let due = try #require(
                try DossierClock.read(start, policy: policy, calendar: calendar).due)
            let begin = try calendar.day(random.number(1...5), workingDaysAfter: received.day)
            let k = random.number(0...30)
            let end = try calendar.day(k, workingDaysAfter: begin)
            let events =
                start + [
                    ClockEvent(.dutyAsked, at: LocalMinute(startOf: begin) + 500),
                    ClockEvent(.dutyDone, at: LocalMinute(startOf: end) + 600),
                ]
            let moved = try #require(
                try DossierClock.read(events, policy: policy, calendar: calendar).due)
            #expect(try calendar.workingDays(after: due, through: moved) == k)
        }
    }

    @Test func `a stop of m working minutes moves an exact minute by m`() throws {
        var random = WorkTimeRandom(seed: 25)
        for _ in 0..<1_500 {
            let received = random.moment(in: inner)
            let term = random.number(500...5_000)
            let begin = try calendar.adding(minutes: random.number(1...499), to: received)
            let stop = random.number(1...5_000)
            let end = try calendar.adding(minutes: stop, to: begin)
            let events = [
                ClockEvent(.received, at: received), ClockEvent(.dutyAsked, at: begin),
                ClockEvent(.dutyDone, at: end),
            ]
            let reading = try DossierClock.read(
                events, policy: ClockPolicy(term: .workingMinutes(term)), calendar: calendar)
            let whole = try calendar.adding(minutes: term + stop, to: received)
            #expect(reading.dueAt == whole)
        }
    }

    @Test func `a stop never makes the index clock run`() throws {
        var random = WorkTimeRandom(seed: 26)
        for _ in 0..<400 {
            let events = story(&random)
            let policy = ClockPolicy(term: .workingDays(5))
            let reading = try DossierClock.read(events, policy: policy, calendar: calendar)
            guard let minutes = reading.indexMinutes, let end = reading.end else { continue }
            let whole = try calendar.workingMinutes(from: reading.received, to: end.at)
            #expect((0...whole).contains(minutes))
            let running = try reading.indexMinutes(through: end.at, in: calendar)
            #expect(running == minutes)
            if reading.stops.isEmpty { #expect(minutes == whole) }
        }
    }
}
