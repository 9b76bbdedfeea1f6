// Reading the line: for everybody what the hall may see, for officers of the office the rest.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension DeskReading {
    private func queueDay(_ office: UnitID, _ day: DayNumber) throws -> Queues.Day {
        try toldQueue(of: office, on: day)?.state ?? Queues.Day(office: office, day: day)
    }

    /// Fields of the procedures in force that the office runs, by name. One procedure that runs
    /// is enough for a field.
    func queueFields(of office: UnitID, on day: DayNumber) throws -> [String] {
        let organisation = try organisation()
        let found = try rows(
            """
            SELECT p.code, p.issue, p.field FROM processIssue p
            WHERE p.kind = 'procedure' AND p.field <> '' AND p.issue =
                (SELECT max(q.issue) FROM processIssue q
                 WHERE q.code = p.code AND q.status IN ('published', 'retired')
                    AND q.effective <= ? AND (q.through IS NULL OR q.through >= ?))
            ORDER BY p.field, p.code
            """, [SQLValue(day.number), SQLValue(day.number)])
        var fields: [String] = []
        for row in found {
            let field = try row.text("field")
            if fields.last == field { continue }
            let version = try version(
                ProcessCode(try row.text("code")), issue: try row.int("issue"))
            if organisation.runs(version, in: office, on: day) { fields.append(field) }
        }
        return fields.sorted { (Folding.fold($0), $0) < (Folding.fold($1), $1) }
    }

    func queueEntrance(of id: UnitID, at now: LocalMinute) throws -> Queues.Entrance {
        let office = try queueOffice(id, on: now.day)
        return Queues.Entrance(
            office: id, officeName: office.name, fields: try queueFields(of: id, on: now.day),
            waiting: try queueDay(id, now.day).line().count,
            isOpen: try queueHours(on: now.day)?.contains(now) ?? false, terms: Queues.terms)
    }

    func queueSlip(
        _ number: Int, of id: UnitID, on day: DayNumber
    ) throws -> Queues.Slip {
        let office = try queueOffice(id, on: day)
        let line = try queueDay(id, day)
        guard let ticket = line.ticket(number) else { throw Queues.Rejection.unknown(number) }
        return Queues.Slip(
            office: id, officeName: office.name, number: number,
            text: Queues.text(of: number), field: ticket.drawing.field,
            drawnAt: ticket.drawing.at, standing: ticket.standing, window: ticket.window,
            before: line.waitingBefore(number))
    }

    /// The number that a command drew.
    func drawnNumber(by answer: DeskAnswer) throws -> Int? {
        try told(Queues.Day.self, by: answer.stream)?.state.tickets
            .first { $0.drawnIn == answer.version }?.number
    }

    func queueScreen(of id: UnitID, at now: LocalMinute) throws -> Queues.Screen {
        let office = try queueOffice(id, on: now.day)
        let day = try queueDay(id, now.day)
        let line = day.line()
        return Queues.Screen(
            office: id, officeName: office.name,
            calls: day.called.prefix(Queues.shownCalled).map {
                Queues.Call(number: Queues.text(of: $0.number), window: $0.window ?? 0)
            },
            next: line.prefix(Queues.shownNext).map { Queues.text(of: $0.number) },
            waiting: line.count, now: now)
    }

    /// - Parameters:
    ///   - window: Where the viewer sits.
    ///   - field: What the window takes; empty for everything.
    func queueConsole(
        for viewer: Viewer, window: Int?, field: String, at now: LocalMinute
    ) throws -> Queues.Console {
        guard try organisation().mayCall(viewer.person, in: viewer.office, on: now.day) else {
            throw Queues.Rejection.mayNotCall
        }
        let day = try queueDay(viewer.office, now.day)
        let here = window.flatMap { day.called(at: $0) }
        return Queues.Console(
            office: viewer.office, officeName: viewer.officeName,
            fields: try queueFields(of: viewer.office, on: now.day), window: window,
            field: field, here: here, others: day.called.filter { $0 != here },
            line: day.line(for: field, limit: Queues.shownWaiting), figures: day.figures(at: now),
            terms: Queues.terms, now: now)
    }
}
