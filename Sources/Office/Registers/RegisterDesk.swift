// Noting that somebody was shown the personal data of many dossiers at once.

import Engine
import Ledger
import WorkTime

extension Desk {
    /// On the disk before the page leaves, with one commit.
    func note(register codes: [String], person: PersonID, at now: LocalMinute) async throws {
        let (memory, zone) = (memory, sources.zone)
        let looks = codes.map { Reads.Look(subject: $0, person: person, paper: .register) }
            .filter { memory.isNew($0, at: now) }
        if looks.isEmpty { return }
        _ = try await store.write { transaction in
            let reading = DeskReading(reader: transaction, memory: memory, zone: zone)
            for look in looks { try Reads.write(look, at: now, reading, in: transaction) }
        }
        for look in looks { memory.remember(look, at: now) }
    }
}
