// How the test office gets its metrics, and what is entered into it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum MetricSamples {
    static let value = Metrics.Entered(
        metric: 11, period: "2017", part: 925, whole: 1_000,
        source: "Báo cáo 12/BC-UBND (hư cấu), trang 3")

    static let fields = [
        ("act", "enter"), ("period", "2017"), ("office", "p"), ("part", "925"),
        ("whole", "1000"), ("source", "Báo cáo 12/BC-UBND (hư cấu), trang 3"),
    ]

    /// Numbers of the metrics by where their values come from.
    static let counted = [3, 5, 10, 12, 21, 23, 24]
    static let entered = [1, 2, 4, 7, 11, 13, 14, 15, 18, 19, 20, 22]
    static let province = [6, 8, 9, 16, 17]

    static func entered(_ number: Int, period: String = "2017") -> Metrics.Entered {
        var value = value
        value.metric = number
        value.period = period
        return value
    }
}

extension DossierTestOffice {
    func metrics(
        as person: PersonID = "anh", period: String = "2017", office: String = ""
    ) async throws -> Metrics.Figures {
        let (viewer, now) = (try await viewer(person), now)
        let period = try #require(Reports.Period(period))
        return try await desk.read {
            try $0.metricFigures(ofOffice: office, period, for: viewer, at: now)
        }
    }

    func metric(
        _ number: Int, as person: PersonID = "anh", period: String = "2017", office: String = "",
        part: String? = nil, after key: String? = nil
    ) async throws -> Metrics.Page {
        let (viewer, now) = (try await viewer(person), now)
        let period = try #require(Reports.Period(period))
        return try await desk.read {
            try $0.metricPage(
                number, ofOffice: office, period, part: part, after: key, for: viewer, at: now)
        }
    }

    /// The one share of a metric.
    func share(_ number: Int, period: String = "2017") async throws -> Metrics.Share {
        try #require(try await metric(number, period: period).line.shares.first)
    }

    /// Counts of a metric's parts by their names.
    func parts(_ number: Int, period: String = "2017") async throws -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: try await share(number, period: period).parts.map {
                ($0.key, $0.count)
            })
    }

    @discardableResult
    func metricAct(
        _ act: Metrics.Act, by person: PersonID? = "anh", of office: UnitID = "p",
        key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .metrics(.act(office, act)), by: person.map { Actor($0) }, at: sources.now, key: key,
            fingerprint: Array("\(act)".utf8))
    }

    func metricBook(of office: UnitID = "p") async throws -> Metrics.Book {
        try await desk.read { try $0.metricBook(of: office) }
    }
}
