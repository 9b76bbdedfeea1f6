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
    static let registerCountMaximum = 10_000
}

extension DeskReading {
    /// One page of the register, newest first.
    public func register(
        _ filter: Dossiers.Filter, for viewer: Viewer, at now: LocalMinute
    ) throws -> Dossiers.Register {
        let condition = filter.condition(for: viewer, at: now)
        let key = try filter.after.map { try WorkKey("\($0)~0") }
        let found = try rows(
            """
            SELECT code, title, applicant, office, status, channel, receivedAt, due, paused,
                endedAt, class, holder, step
            FROM dossier d WHERE \(condition.sql)
            \(key == nil ? "" : "AND (d.receivedAt, d.code) < (?, ?)")
            ORDER BY d.receivedAt DESC, d.code DESC LIMIT \(Dossiers.registerPage + 1)
            """,
            condition.arguments + (key.map { [SQLValue($0.due), .text($0.dossier)] } ?? []))
        let organisation = try organisation()
        let page = try found.prefix(Dossiers.registerPage).map {
            try registerRow($0, organisation, now)
        }
        let count = try reader.row(
            """
            SELECT count(*) AS n FROM (SELECT 1 FROM dossier d WHERE \(condition.sql)
            LIMIT \(Dossiers.registerCountMaximum)) AS bounded
            """,
            condition.arguments)
        let last = page.last.map { "\($0.receivedAt.rawValue)~\($0.code)" }
        return Dossiers.Register(
            rows: page, count: try count?.int("n") ?? 0,
            next: found.count > Dossiers.registerPage ? last : nil)
    }

    private func registerRow(
        _ row: SQLRow, _ organisation: People.Organisation, _ now: LocalMinute
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
            receivedAt: LocalMinute(rawValue: try row.int("receivedAt")), due: due,
            endedAt: try row.optionalInt("endedAt").map(LocalMinute.init(rawValue:)),
            timeliness: try row.optionalText("class").flatMap(Timeliness.init(rawValue:)),
            holder: organisation.people[holder]?.name ?? "", step: try row.text("step"),
            left: Work.TimeLeft(
                due: due, now: now, waits: try row.bool("paused"),
                calendar: try calendar(of: office)))
    }
}
