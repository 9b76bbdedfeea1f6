// The lists of the office, as they are shown.

import Engine
import Ledger
import WorkTime

extension Petitions {
    /// Which list is asked for.
    public enum Tab: String, Sendable, Codable, CaseIterable {
        /// What the viewer holds or is asked.
        case mine
        /// Nobody has it yet.
        case incoming
        case open, ended
    }

    public struct Row: Sendable, Encodable {
        public let code: String
        public let kind: Kind
        public let standing: Standing
        /// One line of the sender.
        public let subject: String
        public let receivedAt: LocalMinute
        public let due: LocalMinute?
        /// Since when it stands as it stands.
        public let since: LocalMinute
        /// Empty while nobody has it.
        public let holder: String
        public let unit: String
        /// Who is asked now, in the house.
        public let asked: String
        /// `nil` once it has ended.
        public let left: Work.TimeLeft?
        public let isLate: Bool
        let key: String
    }

    /// Numbers above the list; each stops at `countMaximum`.
    public struct Counts: Sendable, Encodable {
        public var mine = 0
        public var incoming = 0
        public var open = 0
        /// Of those that have not ended.
        public var late = 0
    }

    public struct List: Sendable, Encodable {
        public let tab: Tab
        public let tabs: [Tab]
        public let counts: Counts
        public let rows: [Row]
        /// Where the next page begins; `nil` at the end.
        public let next: String?
        public let mayCount: Bool
    }
}

extension Petitions.Row {
    init(
        _ row: SQLRow, _ organisation: People.Organisation, _ calendar: WorkCalendar,
        _ now: LocalMinute
    ) throws {
        func name(_ column: String) throws -> String {
            try row.optionalText(column).map { organisation.people[PersonID($0)]?.name ?? $0 }
                ?? ""
        }
        let due = try row.optionalInt("due").map(LocalMinute.init(rawValue:))
        let endedAt = try row.optionalInt("endedAt").map(LocalMinute.init(rawValue:))
        let left = Work.TimeLeft(due: due, now: now, waits: false, calendar: calendar)
        let unit = try row.optionalText("unit").map(UnitID.init(_:))
        code = try row.text("code")
        kind = Petitions.Kind(rawValue: try row.text("kind")) ?? .idea
        standing = Petitions.Standing(rawValue: try row.text("standing")) ?? .received
        subject = try row.text("subject")
        receivedAt = LocalMinute(rawValue: try row.int("receivedAt"))
        self.due = due
        since = LocalMinute(rawValue: try row.int("since"))
        holder = try name("holder")
        self.unit = unit.flatMap { organisation.units[$0]?.name } ?? ""
        asked = try name("asked")
        self.left = endedAt == nil ? left : nil
        isLate = endedAt.map { ended in due.map { ended > $0 } ?? false } ?? (left.state == .late)
        key = "\(try row.int("sortAt"))/\(try row.text("code"))"
    }
}
