// The register: search, filters and keyset pages over all dossiers a viewer may see.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Dossiers {
    /// What the address of the register asks for. Every figure of a report is such an address.
    public struct Filter: Sendable, Hashable {
        public var search = ""
        public var office: String?
        public var process: String?
        public var field: String?
        public var channel: Channel?
        /// Person who is the focal point.
        public var focalPoint: String?
        /// Received in these days; ended in these days when `timeliness` is asked for.
        public var from: DayNumber?
        public var through: DayNumber?
        public var timeliness: Timeliness?
        /// `open`, `overdue`, `resolved`.
        public var state: State?
        public var after: String?

        public enum State: String, Sendable, Hashable, CaseIterable {
            case open, overdue, resolved
        }
        public init() {}
    }

    public struct RegisterRow: Sendable, Encodable {
        public let code: String
        public let title: String
        public let applicant: String
        public let office: String
        public let status: Status
        public let channel: Channel
        public let receivedAt: LocalMinute
        /// When it was entered, where that was later; `nil` for most.
        public let enteredAt: LocalMinute?
        public let due: LocalMinute?
        public let endedAt: LocalMinute?
        public let timeliness: Timeliness?
        public let holder: String
        public let step: String
        public let left: Work.TimeLeft
    }

    public struct Register: Sendable, Encodable {
        public let rows: [RegisterRow]
        /// Counted up to `countMaximum`.
        public let count: Int
        public let next: String?
    }

    static let registerPage = 50
    static let registerCountMaximum = 1_000
}

extension DeskReading {
    /// One page of the register, newest first. Cost follows the page and what the viewer may see,
    /// not the size of the database.
    public func register(
        _ filter: Dossiers.Filter, for viewer: Viewer, at now: LocalMinute
    ) throws -> Dossiers.Register {
        try register(filter, for: viewer, at: now, rareMaximum: Dossiers.rareMaximum)
    }

    /// - Parameter rareMaximum: Words held by so many dossiers are not looked up.
    func register(
        _ filter: Dossiers.Filter, for viewer: Viewer, at now: LocalMinute, rareMaximum: Int
    ) throws -> Dossiers.Register {
        let organisation = try organisation()
        let key = try filter.after.map { try WorkKey("\($0)~0") }
        let rare = try rareWords(filter.words, for: viewer, organisation, rareMaximum)
        let found: [SQLRow]
        let count: Int
        if let rare {
            let candidates = Dossiers.Candidates(rare, filter, for: viewer, at: now)
            found = try rows(candidates.page(after: key))
            count = try rows(candidates.count).first?.int("n") ?? 0
        } else {
            let walks = Dossiers.Walk.all(filter, for: viewer, organisation, at: now)
            found = try newest(of: walks, after: key)
            count = try self.count(of: walks)
        }
        let calendar = try calendar()
        let page = try found.prefix(Dossiers.registerPage).map {
            try registerRow($0, organisation, calendar, now)
        }
        let last = page.last.map { "\($0.receivedAt.rawValue)~\($0.code)" }
        return Dossiers.Register(
            rows: page, count: count, next: found.count > Dossiers.registerPage ? last : nil)
    }

    private func rows(_ query: Dossiers.Query) throws -> [SQLRow] {
        try rows(query.sql, query.arguments)
    }

    /// The newest of what several units saw, each dossier once.
    private func newest(of walks: [Dossiers.Walk], after key: WorkKey?) throws -> [SQLRow] {
        var found: [(at: Int, code: String, row: SQLRow)] = []
        for walk in walks {
            // Nothing older than a full page of the units before can still stand on it.
            let floor = found.count > Dossiers.registerPage ? found.last?.at : nil
            for row in try rows(walk.page(after: key, since: floor)) {
                found.append((try row.int("receivedAt"), try row.text("code"), row))
            }
            if walks.count == 1 { break }
            var codes: Set<String> = []
            found.sort { ($0.at, $0.code) > ($1.at, $1.code) }
            found.removeAll { !codes.insert($0.code).inserted }
            found.removeLast(max(0, found.count - Dossiers.registerPage - 1))
        }
        return found.map(\.row)
    }

    private func count(of walks: [Dossiers.Walk]) throws -> Int {
        if walks.count == 1 { return try rows(walks[0].count).first?.int("n") ?? 0 }
        var codes: Set<String> = []
        for walk in walks where codes.count < Dossiers.registerCountMaximum {
            for row in try rows(walk.codes) { codes.insert(try row.text("dossier")) }
        }
        return min(codes.count, Dossiers.registerCountMaximum)
    }

    private func registerRow(
        _ row: SQLRow, _ organisation: People.Organisation, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) throws -> Dossiers.RegisterRow {
        let office = UnitID(try row.text("office"))
        let holder = PersonID(try row.text("holder"))
        let due = try row.optionalInt("due").map(LocalMinute.init(rawValue:))
        return Dossiers.RegisterRow(
            code: try row.text("code"), title: try row.text("title"),
            applicant: try row.text("applicant"),
            office: organisation.units[office]?.name ?? office.rawValue,
            status: Dossiers.Status(rawValue: try row.text("status")) ?? .received,
            channel: Dossiers.Channel(rawValue: try row.text("channel")) ?? .counter,
            receivedAt: LocalMinute(rawValue: try row.int("receivedAt")),
            enteredAt: try row.optionalInt("enteredAt").map(LocalMinute.init(rawValue:)), due: due,
            endedAt: try row.optionalInt("endedAt").map(LocalMinute.init(rawValue:)),
            timeliness: try row.optionalText("class").flatMap(Timeliness.init(rawValue:)),
            holder: organisation.people[holder]?.name ?? "", step: try row.text("step"),
            left: Work.TimeLeft(
                due: due, now: now, waits: try row.bool("paused"),
                calendar: calendar))
    }
}
