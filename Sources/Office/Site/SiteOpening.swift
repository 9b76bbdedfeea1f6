// Puts the house together when the server starts.

import Engine
import Ledger
import WorkTime

extension Site.House {
    /// Reads words and files, and finds out whether the office is a demo.
    public static func open(
        desk: Desk, publicAddress: Site.PublicAddress = Site.PublicAddress(),
        press: (any Papers.Press)? = nil,
        attachments: Attachments.Settings = Attachments.Settings(),
        contacts: Contacts.Settings = Contacts.Settings()
    ) async throws -> Site.House {
        let settings = try await desk.store.read { try OfficeSettings.read(in: $0) }
        let clock =
            settings.demoStart.map {
                OfficeClock(machine: desk.sources.now, demoStart: $0)
            } ?? OfficeClock(machine: desk.sources.now)
        return Site.House(
            desk: desk, texts: try Site.Texts.bundled(), assets: try SiteAssets.load(),
            clock: clock, demoAccounts: settings.demoAccounts, publicAddress: publicAddress,
            press: press, attachments: attachments, contacts: contacts)
    }

    /// One round of the office at its own time.
    public func makeRound(signer: CheckpointSigner? = nil) async throws -> Rounds.Outcome {
        try await desk.makeRound(at: clock.now, signer: signer)
    }

    /// What the server prints when it is ready.
    public func greeting(address: String) -> String {
        var lines = ["Rõ Việc: \(address)"]
        if let first = demoAccounts.first {
            lines.append(
                texts.text("serve.demo", .vi, [first.account, Site.demoPassword]))
            lines += demoAccounts.map { "  \($0.account)  \($0.position), \($0.unit)" }
        }
        return lines.joined(separator: "\n")
    }
}
