// Sessions of /my: half an hour for who has just typed a code. Not those of officers: other table,
// other cookie, no account.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// Opens a session for an address that a code has just shown. The secret of the code is not
    /// that of the session: nobody who knew the first beforehand has the second.
    func openContactSession(
        for address: Contacts.Address, instead secret: String
    ) async throws -> String {
        let (token, now) = (sources.token(), sources.now())
        try await store.write { transaction in
            try transaction.execute(
                "DELETE FROM contactCode WHERE holder = ?", [.text(Site.digest(of: secret))])
            try transaction.execute(
                """
                INSERT INTO contactSession (token, channel, address, openedAt)
                VALUES (?, ?, ?, ?)
                """,
                [
                    .text(Site.digest(of: token)), .text(address.channel.rawValue),
                    .text(address.text), .integer(now.milliseconds),
                ])
        }
        return token
    }

    func closeContactSession(_ token: String) async throws {
        _ = try await store.write {
            try $0.execute(
                "DELETE FROM contactSession WHERE token = ?", [.text(Site.digest(of: token))])
        }
    }
}

extension DeskReading {
    /// `nil` when it is over or never was.
    func contactSession(_ token: String, at now: Instant) throws -> Contacts.Address? {
        if token.isEmpty { return nil }
        return try reader.row(
            "SELECT channel, address FROM contactSession WHERE token = ? AND openedAt > ?",
            [
                .text(Site.digest(of: token)),
                .integer(now.milliseconds - Contacts.sessionMilliseconds),
            ]
        ).flatMap { try Contacts.Address($0) }
    }
}
