// Adding ratings up. A page reads the ratings and the ends of its period, nothing before.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Ratings {
    /// The offices and days that figures are of.
    struct Span {
        let offices: [UnitID]
        let days: DaySpan

        func condition(_ office: String, _ day: String) -> String {
            "\(office) IN (\(Reports.Source.marks(offices))) AND \(day) >= ? AND \(day) <= ?"
        }

        var arguments: [SQLValue] {
            Reports.Source.values(offices)
                + [SQLValue(days.first.number), SQLValue(days.last.number)]
        }
    }
}

extension DeskReading {
    /// - Throws: `Ratings.Rejection.mayNotSee`, or `Reports.Rejection.officeUnknown` for an office
    ///   that the viewer does not see.
    func ratingFigures(
        _ filter: Reports.Filter, _ choice: Ratings.Choice, for viewer: Viewer,
        at now: LocalMinute? = nil
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
        let span = Ratings.Span(offices: offices, days: filter.period)
        let now = now ?? LocalMinute(startOf: viewer.today)
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
            scorecards: try scorecards(span, organisation, at: now),
            mayEnter: officesToScore(offices, for: viewer, organisation),
            records: choice.listsRecords ? try records(span, choice) : nil)
    }

    private struct Sums {
        var total: [Ratings.Count]
        var byOffice: [String: [Ratings.Count]] = [:]
        var byProcess: [String: [Ratings.Count]] = [:]
    }

    private func sums(
        _ span: Ratings.Span, _ questionnaire: Ratings.Questionnaire
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

    private func ended(_ span: Ratings.Span) throws -> Int {
        try rows(
            """
            SELECT SUM(early + onTime + late + unclassed) AS n FROM dossierCount
            WHERE \(span.condition("office", "day"))
            """, span.arguments
        ).first?.optionalInt("n") ?? 0
    }

    /// The dossiers behind a figure, newest first.
    private func records(
        _ span: Ratings.Span, _ choice: Ratings.Choice
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
