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

    /// Those that are set, else those of the procedures.
    func queueFields(
        of office: UnitID, on day: DayNumber, by terms: Queues.Terms
    ) throws -> [String] {
        terms.fields.isEmpty
            ? try queueFields(of: office, on: day) : terms.fields.map(\.name)
    }

    func queueEntrance(of id: UnitID, at now: LocalMinute) throws -> Queues.Entrance {
        let office = try queueOffice(id, on: now.day)
        let terms = try queueTerms(of: id)
        return Queues.Entrance(
            office: id, officeName: office.name,
            fields: try queueFields(of: id, on: now.day, by: terms),
            waiting: try queueDay(id, now.day).line().count,
            isOpen: try queueHours(on: now.day, by: terms)?.contains(now) ?? false, terms: terms)
    }

    func queueSlip(
        _ number: Int, of id: UnitID, on day: DayNumber
    ) throws -> Queues.Slip {
        let office = try queueOffice(id, on: day)
        let (line, terms) = (try queueDay(id, day), try queueTerms(of: id))
        guard let ticket = line.ticket(number) else { throw Queues.Rejection.unknown(number) }
        return Queues.Slip(
            office: id, officeName: office.name, number: number,
            text: Queues.text(of: number), field: ticket.drawing.field,
            drawnAt: ticket.drawing.at, standing: ticket.standing, window: ticket.window,
            before: line.waitingBefore(number, by: terms),
            windows: terms.field(ticket.drawing.field)?.windows ?? [])
    }

    /// The number that a command drew.
    func drawnNumber(by answer: DeskAnswer) throws -> Int? {
        try told(Queues.Day.self, by: answer.stream)?.state.tickets
            .first { $0.drawnIn == answer.version }?.number
    }

    func queueScreen(of id: UnitID, at now: LocalMinute) throws -> Queues.Screen {
        let office = try queueOffice(id, on: now.day)
        let (day, terms) = (try queueDay(id, now.day), try queueTerms(of: id))
        let line = day.line(by: terms)
        return Queues.Screen(
            office: id, officeName: office.name,
            calls: day.called.prefix(Queues.shownCalled).map {
                Queues.Call(number: Queues.text(of: $0.number), window: $0.window ?? 0)
            },
            next: line.prefix(Queues.shownNext).map { Queues.text(of: $0.number) },
            waiting: line.count, now: now,
            fields: terms.fields.map { field in
                let own = day.line(for: field.name, by: terms)
                    .filter { $0.drawing.field == field.name }
                return Queues.ScreenField(
                    field: field,
                    next: own.prefix(Queues.shownNext).map { Queues.text(of: $0.number) },
                    waiting: own.count)
            })
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
        let organisation = try organisation()
        let (day, terms) = (
            try queueDay(viewer.office, now.day), try queueTerms(of: viewer.office)
        )
        let here = window.flatMap { day.called(at: $0) }
        return Queues.Console(
            office: viewer.office, officeName: viewer.officeName,
            fields: try queueFields(of: viewer.office, on: now.day, by: terms), window: window,
            field: field, here: here, others: day.called.filter { $0 != here },
            line: day.line(for: field, at: window, by: terms, limit: Queues.shownWaiting),
            figures: day.figures(at: now), terms: terms, now: now,
            byField: day.figures(by: terms, at: now),
            maySet: organisation.mayArrangeQueue(viewer.person, in: viewer.office, on: now.day))
    }

    /// Who calls numbers may read the settings, who arranges the line may change them.
    func queueSettings(for viewer: Viewer, on day: DayNumber) throws -> Queues.SettingsPage {
        let organisation = try organisation()
        let maySet = organisation.mayArrangeQueue(viewer.person, in: viewer.office, on: day)
        guard maySet || organisation.mayCall(viewer.person, in: viewer.office, on: day) else {
            throw Queues.Rejection.maySetNothing
        }
        let settings = try toldQueueSettings(of: viewer.office)?.state
        return Queues.SettingsPage(
            office: viewer.office, officeName: viewer.officeName,
            terms: settings?.terms ?? Queues.terms, changedAt: settings?.changedAt,
            changedBy: settings.map { organisation.people[$0.changedBy]?.name ?? "" },
            maySet: maySet)
    }
}
