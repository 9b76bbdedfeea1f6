// Which dossiers wait for an answer: a row derived from the state; written anew it is the same.

import Engine
import Ledger
import WorkTime

extension Messages {
    static let migrations = [
        Migration(
            id: "messages-1",
            statements: [
                """
                CREATE TABLE messageTalk (
                    dossier TEXT NOT NULL PRIMARY KEY,
                    count {{bigint}} NOT NULL,
                    lastAt {{bigint}} NOT NULL,
                    waits {{bigint}} NOT NULL,
                    since {{bigint}},
                    due {{bigint}},
                    sortDue {{bigint}} NOT NULL,
                    keeper TEXT NOT NULL)
                """,
                """
                CREATE INDEX messageTalkByKeeper ON messageTalk (keeper, sortDue, dossier)
                WHERE waits = 1
                """,
            ])
    ]

    static func stream(of dossier: String) -> String { "\(feature)/\(dossier)" }

    static func write(
        _ talk: Talk, of dossier: String, in transaction: any LedgerTransaction
    ) throws {
        let open = talk.open
        try transaction.execute(
            """
            INSERT INTO messageTalk (dossier, count, lastAt, waits, since, due, sortDue, keeper)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (dossier) DO UPDATE SET count = excluded.count,
                lastAt = excluded.lastAt, waits = excluded.waits, since = excluded.since,
                due = excluded.due, sortDue = excluded.sortDue, keeper = excluded.keeper
            """,
            [
                .text(dossier), SQLValue(talk.turns.count),
                SQLValue(talk.turns.last?.at.rawValue ?? 0), SQLValue(open == nil ? 0 : 1),
                SQLValue(open?.at.rawValue), SQLValue(open?.due?.rawValue),
                SQLValue(open?.due?.rawValue ?? Dossiers.sortLast),
                .text(open?.keeper?.rawValue ?? ""),
            ])
    }
}
