// What the page of the calendar shows: decisions, dossiers that still wait, and what a decision
// would move.

import Engine
import Ledger
import WorkTime

extension Calendars {
    /// The page.
    public struct Page: Sendable, Encodable {
        public struct Decision: Sendable, Encodable {
            public let number: Int
            public let announcedAt: LocalMinute
            public let by: String
            public let basis: String
            public let rules: [DayRule]
        }
        /// Newest first.
        public let decisions: [Decision]
        /// Open dossiers that have not yet taken the newest issue; counted up to `countMaximum`.
        public let waiting: Int
        public let mayAnnounce: Bool
    }

    /// What a decision would move.
    public struct Preview: Sendable, Encodable {
        public struct Row: Sendable, Encodable {
            public let code: String
            public let title: String
            public let before: LocalMinute
            public let due: LocalMinute
        }
        /// Those of the offices that the viewer sees which fall due first.
        public let rows: [Row]
        /// Open dossiers of all offices due on the first day that changes or later; up to
        /// `countMaximum`.
        public let count: Int
    }

    static let countMaximum = 1_000
    static let previewRows = 20
}

extension DeskReading {
    func calendarPage(for viewer: Viewer) throws -> Calendars.Page {
        let (book, organisation) = (try calendarBook(), try organisation())
        let waiting =
            try rows(
                """
                SELECT count(*) AS n FROM (SELECT code FROM dossier
                    WHERE endedDay IS NULL AND calendar < ? LIMIT ?) AS bounded
                """, [SQLValue(book.last), SQLValue(Calendars.countMaximum)]
            ).first?.int("n") ?? 0
        return Calendars.Page(
            decisions: book.issues.reversed().map {
                .init(
                    number: $0.number, announcedAt: $0.announcedAt,
                    by: organisation.people[$0.by]?.name ?? $0.by.rawValue, basis: $0.basis,
                    rules: $0.rules)
            },
            waiting: waiting,
            mayAnnounce: organisation.mayAdminister(viewer.person, viewer.today))
    }

    /// - Throws: `Calendars.Rejection` where the decision itself would be refused.
    func preview(
        of change: Calendars.Change, for viewer: Viewer, at now: LocalMinute
    ) throws -> Calendars.Preview {
        let book = try calendarBook()
        let events = try Calendars.decide(
            change, on: book, by: viewer.person,
            mayAnnounce: organisation().mayAdminister(viewer.person, viewer.today), at: now)
        var after = book
        for event in events { after.apply(event) }
        let calendar = try after.calendar(after.last)
        let first = LocalMinute(startOf: min(change.day, change.pair ?? change.day))
        var found: [(due: Int, code: String)] = []
        for office in viewer.visibleUnits {
            found += try rows(
                """
                SELECT code, due FROM dossier
                WHERE office = ? AND endedDay IS NULL AND due >= ? AND paused = 0
                ORDER BY due, code LIMIT ?
                """,
                [
                    .text(office.rawValue), SQLValue(first.rawValue),
                    SQLValue(Calendars.previewRows),
                ]
            ).map { (try $0.int("due"), try $0.text("code")) }
        }
        let rows = try found.sorted { $0 < $1 }.prefix(Calendars.previewRows).compactMap {
            try previewRow($0.code, calendar)
        }
        return Calendars.Preview(rows: rows, count: try openCount(dueFrom: first))
    }

    /// Over all offices: a number tells nothing of anybody.
    private func openCount(dueFrom first: LocalMinute) throws -> Int {
        var count = 0
        for unit in try organisation().units.values
        where unit.kind == .committee && count < Calendars.countMaximum {
            count +=
                try rows(
                    """
                    SELECT count(*) AS n FROM (SELECT code FROM dossier
                        WHERE office = ? AND endedDay IS NULL AND due >= ? AND paused = 0
                        LIMIT ?) AS bounded
                    """,
                    [
                        .text(unit.id.rawValue), SQLValue(first.rawValue),
                        SQLValue(Calendars.countMaximum),
                    ]
                ).first?.int("n") ?? 0
        }
        return min(count, Calendars.countMaximum)
    }

    /// `nil` while no date runs.
    private func previewRow(
        _ code: String, _ calendar: WorkCalendar
    ) throws -> Calendars.Preview.Row? {
        let dossier = try toldDossier(code).state
        guard let before = try due(of: dossier, by: try self.calendar(dossier.calendar)),
            let after = try due(of: dossier, by: calendar)
        else { return nil }
        return .init(code: code, title: dossier.registration.title, before: before, due: after)
    }
}
