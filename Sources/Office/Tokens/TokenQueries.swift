// The table of tokens: what is shown of them, and the digests by which they are known.

import Engine
import Ledger
import WorkTime

extension Tokens {
    static let migrations = [
        Migration(
            id: "tokens-1",
            statements: [
                """
                CREATE TABLE accessToken (
                    id TEXT NOT NULL PRIMARY KEY,
                    digest TEXT NOT NULL UNIQUE,
                    person TEXT NOT NULL,
                    name TEXT NOT NULL,
                    scopes TEXT NOT NULL,
                    issuedAt {{bigint}} NOT NULL,
                    expiresAt {{bigint}} NOT NULL,
                    revoked {{bigint}} NOT NULL DEFAULT 0,
                    usedAt {{bigint}} NOT NULL DEFAULT 0)
                """,
                "CREATE INDEX accessTokenByPerson ON accessToken (person, issuedAt)",
            ]),
        Migration(
            id: "tokens-2",
            statements: ["CREATE INDEX accessTokenByIssue ON accessToken (issuedAt, id)"]),
    ]

    /// Lists are cut here; live tokens come first, so none of them is ever out of reach.
    static let listMaximum = 500

    /// Whom a token speaks for at an instant of the machine; `nil` when it opens nothing.
    static func bearer(
        digest: String, at now: Instant, in reader: any LedgerReader
    ) throws -> Bearer? {
        let row = try reader.row(
            """
            SELECT id, person, scopes, usedAt FROM accessToken
            WHERE digest = ? AND revoked = 0 AND expiresAt > ?
            """,
            [.text(digest), .integer(now.milliseconds)])
        guard let row else { return nil }
        return Bearer(
            id: try row.text("id"), person: PersonID(try row.text("person")),
            scopes: Set(scopes(try row.text("scopes"))),
            usedAt: Instant(milliseconds: try row.int64("usedAt")))
    }

    /// Whether an account rests after wrong passwords: then its tokens rest with it.
    static func rests(
        account name: String, at now: Instant, in reader: any LedgerReader
    ) throws -> Bool {
        let row = try reader.row(
            "SELECT 1 AS found FROM account WHERE name = ? AND lockedUntil > ?",
            [.text(name), .integer(now.milliseconds)])
        return row != nil
    }

    static func liveCount(
        of person: PersonID, at now: Instant, in reader: any LedgerReader
    ) throws -> Int {
        let row = try reader.row(
            """
            SELECT COUNT(*) AS n FROM accessToken
            WHERE person = ? AND revoked = 0 AND expiresAt > ?
            """,
            [.text(person.rawValue), .integer(now.milliseconds)])
        return try row?.int("n") ?? 0
    }

    static func insert(
        _ grant: Grant, digest: String, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO accessToken (id, digest, person, name, scopes, issuedAt, expiresAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(grant.id), .text(digest), .text(grant.person.rawValue), .text(grant.name),
                .text(grant.scopes.map(\.rawValue).joined(separator: " ")),
                .integer(grant.issuedAt.milliseconds), .integer(grant.expiresAt.milliseconds),
            ])
    }

    static func markRevoked(_ id: String, in transaction: any LedgerTransaction) throws {
        try transaction.execute("UPDATE accessToken SET revoked = 1 WHERE id = ?", [.text(id)])
    }

    /// Counted by the row itself: many requests may have read the same old instant.
    static func noteUse(
        of id: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            "UPDATE accessToken SET usedAt = ? WHERE id = ? AND usedAt <= ?",
            [
                .integer(now.milliseconds), .text(id),
                .integer(now.milliseconds - useMilliseconds),
            ])
    }

    private static func scopes(_ text: String) -> [Scope] {
        text.split(separator: " ").compactMap { Scope(rawValue: String($0)) }
    }

    static func listed(_ row: SQLRow, at now: Instant, zone: ZoneOffset) throws -> Listed {
        let expiresAt = Instant(milliseconds: try row.int64("expiresAt"))
        let usedAt = try row.int64("usedAt")
        return Listed(
            id: try row.text("id"), person: PersonID(try row.text("person")),
            name: try row.text("name"), scopes: scopes(try row.text("scopes")),
            issuedAt: Instant(milliseconds: try row.int64("issuedAt")).local(in: zone),
            expiresAt: expiresAt.local(in: zone),
            usedAt: usedAt == 0 ? nil : Instant(milliseconds: usedAt).local(in: zone),
            standing: try row.bool("revoked") ? .revoked : expiresAt <= now ? .expired : .live)
    }
}

extension DeskReading {
    /// Tokens of one person, or of the whole office for whoever stands at the machine; live ones
    /// first, then the newest.
    public func tokens(of person: PersonID?, at machine: Instant) throws -> [Tokens.Listed] {
        try rows(
            """
            SELECT id, person, name, scopes, issuedAt, expiresAt, revoked, usedAt FROM accessToken
            \(person == nil ? "" : "WHERE person = ?")
            ORDER BY CASE WHEN revoked = 0 AND expiresAt > ? THEN 0 ELSE 1 END,
                issuedAt DESC, id LIMIT ?
            """,
            (person.map { [.text($0.rawValue)] } ?? [])
                + [.integer(machine.milliseconds), SQLValue(Tokens.listMaximum)]
        ).map { try Tokens.listed($0, at: machine, zone: zone) }
    }
}
