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
    /// Writes the open items that are new or became different, and takes away those that are over.
    func writeWork(
        _ after: DossierRows, _ before: DossierRows?, _ organisation: People.Organisation
    ) throws {
        let code = SQLValue.text(after.dossier.registration.code)
        let (old, new) = (before?.work ?? [:], after.work)
        for item in before?.items ?? [] where new[item.id] != old[item.id] {
            try transaction.post(
                "DELETE FROM workItem WHERE dossier = ? AND item = ?",
                [code, SQLValue(item.id.rawValue)])
        }
        for item in after.items where new[item.id] != old[item.id] {
            try transaction.post(
                """
                INSERT INTO workItem (dossier, item, person, unit, list, sortDue, holder, sender,
                    node, step, due, since, needsTaking, nextTimer)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, [code, SQLValue(item.id.rawValue)] + (new[item.id] ?? []))
        }
        // Units in which it was before have their row.
        let known = Set((before?.items ?? []).map { $0.offer?.unit ?? $0.unit })
        for item in after.items {
            let unit = item.offer?.unit ?? item.unit
            if !known.contains(unit) {
                try addUnit(unit, to: after.dossier.registration)
            }
        }
        try writeCooperation(after, organisation)
    }

    /// Who else works on the open items, in the few processes that name somebody.
    private func writeCooperation(
        _ rows: DossierRows, _ organisation: People.Organisation
    ) throws {
        if !rows.graph.isShared { return }
        let code = rows.dossier.registration.code
        try transaction.post("DELETE FROM cooperation WHERE dossier = ?", [.text(code)])
        for item in rows.items {
            for performer in rows.graph[item.node]?.step?.cooperating ?? [] {
                let found = organisation.assignment(
                    of: performer, office: rows.dossier.registration.office, on: today)
                guard let found else { continue }
                try transaction.post(
                    """
                    INSERT INTO cooperation (person, dossier, item) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    [.text(found.person.rawValue), .text(code), SQLValue(item.id.rawValue)])
                try addUnit(found.unit, to: rows.dossier.registration)
            }
        }
    }

    /// Remembers who completed which step, for the list of what is done.
    func addDone(_ after: DossierRows, _ before: DossierRows?) throws {
        let known = before?.dossier.instance?.records.count ?? 0
        for record in (after.dossier.instance?.records ?? []).dropFirst(known) {
            try transaction.post(
                """
                INSERT INTO workDone (dossier, item, person, endedAt, step, result)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (dossier, item) DO UPDATE SET person = excluded.person,
                    endedAt = excluded.endedAt, result = excluded.result
                """,
                [
                    .text(after.dossier.registration.code), SQLValue(record.item.rawValue),
                    .text(record.person.rawValue), SQLValue(record.ended.rawValue),
                    .text(after.title(of: record.node) ?? ""), SQLValue(record.result?.rawValue),
                ])
        }
    }

    /// Adds to the counts of the day: one for a receipt, one for an end.
    func count(_ after: DossierRows, _ before: DossierRows?) throws {
        let registration = after.dossier.registration
        if before == nil { try add("received", on: registration.receivedAt.day, registration) }
        if before?.dossier.endMark == nil, let end = after.dossier.endMark {
            let column = after.clock?.timeliness?.rawValue ?? "unclassed"
            try add(column, on: end.day, registration)
        }
    }

    private func add(
        _ column: String, on day: DayNumber, _ registration: Dossiers.Registration
    ) throws {
        try transaction.post(
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
