// Accounts and sessions: secrets beside the ledger.

import Engine
import Ledger
import WorkTime

extension People {
    /// Tables of the feature. Sessions are kept by the digest of their token.
    static let migrations = [
        Migration(
            id: "people-1",
            statements: [
                """
                CREATE TABLE account (
                    name TEXT NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL,
                    passwordHash TEXT NOT NULL,
                    failures {{bigint}} NOT NULL DEFAULT 0,
                    lockedUntil {{bigint}} NOT NULL DEFAULT 0)
                """,
                """
                CREATE TABLE session (
                    tokenDigest TEXT NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL,
                    openedAt {{bigint}} NOT NULL,
                    expiresAt {{bigint}} NOT NULL)
                """,
                "CREATE INDEX sessionByPerson ON session (person)",
            ])
    ]

    struct Account: Sendable {
        let person: PersonID
        let passwordHash: String
        let failures: Int
        let lockedUntil: Instant
    }

    /// After that many wrong passwords in a row an account rests for a while.
    static let failuresMaximum = 10
    static let restMilliseconds: Int64 = 15 * 60_000
    /// A session ends after half a day of work.
    static let sessionMilliseconds: Int64 = 12 * 3_600_000

    static func account(named name: String, in reader: any LedgerReader) throws -> Account? {
        let sql = "SELECT person, passwordHash, failures, lockedUntil FROM account WHERE name = ?"
        guard let row = try reader.rows(sql, [.text(name)]).first else { return nil }
        return Account(
            person: PersonID(rawValue: try row.text("person")),
            passwordHash: try row.text("passwordHash"), failures: try row.int("failures"),
            lockedUntil: Instant(milliseconds: try row.int64("lockedUntil")))
    }

    static func setPassword(
        hash: String, account: String, person: PersonID, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO account (name, person, passwordHash) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET person = excluded.person,
                passwordHash = excluded.passwordHash, failures = 0, lockedUntil = 0
            """,
            [.text(account), .text(person.rawValue), .text(hash)])
    }

    static func noteFailure(
        of account: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        // Counted by the row itself: attempts that ran side by side have read the same number.
        try transaction.execute(
            """
            UPDATE account SET failures = failures + 1, lockedUntil =
                CASE WHEN failures + 1 >= ? THEN ? ELSE lockedUntil END
            WHERE name = ?
            """,
            [
                SQLValue(failuresMaximum), .integer(now.milliseconds + restMilliseconds),
                .text(account),
            ])
    }

    static func openSession(
        tokenDigest: String, account: String, person: PersonID, at now: Instant,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            "DELETE FROM session WHERE expiresAt < ?", [.integer(now.milliseconds)])
        try transaction.execute(
            "UPDATE account SET failures = 0, lockedUntil = 0 WHERE name = ?", [.text(account)])
        try transaction.execute(
            "INSERT INTO session (tokenDigest, person, openedAt, expiresAt) VALUES (?, ?, ?, ?)",
            [
                .text(tokenDigest), .text(person.rawValue), .integer(now.milliseconds),
                .integer(now.milliseconds + sessionMilliseconds),
            ])
    }

    static func closeSession(
        tokenDigest: String, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            "DELETE FROM session WHERE tokenDigest = ?", [.text(tokenDigest)])
    }

    static func person(
        ofSession tokenDigest: String, at now: Instant, in reader: any LedgerReader
    ) throws -> PersonID? {
        let sql = "SELECT person FROM session WHERE tokenDigest = ? AND expiresAt > ?"
        let found = try reader.rows(sql, [.text(tokenDigest), .integer(now.milliseconds)]).first
        return try found.map { PersonID(rawValue: try $0.text("person")) }
    }
}
