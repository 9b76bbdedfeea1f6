// Writing the rows of lateness: when a dossier ends late, when a downtime is approved or withdrawn,
// and once for dossiers of earlier releases.

import Engine
import Ledger
import WorkTime

extension DeskWork {
    private var rows: LatenessRows { LatenessRows(transaction: transaction, reading: reading) }

    /// A dossier that has just ended late gets its rows.
    func writeLateness(_ after: DossierRows, _ before: DossierRows?) throws {
        guard after.clock?.timeliness == .late, before?.isOpen ?? true, !after.isOpen else {
            return
        }
        try rows.write([after.dossier.registration.code], at: now)
    }

    /// Splits anew every dossier that ended late and was in the office in that time.
    func rewriteLateness(from: LocalMinute, until: LocalMinute) throws {
        var last = (day: from.day.number, code: "")
        while true {
            let page = try transaction.rows(
                """
                SELECT dossier, endedDay FROM lateness
                WHERE (endedDay > ? OR (endedDay = ? AND dossier > ?)) AND receivedAt < ?
                ORDER BY endedDay, dossier LIMIT ?
                """,
                [
                    SQLValue(last.day), SQLValue(last.day), .text(last.code),
                    SQLValue(until.rawValue), SQLValue(Lateness.chunk),
                ])
            try rows.write(try page.map { try $0.text("dossier") }, at: now)
            guard page.count == Lateness.chunk, let row = page.last else { return }
            last = (try row.int("endedDay"), try row.text("dossier"))
        }
    }
}

/// Writes the rows of dossiers that have ended late, in place of those they had.
struct LatenessRows {
    let transaction: any LedgerTransaction
    let reading: DeskReading

    func write(_ codes: [String], at now: LocalMinute) throws {
        for late in try reading.lateDossiers(codes, at: now) {
            try write(late.dossier, late.split)
        }
    }

    /// Whether dossiers of an earlier release await their rows.
    static func isFilling(_ reader: any LedgerReader) throws -> Bool {
        try reader.row("SELECT dossier FROM latenessAwaited LIMIT 1") != nil
    }

    func fillChunk(at now: LocalMinute) throws {
        let codes = try transaction.rows(
            "SELECT dossier FROM latenessAwaited ORDER BY dossier LIMIT ?",
            [SQLValue(Lateness.chunk)]
        ).map { try $0.text("dossier") }
        guard let last = codes.last else { return }
        try write(codes, at: now)
        try transaction.execute("DELETE FROM latenessAwaited WHERE dossier <= ?", [.text(last)])
    }

    private func write(_ dossier: Dossiers.Dossier, _ split: Lateness.Split) throws {
        let registration = dossier.registration
        guard let ended = dossier.endMark?.day.number else { return }
        let code = SQLValue.text(registration.code)
        let office = SQLValue.text(registration.office.rawValue)
        for table in Lateness.tables {
            try transaction.post("DELETE FROM \(table) WHERE dossier = ?", [code])
        }
        try transaction.post(
            """
            INSERT INTO lateness (dossier, office, receivedAt, endedDay, minutes)
            VALUES (?, ?, ?, ?, ?)
            """,
            [
                code, office, SQLValue(registration.receivedAt.rawValue), SQLValue(ended),
                SQLValue(split.total),
            ])
        for part in split.parts {
            try transaction.post(
                """
                INSERT INTO latenessPart (dossier, cause, unit, office, endedDay, minutes)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    code, .text(part.cause.rawValue), .text(part.unit?.rawValue ?? ""), office,
                    SQLValue(ended), SQLValue(part.minutes),
                ])
        }
    }
}

extension Desk {
    /// Splits dossiers that ended late before there were splits, so many at once that other writers
    /// hardly wait.
    func fillLateness() async throws {
        let (memory, zone, now) = (memory, sources.zone, sources.now().local(in: sources.zone))
        while try await store.read({ try LatenessRows.isFilling($0) }) {
            try await store.write { transaction in
                try LatenessRows(
                    transaction: transaction,
                    reading: DeskReading(reader: transaction, memory: memory, zone: zone)
                ).fillChunk(at: now)
            }
        }
    }
}
