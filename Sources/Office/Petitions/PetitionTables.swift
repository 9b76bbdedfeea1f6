// The rows of petitions, derived from their states: written anew they are the same.

import Engine
import Ledger
import WorkTime

extension Petitions {
    /// Which list of the office one stands in.
    enum ListName: String { case incoming, open, ended }

    static let migrations = [
        Migration(
            id: "petitions-1",
            statements: [
                """
                CREATE TABLE petition (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    standing TEXT NOT NULL,
                    list TEXT NOT NULL,
                    sortAt {{bigint}} NOT NULL,
                    subject TEXT NOT NULL,
                    receivedAt {{bigint}} NOT NULL,
                    month {{bigint}} NOT NULL,
                    due {{bigint}},
                    holder TEXT,
                    unit TEXT,
                    asked TEXT,
                    since {{bigint}} NOT NULL,
                    endedAt {{bigint}})
                """,
                "CREATE INDEX petitionByList ON petition (office, list, sortAt, code)",
                "CREATE INDEX petitionByHolder ON petition (holder, list, sortAt, code)",
                "CREATE INDEX petitionByAsked ON petition (asked, list, sortAt, code)",
                "CREATE INDEX petitionByMonth ON petition (office, month)",
                """
                CREATE TABLE petitionNumber (
                    office TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    PRIMARY KEY (office, day))
                """,
                """
                CREATE TABLE petitionAnswer (
                    code TEXT NOT NULL PRIMARY KEY,
                    office TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    publishedAt {{bigint}} NOT NULL,
                    title TEXT NOT NULL,
                    question TEXT NOT NULL,
                    answer TEXT NOT NULL)
                """,
                "CREATE INDEX petitionAnswerByTime ON petitionAnswer (publishedAt, code)",
            ])
    ]

    /// - Parameter subject: The line of the sender, when the petition comes; it stays as it is.
    static func write(
        _ petition: Petition, subject: String = "", in transaction: any LedgerTransaction
    ) throws {
        let registration = petition.registration
        let list: ListName =
            petition.standing.isEnded
            ? .ended : petition.standing == .received ? .incoming : .open
        let sortAt =
            (list == .ended ? petition.endedAt : registration.due)?.rawValue
            ?? Dossiers.sortLast
        let received = registration.receivedAt
        try transaction.execute(
            """
            INSERT INTO petition (code, office, kind, standing, list, sortAt, subject, receivedAt,
                month, due, holder, unit, asked, since, endedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET standing = excluded.standing, list = excluded.list,
                sortAt = excluded.sortAt, holder = excluded.holder, unit = excluded.unit,
                asked = excluded.asked, since = excluded.since, endedAt = excluded.endedAt
            """,
            [
                .text(registration.code), .text(registration.office.rawValue),
                .text(registration.kind.rawValue), .text(petition.standing.rawValue),
                .text(list.rawValue), SQLValue(sortAt), .text(subject),
                SQLValue(received.rawValue),
                SQLValue(received.day.year * 100 + received.day.month),
                SQLValue(registration.due?.rawValue), SQLValue(petition.holder?.rawValue),
                SQLValue(petition.unit?.rawValue), SQLValue(petition.question?.to?.rawValue),
                SQLValue(petition.since.rawValue), SQLValue(petition.endedAt?.rawValue),
            ])
        try writeAnswer(petition, in: transaction)
    }

    private static func writeAnswer(
        _ petition: Petition, in transaction: any LedgerTransaction
    ) throws {
        let registration = petition.registration
        guard let publication = petition.publication, let at = petition.publishedAt else {
            try transaction.execute(
                "DELETE FROM petitionAnswer WHERE code = ?", [.text(registration.code)])
            return
        }
        try transaction.execute(
            """
            INSERT INTO petitionAnswer (code, office, kind, publishedAt, title, question, answer)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET publishedAt = excluded.publishedAt,
                title = excluded.title, question = excluded.question, answer = excluded.answer
            """,
            [
                .text(registration.code), .text(registration.office.rawValue),
                .text(registration.kind.rawValue), SQLValue(at.rawValue),
                .text(publication.title), .text(publication.question),
                .text(publication.answer),
            ])
    }
}
