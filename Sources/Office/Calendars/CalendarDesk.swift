// Calendars at the desk: announcing a change, and a dossier taking the newest issue.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func calendarBook() throws -> Calendars.Book {
        try told(Calendars.Book.self, by: Calendars.stream)?.state ?? Calendars.Book()
    }

    /// The calendar by which the house works.
    public func calendar() throws -> WorkCalendar { try calendar(calendarBook().last) }

    /// The calendar of one issue; 0 is that of the country.
    func calendar(_ issue: Int) throws -> WorkCalendar {
        if issue == 0 { return .vietnam }
        if let known = memory.calendar(issue) { return known }
        let calendar = try calendarBook().calendar(issue)
        memory.remember(calendar, number: issue)
        return calendar
    }

    /// The appointment of a dossier by a calendar; `nil` while no date runs.
    func due(of dossier: Dossiers.Dossier, by calendar: WorkCalendar) throws -> LocalMinute? {
        let registration = dossier.registration
        let version = try issue(registration.process, registration.issue).version
        return Dossiers.reading(of: dossier, version: version, calendar: calendar)?.dueAt
    }
}

extension DeskWork {
    func perform(_ command: Calendars.Command) throws -> DeskAnswer {
        guard let person = order.actor?.person else { throw Calendars.Rejection.mayNotAnnounce }
        let told = try reading.told(Calendars.Book.self, by: Calendars.stream)
        var book = told?.state ?? Calendars.Book()
        let events =
            switch command {
            case .announce(let change):
                try Calendars.decide(
                    change, on: book, by: person,
                    mayAnnounce: reading.organisation().mayAdminister(person, today), at: now)
            }
        for event in events { book.apply(event) }
        let head = try write(
            events, feature: "calendar", stream: Calendars.stream, after: told?.head)
        try keep(book, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }

    /// Leads a dossier to the newest issue. One that has it, or that ended, stays as it is: so a
    /// repetition does nothing.
    func takeCalendar(_ code: String, by actor: Actor) throws -> DeskAnswer {
        let told = try reading.toldDossier(code)
        let dossier = told.state
        guard let issue = try reading.calendarBook().issues.last,
            issue.number > dossier.calendar, dossier.endMark == nil
        else { return DeskAnswer(told.head) }
        let calendar = try reading.calendar(issue.number)
        let taken = Dossiers.Event.calendarTaken(
            at: now, issue: issue.number, basis: issue.basis,
            before: try reading.due(of: dossier, by: try reading.calendar(dossier.calendar)),
            due: try reading.due(of: dossier, by: calendar))
        return try act(on: told, listed: [taken]) { _ in
            [(.takeCalendar(calendar), actor)]
        }
    }
}
