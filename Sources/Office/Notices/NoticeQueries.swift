// What waits, what left and what was given up, for administrators. No addresses: none are kept.

import Ledger
import WorkTime

extension Notices {
    /// The page.
    public struct Page: Sendable, Encodable {
        public struct Row: Sendable, Encodable {
            public let code: String
            /// `received`, `supplement`, …
            public let kind: String
            /// By SMS.
            public let isText: Bool
            public let isGivenUp: Bool
            public let attempts: Int
            /// Place and number of the relay's reply.
            public let failure: String
            /// When it was given up, or when it is tried again.
            public let at: LocalMinute
        }
        public let open: Int
        public let givenUp: Int
        /// Ended as it should in the last days.
        public let delivered: Int
        /// Since when the oldest of those waits that nobody has tried yet to deliver.
        public let openSince: LocalMinute?
        /// What failed, given up ones first, then the newest.
        public let rows: [Row]
    }

    static let rowMaximum = 100
}

extension DeskReading {
    /// - Throws: `People.Rejection.mayNotAdminister` for everybody else.
    func noticePage(for viewer: Viewer) throws -> Notices.Page {
        guard try organisation().mayAdminister(viewer.person, viewer.today) else {
            throw People.Rejection.mayNotAdminister
        }
        let family = "(kind LIKE '\(Notices.family)%' OR kind LIKE '\(Notices.textFamily)%')"
        func count(_ state: Int) throws -> Int {
            try rows(
                "SELECT count(*) AS n FROM outboxMessage WHERE state = ? AND \(family)",
                [SQLValue(state)]
            ).first?.int("n") ?? 0
        }
        let oldest = try rows(
            """
            SELECT dueAt FROM outboxMessage WHERE state = 0 AND attempts = 0 AND \(family)
            ORDER BY position LIMIT 1
            """
        ).first?.int64("dueAt")
        let failed = try rows(
            """
            SELECT id, kind, payload, state, attempts, failure, dueAt, endedAt FROM outboxMessage
            WHERE failure IS NOT NULL AND state IN (0, 2) AND \(family)
            ORDER BY state DESC, position DESC LIMIT ?
            """, [SQLValue(Notices.rowMaximum)])
        return Notices.Page(
            open: try count(0), givenUp: try count(2), delivered: try count(1),
            openSince: oldest.map(local), rows: try failed.map(row))
    }

    private func row(_ row: SQLRow) throws -> Notices.Page.Row {
        let payload = try Payload(decoding: try row.blob("payload"))
        let isGivenUp = try row.int("state") == 2
        let kind = try row.text("kind")
        let isText = kind.hasPrefix(Notices.textFamily)
        return Notices.Page.Row(
            code: try payload.optionalText("code") ?? "",
            kind: String(kind.dropFirst(isText ? Notices.textFamily.count : Notices.family.count)),
            isText: isText,
            isGivenUp: isGivenUp, attempts: try row.int("attempts"),
            failure: try row.optionalText("failure") ?? "",
            at: local(
                isGivenUp ? try row.optionalInt64("endedAt") ?? 0 : try row.int64("dueAt")))
    }

    private func local(_ milliseconds: Int64) -> LocalMinute {
        Instant(milliseconds: milliseconds).local(in: zone)
    }
}
