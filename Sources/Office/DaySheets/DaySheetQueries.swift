// Reading the sheet: the first page of each list is more than a sheet of paper holds.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func daySheet(for viewer: Viewer, at now: LocalMinute) throws -> DaySheets.Sheet {
        let tomorrow = (try? calendar().nextWorkingDay(after: now.day)) ?? now.day + 1
        let mine = try workList(.mine, of: viewer, after: nil, at: now)
        let waiting = try workList(.waiting, of: viewer, after: nil, at: now)
        let petitions = try petitions(.mine, for: viewer, at: now)
        var found: [DaySheets.Group: [DaySheets.Line]] = [:]
        for row in mine.rows {
            let group = DaySheets.group(of: row.left, due: row.due, tomorrow: tomorrow)
            if let group { found[group, default: []].append(.init(row)) }
        }
        found[.offered] = mine.offered.map { .init($0) }
        found[.waiting] = waiting.rows.map { .init($0) }
            .sorted { ($0.since, $0.code) < ($1.since, $1.code) }
        found[.petitions] = petitions.rows.compactMap { row in
            guard let left = row.left,
                DaySheets.group(of: left, due: row.due, tomorrow: tomorrow) != nil
            else { return nil }
            return .init(row, left)
        }
        let messages = try messagesWaiting(
            for: viewer, limit: DaySheets.lineMaximum, at: now)
        found[.messages] = messages.rows.map { .init($0) }
        var openEnded: Set<DaySheets.Group> = waiting.next == nil ? [] : [.waiting]
        if messages.next != nil { openEnded.insert(.messages) }
        // Later ones are on the next page only where this one ended before them.
        if mine.next != nil, let last = mine.rows.last,
            let group = DaySheets.group(of: last.left, due: last.due, tomorrow: tomorrow)
        {
            openEnded.insert(group)
        }
        return DaySheets.sheet(
            for: viewer, at: now, tomorrow: tomorrow, found, openEnded: openEnded)
    }

    func daySheetPage(for viewer: Viewer, at now: LocalMinute) throws -> DaySheets.Page {
        DaySheets.Page(
            sheet: try daySheet(for: viewer, at: now),
            mail: try daySheetAddress(of: viewer.person).map { DaySheets.Choice(email: $0) },
            mailFrom: DaySheets.mailFrom)
    }

    func daySheetAddress(of person: PersonID) throws -> String? {
        try reader.row(
            "SELECT email FROM daySheetChoice WHERE person = ?", [.text(person.rawValue)]
        )?.text("email")
    }
}

extension DaySheets.Line {
    init(_ row: Work.Row) {
        self.init(
            code: row.dossier, isPetition: false, title: row.title, step: row.step, due: row.due,
            since: row.since, left: row.left)
    }

    init(_ row: Messages.Row) {
        self.init(
            code: row.dossier, isPetition: false, title: row.title, step: "", due: row.due,
            since: row.since, left: row.left)
    }

    /// The sender's own line stays off the paper, which lies about.
    init(_ row: Petitions.Row, _ left: Work.TimeLeft) {
        self.init(
            code: row.code, isPetition: true, title: "", step: "", due: row.due,
            since: row.since, left: left)
    }
}
