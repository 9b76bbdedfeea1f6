// Both clocks by the letter of the rules, day by day and minute by minute, for working days only.
import WorkTime

/// Walks through the sorted events with nothing but counting; no rest is kept as a sum.
struct SlowClock {
    /// Its days are looked up once: ten thousand clocks count on it.
    private static let counted = SlowCalendar()
    var calendar: SlowCalendar { Self.counted }
    let term: Int
    let restarts: Bool
    var due: DayNumber?
    var timeliness: String?
    var minutes: Int?
    private var reckoned = DayNumber(rawValue: 0)
    private var causes: Set<String> = []
    private var supplement = false
    private var isFrozen = false
    private var begin = LocalMinute(rawValue: 0)
    private var standing: [(LocalMinute, LocalMinute)] = []

    init(_ events: [ClockEvent], term: Int, restarts: Bool) {
        self.term = term
        self.restarts = restarts
        let received = events[0].at
        reckoned = calendar.day(term, workingDaysAfter: received.day)
        due = reckoned
        for event in events.dropFirst() where timeliness == nil {
            if event.kind.opens { open(event) }
            if event.kind.closes { close(event) }
            if event.kind.ends { end(event.at, received) }
        }
    }

    private mutating func open(_ event: ClockEvent) {
        let cause = event.cause ?? (event.kind == .dutyAsked ? "duty" : "supplement")
        // Asked again while it stands: nothing new.
        if causes.contains(cause) { return }
        if causes.isEmpty {
            begin = event.at
            supplement = false
            if event.at.day > reckoned { isFrozen = true }
            due = nil
        }
        causes.insert(cause)
        if event.kind == .supplementRequested { supplement = true }
    }

    private mutating func close(_ event: ClockEvent) {
        causes.remove(event.cause ?? (event.kind == .dutyDone ? "duty" : "supplement"))
        if !causes.isEmpty { return }
        standing.append((begin, event.at))
        if !isFrozen {
            if supplement, restarts {
                reckoned = calendar.day(term, workingDaysAfter: event.at.day)
            } else {
                let rest = calendar.workingDays(after: begin.day, through: reckoned)
                reckoned = calendar.day(rest, workingDaysAfter: event.at.day)
            }
        }
        due = reckoned
    }

    private mutating func end(_ at: LocalMinute, _ received: LocalMinute) {
        if !causes.isEmpty { standing.append((begin, at)) }
        let judged = causes.isEmpty ? at.day : begin.day
        due = reckoned
        timeliness = judged < reckoned ? "early" : judged == reckoned ? "onTime" : "late"
        var count = 0
        var minute = received
        while minute < at {
            let stands = standing.contains { $0.0 <= minute && minute < $0.1 }
            if !stands, calendar.isWorked(minute) { count += 1 }
            minute = minute + 1
        }
        minutes = count
    }
}
