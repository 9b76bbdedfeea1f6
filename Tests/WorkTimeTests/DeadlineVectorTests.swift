// The 28 known dates of the deadline rules: working days, calendar days, same day, working hours.
import Testing
import WorkTime

/// One known sum: term, moment of receipt, and the date or moment that must come out.
struct DeadlineVector: Sendable, CustomTestStringConvertible {
    let id: String
    let term: Term
    let received: String
    let due: String

    init(_ id: String, _ term: Term, _ received: String, _ due: String) {
        self.id = id
        self.term = term
        self.received = received
        self.due = due
    }

    var testDescription: String { "\(id) \(received) + \(term) = \(due)" }

    static let all: [DeadlineVector] = [
        DeadlineVector("T01", .workingDays(3), "2017-07-03T09:00", "2017-07-06"),
        DeadlineVector("T02", .workingDays(3), "2017-07-07T09:00", "2017-07-12"),
        DeadlineVector("T03", .workingDays(1), "2017-08-31T10:00", "2017-09-01"),
        DeadlineVector("T04", .workingDays(1), "2017-09-01T10:00", "2017-09-05"),
        DeadlineVector("T05", .workingDays(5), "2017-01-25T14:00", "2017-02-08"),
        DeadlineVector("T06", .workingDays(15), "2017-04-05T08:30", "2017-04-27"),
        DeadlineVector("T07", .workingDays(2), "2017-04-28T16:40", "2017-05-04"),
        DeadlineVector("T08", .workingDays(5), "2018-12-28T09:00", "2019-01-07"),
        DeadlineVector("T09", .workingDays(3), "2019-04-26T09:00", "2019-05-04"),
        DeadlineVector("T10", .workingDays(3), "2024-04-26T09:00", "2024-05-04"),
        DeadlineVector("T11", .workingDays(1), "2025-04-25T09:00", "2025-04-26"),
        DeadlineVector("T12", .workingDays(1), "2025-04-29T09:00", "2025-05-05"),
        DeadlineVector("T13", .workingDays(7), "2026-08-21T09:00", "2026-09-03"),
        DeadlineVector("T14", .workingDays(3), "2026-11-20T09:00", "2026-11-26"),
        DeadlineVector("T15", .workingDays(1), "2026-04-24T09:00", "2026-04-28"),
        DeadlineVector("T16", .calendarDays(30), "2017-07-03T09:00", "2017-08-02"),
        DeadlineVector("T17", .calendarDays(30), "2017-08-03T09:00", "2017-09-05"),
        DeadlineVector("T18", .calendarDays(30), "2021-01-11T09:00", "2021-02-17"),
        DeadlineVector("T19", .sameDay, "2017-07-03T14:59", "2017-07-03"),
        DeadlineVector("T20", .sameDay, "2017-07-03T15:00", "2017-07-03"),
        DeadlineVector("T21", .sameDay, "2017-07-03T15:01", "2017-07-04"),
        DeadlineVector("T22", .sameDay, "2017-09-01T15:30", "2017-09-05"),
        DeadlineVector("T23", .sameDay, "2025-04-25T16:00", "2025-04-26"),
        DeadlineVector("T24", .sameDay, "2017-07-08T20:00", "2017-07-10"),
        DeadlineVector("T25", .workingMinutes(480), "2026-05-18T08:00", "2026-05-18T17:30"),
        DeadlineVector("T26", .workingMinutes(480), "2026-05-18T10:30", "2026-05-19T10:30"),
        DeadlineVector("T27", .workingMinutes(120), "2026-05-22T16:30", "2026-05-25T09:00"),
        DeadlineVector("T28", .workingMinutes(240), "2026-08-21T17:00", "2026-08-22T11:30"),
    ]
}

@Suite struct DeadlineVectorTests {
    @Test(arguments: DeadlineVector.all)
    func `a known term ends on its known date`(_ vector: DeadlineVector) throws {
        let received = try #require(LocalMinute(vector.received))
        let due = try Deadline.due(vector.term, received: received, calendar: .vietnam)
        if vector.due.contains("T") {
            #expect(due.text == vector.due)
        } else {
            // Terms in days are printed with the close of office.
            #expect(due.text == vector.due + "T17:30")
        }
    }

    @Test(arguments: DeadlineVector.all)
    func `the explanation ends with the same date`(_ vector: DeadlineVector) throws {
        let received = try #require(LocalMinute(vector.received))
        let due = try Deadline.due(vector.term, received: received, calendar: .vietnam)
        let explanation = try Deadline.explain(
            vector.term, received: received, calendar: .vietnam)
        #expect(explanation.due == due)
        #expect(explanation.lines.first?.from == received)
        #expect(explanation.lines.last?.to == due)
    }

    @Test func `all vectors are there`() {
        #expect(DeadlineVector.all.count == 28)
        #expect(Set(DeadlineVector.all.map(\.id)).count == 28)
    }
}
