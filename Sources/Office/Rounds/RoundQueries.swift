// Which dossiers have a time that has come.

import Ledger
import WorkTime

extension DeskReading {
    /// Open dossiers that an older issue of the calendar reckons, one page.
    func datesToMove(after last: Rounds.Waiting) throws -> [Rounds.Waiting] {
        try rows(
            """
            SELECT calendar, code FROM dossier
            WHERE endedDay IS NULL AND calendar < ? AND (calendar, code) > (?, ?)
            ORDER BY calendar, code LIMIT ?
            """,
            [
                SQLValue(try calendarBook().last), SQLValue(last.calendar), .text(last.code),
                SQLValue(Rounds.calendarPageSize),
            ]
        ).map { Rounds.Waiting(calendar: try $0.int("calendar"), code: try $0.text("code")) }
    }
}

extension Rounds {
    /// A dossier and the issue of the calendar that still reckons it.
    struct Waiting: Sendable {
        let calendar: Int
        let code: String
    }

    struct Due: Sendable {
        let code: String
        /// Version of its stream: part of the key, so that the same time comes once.
        let version: Int
    }

    /// One page, by code.
    static func due(
        by now: LocalMinute, after code: String, in reader: any LedgerReader
    ) throws -> [Due] {
        try reader.rows(
            """
            SELECT w.dossier AS code, h.version AS version
            FROM (SELECT DISTINCT dossier FROM workItem
                WHERE nextTimer IS NOT NULL AND nextTimer <= ? AND dossier > ?
                ORDER BY dossier LIMIT ?) AS w
            JOIN streamHead h ON h.stream = 'dossier/' || w.dossier
            ORDER BY w.dossier
            """,
            [SQLValue(now.rawValue), .text(code), SQLValue(pageSize)]
        ).map { Due(code: try $0.text("code"), version: try $0.int("version")) }
    }
}
