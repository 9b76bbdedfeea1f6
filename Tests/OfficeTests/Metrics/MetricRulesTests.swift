// What may be entered, by whom, and what that leaves in the ledger.

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Entering a metric` {
    private static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)

    private func decide(
        _ act: Metrics.Act, on book: Metrics.Book = .init(), mayEnter: Bool = true
    ) throws -> [Metrics.Event] {
        try Metrics.decide(act, on: book, by: "anh", mayEnter: mayEnter, at: Self.now)
    }

    private func book(_ values: Metrics.Entered...) -> Metrics.Book {
        var book = Metrics.Book()
        for value in values { book.apply(.entered(at: Self.now, by: "so", value: value)) }
        return book
    }

    private func changed(
        _ change: (inout Metrics.Entered) -> Void
    ) -> Metrics.Act {
        var value = MetricSamples.value
        change(&value)
        return .enter(value)
    }

    @Test(arguments: MetricSamples.entered)
    func `is told of every metric that the office holds no record of`(_ number: Int) throws {
        let value = MetricSamples.entered(number)
        #expect(
            try decide(.enter(value)) == [.entered(at: Self.now, by: "anh", value: value)])
    }

    @Test(arguments: MetricSamples.counted)
    func `is refused where the office counts itself`(_ number: Int) {
        #expect(throws: Metrics.Rejection.counted) {
            try decide(.enter(MetricSamples.entered(number)))
        }
        #expect(throws: Metrics.Rejection.counted) {
            try decide(.withdraw(metric: number, period: "2017", reason: "x"))
        }
    }

    @Test(arguments: MetricSamples.province)
    func `is refused where only provinces are asked`(_ number: Int) {
        #expect(throws: Metrics.Rejection.onlyProvince) {
            try decide(.enter(MetricSamples.entered(number)))
        }
    }

    @Test(arguments: [0, 25, -3])
    func `is refused for a metric that is not there`(_ number: Int) {
        #expect(throws: Metrics.Rejection.unknown(number)) {
            try decide(.enter(MetricSamples.entered(number)))
        }
    }

    @Test(arguments: ["", "2017-13", "17", "nay", "2017-Q5", "<b>"])
    func `is refused for a period that is none`(_ period: String) {
        #expect(throws: Metrics.Rejection.periodUnknown(period)) {
            try decide(.enter(MetricSamples.entered(11, period: period)))
        }
    }

    @Test(arguments: [
        ("2017", true), ("2017-H1", true), ("2017-07", true), ("2017-Q3", true), ("2016", true),
        ("2017-08", false), ("2017-Q4", false), ("2018", false),
    ])
    func `is taken for a period that has begun`(_ period: String, _ isTaken: Bool) throws {
        let act = Metrics.Act.enter(MetricSamples.entered(11, period: period))
        if isTaken {
            #expect(try decide(act).count == 1)
        } else {
            #expect(throws: Metrics.Rejection.periodNotBegun) { try decide(act) }
        }
    }

    @Test(arguments: [
        (0, 0), (1, 0), (-1, 5), (1, -5), (5, Metrics.countMaximum + 1), (0, .min), (.min, 3),
    ])
    func `wants a share of something`(_ part: Int, _ whole: Int) {
        let act = changed {
            $0.part = part
            $0.whole = whole
        }
        #expect(throws: Metrics.Rejection.numbersMissing) { try decide(act) }
    }

    @Test func `wants no more in the numerator than in the denominator`() throws {
        let tooMuch = changed { $0.part = 1_001 }
        #expect(throws: Metrics.Rejection.partTooLarge) { try decide(tooMuch) }
        #expect(try decide(changed { $0.part = 1_000 }).count == 1)
        #expect(try decide(changed { $0.part = 0 }).count == 1)
    }

    @Test func `wants a source of bounded length`() throws {
        let none = changed { $0.source = "" }
        #expect(throws: Metrics.Rejection.sourceMissing) { try decide(none) }
        let long = changed { $0.source = String(repeating: "ế", count: 301) }
        #expect(throws: Metrics.Rejection.sourceTooLong) { try decide(long) }
        let full = changed { $0.source = String(repeating: "ế", count: 300) }
        #expect(try decide(full).count == 1)
    }

    @Test func `is for who may, whatever else is wrong`() {
        let wrong = changed {
            $0.metric = 99
            $0.source = ""
        }
        for act in [.enter(MetricSamples.value), wrong] {
            #expect(throws: Metrics.Rejection.mayNotEnter) { try decide(act, mayEnter: false) }
        }
    }

    @Test func `of the same value again tells nothing`() throws {
        #expect(try decide(.enter(MetricSamples.value), on: book(MetricSamples.value)).isEmpty)
        let other = changed { $0.source = "Nguồn khác" }
        #expect(try decide(other, on: book(MetricSamples.value)).count == 1)
    }

    @Test func `of another value takes the place of the one before, which stays in the history`() {
        var second = MetricSamples.value
        second.part = 930
        let book = book(MetricSamples.value, second)
        #expect(book.entry(11, "2017")?.value.part == 930)
        #expect(book.history(11, "2017").map(\.value.part) == [930, 925])
        #expect(book.entry(11, "2017-07") == nil && book.entry(13, "2017") == nil)
    }

    @Test func `is taken back with a reason, once`() throws {
        var book = book(MetricSamples.value)
        let act = Metrics.Act.withdraw(metric: 11, period: "2017", reason: "Nhập nhầm kỳ")
        let events = try decide(act, on: book)
        #expect(
            events == [
                .withdrawn(
                    at: Self.now, by: "anh", metric: 11, period: "2017", reason: "Nhập nhầm kỳ")
            ])
        for event in events { book.apply(event) }
        #expect(book.entry(11, "2017") == nil)
        #expect(book.history(11, "2017").first?.withdrawal?.reason == "Nhập nhầm kỳ")
        let after = book
        #expect(throws: Metrics.Rejection.nothingEntered) { try decide(act, on: after) }
        // What was taken back does not come again by itself, and may be entered again.
        #expect(try decide(.enter(MetricSamples.value), on: after).count == 1)
    }

    @Test func `is taken back with all that stood before it`() throws {
        var second = MetricSamples.value
        second.part = 930
        var book = book(MetricSamples.value, second)
        book.apply(
            .withdrawn(at: Self.now, by: "anh", metric: 11, period: "2017", reason: "Sai"))
        #expect(book.entry(11, "2017") == nil, "the first value does not come back")
    }

    @Test func `is taken back with a reason of bounded length`() {
        let book = book(MetricSamples.value)
        #expect(throws: Metrics.Rejection.reasonMissing) {
            try decide(.withdraw(metric: 11, period: "2017", reason: ""), on: book)
        }
        let long = String(repeating: "a", count: 301)
        #expect(throws: Metrics.Rejection.reasonTooLong) {
            try decide(.withdraw(metric: 11, period: "2017", reason: long), on: book)
        }
        #expect(throws: Metrics.Rejection.nothingEntered) {
            try decide(.withdraw(metric: 11, period: "2017-07", reason: "x"), on: book)
        }
    }

    static let rejections: [Metrics.Rejection] = [
        .mayNotSee, .mayNotEnter, .unknown(99), .counted, .onlyProvince, .periodUnknown("x"),
        .periodNotBegun, .numbersMissing, .partTooLarge, .sourceMissing, .sourceTooLong,
        .nothingEntered, .reasonMissing, .reasonTooLong,
    ]

    @Test func `is refused with a sentence in both languages and a code of its own`() {
        #expect(Set(Self.rejections.map(\.code)).count == Self.rejections.count)
        for rejection in Self.rejections {
            #expect(rejection.sentence.vi.hasSuffix(".") && rejection.sentence.en.hasSuffix("."))
            #expect(rejection.code.hasPrefix("metrics.") && !rejection.code.contains("("))
        }
        #expect(Metrics.Rejection.sourceMissing.field == "source")
        #expect(Metrics.Rejection.mayNotSee.isNotFound)
        #expect(!Metrics.Rejection.mayNotEnter.isNotFound)
    }

    /// What older ledgers hold. A line here is never changed, only added to.
    static let shapes: [(Metrics.Event, String, String)] = [
        (
            .entered(at: now, by: "anh", value: MetricSamples.value), "metric.entered",
            """
            {at: "2017-07-03T09:00", by: "anh", value: {metric: 11, part: 925, period: "2017", \
            source: "Báo cáo 12/BC-UBND (hư cấu), trang 3", whole: 1000}}
            """
        ),
        (
            .withdrawn(at: now, by: "anh", metric: 11, period: "2017", reason: "Sai"),
            "metric.withdrawn",
            """
            {at: "2017-07-03T09:00", by: "anh", metric: 11, period: "2017", reason: "Sai"}
            """
        ),
    ]

    @Test(arguments: 0..<2)
    func `is written in a shape that stays`(_ index: Int) throws {
        let (event, type, text) = Self.shapes[index]
        let entry = try EventEncoding.entry(of: event, feature: Metrics.feature)
        #expect(entry.type == type)
        #expect(entry.payload.rendered == text)
        #expect(
            try EventDecoding.event(
                Metrics.Event.self, entryType: entry.type, payload: entry.payload,
                feature: Metrics.feature) == event)
    }
}
