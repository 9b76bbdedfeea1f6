// Whose time a dossier has run over: the table of the rules, in the words of an office.
//
// Office hours are 08:00 to 12:00 and 13:30 to 17:30: 480 minutes a day.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `The lateness of a dossier` {
    private typealias Of = LatenessSamples

    @Test func `is the unit's that had its step for longer than the step may take`() throws {
        // Two days in all: one for each of two units. The first took a day and a half.
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "5T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "4T12:00")),
                Of.work(480, Of.turn("b", "4T12:00", "5T12:00"))))
        #expect(split.total == 240)
        #expect(Of.words(split) == "held a 240", "the second did its work in its day")
    }

    @Test func `is shared in the ratio of what each took too much`() throws {
        // Three days; the first 120 over, the second 240 over, the third quick by 120.
        let split = try Of.split(
            Of.history(
                due: "5T17:30", end: "6T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "4T10:00")),
                Of.work(480, Of.turn("b", "4T10:00", "5T15:30")),
                Of.work(480, Of.turn("c", "5T15:30", "6T12:00"))))
        #expect(split.total == 240)
        #expect(Of.words(split) == "held a 80, held b 160")
    }

    @Test func `is no unit's while it waits to be accepted beyond the time of the step`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "6T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(
                    480, Of.turn("b", "4T08:00", "5T17:30", isOffered: true),
                    Of.turn("b", "6T08:00", "6T12:00"))))
        #expect(split.total == 720)
        #expect(Of.words(split) == "held b 240, handover b 480")
    }

    @Test func `is not a unit's for what it did in time by the control slip`() throws {
        // Offered for most of its day, but accepted and done within it.
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "5T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "4T17:30")),
                Of.work(
                    480, Of.turn("b", "5T08:00", "5T16:00", isOffered: true),
                    Of.turn("b", "5T16:00", "5T17:30"))))
        #expect(Of.words(split) == "held a 480")
    }

    @Test func `is the consultation's beyond what the whole leaves for it`() throws {
        // Four days: two for two steps, so two are left; the other body took four.
        let split = try Of.split(
            Of.history(
                due: "6T17:30", end: "10T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(nil, Of.turn("a", "4T08:00", "7T17:30"), party: .body),
                Of.work(480, Of.turn("b", "10T08:00", "10T17:30"))))
        #expect(split.total == 960)
        #expect(Of.words(split) == "consultation a 960")
    }

    @Test func `is the rework's, whoever has it the second time`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "6T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(480, Of.turn("b", "4T08:00", "4T17:30")),
                Of.work(480, Of.turn("a", "5T08:00", "5T17:30"), isRework: true),
                Of.work(480, Of.turn("b", "6T08:00", "6T12:00"), isRework: true)))
        #expect(split.total == 720)
        #expect(Of.words(split) == "rework a 480, rework b 240")
    }

    @Test func `is the outage's, which takes nothing of the step's own time`() throws {
        let history = Of.history(
            due: "3T17:30", end: "4T12:00", Of.work(480, Of.turn("a", "3T08:00", "4T12:00")))
        #expect(Of.words(try Of.split(history)) == "held a 240")
        let down = Of.downtime("3T08:00", "3T12:00", ["a"])
        #expect(Of.words(try Of.split(history, down)) == "outage a 240")
        #expect(try Of.split(history, down).total == 240, "it is as late as before")
        let elsewhere = Of.downtime("3T08:00", "3T12:00", ["b"])
        #expect(Of.words(try Of.split(history, elsewhere)) == "held a 240")
        let house = Of.downtime("3T10:00", "3T12:00")
        #expect(Of.words(try Of.split(history, house)) == "held a 120, outage a 120")
    }

    @Test func `counts outages that overlap once`() throws {
        let history = Of.history(
            due: "3T17:30", end: "4T12:00", Of.work(480, Of.turn("a", "3T08:00", "4T12:00")))
        let split = try Of.split(
            history, Of.downtime("3T08:00", "3T10:00"), Of.downtime("3T09:00", "3T10:00", ["a"]))
        #expect(Of.words(split) == "held a 120, outage a 120")
    }

    @Test func `leaves the citizen's time out altogether`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "5T17:30", stops: [Of.stretch("4T08:00", "4T17:30")],
                Of.work(
                    480, Of.turn("a", "3T08:00", "5T17:30"),
                    stops: [Of.stretch("4T08:00", "4T17:30")])))
        #expect(split.total == 480)
        #expect(Of.words(split) == "held a 480")
    }

    @Test func `is the plan's where the steps may take longer than the whole`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T17:30",
                Of.work(480, Of.turn("a", "3T08:00", "3T17:30")),
                Of.work(480, Of.turn("b", "4T08:00", "4T17:30"))))
        #expect(Of.words(split) == "plan - 480")
    }

    @Test func `of steps without a time of their own is shared by the time they took`() throws {
        let split = try Of.split(
            Of.history(
                due: "4T17:30", end: "5T17:30",
                Of.work(nil, Of.turn("a", "3T08:00", "4T17:30")),
                Of.work(nil, Of.turn("b", "5T08:00", "5T17:30"))))
        #expect(split.total == 480)
        #expect(Of.words(split) == "held a 320, held b 160")
    }

    @Test func `forgives what lay before a supplement began the term anew`() throws {
        let split = try Of.split(
            Of.history(
                begin: "5T08:00", due: "5T17:30", end: "6T12:00",
                stops: [Of.stretch("4T08:00", "5T08:00")],
                Of.work(
                    240, Of.turn("a", "3T08:00", "5T12:00"),
                    stops: [Of.stretch("4T08:00", "5T08:00")]),
                Of.work(240, Of.turn("b", "5T13:30", "6T12:00"))))
        // The first had used its time up before: all it took since is beyond, as are 240 of b.
        #expect(split.total == 240)
        #expect(Of.words(split) == "held a 120, held b 120")
    }

    @Test func `counts each minute once where two work beside each other`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "4T12:00",
                Of.work(480, Of.turn("a", "3T08:00", "4T12:00")),
                Of.work(240, Of.turn("b", "3T08:00", "3T17:30"))))
        #expect(split.total == 240)
        // b was over its time on the afternoon, a on the next morning.
        #expect(Of.words(split) == "held a 120, held b 120")
    }

    @Test func `is nothing past the hour of the appointment and before the next morning`() throws {
        let split = try Of.split(
            Of.history(
                due: "3T17:30", end: "3T19:00", Of.work(480, Of.turn("a", "3T08:00", "3T19:00"))))
        #expect(split.total == 0 && split.parts.isEmpty)
    }

    @Test(arguments: [
        (10, [1, 1, 1], [4, 3, 3]), (1, [5, 5], [1, 0]), (7, [3, 0, 4], [3, 0, 4]),
        (100, [1, 2, 4], [14, 29, 57]), (0, [2, 2], [0, 0]),
    ])
    func `is shared to whole minutes that add up`(
        _ number: Int, _ weights: [Int], _ parts: [Int]
    ) {
        let buckets = weights.enumerated().map { index, weight in
            (
                bucket: Lateness.Bucket(cause: .held, unit: UnitID("u\(index)")),
                weight: weight
            )
        }
        #expect(Lateness.share(number, over: buckets).map(\.weight) == parts)
        #expect(Lateness.share(number, over: []).isEmpty)
    }
}
