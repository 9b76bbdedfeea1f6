// Consents at the desk: a stream each, and a row for each that stands, by a digest of the address.

import Engine
import Ledger
import WorkTime

extension Prefills {
    static let migrations = [
        Migration(
            id: "prefills-1",
            statements: [
                """
                CREATE TABLE prefillConsent (
                    id TEXT NOT NULL PRIMARY KEY,
                    contact TEXT NOT NULL,
                    personal TEXT NOT NULL,
                    givenAt {{bigint}} NOT NULL)
                """,
                "CREATE INDEX prefillConsentByContact ON prefillConsent (contact)",
            ])
    ]

    static func write(
        _ grant: Grant, id: String, of address: Contacts.Address,
        in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            "INSERT INTO prefillConsent (id, contact, personal, givenAt) VALUES (?, ?, ?, ?)",
            [
                .text(id), .text(address.digest), .text(grant.holder.id),
                SQLValue(grant.at.rawValue),
            ])
    }

    /// Consents of addresses to which nothing belongs any more, since it was erased by law.
    static func forget(at now: Instant, in transaction: any LedgerTransaction) throws {
        let rows = try transaction.rows(
            """
            SELECT id, personal FROM prefillConsent WHERE NOT EXISTS (SELECT 1 FROM contactLink
                WHERE contactLink.contact = prefillConsent.contact)
            """, [])
        for row in rows {
            _ = try transaction.erasePersonal(
                id: try row.text("personal"), at: now.milliseconds, basis: "prefill/empty")
            try transaction.execute(
                "DELETE FROM prefillConsent WHERE id = ?", [.text(try row.text("id"))])
        }
    }
}

extension DeskWork {
    /// By the citizen, who has no account: only the session of /my tells who it is.
    func perform(_ command: Prefills.Command) throws -> DeskAnswer {
        switch command {
        case .agree(let id, let session, let isTicked):
            return try agree(id, try shownHere(session), isTicked)
        case .withdraw(let session): return try withdraw(try shownHere(session))
        }
    }

    private func shownHere(_ session: String) throws -> Contacts.Address {
        guard let address = try reading.shownAddresses(draft: nil, session: session).first else {
            throw Contacts.Rejection.sessionOver
        }
        return address
    }

    private func agree(
        _ id: String, _ address: Contacts.Address, _ isTicked: Bool
    ) throws -> DeskAnswer {
        try Prefills.decideAgreeing(
            .init(
                isTicked: isTicked, isGiven: try reading.prefillConsent(of: address) != nil,
                hasSource: try reading.prefillSource(of: address) != nil))
        let stream = Prefills.stream(of: id)
        let kept = try transaction.putPersonal(
            try Prefills.Holder(address).text(), id: Prefills.personalID(of: id), stream: stream,
            salt: order.salt)
        let grant = Prefills.Grant(
            at: now, purpose: .filing, channel: address.channel,
            holder: PersonalMark(id: kept.id, digest: kept.digest))
        let head = try write(
            [Prefills.Event.given(grant: grant)], feature: Prefills.feature, stream: stream,
            after: nil)
        try keep(Prefills.Consent(grant: grant), after: 0, head: head)
        try Prefills.write(grant, id: id, of: address, in: transaction)
        return DeskAnswer(head)
    }

    /// The address goes with the consent: nothing is done by it any more.
    private func withdraw(_ address: Contacts.Address) throws -> DeskAnswer {
        let standing = try reading.prefillConsent(of: address)
        let told = try standing.flatMap {
            try reading.told(Prefills.Consent.self, by: Prefills.stream(of: $0.id))
        }
        let events = try Prefills.decideWithdrawing(told?.state, at: now)
        guard var told, let standing else { throw Prefills.Rejection.notGiven }
        let before = told.head
        for event in events { told.state.apply(event) }
        let head = try write(
            events, feature: Prefills.feature, stream: before.stream, after: before)
        try keep(told.state, after: before.version, head: head)
        _ = try transaction.erasePersonal(
            id: told.state.grant.holder.id, at: order.at.milliseconds, basis: before.stream)
        try transaction.execute(
            "DELETE FROM prefillConsent WHERE id = ?", [.text(standing.id)])
        return DeskAnswer(head)
    }
}
