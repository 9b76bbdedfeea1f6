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
            let changed = Dossiers.EngineEntry.changed(changes: moves.map(\.change))
            let entry = try EventEncoding.entry(of: changed, feature: "engine")
            entries.append(NewEntry(entry.type, entry.payload))
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

    /// Writes what lists and reports read.
    func project(
        _ dossier: Dossiers.Dossier, before: Dossiers.Dossier?, version: ProcessVersion,
        _ organisation: People.Organisation, applicant: Dossiers.Applicant?
    ) throws {
        let calendar = try reading.calendar(of: dossier.registration.office)
        let clock = Dossiers.reading(of: dossier, version: version, calendar: calendar)
        if let applicant {
            try insertRow(dossier, version, clock, applicant)
        } else {
            try updateRow(dossier, version, clock)
        }
        try replaceWork(dossier, version, clock, organisation, before: before)
        try addDone(dossier, before, version)
        try count(dossier, before, version, clock)
    }

    private func insertRow(
        _ dossier: Dossiers.Dossier, _ version: ProcessVersion, _ clock: ClockReading?,
        _ applicant: Dossiers.Applicant
    ) throws {
        let registration = dossier.registration
        let folded = Folding.fold(
            "\(registration.code) \(applicant.name) \(applicant.phone) \(registration.title)")
        try transaction.execute(
            """
            INSERT INTO dossier (code, office, process, issue, title, field, channel,
                receivedAt, receivedDay, applicant, folded, status, due, paused, endedAt,
                endedDay, class, indexMinutes, focalPoint, holder, step)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(registration.code), .text(registration.office.rawValue),
                .text(registration.process.rawValue), SQLValue(registration.issue),
                .text(registration.title), .text(registration.field),
                .text(registration.channel.rawValue), SQLValue(registration.receivedAt.rawValue),
                SQLValue(registration.receivedAt.day.number), .text(applicant.name),
                .text(folded),
            ] + changing(dossier, version, clock))
        try addUnit(registration.office, to: registration.code)
    }

    private func updateRow(
        _ dossier: Dossiers.Dossier, _ version: ProcessVersion, _ clock: ClockReading?
    ) throws {
        try transaction.execute(
            """
            UPDATE dossier SET status = ?, due = ?, paused = ?, endedAt = ?, endedDay = ?,
                class = ?, indexMinutes = ?, focalPoint = ?, holder = ?, step = ?
            WHERE code = ?
            """,
            changing(dossier, version, clock) + [.text(dossier.registration.code)])
    }

    /// Values of the columns that change, in the order of the two statements above.
    private func changing(
        _ dossier: Dossiers.Dossier, _ version: ProcessVersion, _ clock: ClockReading?
    ) -> [SQLValue] {
        let item = dossier.instance?.items.first
        let step = item.flatMap { item in version.nodes.first { $0.id == item.node } }
        let end = dossier.endMark
        return [
            .text(dossier.status.rawValue),
            SQLValue((clock?.dueAt ?? clock?.dueBeforeStop)?.rawValue),
            SQLValue(clock?.isPaused ?? !(dossier.instance?.openCauses.isEmpty ?? true)),
            SQLValue(end?.rawValue), SQLValue(end?.day.number),
            SQLValue(clock?.timeliness?.rawValue), SQLValue(clock?.indexMinutes),
            .text(dossier.instance?.focalPoint.rawValue ?? ""),
            .text(item?.holder.rawValue ?? ""), .text(step?.title ?? ""),
        ]
    }

    func addUnit(_ unit: UnitID, to code: String) throws {
        try transaction.execute(
            "INSERT INTO dossierUnit (unit, dossier) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [.text(unit.rawValue), .text(code)])
    }
}

extension Dossiers.Dossier {
    /// When the work of the office ended for the clocks: the result ready, or closed otherwise.
    public var endMark: LocalMinute? {
        instance?.clock.first { $0.kind.ends }?.at ?? instance?.endedAt
    }
}
