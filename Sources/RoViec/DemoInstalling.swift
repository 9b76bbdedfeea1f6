// What a demo office needs beside its ledger: passwords everybody knows, and a clock of its own.

import Ledger
import Office
import WorkTime

enum DemoInstalling {
    /// The minute at which visitors find the office.
    static let opening = "2017-08-01T08:00"

    /// Opens all accounts and tells which of them to try.
    static func open(
        _ desk: Desk, at opening: String = opening
    ) async throws -> [Site.DemoAccount] {
        let organisation = try await desk.read { try $0.organisation() }
        let hash = try PasswordHash.make(Site.demoPassword, salt: desk.sources.bytes(16))
        try await desk.setPasswordHash(
            hash,
            accounts: organisation.people.values.compactMap { person in
                person.account.map { ($0, person.id) }
            })
        guard let opening = LocalMinute(opening) else {
            throw CommandFailure(vi: "Giờ mở không hợp lệ.", en: "The opening is no moment.")
        }
        let accounts = suggestions(in: organisation, on: opening.day)
        let settings = OfficeSettings(
            demoStart: Instant(opening, in: desk.sources.zone), demoAccounts: accounts)
        try await desk.store.write { try settings.write(in: $0) }
        return accounts
    }

    private static func suggestions(
        in organisation: People.Organisation, on day: DayNumber
    ) -> [Site.DemoAccount] {
        Demo.signIns.compactMap { hint in
            guard
                let person = organisation.people.values.first(where: {
                    $0.account == hint.account
                }), let position = organisation.positions(of: person.id, on: day).first
            else { return nil }
            return Site.DemoAccount(
                account: hint.account, name: person.name, position: position.title,
                unit: organisation.units[position.unit]?.name ?? "")
        }
    }
}
