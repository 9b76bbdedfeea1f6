// What one dossier adds to the indicators of its office, on the day on which it ended: told from
// its state alone, so that a counter follows from the difference between two states.

import Engine
import WorkTime

extension Ratings {
    /// Points of one indicator on one day.
    struct TallyKey: Hashable, Sendable {
        let indicator: Indicator
        let points: Int
        let day: DayNumber
    }

    /// Nothing while the dossier is open.
    static func tally(of dossier: Dossiers.Dossier) -> [TallyKey: Int] {
        guard let day = dossier.endMark?.day else { return [:] }
        let papers = points(supplements: dossier.supplements.count)
        var tally = [TallyKey(indicator: .supplements, points: papers, day: day): 1]
        // Work that came back is judged once, by how it was left the last time.
        var results: [WorkItemID: StepResult] = [:]
        for record in dossier.instance?.records ?? [] { results[record.item] = record.result }
        for result in results.values {
            let key = TallyKey(indicator: .agencyTime, points: points(result), day: day)
            tally[key, default: 0] += 1
        }
        return tally
    }

    /// Points of a step against its own time.
    static func points(_ result: StepResult) -> Int {
        switch result {
        case .early: 2
        case .onTime: 1
        case .late: 0
        }
    }

    /// Counters of indicators 2 and 3: one row an office, day, indicator and number of points. What
    /// was done before there were counters is counted once, from the register.
    static let tallyStatements = [
        """
        CREATE TABLE dossierScore (
            office TEXT NOT NULL,
            day {{bigint}} NOT NULL,
            indicator {{bigint}} NOT NULL,
            points {{bigint}} NOT NULL,
            amount {{bigint}} NOT NULL,
            PRIMARY KEY (office, day, indicator, points)) {{clustered}}
        """,
        """
        INSERT INTO dossierScore (office, day, indicator, points, amount)
        SELECT office, day, 2, points, count(*) FROM (
            SELECT d.office AS office, d.endedDay AS day,
                CASE w.result WHEN 'early' THEN 2 WHEN 'onTime' THEN 1 ELSE 0 END AS points
            FROM dossier d JOIN workDone w ON w.dossier = d.code
            WHERE d.endedDay IS NOT NULL AND w.result IS NOT NULL) AS s
        GROUP BY office, day, points
        """,
        """
        INSERT INTO dossierScore (office, day, indicator, points, amount)
        SELECT office, day, 3, points, count(*) FROM (
            SELECT d.office AS office, d.endedDay AS day,
                CASE (SELECT count(*) FROM entry e WHERE e.stream = 'dossier/' || d.code
                    AND e.type = 'dossier.supplementListed')
                WHEN 0 THEN 2 WHEN 1 THEN 1 ELSE 0 END AS points
            FROM dossier d WHERE d.endedDay IS NOT NULL) AS s
        GROUP BY office, day, points
        """,
    ]
}
