// The facts of the nine indicators, from counters and indexes of the period alone.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// Offices whose scores the viewer may enter.
    func officesToScore(
        _ offices: [UnitID], for viewer: Viewer, _ organisation: People.Organisation
    ) -> [UnitID] {
        guard viewer.has(.lead) else { return [] }
        return offices.filter {
            organisation.has(.lead, person: viewer.person, over: $0, on: viewer.today)
        }
    }

    /// One card an office that had any case.
    func scorecards(
        _ span: Ratings.Span, _ organisation: People.Organisation, at now: LocalMinute
    ) throws -> [Ratings.Scorecard] {
        var points: [String: [Ratings.Indicator: [Int]]] = [:]
        func add(_ office: String, _ indicator: Ratings.Indicator, _ earned: Int, _ count: Int) {
            points[office, default: [:]][indicator, default: [0, 0, 0]][earned] += count
        }
        for row in try dossierTimes(span) {
            let office = try row.text("office")
            for result in Timeliness.allCases {
                add(office, .time, Ratings.points(result), try row.int(result.rawValue))
            }
        }
        for row in try tallies(span) {
            let (office, earned) = (try row.text("office"), try row.int("points"))
            guard let indicator = Ratings.Indicator(rawValue: try row.int("indicator")),
                (0...2).contains(earned)
            else { continue }
            let count = try row.int("n")
            add(office, indicator, earned, count)
            if indicator == .supplements {
                add(office, .agencies, Ratings.points(agenciesAfter: 2 - earned), count)
            }
        }
        for row in try attitudes(span) {
            guard let level = Ratings.Level(rawValue: try row.text("level")),
                let result = Timeliness(rawValue: try row.text("class"))
            else { continue }
            add(
                try row.text("office"), .attitude, Ratings.points(attitude: level, result),
                try row.int("n"))
        }
        let whole = try wholeScores(span, organisation, at: now, counted: Set(points.keys))
        return Set(points.keys).union(whole.keys).sorted().map { office in
            Ratings.Scorecard(
                office: office, name: organisation.units[UnitID(office)]?.name ?? office,
                scores: Ratings.Indicator.allCases.compactMap { indicator in
                    whole[office]?.first { $0.indicator == indicator }
                        ?? points[office]?[indicator].map {
                            Ratings.Score(
                                indicator: indicator, two: $0[2], one: $0[1], zero: $0[0])
                        }
                })
        }
    }

    /// Dossiers of the period by how they ended.
    private func dossierTimes(_ span: Ratings.Span) throws -> [SQLRow] {
        try rows(
            """
            SELECT office, SUM(early) AS early, SUM(onTime) AS onTime, SUM(late) AS late
            FROM dossierCount WHERE \(span.condition("office", "day")) GROUP BY office
            """, span.arguments)
    }

    /// Steps with a time of their own, and requests for papers, of dossiers that ended in the
    /// period.
    private func tallies(_ span: Ratings.Span) throws -> [SQLRow] {
        try rows(
            """
            SELECT office, indicator, points, SUM(amount) AS n
            FROM dossierScore WHERE \(span.condition("office", "day"))
            GROUP BY office, indicator, points
            """, span.arguments)
    }

    /// What citizens said of the officers, with how their dossier ended.
    private func attitudes(_ span: Ratings.Span) throws -> [SQLRow] {
        try rows(
            """
            SELECT r.office, a.level, d.class, count(*) AS n
            FROM rating r JOIN ratingAnswer a ON a.dossier = r.dossier AND a.question = ?
            JOIN dossier d ON d.code = r.dossier
            WHERE \(span.condition("r.office", "r.day")) AND d.class IS NOT NULL
            GROUP BY r.office, a.level, d.class
            """, [.text(Ratings.attitude)] + span.arguments)
    }
}
