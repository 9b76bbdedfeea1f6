// The records behind the numbers of a metric: `code, title, at, part`, each record in one part.

import Engine
import Ledger
import WorkTime

extension Metrics {
    /// A piece of SQL with its arguments, and the parts it knows.
    struct Source {
        let kind: Record.Kind
        let keys: [(key: String, isCounted: Bool)]
        let sql: String
        let arguments: [SQLValue]

        /// `nil` for a metric that is not counted from rows.
        init?(_ number: Int, _ reading: DeskReading, _ scope: Scope) throws {
            switch number {
            case 5: self = Self.progress(scope)
            case 10: self = Self.channels(scope)
            case 12: self = Self.digitised(scope)
            case 21:
                self = Self.petitions(
                    scope,
                    open: Work.firstOpenDue(at: scope.at, calendar: try reading.calendar()))
            case 23: self = Self.content(scope)
            case 24: self = Self.payments(scope)
            default: return nil
            }
        }

        private init(
            _ kind: Record.Kind, _ keys: KeyValuePairs<String, Bool>, _ arguments: [SQLValue],
            sql: String
        ) {
            self.kind = kind
            self.keys = keys.map { (key: $0.key, isCounted: $0.value) }
            self.sql = sql
            self.arguments = arguments
        }

        private static func progress(_ scope: Scope) -> Source {
            let part = """
                CASE WHEN endedDay <= ? THEN COALESCE(class, 'unclassed')
                    WHEN paused = 0 AND due < ? THEN 'overdue' ELSE 'openInTime' END AS part
                """
            let moment = LocalMinute(startOf: scope.lastDay).rawValue
            let half: [SQLValue] = [
                SQLValue(scope.through.number), SQLValue(moment), .text(scope.office.rawValue),
                SQLValue(scope.through.number),
            ]
            // Two halves, as each has its index.
            return Source(
                .dossier,
                [
                    "early": true, "onTime": true, "openInTime": true, "late": false,
                    "overdue": false,
                ], half + [SQLValue(scope.from.number)] + half,
                sql: """
                    SELECT code, title, receivedAt AS at, \(part) FROM dossier
                    WHERE office = ? AND receivedDay <= ? AND endedDay >= ?
                    UNION ALL
                    SELECT code, title, receivedAt AS at, \(part) FROM dossier
                    WHERE office = ? AND receivedDay <= ? AND endedDay IS NULL
                    """)
        }

        private static func channels(_ scope: Scope) -> Source {
            Source(
                .dossier, ["online": true, "counter": true, "post": true],
                [
                    .text(scope.office.rawValue),
                    SQLValue(LocalMinute(startOf: scope.from).rawValue),
                    SQLValue(LocalMinute(startOf: scope.through + 1).rawValue),
                ],
                sql: """
                    SELECT code, title, receivedAt AS at, channel AS part FROM dossier
                    WHERE office = ? AND receivedAt >= ? AND receivedAt < ?
                    """)
        }

        private static func digitised(_ scope: Scope) -> Source {
            Source(
                .dossier, ["digitised": true, "onPaper": false], scope.arguments,
                sql: """
                    SELECT code, title, endedAt AS at, CASE WHEN EXISTS (
                        SELECT 1 FROM attachment AS a
                        WHERE a.dossier = dossier.code AND a.held = 'filed')
                        THEN 'digitised' ELSE 'onPaper' END AS part
                    FROM dossier WHERE office = ? AND endedDay >= ? AND endedDay <= ?
                    """)
        }

        private static func petitions(_ scope: Scope, open: LocalMinute) -> Source {
            let (from, through) = (scope.from, scope.through)
            return Source(
                .petition,
                [
                    "endedInTime": true, "openInTime": true, "endedLate": false,
                    "openLate": false,
                ],
                [
                    SQLValue(open.rawValue), .text(scope.office.rawValue),
                    SQLValue(from.year * 100 + from.month),
                    SQLValue(through.year * 100 + through.month),
                ],
                sql: """
                    SELECT code, '' AS title, receivedAt AS at, CASE
                        WHEN endedAt > due THEN 'endedLate'
                        WHEN endedAt IS NOT NULL THEN 'endedInTime'
                        WHEN due < ? THEN 'openLate' ELSE 'openInTime' END AS part
                    FROM petition WHERE office = ? AND month >= ? AND month <= ?
                    """)
        }

        private static func content(_ scope: Scope) -> Source {
            Source(
                .dossier, ["notTakenOff": true, "late": false, "unsatisfied": false],
                scope.arguments,
                sql: """
                    SELECT code, title, endedAt AS at, CASE WHEN class = 'late' THEN 'late'
                        WHEN EXISTS (SELECT 1 FROM ratingAnswer AS a
                            WHERE a.dossier = dossier.code AND a.level = 'unsatisfied')
                        THEN 'unsatisfied' ELSE 'notTakenOff' END AS part
                    FROM dossier WHERE office = ? AND endedDay >= ? AND endedDay <= ?
                    """)
        }

        /// A dossier of which any payment came over a bank.
        private static func payments(_ scope: Scope) -> Source {
            Source(
                .dossier, ["transfer": true, "cash": false], scope.arguments,
                sql: """
                    SELECT dossier AS code, max(title) AS title, max(paidDay) * 1440 AS at,
                        CASE WHEN max(CASE WHEN way = 'cash' THEN 0 ELSE 1 END) = 1
                            THEN 'transfer' ELSE 'cash' END AS part
                    FROM payment WHERE office = ? AND paidDay >= ? AND paidDay <= ?
                    GROUP BY dossier
                    """)
        }
    }
}

extension Metrics.Scope {
    /// Office, first and last day.
    fileprivate var arguments: [SQLValue] {
        [.text(office.rawValue), SQLValue(from.number), SQLValue(through.number)]
    }
}

extension DeskReading {
    /// One page of the records of a part, newest first.
    func metricRecords(
        of metric: Metrics.Metric, _ part: String, _ scope: Metrics.Scope, after key: String?
    ) throws -> (rows: [Metrics.Record], next: String?) {
        if metric.number == 3 {
            let all = try publishedProcedures(on: scope.lastDay)
            return (all.filter { $0.lacking.isEmpty == (part == "whole") }, nil)
        }
        guard let source = try Metrics.Source(metric.number, self, scope) else { return ([], nil) }
        var condition = "part = ?"
        var arguments = source.arguments + [.text(part)]
        if let key {
            let last = try WorkKey("\(key)~0")
            condition += " AND (at, code) < (?, ?)"
            arguments += [SQLValue(last.due), .text(last.dossier)]
        }
        let found = try rows(
            """
            SELECT code, title, at FROM (\(source.sql)) AS c WHERE \(condition)
            ORDER BY at DESC, code DESC LIMIT ?
            """, arguments + [SQLValue(Metrics.recordPage + 1)])
        let page = try found.prefix(Metrics.recordPage).map { row in
            Metrics.Record(
                kind: source.kind, code: try row.text("code"), title: try row.text("title"),
                at: LocalMinute(rawValue: try row.int("at")), lacking: [])
        }
        let last = page.last.map { "\($0.at?.rawValue ?? 0)~\($0.code)" }
        return (page, found.count > page.count ? last : nil)
    }
}
