// The order in which those who wait are called, and how long they waited.

import Engine
import Testing
import WorkTime

@testable import Office

@Suite struct `The order of the line` {
    /// Who comes first in each line, by number, and the order of calls.
    @Test(
        arguments: [
            ([], []),
            ([false, false, false], [1, 2, 3]),
            ([true, true], [1, 2]),
            ([false, true], [2, 1]),
            ([false, false, true], [3, 1, 2]),
            ([false, false, true, true, true], [3, 1, 4, 2, 5]),
            ([true, false, true, false], [1, 2, 3, 4]),
            ([false, true, false, false, true, false], [2, 1, 5, 3, 4, 6]),
        ] as [([Bool], [Int])])
    func `takes from both lines in turn, each by its numbers`(
        _ priorities: [Bool], _ expected: [Int]
    ) {
        #expect(QueueSamples.day(priorities).line().map(\.number) == expected)
    }

    @Test func `is kept from call to call: nobody comes first twice in a row while others wait`()
        throws
    {
        var day = QueueSamples.day([false, false, true, true])
        var called: [Int] = []
        for _ in 0..<4 {
            try day.perform(.next(window: 1, field: "", ends: true))
            called.append(try #require(day.called(at: 1)).number)
        }
        #expect(called == [3, 1, 4, 2])
    }

    @Test func `is the same as the calls that follow, whatever waits`() throws {
        for pattern in 0..<64 {
            var day = QueueSamples.day((0..<6).map { pattern >> $0 & 1 == 1 })
            let told = day.line().map(\.number)
            var called: [Int] = []
            for _ in 0..<6 {
                try day.perform(.next(window: 2, field: "", ends: true))
                called.append(try #require(day.called(at: 2)).number)
            }
            #expect(called == told, "\(pattern)")
        }
    }

    @Test func `of a field holds those of the field and those for anything`() {
        let day = QueueSamples.day(
            [false, false, false, true], fields: ["Hộ tịch", "Đất đai", "", "Đất đai"])
        #expect(day.line(for: "Hộ tịch").map(\.number) == [1, 3])
        #expect(day.line(for: "Đất đai").map(\.number) == [4, 2, 3])
        #expect(day.line(for: "Khác").map(\.number) == [3])
        #expect(day.line().map(\.number) == [4, 1, 2, 3])
        #expect(day.line(limit: 2).map(\.number) == [4, 1])
    }

    @Test func `tells how many are before a number that waits`() throws {
        var day = QueueSamples.day([false, false, true])
        #expect(day.waitingBefore(3) == 0 && day.waitingBefore(1) == 1)
        #expect(day.waitingBefore(2) == 2 && day.waitingBefore(9) == nil)
        try day.perform(.next(window: 1, field: "", ends: false))
        #expect(day.waitingBefore(3) == nil, "who is called does not wait")
        #expect(day.waitingBefore(1) == 0)
    }

    @Test func `puts who was not here behind all that wait`() throws {
        var day = QueueSamples.day([false, false, false])
        try day.perform(.next(window: 1, field: "", ends: false))
        try day.perform(.notHere(1))
        #expect(day.line().map(\.number) == [2, 3, 1])
        #expect(day.ticket(1)?.setBacks == 1 && day.ticket(1)?.window == nil)
    }
}

@Suite struct `Waiting times of a day` {
    @Test(
        arguments: [
            ([], nil), ([7], 7), ([3, 9], 6), ([3, 4], 4), ([1, 2, 50], 2), ([0, 0, 1, 1], 1),
        ] as [([Int], Int?)])
    func `have their middle`(_ waits: [Int], _ median: Int?) {
        #expect(Queues.Day.median(of: waits) == median)
    }

    @Test func `count until the first call, also for who was called again later`() throws {
        var day = QueueSamples.day([false, false, false])
        try day.perform(.next(window: 1, field: "", ends: false), at: QueueSamples.start + 10)
        try day.perform(.notHere(1), at: QueueSamples.start + 11)
        try day.perform(.next(window: 1, field: "", ends: false), at: QueueSamples.start + 15)
        let figures = day.figures(at: QueueSamples.start + 32)
        #expect(figures.drawn == 3 && figures.waiting == 2 && figures.atWindows == 1)
        #expect(figures.medianMinutes == 12, "10 and 14")
        #expect(figures.longestMinutes == 14)
        #expect(figures.waitingMinutes == 30, "number 3 was never called")
        #expect(figures.done == 0 && figures.missed == 0)
    }

    @Test func `are empty on a day without numbers`() {
        let figures = Queues.Day(office: "p", day: QueueSamples.start.day)
            .figures(at: QueueSamples.start)
        #expect(figures.drawn == 0 && figures.medianMinutes == nil)
        #expect(figures.longestMinutes == nil && figures.waitingMinutes == nil)
    }
}
