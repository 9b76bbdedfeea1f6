// Adding ratings up, and the facts of the nine indicators. A page reads the ratings and the ends of
// its period, nothing before.

import Engine
import Ledger
import ProcessModel
import WorkTime

/// The offices and days that figures are of.
private struct RatingSpan {
    let offices: [UnitID]
    let days: DaySpan

    func condition(_ office: String, _ day: String) -> String {
        "\(office) IN (\(Reports.Source.marks(offices))) AND \(day) >= ? AND \(day) <= ?"
    }

    var arguments: [SQLValue] {
        Reports.Source.values(offices) + [SQLValue(days.first.number), SQLValue(days.last.number)]
    }
}

extension DeskReading {
    /// - Throws: `Ratings.Rejection.mayNotSee`, or `Reports.Rejection.officeUnknown` for an office
    ///   that the viewer does not see.
    func ratingFigures(
        _ filter: Reports.Filter, _ choice: Ratings.Choice, for viewer: Viewer
    ) throws -> Ratings.Figures {
        guard Ratings.maySee(viewer), let questionnaire = Ratings.questionnaire() else {
            throw Ratings.Rejection.mayNotSee
        }
        let organisation = try organisation()
        let seen = viewer.overseenUnits.filter { organisation.units[$0]?.kind == .committee }
        if let office = filter.office, !seen.contains(office) {
            throw Reports.Rejection.officeUnknown(office.rawValue)
        }
        let offices = filter.office.map { [$0] } ?? seen
        let span = RatingSpan(offices: offices, days: filter.period)
        let sums = try sums(span, questionnaire)
        let titles = try Reports.processNames(self)
        func named(_ groups: [String: [Ratings.Count]], name: (String) -> String) -> [Ratings.Row] {
            groups.map { Ratings.Row(id: $0.key, name: name($0.key), counts: $0.value) }
                .sorted { ($1.ratings, $0.id) < ($0.ratings, $1.id) }
        }
        return Ratings.Figures(
            from: filter.period.first, through: filter.period.last, office: filter.office,
            questionnaire: questionnaire, ended: try ended(span),
            total: Ratings.Row(id: "", name: "", counts: sums.total),
            byOffice: named(sums.byOffice) {
                organisation.units[UnitID($0)]?.name ?? $0
            },
            byProcess: named(sums.byProcess) { titles[ProcessCode($0)]?.title ?? $0 },
            scorecards: try scorecards(span, organisation),
            records: choice.listsRecords ? try records(span, choice) : nil)
    }

    private struct Sums {
        var total: [Ratings.Count]
        var byOffice: [String: [Ratings.Count]] = [:]
        var byProcess: [String: [Ratings.Count]] = [:]
    }

    private func sums(
        _ span: RatingSpan, _ questionnaire: Ratings.Questionnaire
    ) throws -> Sums {
        let empty = questionnaire.questions.map { Ratings.Count(question: $0.key) }
        var sums = Sums(total: empty)
        let found = try rows(
            """
            SELECT r.office, r.process, a.question, a.level, count(*) AS n
            FROM rating r JOIN ratingAnswer a ON a.dossier = r.dossier
            WHERE \(span.condition("r.office", "r.day"))
            GROUP BY r.office, r.process, a.question, a.level
            """, span.arguments)
        for row in found {
            let question = try row.text("question")
            guard let level = Ratings.Level(rawValue: try row.text("level")),
                let index = empty.firstIndex(where: { $0.question == question })
            else { continue }
            let number = try row.int("n")
            sums.total[index].add(number, level)
            sums.byOffice[try row.text("office"), default: empty][index].add(number, level)
            sums.byProcess[try row.text("process"), default: empty][index].add(number, level)
        }
        return sums
    }

    private func ended(_ span: RatingSpan) throws -> Int {
        try rows(
            """
            SELECT SUM(early + onTime + late + unclassed) AS n FROM dossierCount
            WHERE \(span.condition("office", "day"))
            """, span.arguments
        ).first?.optionalInt("n") ?? 0
    }

    /// The dossiers behind a figure, newest first.
    private func records(
        _ span: RatingSpan, _ choice: Ratings.Choice
    ) throws -> [Ratings.Record] {
        var condition = span.condition("r.office", "r.day")
        var arguments = span.arguments
        if !choice.process.isEmpty {
            condition += " AND r.process = ?"
            arguments.append(.text(choice.process))
        }
        if !choice.question.isEmpty, let level = choice.level {
            condition += """
                 AND EXISTS (SELECT 1 FROM ratingAnswer a
                    WHERE a.dossier = r.dossier AND a.question = ? AND a.level = ?)
                """
            arguments += [.text(choice.question), .text(level.rawValue)]
        }
        let found = try rows(
            """
            SELECT r.dossier, r.day, d.title FROM rating r JOIN dossier d ON d.code = r.dossier
            WHERE \(condition) ORDER BY r.day DESC, r.dossier LIMIT ?
            """, arguments + [SQLValue(Ratings.recordMaximum)])
        return try found.map { row in
            let code = try row.text("dossier")
            return Ratings.Record(
                code: code, title: try row.text("title"),
                day: DayNumber(rawValue: Int32(clamping: try row.int("day"))),
                answers: try toldRating(code)?.state.sheet.answers ?? [])
        }
    }
}

// MARK: The nine indicators

extension DeskReading {
    /// One card an office that had any case.
    private func scorecards(
        _ span: RatingSpan, _ organisation: People.Organisation
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
        for row in try stepTimes(span) {
            guard let result = Timeliness(rawValue: try row.text("result")) else { continue }
            add(try row.text("office"), .agencyTime, Ratings.points(result), try row.int("n"))
        }
        for row in try supplements(span) {
            let (office, asked) = (try row.text("office"), try row.int("asked"))
            let count = try row.int("n")
            add(office, .supplements, Ratings.points(supplements: asked), count)
            add(office, .agencies, Ratings.points(agenciesAfter: asked), count)
        }
        for row in try attitudes(span) {
            guard let level = Ratings.Level(rawValue: try row.text("level")),
                let result = Timeliness(rawValue: try row.text("class"))
            else { continue }
            add(
                try row.text("office"), .attitude, Ratings.points(attitude: level, result),
                try row.int("n"))
        }
        return points.keys.sorted().map { office in
            Ratings.Scorecard(
                office: office, name: organisation.units[UnitID(office)]?.name ?? office,
                scores: Ratings.Indicator.allCases.compactMap { indicator in
                    points[office]?[indicator].map {
                        Ratings.Score(indicator: indicator, two: $0[2], one: $0[1], zero: $0[0])
                    }
                })
        }
    }

    /// Dossiers of the period by how they ended.
    private func dossierTimes(_ span: RatingSpan) throws -> [SQLRow] {
        try rows(
            """
            SELECT office, SUM(early) AS early, SUM(onTime) AS onTime, SUM(late) AS late
            FROM dossierCount WHERE \(span.condition("office", "day")) GROUP BY office
            """, span.arguments)
    }

    /// Steps with a time of their own, of dossiers that ended in the period.
    private func stepTimes(_ span: RatingSpan) throws -> [SQLRow] {
        try rows(
            """
            SELECT d.office, w.result, count(*) AS n
            FROM dossier d JOIN workDone w ON w.dossier = d.code
            WHERE \(span.condition("d.office", "d.endedDay")) AND w.result IS NOT NULL
            GROUP BY d.office, w.result
            """, span.arguments)
    }

    /// Requests for papers, of dossiers that ended in the period, as their streams tell them.
    private func supplements(_ span: RatingSpan) throws -> [SQLRow] {
        try rows(
            """
            SELECT office, asked, count(*) AS n FROM (
                SELECT d.office AS office, (SELECT count(*) FROM entry e
                    WHERE e.stream = 'dossier/' || d.code
                        AND e.type = 'dossier.supplementListed') AS asked
                FROM dossier d WHERE \(span.condition("d.office", "d.endedDay"))) AS s
            GROUP BY office, asked
            """, span.arguments)
    }

    /// What citizens said of the officers, with how their dossier ended.
    private func attitudes(_ span: RatingSpan) throws -> [SQLRow] {
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
