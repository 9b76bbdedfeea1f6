// Which dossiers have a time that has come.

import Ledger
import WorkTime

extension DeskReading {
    /// Codes of open dossiers that an older issue of the calendar reckons, one page.
    func datesToMove(after code: String) throws -> [String] {
        let newest = try calendarBook().last
        if newest == 0 { return [] }
        var codes: [String] = []
        // An index by issue and code: of each older issue what comes next.
        for older in 0..<newest {
            codes += try rows(
                """
                SELECT code FROM dossier WHERE endedDay IS NULL AND calendar = ? AND code > ?
                ORDER BY code LIMIT ?
                """,
                [SQLValue(older), .text(code), SQLValue(Rounds.calendarPageSize)]
            ).map { try $0.text("code") }
        }
        return Array(codes.sorted().prefix(Rounds.calendarPageSize))
    }
}

extension Rounds {
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
