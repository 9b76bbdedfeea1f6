// Noting a look at personal data.

import Engine
import Ledger
import WorkTime

extension Reads {
    struct Look: Hashable, Sendable {
        let subject: String
        let person: PersonID
        let paper: Paper
    }

    static let migrations = [
        Migration(
            id: "reads-1",
            statements: [
                """
                CREATE TABLE personalRead (
                    subject TEXT NOT NULL,
                    day {{bigint}} NOT NULL,
                    person TEXT NOT NULL,
                    paper TEXT NOT NULL,
                    first {{bigint}} NOT NULL,
                    last {{bigint}} NOT NULL,
                    times {{bigint}} NOT NULL,
                    PRIMARY KEY (subject, day, person, paper))
                """
            ]),
        Migration(id: "reads-2", statements: bookStatements),
    ]
}

extension Desk {
    /// Notes that somebody is shown the personal data of a dossier. It is on the disk before the
    /// page leaves.
    func note(_ look: Reads.Look, at now: LocalMinute) async throws {
        try await note([look], at: now)
    }

    /// The same of many dossiers at once, with one commit.
    func note(_ looks: [Reads.Look], at now: LocalMinute) async throws {
        let (memory, zone) = (memory, sources.zone)
        let new = looks.filter { memory.isNew($0, at: now) }
        if new.isEmpty { return }
        _ = try await store.write { transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: zone)
            for look in new { try Reads.write(look, at: now, reading, in: transaction) }
        }
        for look in new { memory.remember(look, at: now) }
    }
}

extension Site.House {
    /// Notes that a file with the personal data of a dossier is made for the holder of an account.
    /// False when nobody has that account: then nothing may be shown.
    public func noteProof(of code: String, for account: String) async throws -> Bool {
        let organisation = try await desk.read { try $0.organisation() }
        let person = organisation.people.values.first { $0.account == account }
        guard let person else { return false }
        try await desk.note(
            Reads.Look(subject: code, person: person.id, paper: .proof),
            at: clock.now.local(in: desk.sources.zone))
        return true
    }
}
