// Codes, sessions, and what belongs to an address. All beside the ledger: the first two are secrets
// of an hour, the third is told again by filings and the personal values that still stand.

import Engine
import Ledger
import WorkTime

extension Contacts {
    static let migrations = [
        Migration(
            id: "contacts-1",
            statements: [
                """
                CREATE TABLE contactCode (
                    holder TEXT NOT NULL PRIMARY KEY,
                    channel TEXT NOT NULL,
                    address TEXT NOT NULL,
                    digest TEXT NOT NULL,
                    tries {{bigint}} NOT NULL,
                    sentAt {{bigint}} NOT NULL,
                    sendings {{bigint}} NOT NULL,
                    provenAt {{bigint}})
                """,
                "CREATE INDEX contactCodeBySending ON contactCode (sentAt)",
                """
                CREATE TABLE contactSession (
                    token TEXT NOT NULL PRIMARY KEY,
                    channel TEXT NOT NULL,
                    address TEXT NOT NULL,
                    openedAt {{bigint}} NOT NULL)
                """,
                "CREATE INDEX contactSessionByOpening ON contactSession (openedAt)",
                """
                CREATE TABLE contactLink (
                    filing TEXT NOT NULL,
                    contact TEXT NOT NULL,
                    personal TEXT NOT NULL,
                    dossier TEXT,
                    since {{bigint}} NOT NULL,
                    PRIMARY KEY (filing, contact))
                """,
                "CREATE INDEX contactLinkByContact ON contactLink (contact, since, filing)",
                "CREATE INDEX contactLinkByDossier ON contactLink (dossier)",
            ])
    ]

    /// What was filed by who showed the address.
    static func link(
        _ registration: Filings.Registration, to address: Address,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO contactLink (filing, contact, personal, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (filing, contact) DO NOTHING
            """,
            [
                .text(registration.code), .text(address.digest),
                .text(registration.applicant.id), SQLValue(registration.submittedAt.rawValue),
            ])
    }

    /// The personal values live on with the dossier.
    static func move(
        _ filing: String, to dossier: String, personal: String,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            "UPDATE contactLink SET dossier = ?, personal = ? WHERE filing = ?",
            [.text(dossier), .text(personal), .text(filing)])
    }

    /// Codes and sessions that are over, proofs of drafts that went, and what belonged to values
    /// that were erased by law.
    static func forget(at now: Instant, in transaction: any LedgerTransaction) throws {
        let hour = now.milliseconds - Tracking.windowMilliseconds
        try transaction.execute(
            """
            DELETE FROM contactCode WHERE sentAt < ? AND (provenAt IS NULL OR NOT EXISTS (
                SELECT 1 FROM filingDraft WHERE filingDraft.secret = contactCode.holder))
            """, [.integer(hour)])
        try transaction.execute(
            "DELETE FROM contactSession WHERE openedAt <= ?",
            [.integer(now.milliseconds - sessionMilliseconds)])
        try transaction.execute(
            """
            DELETE FROM contactLink WHERE EXISTS (SELECT 1 FROM personalValue
                WHERE personalValue.id = contactLink.personal
                AND personalValue.erasedAt IS NOT NULL)
            """, [])
        try Prefills.forget(at: now, in: transaction)
    }
}

extension DeskReading {
    /// Addresses that were shown by who has the draft, or the session of /my.
    /// - Parameters: digests of their secrets; `nil` without one. Whether the session is still
    ///   open is for who passes it.
    func shownAddresses(draft: String?, session: String?) throws -> [Contacts.Address] {
        let found = try rows(
            """
            SELECT channel, address FROM contactCode WHERE holder = ? AND provenAt IS NOT NULL
            UNION SELECT channel, address FROM contactSession WHERE token = ?
            """, [.text(draft ?? ""), .text(session ?? "")])
        return try found.compactMap { try Contacts.Address($0) }
    }
}

extension Contacts.Address {
    init?(_ row: SQLRow) throws {
        guard let channel = Contacts.Channel(rawValue: try row.text("channel")) else { return nil }
        self.init(channel, try row.text("address"))
    }
}
