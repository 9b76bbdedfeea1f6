// Logs that cannot be understood are refused with the event that is wrong.
import Testing
import WorkTime

@Suite struct ClockErrorTests {
    let policy = ClockPolicy(term: .workingDays(5))

    func read(_ lines: [String]) throws(ClockError) -> ClockReading {
        try DossierClock.read(
            lines.map(ClockEvent.init(line:)), policy: policy, calendar: .vietnam)
    }

    @Test func `a log without receipt is refused`() {
        #expect(throws: ClockError.notReceived) { try read([]) }
        #expect(throws: ClockError.notReceived) { try read(["2017-07-03T09:00 finished"]) }
    }

    @Test(arguments: [
        ["2017-07-03T09:00 received", "2017-07-04T09:00 received"],
        ["2017-07-04T09:00 received", "2017-07-03T10:00 dutyAsked", "2017-07-03T09:00 received"],
    ])
    func `a second receipt is refused, in any order`(_ lines: [String]) {
        let error = ClockError.receivedTwice(
            clock("2017-07-03T09:00"), clock("2017-07-04T09:00"))
        #expect(throws: error) { try read(lines) }
    }

    @Test func `a second receipt is refused even after the end`() {
        #expect(throws: ClockError.self) {
            try read([
                "2017-07-03T09:00 received", "2017-07-04T09:00 finished",
                "2017-07-05T09:00 received",
            ])
        }
    }

    @Test(arguments: ClockEvent.Kind.allCases.filter { $0 != .received })
    func `whatever comes before the receipt is refused`(_ kind: ClockEvent.Kind) {
        let early = ClockEvent(kind, at: clock("2017-07-03T08:59"))
        let received = clock("2017-07-03T09:00")
        #expect(throws: ClockError.beforeReceived(early, received: received)) {
            try DossierClock.read(
                [ClockEvent(.received, at: received), early], policy: policy, calendar: .vietnam)
        }
    }

    @Test(arguments: [
        ("2017-07-04T09:00 dutyDone", "duty"), ("2017-07-04T09:00 dutyDone fee", "fee"),
        ("2017-07-04T09:00 supplementReceived", "supplement"),
    ])
    func `an answer without a request is refused`(_ line: String, _ cause: String) {
        let error = ClockError.closedWithoutOpening(ClockEvent(line: line), cause: cause)
        #expect(throws: error) { try read(["2017-07-03T09:00 received", line]) }
        #expect(throws: error) {
            try read(["2017-07-03T09:00 received", "2017-07-03T10:00 dutyAsked other", line])
        }
    }

    @Test func `an answer given twice is refused`() {
        #expect(throws: ClockError.self) {
            try read([
                "2017-07-03T09:00 received", "2017-07-04T09:00 dutyAsked",
                "2017-07-05T09:00 dutyDone", "2017-07-06T09:00 dutyDone",
            ])
        }
    }

    @Test(arguments: [Int.min, -1, 0])
    func `a term of no length is refused`(_ amount: Int) {
        for term: Term in [.workingDays(amount), .workingMinutes(amount), .calendarDays(amount)] {
            let error = DeadlineError.termTooSmall(term)
            #expect(throws: ClockError.deadline(error)) {
                try DossierClock.read(
                    [ClockEvent(line: "2017-07-03T09:00 received")],
                    policy: ClockPolicy(term: term), calendar: .vietnam)
            }
            #expect(throws: error) {
                try Deadline.due(
                    term, received: clock("2017-07-03T09:00"), calendar: .vietnam)
            }
        }
    }

    static let terms: [Term] = [
        .workingDays(.max), .workingMinutes(.max), .calendarDays(.max), .halfDays(.max),
        .workingDays(5_000), .workingMinutes(2_000_000), .calendarDays(5_000), .halfDays(9_000),
    ]

    @Test(arguments: terms)
    func `a term that leaves the calendar is refused and traps nowhere`(_ term: Term) {
        #expect(throws: ClockError.self) {
            try DossierClock.read(
                [ClockEvent(line: "2017-07-03T09:00 received")],
                policy: ClockPolicy(term: term), calendar: .vietnam)
        }
        #expect(throws: DeadlineError.self) {
            try Deadline.explain(term, received: clock("2017-07-03T09:00"), calendar: .vietnam)
        }
    }

    @Test(arguments: [Int.min, -1, 0, 24_000_000_000, Int.max])
    func `a receipt outside the calendar is refused and traps nowhere`(_ minute: Int) {
        let received = LocalMinute(rawValue: minute)
        for term in DossierClockPropertyTests.terms {
            #expect(throws: DeadlineError.self) {
                try Deadline.due(term, received: received, calendar: .vietnam)
            }
            #expect(throws: ClockError.self) {
                try DossierClock.explain(
                    [ClockEvent(.received, at: received)], policy: ClockPolicy(term: term),
                    calendar: .vietnam)
            }
        }
    }

    @Test func `a negative number of halves is refused, none is the same half`() throws {
        let received = clock("2017-07-03T09:00")
        #expect(throws: DeadlineError.termTooSmall(.halfDays(-1))) {
            try Deadline.due(.halfDays(-1), received: received, calendar: .vietnam)
        }
        let due = try Deadline.due(.halfDays(0), received: received, calendar: .vietnam)
        #expect(due.text == "2017-07-03T12:00")
    }

    @Test func `every refusal has a sentence that names the place`() {
        let event = ClockEvent(line: "2017-07-03T09:00 dutyDone fee")
        let errors: [ClockError] = [
            .notReceived, .receivedTwice(event.at, event.at),
            .beforeReceived(event, received: event.at),
            .closedWithoutOpening(event, cause: "fee"), .deadline(.termTooSmall(.workingDays(0))),
            .deadline(.calendar(.dayOff(event.at.day))),
        ]
        #expect(Set(errors.map(\.sentence.vi)).count == errors.count)
        #expect(Set(errors.map(\.sentence.en)).count == errors.count)
        for error in errors[1...3] {
            #expect(error.sentence.vi.contains("09:00 thứ Hai ngày 03/07/2017"))
            #expect(error.sentence.en.contains("09:00 on Monday 2017-07-03"))
        }
        #expect(errors[4].sentence.vi.contains("0 working_days"))
    }
}
