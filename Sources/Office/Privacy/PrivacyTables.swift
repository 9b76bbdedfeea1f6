// The rows of claims, derived from their states: written anew they are the same.

import Engine
import Ledger
import WorkTime

extension Privacy {
    static let migrations = [
        Migration(
            id: "privacy-1",
            statements: [
                """
                CREATE TABLE privacyClaim (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    aim TEXT NOT NULL,
                    standing TEXT NOT NULL,
                    isEnded {{bigint}} NOT NULL,
                    sortAt {{bigint}} NOT NULL,
                    receivedAt {{bigint}} NOT NULL,
                    answerBy {{bigint}},
                    answeredAt {{bigint}},
                    due {{bigint}},
                    holder TEXT,
                    unit TEXT,
                    endedAt {{bigint}})
                """,
                "CREATE INDEX privacyClaimByOffice ON privacyClaim (office, isEnded, sortAt, code)",
                "CREATE INDEX privacyClaimByHolder ON privacyClaim (holder, isEnded, sortAt, code)",
                """
                CREATE TABLE privacyNumber (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    PRIMARY KEY (office, day))
                """,
            ])
    ]

    static func write(_ claim: Claim, in transaction: any LedgerTransaction) throws {
        let registration = claim.registration
        let sortAt = (claim.endedAt ?? claim.due)?.rawValue ?? Dossiers.sortLast
        try transaction.execute(
            """
            INSERT INTO privacyClaim (code, office, aim, standing, isEnded, sortAt, receivedAt,
                answerBy, answeredAt, due, holder, unit, endedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET standing = excluded.standing,
                isEnded = excluded.isEnded, sortAt = excluded.sortAt,
                answeredAt = excluded.answeredAt, due = excluded.due, holder = excluded.holder,
                unit = excluded.unit, endedAt = excluded.endedAt
            """,
            [
                .text(registration.code), .text(registration.office.rawValue),
                .text(registration.right.rawValue), .text(claim.standing.rawValue),
                SQLValue(claim.standing.isEnded), SQLValue(sortAt),
                SQLValue(registration.receivedAt.rawValue),
                SQLValue(registration.answerBy?.rawValue), SQLValue(claim.answeredAt?.rawValue),
                SQLValue(claim.due?.rawValue), SQLValue(claim.holder?.rawValue),
                SQLValue(claim.unit?.rawValue), SQLValue(claim.endedAt?.rawValue),
            ])
    }
}
