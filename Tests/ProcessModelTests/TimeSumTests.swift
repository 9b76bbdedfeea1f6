// The sum of the steps: days of the calendar, the longest branch, what is left out and named.

import ProcessModel
import Testing
import WorkTime

struct TimeSumTests {
    private typealias Samples = ProcessSamples

    @Test(arguments: [
        (Term.workingDays(2), 960), (.halfDays(23), 5520), (.halfDays(0), 0), (.sameDay, 480),
        (.workingMinutes(90), 90), (.calendarDays(7), 2400), (.calendarDays(1), 342),
        (.workingDays(.max), .max),
    ])
    func `A term is so many minutes of a day of 480`(term: Term, minutes: Int) {
        #expect(term.minutes(perDay: 480) == minutes)
    }

    @Test func `Half days and the day of the calendar count exactly`() {
        let times: [Term] = [.halfDays(1), .halfDays(23), .workingDays(3), .halfDays(0)]
        let steps = times.enumerated().map { index, term in
            Samples.step(NodeID("b\(index)"), time: .term(term))
        }
        let version = Samples.line(steps, total: .workingDays(15))
        let sum = TimeSum(of: version)
        #expect(sum.minutes == 15 * 480 && sum.limit == 15 * 480)
        #expect(!sum.exceedsLimit && !sum.usesLessThanHalf && sum.isComplete)
        #expect(sum.phrase(ofMinutes: sum.minutes).vi == "15 ngày làm việc")
        #expect(TimeSum(of: version, minutesPerDay: 450).minutes == 15 * 450)
        #expect(sum.lines.map(\.minutes) == [240, 5520, 1440, 0])
    }

    @Test func `Of branches the longest counts, of the others it is said that they do not`() {
        let nodes = [
            Samples.start, Samples.gateway("s", .parallel),
            Samples.step("short", time: .term(.workingDays(1))),
            Samples.step("long", time: .term(.workingDays(4))), Samples.gateway("j", .parallel),
            Samples.step("last", time: .term(.workingDays(2))), Samples.end,
        ]
        let version = Samples.graph(
            nodes,
            [
                ("start", "s"), ("s", "short"), ("s", "long"), ("short", "j"), ("long", "j"),
                ("j", "last"), ("last", "end"),
            ], total: .workingDays(6))
        let sum = TimeSum(of: version)
        #expect(sum.minutes == 6 * 480 && !sum.exceedsLimit)
        #expect(sum.lines.map(\.standing) == [.otherBranch, .counted, .counted])
    }

    @Test func `Time of the citizen, some cases, what runs beside and within is left out`() {
        let version = Samples.line([
            Samples.step("a"),
            Samples.step("b") { $0.conditional = true },
            Samples.step("c") { $0.clock = .applicant },
            Samples.step("d") { $0.clock = .parallel },
            Samples.step("e") { $0.performer = .applicant },
            Samples.step("f", time: .withinTotal), Samples.step("g", time: nil),
        ])
        let sum = TimeSum(of: version)
        #expect(sum.minutes == 480 && !sum.isComplete && !sum.usesLessThanHalf)
        #expect(
            sum.lines.map(\.standing) == [
                .counted, .conditional, .applicant, .parallel, .applicant, .withinTotal, .missing,
            ])
    }

    @Test func `A loop is walked once, a step that is not reached counts nothing`() {
        let nodes = [
            Samples.start, Samples.step("a"), Samples.gateway("g", .exclusive), Samples.end,
            Samples.step("lost", time: .term(.workingDays(99))),
        ]
        let version = Samples.graph(
            nodes, [("start", "a"), ("a", "g"), ("g", "a"), ("g", "end"), ("lost", "end")])
        #expect(TimeSum(of: version).minutes == 480)
    }

    @Test func `A called process counts with its limit, a timer with its term`() {
        let call = Node(
            id: "c", title: "", kind: .call(Call(process: "QT-02", unit: .code("TP"))))
        let timer = Node(id: "t", title: "", kind: .timer(.workingDays(2)))
        let sum = TimeSum(of: Samples.line([call, timer])) { $0 == "QT-02" ? .workingDays(3) : nil }
        #expect(sum.minutes == 5 * 480)
        #expect(TimeSum(of: Samples.line([call])).lines.map(\.standing) == [.missing])
    }

    @Test(arguments: [
        (480, "1 ngày làm việc"), (720, "1,5 ngày làm việc"),
        (600, "1 ngày làm việc 2 giờ làm việc"),
        (90, "90 phút làm việc"), (0, "0 ngày làm việc"),
    ])
    func `Minutes are said as days`(minutes: Int, phrase: String) {
        #expect(TimeSum(of: Samples.clear).phrase(ofMinutes: minutes).vi == phrase)
    }

    @Test func `Less than half means less, not half`() {
        let half = Samples.line([Samples.step("a")], total: .workingDays(2))
        let less = Samples.line([Samples.step("a")], total: .halfDays(5))
        #expect(!TimeSum(of: half).usesLessThanHalf)
        #expect(TimeSum(of: less).usesLessThanHalf)
    }
}
