// The sum of the steps row by row: each unit of time, each standing of a step, each limit.

import ProcessModel
import Testing
import WorkTime

struct TimeSumTableTests {
    private typealias Samples = ProcessSamples

    private static func sum(
        _ times: [StepTime?], total: Term? = .workingDays(5), perDay: Int = 480
    ) -> TimeSum {
        let steps = times.enumerated().map { index, time in
            Samples.step(NodeID("b\(index + 1)"), time: time)
        }
        return TimeSum(of: Samples.line(steps, total: total), minutesPerDay: perDay)
    }

    @Test(
        arguments: [
            ([.workingDays(1)], 480), ([.workingDays(2), .workingDays(3)], 2400),
            ([.halfDays(1)], 240), ([.halfDays(1), .halfDays(1)], 480), ([.halfDays(23)], 5520),
            ([.sameDay], 480), ([.sameDay, .sameDay], 960), ([.workingMinutes(30)], 30),
            ([.workingMinutes(90), .halfDays(1)], 330), ([.calendarDays(7)], 2400),
            ([.calendarDays(14)], 4800), ([.calendarDays(3)], 1028), ([.calendarDays(0)], 0),
            ([], 0),
            ([.workingDays(.max), .workingDays(1)], .max),
        ] as [([Term], Int)])
    func `Times of a line add up in minutes`(terms: [Term], minutes: Int) {
        #expect(Self.sum(terms.map(StepTime.term)).minutes == minutes)
    }

    @Test(arguments: [(480, 480, 240), (450, 450, 225), (420, 420, 210), (60, 60, 30)])
    func `A day is as long as the office works`(perDay: Int, day: Int, half: Int) {
        let sum = Self.sum(
            [.term(.workingDays(1)), .term(.halfDays(1)), .term(.sameDay)], perDay: perDay)
        #expect(sum.lines.map(\.minutes) == [day, half, day] && sum.minutesPerDay == perDay)
    }

    @Test(arguments: [
        (Term?.none, 3, false, false), (.workingDays(3), 3, false, false),
        (.workingDays(2), 3, true, false), (.halfDays(5), 3, true, false),
        (.workingDays(6), 3, false, false), (.halfDays(13), 3, false, true),
        (.workingDays(7), 3, false, true), (.calendarDays(4), 3, true, false),
        (.calendarDays(5), 3, false, false), (.sameDay, 1, false, false),
        (.sameDay, 2, true, false),
    ])
    func `The sum is held against the limit`(
        total: Term?, days: Int, exceeds: Bool, isLow: Bool
    ) {
        let sum = Self.sum([.term(.workingDays(days))], total: total)
        #expect(sum.exceedsLimit == exceeds && sum.usesLessThanHalf == isLow)
        #expect(sum.limit == total?.minutes(perDay: 480))
    }

    @Test(arguments: [
        (ClockEffect.run, TimeSum.Standing.counted), (.pause, .counted), (.resume, .counted),
        (.pauseAndResume, .counted), (.restart, .counted), (.end, .counted),
        (.parallel, .parallel), (.applicant, .applicant),
    ])
    func `What a clock makes of the time of its step`(
        clock: ClockEffect, standing: TimeSum.Standing
    ) {
        let version = Samples.line([Samples.step("b1") { $0.clock = clock }])
        let sum = TimeSum(of: version)
        #expect(sum.lines.map(\.standing) == [standing])
        #expect(sum.lines.map(\.minutes) == [480])
        #expect(sum.minutes == (standing == .counted ? 480 : 0))
    }

    @Test(arguments: [
        (StepTime?.none, false, TimeSum.Standing.missing, false),
        (.withinTotal, false, .withinTotal, false), (.term(.sameDay), false, .counted, true),
        (nil, true, .conditional, true), (.withinTotal, true, .conditional, true),
        (.term(.sameDay), true, .conditional, true),
    ])
    func `A step without a time of its own makes the sum incomplete, some cases apart`(
        time: StepTime?, conditional: Bool, standing: TimeSum.Standing, isComplete: Bool
    ) {
        let version = Samples.line([
            Samples.step("b1", time: time) { $0.conditional = conditional }
        ])
        let sum = TimeSum(of: version)
        #expect(sum.lines.map(\.standing) == [standing] && sum.isComplete == isComplete)
    }

    /// Days of the upper and of the lower branch, days counted.
    @Test(arguments: [
        ([1, 1], [1], 3), ([1], [5], 6), ([2], [2], 3), ([], [4], 5), ([0], [], 1),
        ([1, 2, 3], [5], 7), ([9], [8, 2], 11),
    ])
    func `Of two branches the longer counts, whatever the number of its steps`(
        upper: [Int], lower: [Int], days: Int
    ) {
        var nodes = [Samples.start, Samples.gateway("s", .parallel)]
        var flows: [(NodeID, NodeID)] = [("start", "s")]
        for (name, branch) in [("u", upper), ("l", lower)] {
            var before: NodeID = "s"
            for (index, days) in branch.enumerated() {
                let id = NodeID("\(name)\(index)")
                nodes.append(Samples.step(id, time: .term(.workingDays(days))))
                flows.append((before, id))
                before = id
            }
            flows.append((before, "j"))
        }
        nodes += [Samples.gateway("j", .parallel), Samples.step("last"), Samples.end]
        flows += [("j", "last"), ("last", "end")]
        let sum = TimeSum(of: Samples.graph(nodes, flows))
        #expect(sum.minutes == days * 480)
        let counted = sum.lines.filter { $0.standing == .counted }.map(\.minutes)
        #expect(counted.reduce(0, +) == days * 480)
        #expect(sum.lines.count == upper.count + lower.count + 1)
    }

    @Test(arguments: [
        (0, "0 ngày làm việc", "0 working days"), (240, "0,5 ngày làm việc", "0.5 working days"),
        (480, "1 ngày làm việc", "1 working day"),
        (5520, "11,5 ngày làm việc", "11.5 working days"),
        (30, "30 phút làm việc", "30 working minutes"), (1, "1 phút làm việc", "1 working minute"),
        (720, "1,5 ngày làm việc", "1.5 working days"),
        (510, "1 ngày làm việc 30 phút làm việc", "1 working day 30 working minutes"),
    ])
    func `Minutes are said in days and halves where they are such`(
        minutes: Int, vi: String, en: String
    ) {
        let phrase = Self.sum([]).phrase(ofMinutes: minutes)
        #expect(phrase == Bilingual(vi: vi, en: en))
    }
}
