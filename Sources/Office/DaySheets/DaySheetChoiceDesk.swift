// Whether somebody wants the sheet by e-mail, and the message of each working morning. A choice is
// no work of the office: it stands beside the ledger.

import Engine
import Ledger
import WorkTime

extension DaySheets {
    static let migrations = [
        Migration(
            id: "day-sheets-1",
            statements: [
                """
                CREATE TABLE daySheetChoice (
                    person TEXT NOT NULL PRIMARY KEY,
                    email TEXT NOT NULL,
                    madeDay {{bigint}} NOT NULL)
                """,
                "CREATE INDEX daySheetChoiceByDay ON daySheetChoice (madeDay, person)",
            ])
    ]

    /// Whether the sheets of the day are made at that moment.
    static func isMailTime(_ now: LocalMinute, _ calendar: WorkCalendar) -> Bool {
        (mailFrom..<mailUntil).contains(now.minuteOfDay)
            && (try? calendar.isWorkingDay(now.day)) == true
    }

    /// Where the message of a person and a day stands in the outbox.
    static func message(to person: PersonID, at now: LocalMinute, dueAt: Int64) -> OutboxMessage {
        OutboxMessage(
            id: "notice/daySheet/\(person)/\(now.day.text)", lane: "daySheet/\(person)",
            kind: kind,
            payload: ["code": .text(person.rawValue), "at": .int(Int64(now.rawValue))],
            dueAt: dueAt)
    }
}

extension Desk {
    /// Turns the mail on, or off with an empty address.
    /// - Parameter now: The sheet of that day, if its time is over, is not sent any more.
    func choose(_ email: String, for person: PersonID, at now: LocalMinute) async throws {
        if email.isEmpty {
            _ = try await store.write {
                try $0.execute(
                    "DELETE FROM daySheetChoice WHERE person = ?", [.text(person.rawValue)])
            }
            return
        }
        guard Notices.address(email) != nil else { throw DaySheets.Rejection.emailInvalid }
        let isOver = now.minuteOfDay >= DaySheets.mailFrom
        let made = isOver ? now.day.number : now.day.number - 1
        _ = try await store.write {
            try $0.execute(
                """
                INSERT INTO daySheetChoice (person, email, madeDay) VALUES (?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET email = excluded.email
                """, [.text(person.rawValue), .text(email), SQLValue(made)])
        }
    }

    /// Puts the messages of the morning into the outbox; returns how many. Each row is taken by
    /// whoever changes it first, so several nodes make one message.
    func makeDaySheets(at instant: Instant) async throws -> Int {
        let now = instant.local(in: sources.zone)
        let calendar = try await read { try $0.calendar() }
        guard DaySheets.isMailTime(now, calendar) else { return 0 }
        var made = 0
        while true {
            let (count, isLast) = try await store.write { transaction in
                try DaySheets.make(at: now, dueAt: instant.milliseconds, in: transaction)
            }
            made += count
            if isLast { return made }
        }
    }
}

extension DaySheets {
    fileprivate static func make(
        at now: LocalMinute, dueAt: Int64, in transaction: any LedgerTransaction
    ) throws -> (count: Int, isLast: Bool) {
        let people = try transaction.rows(
            "SELECT person FROM daySheetChoice WHERE madeDay < ? ORDER BY madeDay, person LIMIT ?",
            [SQLValue(now.day.number), SQLValue(batchSize)]
        ).map { PersonID(try $0.text("person")) }
        var count = 0
        for person in people {
            let changed = try transaction.execute(
                "UPDATE daySheetChoice SET madeDay = ? WHERE person = ? AND madeDay < ?",
                [
                    SQLValue(now.day.number), .text(person.rawValue), SQLValue(now.day.number),
                ])
            if changed == 0 { continue }
            try transaction.send(message(to: person, at: now, dueAt: dueAt))
            count += 1
        }
        return (count, people.count < batchSize)
    }
}
