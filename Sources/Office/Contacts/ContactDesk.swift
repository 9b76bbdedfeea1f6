// Sending a code, and looking at one that was typed. No work of the office: it changes tables that
// are forgotten, never the ledger.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// Puts a code for an address into the outbox, whether anybody here knows the address or not.
    /// - Parameters:
    ///   - secret: Of the browser that will type it.
    ///   - client: Address of who asks, as the network tells it.
    func sendCode(
        to address: Contacts.Address, holder secret: String, from client: String
    ) async throws {
        let now = sources.now()
        let salt = try await trackingSalt(at: now)
        let code = Contacts.code(of: sources.bytes(8))
        try await store.write { transaction in
            let sending = try Contacts.noteSending(
                of: code, to: address, secret: secret, at: now, in: transaction)
            try Contacts.count(
                Contacts.subject("client", client, salt: salt), maximum: Contacts.clientMaximum,
                at: now, in: transaction)
            try Contacts.count(
                Contacts.subject("address", address.digest, salt: salt),
                maximum: Contacts.addressMaximum, at: now, in: transaction)
            try transaction.send(
                Contacts.Letter(
                    channel: address.channel, holder: Site.digest(of: secret), digits: code,
                    sending: sending
                ).message(dueAt: now.milliseconds))
        }
    }

    /// The address that the code shows to be of who typed it.
    /// - Throws: `Contacts.Rejection`. A wrong try is on the disk before it is told.
    func checkCode(
        _ typed: String, holder secret: String, from client: String
    ) async throws -> Contacts.Address {
        let code = try Contacts.code(typed: typed)
        let now = sources.now()
        let salt = try await trackingSalt(at: now)
        let looked = try await store.write { transaction in
            try Contacts.count(
                Contacts.subject("typing", client, salt: salt), maximum: Contacts.typingMaximum,
                at: now, in: transaction)
            return try Contacts.look(at: code, secret: secret, at: now, in: transaction)
        }
        guard let address = looked.address else {
            throw Contacts.Rejection.codeWrong(left: looked.left)
        }
        return address
    }
}

extension Contacts {
    /// Returns how many codes this browser has asked for.
    fileprivate static func noteSending(
        of code: String, to address: Address, secret: String, at now: Instant,
        in transaction: any LedgerTransaction
    ) throws -> Int {
        let holder = Site.digest(of: secret)
        let row = try transaction.row(
            "SELECT sentAt, sendings FROM contactCode WHERE holder = ?", [.text(holder)])
        let next = (try row?.int64("sentAt") ?? .min / 2) + resendMilliseconds
        if next > now.milliseconds {
            throw Rejection.tooSoon(seconds: Int((next - now.milliseconds + 999) / 1_000))
        }
        let sending = (try row?.int("sendings") ?? 0) + 1
        try transaction.execute(
            """
            INSERT INTO contactCode (holder, channel, address, digest, tries, sentAt, sendings)
            VALUES (?, ?, ?, ?, 0, ?, ?)
            ON CONFLICT (holder) DO UPDATE SET channel = excluded.channel,
                address = excluded.address, digest = excluded.digest, tries = 0,
                sentAt = excluded.sentAt, sendings = excluded.sendings, provenAt = NULL
            """,
            [
                .text(holder), .text(address.channel.rawValue), .text(address.text),
                .text(digest(of: code, secret: secret)), .integer(now.milliseconds),
                SQLValue(sending),
            ])
        return sending
    }

    /// Takes one of the tries first: many sent at once are no more than five.
    fileprivate static func look(
        at code: String, secret: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws -> (address: Address?, left: Int) {
        let holder = SQLValue.text(Site.digest(of: secret))
        let row = try transaction.rows(
            """
            UPDATE contactCode SET tries = tries + 1
            WHERE holder = ? AND provenAt IS NULL AND tries < ? AND sentAt > ?
            RETURNING channel, address, digest, tries
            """,
            [
                holder, SQLValue(triesMaximum),
                .integer(now.milliseconds - codeMilliseconds),
            ]
        ).first
        guard let row else { throw Rejection.codeOld }
        guard Site.areEqual(try row.text("digest"), digest(of: code, secret: secret)) else {
            return (nil, triesMaximum - (try row.int("tries")))
        }
        try transaction.execute(
            "UPDATE contactCode SET provenAt = ? WHERE holder = ?",
            [.integer(now.milliseconds), holder])
        return (try Address(row), 0)
    }
}

extension DeskReading {
    /// What was sent for a browser last, and whether it was shown.
    func lastCode(holder secret: String) throws -> Contacts.Sent? {
        if secret.isEmpty { return nil }
        let row = try reader.row(
            "SELECT channel, address, sentAt, provenAt FROM contactCode WHERE holder = ?",
            [.text(Site.digest(of: secret))])
        guard let row, let address = try Contacts.Address(row) else { return nil }
        return Contacts.Sent(
            address: address, sentAt: Instant(milliseconds: try row.int64("sentAt")),
            isShown: try row.optionalInt64("provenAt") != nil)
    }
}

extension Contacts {
    /// A code that is under way, or was typed.
    struct Sent: Hashable, Sendable {
        let address: Address
        let sentAt: Instant
        let isShown: Bool
    }
}
