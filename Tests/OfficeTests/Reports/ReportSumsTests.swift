// Sums, periods and shares without a database: identities that hold for any numbers.

import Testing
import WorkTime

@testable import Office

@Suite struct ReportSumsTests {
    /// Any numbers that a period can have: nothing is resolved that was not taken.
    static func anySums(_ seed: UInt64) -> Reports.Sums {
        var chance = ReportChance(seed: seed)
        var sums = Reports.Sums()
        sums.online = chance.below(500)
        sums.counter = chance.below(50)
        sums.post = chance.below(20)
        sums.carriedOver = chance.below(80)
        sums.early = chance.below(sums.taken + 1)
        sums.onTime = chance.below(sums.open + 1)
        sums.late = chance.below(sums.open + 1)
        sums.unclassed = chance.below(sums.open + 1)
        sums.overdue = chance.below(sums.open + 1)
        return sums
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `the identities of form 06 hold for a part and for the whole`(_ seed: UInt64) {
        let (a, b) = (Self.anySums(seed), Self.anySums(seed + 1_000))
        for sums in [a, b, a + b, [a, b].sum()] {
            let line = Reports.Form06(name: "", sums)
            #expect(line.broken.isEmpty, "\(line)")
            #expect(line.columns.count == 11)
            #expect(sums.received + sums.carriedOver == sums.resolved + sums.open)
        }
        #expect((a + b).timely == a.timely + b.timely)
        #expect(a + b == b + a)
    }

    @Test func `a column that does not add up is named as the form writes it`() {
        var line = Reports.Form06(name: "", Self.anySums(3))
        line.online += 1
        #expect(line.broken == ["3 = 4 + 5 + 6"])
        line.online -= 1
        line.late += 1
        #expect(line.broken == ["7 = 8 + 9 + 10"])
        line.late -= 1
        line.overdue -= 5_000
        #expect(line.broken == ["11 = 12 + 13", "0 ≤ 3…13"])
    }

    @Test(arguments: [
        (894, 935, "95.61"), (6167, 6179, "99.81"), (1, 3, "33.33"), (2, 3, "66.67"),
        (1, 200, "0.50"), (0, 7, "0.00"), (7, 7, "100.00"), (0, 0, "–"),
    ])
    func `shares have two decimals and no share has no base`(
        _ part: Int, _ whole: Int, _ text: String
    ) {
        #expect(Reports.percent(part, of: whole) == text)
    }

    @Test(arguments: [
        ("2017", "2017-01-01", "2017-12-31"), ("2017-H1", "2017-01-01", "2017-06-30"),
        ("2017-H2", "2017-07-01", "2017-12-31"), ("2017-Q1", "2017-01-01", "2017-03-31"),
        ("2017-Q4", "2017-10-01", "2017-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-12", "2017-12-01", "2017-12-31"),
    ])
    func `a period has its first and last day`(_ text: String, _ from: String, _ to: String) throws
    {
        let period = try #require(Reports.Period(text))
        #expect(period.span.first.text == from)
        #expect(period.span.last.text == to)
        #expect(!period.name.vi.isEmpty && !period.name.en.isEmpty)
    }

    @Test(arguments: [
        "", "17", "2017-", "2017-13", "2017-00", "2017-H3", "2017-Q5", "2017-1", "2017-06-01",
        "+017", "２０１７", "2017-Q", "-2017", "2017-H1 ",
    ])
    func `what names no period is refused`(_ text: String) {
        #expect(Reports.Period(text) == nil)
    }

    @Test func `choices begin no later than the day and none stands twice`() throws {
        let day = try #require(DayNumber("2017-08-01"))
        let choices = Reports.Period.choices(on: day)
        #expect(choices.allSatisfy { $0.span.first <= day })
        #expect(Set(choices).count == choices.count)
        #expect(choices.contains { $0.text == "2017-H1" })
        #expect(!choices.contains { $0.text == "2017-Q4" })
    }

    @Test(arguments: [0, 1, 4, 5, 6, 9, 248, 935, 7114, 1_000_000])
    func `an axis has few round marks and reaches its largest value`(_ maximum: Int) {
        let scale = Reports.Scale(maximum: maximum)
        #expect((1...6).contains(scale.marks.count))
        #expect(scale.marks.first == 0)
        #expect(scale.length(maximum, of: 375) == (maximum == 0 ? 0 : 375))
    }
}

/// A small generator with a seed: the same numbers on every run.
struct ReportChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit <= 0 ? 0 : Int((state >> 33) % UInt64(limit))
    }
}
