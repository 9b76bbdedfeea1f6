// Harder cases of the split: branches beside each other, outages in rework, other bodies with a
// time of their own, citizens' steps, and the edges of stops and days off.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `Harder cases of lateness` {
    private typealias Of = LatenessSamples

    @Test func `an outage in rework is the outage's and not the rework's`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "5T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(480, Of.turn("b", "4T08:00", "4T17:30")),
                Of.work(480, Of.turn("a", "5T08:00", "5T17:30"), isRework: true)),
            Of.downtime("5T08:00", "5T12:00", ["a"]))
        #expect(Of.words(split) == "rework a 240, outage a 240")
    }

    @Test func `an outage while another body is waited for takes nothing from nobody`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T17:30",
                Of.work(nil, Of.turn("a", "3T08:00", "4T17:30"), party: .body)),
            Of.downtime("3T08:00", "3T17:30"))
        #expect(Of.words(split) == "consultation a 480", "the other body was not down")
    }

    @Test func `an outage while it waits to be accepted is the outage's`() throws {
        let history = Of.history(
            due: "3T17:30", end: "5T17:30",
            Of.work(
                480, Of.turn("b", "3T08:00", "5T16:30", isOffered: true),
                Of.turn("b", "5T16:30", "5T17:30")))
        #expect(Of.words(try Of.split(history)) == "held b 60, handover b 900")
        let down = Of.downtime("4T08:00", "4T17:30", ["b"])
        #expect(Of.words(try Of.split(history, down)) == "held b 60, handover b 420, outage b 480")
    }

    @Test func `another body with a time of its own answers beyond it`() throws {
        let split = try Of.split(
            Of.history(
                due: "5T17:30", end: "6T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(480, Of.turn("a", "4T08:00", "5T17:30"), party: .body),
                Of.work(480, Of.turn("b", "6T08:00", "6T17:30"))))
        #expect(Of.words(split) == "consultation a 480")
    }

    @Test func `a citizen's step without a stop is the citizen's`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "6T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(nil, Of.turn("a", "4T08:00", "5T17:30"), party: .applicant),
                Of.work(480, Of.turn("a", "6T08:00", "6T17:30"))))
        #expect(split.total == 960)
        #expect(Of.words(split) == "applicant a 960")
    }

    @Test func `in two branches the one beyond its time counts before the one in time`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00",
                Of.work(960, Of.turn("a", "3T08:00", "4T12:00")),
                Of.work(240, Of.turn("b", "3T08:00", "4T12:00"))))
        #expect(Of.words(split) == "held b 240")
    }

    @Test func `a branch that is down does not hide one beyond its time`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "4T12:00")),
                Of.work(240, Of.turn("b", "3T08:00", "4T12:00"))),
            Of.downtime("3T13:30", "4T12:00", ["a"]))
        // In the afternoon b was beyond, on the next morning too: what is down does not count.
        #expect(Of.words(split) == "held b 240")
    }

    @Test func `a stop of the citizen hides what every branch did meanwhile`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "6T12:00", stops: [Of.stretch("3T13:30", "4T13:30")],
                Of.work(
                    240, Of.turn("a", "3T08:00", "4T17:30"),
                    stops: [Of.stretch("3T13:30", "4T13:30")]),
                Of.work(240, Of.turn("b", "3T08:00", "6T12:00"))))
        // b used its time up by Monday noon and worked on through the stop: nobody's.
        #expect(split.total == 720)
        #expect(Of.words(split) == "held a 180, held b 540")
    }

    @Test func `days off and nights are nobody's`() throws {
        // From Friday 17:00 to Monday 09:00 there are 30 and 60 working minutes.
        let split = try Of.split(
            Of.history(
                begin: "7T08:00", due: "7T17:00", end: "10T09:00",
                Of.work(450, Of.turn("a", "7T08:00", "10T09:00"))))
        #expect(split.total == 90 && Of.words(split) == "held a 90")
    }

    @Test func `work before the beginning counts as used and not as late`() throws {
        let split = try Of.split(
            Of.history(
                begin: "4T08:00", due: "4T17:30", end: "5T12:00",
                Of.work(240, Of.turn("a", "3T08:00", "5T12:00"))))
        #expect(split.total == 240)
        #expect(Of.words(split) == "held a 240")
    }

    @Test func `a moment of no length carries nothing`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00",
                Of.work(0, Of.turn("a", "3T08:00", "3T08:00")),
                Of.work(480, Of.turn("b", "3T08:00", "4T12:00"))))
        #expect(Of.words(split) == "held b 240")
    }

    @Test func `no work at all leaves the whole to the plan`() throws {
        let split = try Of.split(Of.history(due: "3T17:30", end: "4T12:00"))
        #expect(split.total == 240 && Of.words(split) == "plan - 240")
    }

    @Test func `a time of nothing is beyond from its first minute`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00", Of.work(0, Of.turn("a", "3T08:00", "4T12:00"))))
        #expect(Of.words(split) == "held a 240", "scaled to the lateness")
    }

    @Test func `an outage longer than everything takes it all`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00", Of.work(480, Of.turn("a", "3T08:00", "4T12:00"))),
            Of.downtime("1T00:00", "31T00:00"))
        #expect(Of.words(split) == "outage a 240")
    }

    @Test func `beyond the calendar nothing is reckoned`() {
        let far = LocalMinute("2099-01-04T08:00") ?? LocalMinute(rawValue: 0)
        var history = Of.history(
            due: "3T17:30", end: "4T12:00", Of.work(480, Of.turn("a", "3T08:00", nil)))
        history.end = far
        let beyond = history
        #expect(throws: CalendarError.self) { try Of.split(beyond) }
    }
}
