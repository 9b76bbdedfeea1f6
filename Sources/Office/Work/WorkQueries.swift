// The work lists of a viewer.

import Engine
import Ledger
import WorkTime

extension Work {
    /// Which list is asked for.
    public enum Tab: String, Sendable, Codable, CaseIterable {
        case mine, unit, cooperating, waiting, done
    }

    /// One row of a list.
    public struct Row: Sendable, Encodable {
        public let dossier: String
        public let item: Int
        public let title: String
        public let applicant: String
        public let step: String
        public let due: LocalMinute?
        public let since: LocalMinute
        public let list: Dossiers.WorkList
        public let holder: String
        public let holderIsViewer: Bool
        /// The holder is away and the viewer stands in.
        public let standsIn: Bool
        /// The result is ready: it waits for the citizen to come, and no date of the office runs.
        public let isReady: Bool
        public let sender: String
        public let unit: String
        public let needsTaking: Bool
        public let left: TimeLeft
        /// Where the next page begins after this row.
        let key: String
    }

    /// What the viewer has finished.
    public struct DoneRow: Sendable, Encodable {
        public let dossier: String
        public let title: String
        public let applicant: String
        public let step: String
        public let endedAt: LocalMinute
        public let result: StepResult?
        let key: String
    }

    /// Numbers above the list; a number stops at `countMaximum`.
    public struct Counts: Sendable, Encodable {
        public var mine = 0
        public var late = 0
        public var today = 0
        public var offered = 0
        public var unit = 0
        public var cooperating = 0
        public var waiting = 0
    }

    /// One page of one list.
    public struct List: Sendable, Encodable {
        public let tab: Tab
        public let now: LocalMinute
        public let counts: Counts
        public let offered: [Row]
        public let rows: [Row]
        public let done: [DoneRow]
        public let next: String?
        /// Results that the viewer has to bring home, from today on.
        public var deliveries = 0
        /// Dossiers whose citizen waits for an answer of the viewer.
        public var messages = 0
        /// Questions to the viewer's units, and those that are silent in the viewer's office.
        public var consultations = 0
        public var silences = 0
    }

    static let pageSize = 50
    static let countMaximum = 1000
}

extension DeskReading {
    /// One page of a work list, after the key of the page before.
    public func workList(
        _ tab: Work.Tab, of viewer: Viewer, after key: String?, at now: LocalMinute
    ) throws -> Work.List {
        let people = [viewer.person] + viewer.absentees
        var offered: [Work.Row] = []
        var rows: [Work.Row] = []
        var done: [Work.DoneRow] = []
        switch tab {
        case .mine:
            offered = try people.flatMap { try work(of: $0, .offered, nil, viewer, now) }
            rows = try people.flatMap { try work(of: $0, .open, key, viewer, now) }
                .sorted { $0.key < $1.key }
        case .waiting:
            rows = try people.flatMap { try work(of: $0, .waiting, key, viewer, now) }
                .sorted { $0.key < $1.key }
        case .unit:
            rows = try viewer.ownUnits.flatMap { try unitWork(of: $0, key, viewer, now) }
                .sorted { $0.key < $1.key }
        case .cooperating: rows = try cooperation(of: viewer, key, now)
        case .done: done = try doneWork(of: viewer, key)
        }
        let page = Array(rows.prefix(Work.pageSize))
        let more = rows.count > Work.pageSize
        let doneMore = done.count > Work.pageSize
        done = Array(done.prefix(Work.pageSize))
        var list = Work.List(
            tab: tab, now: now, counts: try workCounts(of: viewer, people, at: now),
            offered: offered, rows: page, done: done,
            next: more ? page.last?.key : doneMore ? done.last?.key : nil)
        list.deliveries = try deliveriesToCarry(of: viewer.person, from: now.day)
        list.messages = try messagesWaitingCount(for: viewer)
        (list.consultations, list.silences) = try consultationCounts(for: viewer, at: now)
        return list
    }

    private static let columns = """
        w.dossier, w.item, w.step, w.due, w.since, w.list, w.holder, w.sender, w.unit,
        w.needsTaking, w.sortDue, d.title, d.applicant, d.endedAt
        """

    /// - Parameter narrowing: A condition on the dossier `d`, with its arguments.
    func work(
        of person: PersonID, _ list: Dossiers.WorkList, _ key: String?, _ viewer: Viewer,
        _ now: LocalMinute, narrowing: (sql: String, arguments: [SQLValue]) = ("1 = 1", [])
    ) throws -> [Work.Row] {
        let after = try WorkKey(key)
        return try read(
            """
            SELECT \(Self.columns) FROM workItem w JOIN dossier d ON d.code = w.dossier
            WHERE w.person = ? AND w.list = ? AND \(narrowing.sql)
                AND (w.sortDue, w.dossier, w.item) > (?, ?, ?)
            ORDER BY w.sortDue, w.dossier, w.item LIMIT ?
            """,
            [.text(person.rawValue), .text(list.rawValue)] + narrowing.arguments
                + after.arguments, viewer, now)
    }

    private func unitWork(
        of unit: UnitID, _ key: String?, _ viewer: Viewer, _ now: LocalMinute
    ) throws -> [Work.Row] {
        let after = try WorkKey(key)
        return try read(
            """
            SELECT \(Self.columns) FROM workItem w JOIN dossier d ON d.code = w.dossier
            WHERE w.unit = ? AND w.list = 'open' AND (w.sortDue, w.dossier, w.item) > (?, ?, ?)
            ORDER BY w.sortDue, w.dossier, w.item LIMIT ?
            """,
            [.text(unit.rawValue)] + after.arguments, viewer, now)
    }

    private func cooperation(
        of viewer: Viewer, _ key: String?, _ now: LocalMinute
    ) throws -> [Work.Row] {
        let after = try WorkKey(key)
        return try read(
            """
            SELECT \(Self.columns) FROM cooperation c
            JOIN workItem w ON w.dossier = c.dossier AND w.item = c.item
            JOIN dossier d ON d.code = w.dossier
            WHERE c.person = ? AND (w.sortDue, w.dossier, w.item) > (?, ?, ?)
            ORDER BY w.sortDue, w.dossier, w.item LIMIT ?
            """,
            [.text(viewer.person.rawValue)] + after.arguments, viewer, now)
    }

    private func read(
        _ sql: String, _ arguments: [SQLValue], _ viewer: Viewer, _ now: LocalMinute
    ) throws -> [Work.Row] {
        let (organisation, calendar) = (try organisation(), try calendar())
        let found = try rows(sql, arguments + [SQLValue(Work.pageSize + 1)])
        return try found.map { row in
            let due = try row.optionalInt("due").map(LocalMinute.init(rawValue:))
            let list = Dossiers.WorkList(rawValue: try row.text("list")) ?? .open
            let holder = PersonID(try row.text("holder"))
            let sender = PersonID(try row.text("sender"))
            let unit = UnitID(try row.text("unit"))
            let dossier = try row.text("dossier")
            let isEnded = try row.optionalInt("endedAt") != nil
            return Work.Row(
                dossier: dossier, item: try row.int("item"), title: try row.text("title"),
                applicant: try row.text("applicant"), step: try row.text("step"), due: due,
                since: LocalMinute(rawValue: try row.int("since")), list: list,
                holder: organisation.people[holder]?.name ?? holder.rawValue,
                holderIsViewer: holder == viewer.person,
                standsIn: viewer.absentees.contains(holder),
                isReady: due == nil && list == .open && isEnded,
                sender: organisation.people[sender]?.name ?? sender.rawValue,
                unit: organisation.units[unit]?.name ?? unit.rawValue,
                needsTaking: try row.bool("needsTaking"),
                left: Work.TimeLeft(
                    due: due, now: now, waits: list == .waiting,
                    calendar: calendar),
                key: WorkKey.text(try row.int("sortDue"), dossier, try row.int("item")))
        }
    }

    private func doneWork(of viewer: Viewer, _ key: String?) throws -> [Work.DoneRow] {
        let after = try WorkKey(key)
        let bound = key == nil ? Dossiers.sortLast : after.due
        let found = try rows(
            """
            SELECT n.dossier, n.item, n.step, n.endedAt, n.result, d.title, d.applicant
            FROM workDone n JOIN dossier d ON d.code = n.dossier
            WHERE n.person = ? AND (n.endedAt, n.dossier, n.item) < (?, ?, ?)
            ORDER BY n.endedAt DESC, n.dossier DESC, n.item DESC LIMIT ?
            """,
            [
                .text(viewer.person.rawValue), SQLValue(bound), .text(after.dossier),
                SQLValue(after.item), SQLValue(Work.pageSize + 1),
            ])
        return try found.map { row in
            let dossier = try row.text("dossier")
            let ended = try row.int("endedAt")
            return Work.DoneRow(
                dossier: dossier, title: try row.text("title"),
                applicant: try row.text("applicant"), step: try row.text("step"),
                endedAt: LocalMinute(rawValue: ended),
                result: try row.optionalText("result").flatMap(StepResult.init(rawValue:)),
                key: WorkKey.text(ended, dossier, try row.int("item")))
        }
    }
}
