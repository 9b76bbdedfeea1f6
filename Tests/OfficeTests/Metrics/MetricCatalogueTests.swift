// The set of 2026 as its source lists it: 24 metrics in six groups, 100 points.

import Testing
import WorkTime

@testable import Office

@Suite struct `The set of 2026` {
    /// Number, group, highest score (`nil` where the source is silent), has a formula.
    static let source: [(Int, Metrics.Group, Int?, Bool)] = [
        (1, .publicity, 6, true), (2, .publicity, 4, true), (3, .publicity, 2, true),
        (4, .publicity, 6, true), (5, .progress, 20, true), (6, .online, 12, true),
        (7, .online, nil, true), (8, .online, nil, false), (9, .online, nil, false),
        (10, .online, nil, true), (11, .digitisation, 6, true), (12, .digitisation, 4, true),
        (13, .digitisation, 2, true), (14, .digitisation, 2, true),
        (15, .digitisation, 4, false), (16, .digitisation, 2, false),
        (17, .digitisation, 2, false), (18, .satisfaction, nil, false),
        (19, .satisfaction, 0, false), (20, .satisfaction, 0, false),
        (21, .satisfaction, 6, true), (22, .satisfaction, 6, true), (23, .satisfaction, 6, true),
        (24, .payment, 10, true),
    ]

    @Test func `has 24 metrics in their order, 16 of them with a formula`() {
        #expect(Metrics.all.map(\.number) == Array(1...24))
        #expect(Metrics.all.count { $0.formula != nil } == 16)
    }

    @Test(arguments: source)
    func `is what the source says of each`(
        _ number: Int, _ group: Metrics.Group, _ maximum: Int?, _ hasFormula: Bool
    ) throws {
        let metric = try #require(Metrics.metric(number))
        #expect(metric.group == group)
        #expect(metric.maximum == maximum)
        #expect((metric.formula != nil) == hasFormula)
    }

    @Test func `has 100 points in its groups, and no group less than its metrics`() {
        #expect(Metrics.Group.allCases.map(\.maximum).reduce(0, +) == 100)
        for group in Metrics.Group.allCases {
            let sum = Metrics.all.filter { $0.group == group }.compactMap(\.maximum).reduce(0, +)
            #expect(sum <= group.maximum, "\(group)")
        }
    }

    @Test func `says of each metric where its value comes from`() {
        func numbers(_ isWanted: (Metrics.Metric) -> Bool) -> [Int] {
            Metrics.all.filter(isWanted).map(\.number)
        }
        #expect(numbers { $0.basis == .counted } == MetricSamples.counted)
        #expect(numbers(\.isEntered) == MetricSamples.entered)
        #expect(numbers { $0.basis == .province } == MetricSamples.province)
    }

    @Test func `says of what is not counted why, in both languages`() {
        for metric in Metrics.all {
            #expect(!metric.name.vi.isEmpty && !metric.name.en.isEmpty)
            #expect(metric.name.vi != metric.name.en)
            if case .entered(let why) = metric.basis {
                #expect(!why.vi.isEmpty && !why.en.isEmpty, "\(metric.number)")
            }
            for words in [metric.formula, metric.remark].compactMap({ $0 }) {
                #expect(!words.vi.isEmpty && !words.en.isEmpty, "\(metric.number)")
            }
        }
    }

    @Test func `counts nothing that has no formula`() {
        for metric in Metrics.all where metric.basis == .counted {
            #expect(metric.formula != nil, "\(metric.number)")
        }
    }

    @Test(arguments: [7, 10, 12, 14, 21, 23, 24])
    func `says where a threshold or a reading is not confirmed`(_ number: Int) throws {
        let remark = try #require(Metrics.metric(number)?.remark)
        #expect(remark.vi.contains("chưa xác"))
        #expect(remark.en.contains("unconfirmed"))
    }

    @Test(arguments: [0, 25, -1, .max])
    func `has no metric of another number`(_ number: Int) {
        #expect(Metrics.metric(number) == nil)
    }
}
