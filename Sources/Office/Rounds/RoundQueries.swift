// Which dossiers have a time that has come.

import Ledger
import WorkTime

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
