// Scores of offices as a whole: petitions, online services, and what was entered.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    /// - Parameter counted: Offices that had a case. Of others only what was entered or came is
    ///   told, since an office without any work has no petition either.
    func wholeScores(
        _ span: Ratings.Span, _ organisation: People.Organisation, at now: LocalMinute,
        counted: Set<String>
    ) throws -> [String: [Ratings.Score]] {
        var scores: [String: [Ratings.Score]] = [:]
        let petitions = try petitionFacts(span, at: now)
        for office in counted.union(petitions.keys) {
            scores[office, default: []].append(Ratings.score(petitions[office] ?? .init()))
        }
        for (office, facts) in try onlineFacts(span, today: now.day) {
            if let score = Ratings.score(facts) { scores[office, default: []].append(score) }
        }
        for (office, entered) in try enteredScores(span, organisation) {
            scores[office, default: []] += entered
        }
        return scores
    }

    /// By month of receipt, as the index of petitions has it, and then by day.
    private func petitionFacts(
        _ span: Ratings.Span, at now: LocalMinute
    ) throws -> [String: Ratings.PetitionFacts] {
        let open = Work.firstOpenDue(at: now, calendar: try calendar())
        let (first, last) = (span.days.first, span.days.last)
        let found = try rows(
            """
            SELECT office, count(*) AS n,
                SUM(CASE WHEN endedAt > due THEN 1 ELSE 0 END) AS endedLate,
                SUM(CASE WHEN endedAt IS NULL AND due < ? THEN 1 ELSE 0 END) AS openLate
            FROM petition
            WHERE office IN (\(Reports.Source.marks(span.offices))) AND month >= ? AND month <= ?
                AND receivedAt >= ? AND receivedAt < ?
            GROUP BY office
            """,
            [SQLValue(open.rawValue)] + Reports.Source.values(span.offices) + [
                SQLValue(first.year * 100 + first.month), SQLValue(last.year * 100 + last.month),
                SQLValue(LocalMinute(startOf: first).rawValue),
                SQLValue(LocalMinute(startOf: last + 1).rawValue),
            ])
        var facts: [String: Ratings.PetitionFacts] = [:]
        for row in found {
            facts[try row.text("office")] = Ratings.PetitionFacts(
                received: try row.int("n"), endedLate: try row.int("endedLate"),
                openLate: try row.int("openLate"))
        }
        return facts
    }

    /// Procedures as the catalogue offers them on the last day, dossiers as the counters have them.
    private func onlineFacts(
        _ span: Ratings.Span, today: DayNumber
    ) throws -> [String: Ratings.OnlineFacts] {
        let found = try rows(
            """
            SELECT office, SUM(received) AS received,
                SUM(CASE WHEN channel = 'online' THEN received ELSE 0 END) AS receivedOnline,
                SUM(CASE WHEN channel = 'online' THEN late ELSE 0 END) AS late
            FROM dossierCount WHERE \(span.condition("office", "day")) GROUP BY office
            """, span.arguments)
        if found.isEmpty { return [:] }
        let offered = try procedures(.init(), on: min(span.days.last, today)).procedures
        let online = offered.count { $0.isOnline }
        var facts: [String: Ratings.OnlineFacts] = [:]
        for row in found {
            facts[try row.text("office")] = Ratings.OnlineFacts(
                procedures: offered.count, proceduresOnline: online,
                received: try row.int("received"),
                receivedOnline: try row.int("receivedOnline"), late: try row.int("late"))
        }
        return facts
    }

    /// Of each indicator what was entered for the period, or for the latest part of it.
    private func enteredScores(
        _ span: Ratings.Span, _ organisation: People.Organisation
    ) throws -> [String: [Ratings.Score]] {
        let found = try rows(
            """
            SELECT office, indicator, fromDay, throughDay, points, grounds, person, enteredAt
            FROM enteredScore
            WHERE office IN (\(Reports.Source.marks(span.offices)))
                AND fromDay >= ? AND throughDay <= ?
            ORDER BY office, indicator, throughDay DESC, fromDay
            """, span.arguments)
        var scores: [String: [Ratings.Score]] = [:]
        for row in found {
            let office = try row.text("office")
            guard let indicator = Ratings.Indicator(rawValue: try row.int("indicator")),
                scores[office]?.contains(where: { $0.indicator == indicator }) != true
            else { continue }
            let person = PersonID(try row.text("person"))
            func day(_ column: String) throws -> DayNumber {
                DayNumber(rawValue: Int32(clamping: try row.int(column)))
            }
            let shown = Ratings.EnteredShown(
                from: try day("fromDay"), through: try day("throughDay"),
                grounds: try row.text("grounds"),
                by: organisation.people[person]?.name ?? person.rawValue,
                at: LocalMinute(rawValue: try row.int("enteredAt")))
            scores[office, default: []].append(
                Ratings.Score(indicator, try row.int("points"), .init(entered: shown)))
        }
        return scores
    }
}
