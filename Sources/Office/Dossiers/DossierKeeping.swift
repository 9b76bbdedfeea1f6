// After a command: the read tables and the counts follow in the same transaction.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskWork {
    /// Entries of a command on a dossier: the register's first, then one for all that the engine
    /// changed, so that a command costs one or two entries.
    func drafts(
        _ events: [Dossiers.Event], _ moves: [EngineEvent]
    ) throws -> [NewEntry] {
        var entries = try events.map { event in
            let entry = try EventEncoding.entry(of: event, feature: "dossier")
            return NewEntry(entry.type, entry.payload)
        }
        if !moves.isEmpty {
            entries.append(
                NewEntry("engine.changed", try Dossiers.EngineEntry.payload(of: moves)))
        }
        return entries
    }

    /// Keeps the personal values beside the ledger and returns their mark.
    func keepPersonal(
        _ applicant: Dossiers.Applicant, id: String, stream: String
    ) throws -> PersonalMark {
        let value = try applicant.text()
        let reference = try transaction.putPersonal(
            value, id: "applicant/\(id)", stream: stream, salt: order.salt)
        return PersonalMark(id: reference.id, digest: reference.digest)
    }

    /// Writes what lists and reports read: of each row only what became different.
    func project(
        _ dossier: Dossiers.Dossier, before: Dossiers.Dossier?, _ issue: KnownIssue,
        _ organisation: People.Organisation, applicant: Dossiers.Applicant?
    ) throws {
        let after = DossierRows(dossier, issue, try reading.calendar(dossier.calendar))
        let before = try before.map {
            DossierRows($0, issue, try reading.calendar($0.calendar))
        }
        if let applicant {
            try insertRow(after, applicant)
        } else if let before {
            try updateRow(after, before)
        }
        try writeWork(after, before, organisation)
        try addDone(after, before)
        try count(after, before)
        try writeLateness(after, before)
        try tally(after, before)
    }

    private func insertRow(_ rows: DossierRows, _ applicant: Dossiers.Applicant) throws {
        let registration = rows.dossier.registration
        let words = Dossiers.Words(
            code: registration.code, name: applicant.name, phone: applicant.phone,
            title: registration.title)
        try transaction.post(
            """
            INSERT INTO dossier (code, office, process, issue, title, field, channel,
                receivedAt, receivedDay, applicant, folded, due, endedAt, endedDay, class,
                indexMinutes, calendar, status, paused, focalPoint, holder, step, enteredAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(registration.code), .text(registration.office.rawValue),
                .text(registration.process.rawValue), SQLValue(registration.issue),
                .text(registration.title), .text(registration.field),
                .text(registration.channel.rawValue), SQLValue(registration.receivedAt.rawValue),
                SQLValue(registration.receivedAt.day.number), .text(applicant.name),
                .text(words.text),
            ] + rows.times + rows.standing + [SQLValue(registration.late?.enteredAt.rawValue)])
        try addUnit(registration.office, to: registration)
        try sight().add(words.keys, of: registration.code, in: registration.office)
    }

    /// Most acts leave the times as they are, and with them every index of the register.
    private func updateRow(_ after: DossierRows, _ before: DossierRows) throws {
        let code = SQLValue.text(after.dossier.registration.code)
        if after.times != before.times {
            try transaction.post(
                """
                UPDATE dossier SET due = ?, endedAt = ?, endedDay = ?, class = ?,
                    indexMinutes = ?, calendar = ?, status = ?, paused = ?, focalPoint = ?,
                    holder = ?, step = ?
                WHERE code = ?
                """, after.times + after.standing + [code])
            if after.isOpen != before.isOpen {
                try sight().setOpen(after.isOpen, after.dossier.registration.code)
            }
        } else if after.standing != before.standing {
            try transaction.post(
                """
                UPDATE dossier SET status = ?, paused = ?, focalPoint = ?, holder = ?, step = ?
                WHERE code = ?
                """, after.standing + [code])
        }
    }

    func addUnit(_ unit: UnitID, to registration: Dossiers.Registration) throws {
        try sight().add(unit, to: registration.code, receivedBy: registration.office)
    }

    private func sight() throws -> DossierSight {
        DossierSight(transaction: transaction, organisation: try reading.organisation())
    }
}

extension Dossiers.Dossier {
    /// When the work of the office ended for the clocks: the result ready, or closed otherwise.
    public var endMark: LocalMinute? {
        instance?.clock.first { $0.kind.ends }?.at ?? instance?.endedAt
    }
}
