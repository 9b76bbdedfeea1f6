// The link at the end of each mail by which no more come about that dossier: its token is made with
// a key of the office, and holds for the address that the mail went to.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// The key of the office, the same for all nodes; the first who asks makes it.
    func noticeKey() async throws -> String {
        let known = try await store.read {
            try $0.row("SELECT value FROM setting WHERE name = ?", [.text(Notices.keyName)])
        }
        if let known { return try known.text("value") }
        let fresh = sources.token(bytes: 32)
        return try await store.write { transaction in
            try transaction.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                [.text(Notices.keyName), .text(fresh)])
            return try transaction.row(
                "SELECT value FROM setting WHERE name = ?", [.text(Notices.keyName)]
            )?.text("value") ?? fresh
        }
    }

    /// Tells the citizen otherwise from now on.
    /// - Parameter change: From what was chosen before.
    func choose(
        _ code: String, _ change: @escaping @Sendable (Notices.Choice) -> Notices.Choice
    ) async throws {
        _ = try await store.write { [self] transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: sources.zone)
            let before = try reading.noticeChoice(of: code) ?? .usual
            try Notices.keep(change(before), for: code, in: transaction)
        }
    }
}

extension Notices {
    static let keyName = "noticeKey"

    static func stopToken(of code: String, for address: Contacts.Address, key: String) -> String {
        Site.seal("stop\n\(code)\n\(address.text)", key: key)
    }

    /// Where no more mails are asked for.
    static func stopLink(
        of code: String, for email: String, key: String, site: String?
    ) -> String? {
        guard let site, let address = Contacts.Address(.email, email) else { return nil }
        return "\(site)/notices/stop?code=\(code)&token="
            + stopToken(of: code, for: address, key: key)
    }
}

extension DeskReading {
    /// Whether the token was sent to the address that the dossier still has.
    func isStopToken(_ token: String, of code: String, key: String) throws -> Bool {
        let stream = Dossiers.stream(of: code)
        guard code.count <= Tracking.codeMaximum,
            let dossier = try told(Dossiers.Dossier.self, by: stream)?.state,
            let email = try applicant(of: dossier)?.email,
            let address = Contacts.Address(.email, email)
        else { return false }
        return Site.areEqual(token, Notices.stopToken(of: code, for: address, key: key))
    }
}
