// Counting what the office holds. Dossiers by time and channel come from the daily counts; the
// others from the records of the period, each put into exactly one part.

import Engine
import Ledger
import WorkTime

extension Metrics {
    /// Shares of the metrics that are counted, by their number.
    struct Counts {
        private(set) var shares: [Int: [Share]] = [:]

        /// - Parameter only: Counts this one metric alone.
        init(_ reading: DeskReading, _ scope: Scope, only: Metric? = nil) throws {
            func isAsked(_ number: Int) -> Bool { only.map { $0.number == number } ?? true }
            if isAsked(3) { shares[3] = [try Self.procedures(reading, scope)] }
            if isAsked(5) || isAsked(10) {
                let sums = try Reports.cells(
                    reading, .init(period: scope.days, office: scope.office),
                    limit: .offices([scope.office]), now: scope.at
                ).map(\.sums).sum()
                shares[5] = [Self.progress(sums)]
                shares[10] = Self.channels(sums)
            }
            for number in [12, 21, 23, 24] where isAsked(number) {
                guard let source = try Source(number, reading, scope) else { continue }
                shares[number] = [try Self.share(reading, source)]
            }
        }

        private static func progress(_ sums: Reports.Sums) -> Share {
            Share(
                "",
                [
                    Part(key: "early", count: sums.early, isCounted: true),
                    Part(key: "onTime", count: sums.onTime, isCounted: true),
                    Part(key: "openInTime", count: sums.openInTime, isCounted: true),
                    Part(key: "late", count: sums.late, isCounted: false),
                    Part(key: "overdue", count: sums.overdue, isCounted: false),
                ])
        }

        private static func channels(_ sums: Reports.Sums) -> [Share] {
            let counts = [("online", sums.online), ("counter", sums.counter), ("post", sums.post)]
            return counts.map { key, _ in
                Share(
                    key,
                    counts.map { Part(key: $0.0, count: $0.1, isCounted: $0.0 == key) })
            }
        }

        private static func procedures(_ reading: DeskReading, _ scope: Scope) throws -> Share {
            let records = try reading.publishedProcedures(on: scope.lastDay)
            let lacking = records.count { !$0.lacking.isEmpty }
            return Share(
                "",
                [
                    Part(key: "whole", count: records.count - lacking, isCounted: true),
                    Part(key: "lacking", count: lacking, isCounted: false),
                ])
        }

        private static func share(_ reading: DeskReading, _ source: Source) throws -> Share {
            var counts: [String: Int] = [:]
            for row in try reading.rows(
                "SELECT part, count(*) AS n FROM (\(source.sql)) AS c GROUP BY part",
                source.arguments)
            {
                counts[try row.text("part")] = try row.int("n")
            }
            return Share(
                "",
                source.keys.map {
                    Part(key: $0.key, count: counts[$0.key] ?? 0, isCounted: $0.isCounted)
                })
        }
    }
}

extension Metrics.Scope {
    var days: DaySpan { DaySpan(from, through) }
    /// What is open is judged at the end of the period, or now.
    var lastDay: DayNumber { min(through, at.day) }
}
