// The rows of the work lists of one dossier, and what its counts become.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers {
    /// The lists on which open work stands.
    public enum WorkList: String, Sendable, Hashable, Codable, CaseIterable {
        /// With the person who has it.
        case open
        /// Offered to the person, who has not accepted it; the giver still holds it.
        case offered
        /// Waits for the citizen or another body; no date runs.
        case waiting
    }

    /// Work without a date comes after all that has one.
    static let sortLast = 1 << 40
    /// Results that wait for the citizen come last: nothing of the office is due there.
    static let sortReady = sortLast + 1
}

extension DeskWork {
    /// Writes the open items anew: they are one to three.
    func replaceWork(
        _ dossier: Dossiers.Dossier, _ version: ProcessVersion, _ clock: ClockReading?,
        _ organisation: People.Organisation, before: Dossiers.Dossier?
    ) throws {
        let code = dossier.registration.code
        let office = dossier.registration.office
        // Units in which it was before have their row.
        let known = Set((before?.instance?.items ?? []).map { $0.offer?.unit ?? $0.unit })
        try transaction.execute("DELETE FROM workItem WHERE dossier = ?", [.text(code)])
        let cooperates = version.nodes.contains { !($0.step?.cooperating.isEmpty ?? true) }
        if cooperates {
            try transaction.execute("DELETE FROM cooperation WHERE dossier = ?", [.text(code)])
        }
        guard let instance = dossier.instance else { return }
        for item in instance.items {
            let node = version.nodes.first { $0.id == item.node }
            try insert(item, node, instance, dossierDue: clock?.dueAt, code: code)
            let unit = item.offer?.unit ?? item.unit
            if !known.contains(unit) { try addUnit(unit, to: code) }
            for performer in node?.step?.cooperating ?? [] {
                let found = organisation.assignment(of: performer, office: office, on: today)
                guard let found else { continue }
                try transaction.execute(
                    """
                    INSERT INTO cooperation (person, dossier, item) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    [.text(found.person.rawValue), .text(code), SQLValue(item.id.rawValue)])
                try addUnit(found.unit, to: code)
            }
        }
    }

    private func insert(
        _ item: WorkItem, _ node: Node?, _ instance: Instance, dossierDue: LocalMinute?,
        code: String
    ) throws {
        let list: Dossiers.WorkList =
            item.offer != nil
            ? .offered : (item.stops.isEmpty && item.kind != .wait ? .open : .waiting)
        // The appointment binds until the result is ready; when the citizen comes is the citizen's.
        let isReady = instance.isClockEnded && item.due == nil
        let due =
            instance.isClockEnded
            ? item.due : [item.due, dossierDue].compactMap { $0 }.min()
        let undated = isReady ? Dossiers.sortReady : Dossiers.sortLast
        let sender = item.handover.map { instance.handovers[$0].giver } ?? instance.focalPoint
        try transaction.execute(
            """
            INSERT INTO workItem (dossier, item, person, unit, list, sortDue, holder, sender,
                node, step, due, since, needsTaking, nextTimer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(code), SQLValue(item.id.rawValue),
                .text((item.offer?.person ?? item.holder).rawValue),
                .text((item.offer?.unit ?? item.unit).rawValue), .text(list.rawValue),
                SQLValue(list == .waiting ? Dossiers.sortLast : due?.rawValue ?? undated),
                .text(item.holder.rawValue), .text(sender.rawValue), .text(item.node.rawValue),
                .text(node?.title ?? item.note), SQLValue(due?.rawValue),
                SQLValue(item.openedAt.rawValue),
                SQLValue(item.offer?.needsTaking ?? item.needsTaking),
                // While it is stopped no time runs, so none comes.
                SQLValue(
                    item.stops.isEmpty ? item.timers.map(\.at.rawValue).min() : nil),
            ])
    }

    /// Remembers who completed which step, for the list of what is done.
    func addDone(
        _ dossier: Dossiers.Dossier, _ before: Dossiers.Dossier?, _ version: ProcessVersion
    ) throws {
        let known = before?.instance?.records.count ?? 0
        for record in (dossier.instance?.records ?? []).dropFirst(known) {
            let node = version.nodes.first { $0.id == record.node }
            try transaction.execute(
                """
                INSERT INTO workDone (dossier, item, person, endedAt, step, result)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (dossier, item) DO UPDATE SET person = excluded.person,
                    endedAt = excluded.endedAt, result = excluded.result
                """,
                [
                    .text(dossier.registration.code), SQLValue(record.item.rawValue),
                    .text(record.person.rawValue), SQLValue(record.ended.rawValue),
                    .text(node?.title ?? ""), SQLValue(record.result?.rawValue),
                ])
        }
    }

    /// Adds to the counts of the day: one for a receipt, one for an end.
    func count(
        _ dossier: Dossiers.Dossier, _ before: Dossiers.Dossier?, _ version: ProcessVersion,
        _ clock: ClockReading?
    ) throws {
        let registration = dossier.registration
        if before == nil { try add("received", on: registration.receivedAt.day, registration) }
        if before?.endMark == nil, let end = dossier.endMark {
            let column = clock?.timeliness?.rawValue ?? "unclassed"
            try add(column, on: end.day, registration)
        }
    }

    private func add(
        _ column: String, on day: DayNumber, _ registration: Dossiers.Registration
    ) throws {
        try transaction.execute(
            """
            INSERT INTO dossierCount (office, day, process, channel, \(column))
            VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (office, day, process, channel)
            DO UPDATE SET \(column) = dossierCount.\(column) + 1
            """,
            [
                .text(registration.office.rawValue), SQLValue(day.number),
                .text(registration.process.rawValue), .text(registration.channel.rawValue),
            ])
    }
}
