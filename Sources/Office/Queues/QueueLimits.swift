// How many numbers one place may draw in an hour: counted in the store, so over all nodes.

import Ledger
import WorkTime

extension Queues {
    /// A machine at the entrance draws for everybody; a telephone outside does not need that many.
    static let drawingsMaximum = 120

    /// Counted by the row itself: two nodes never read the same number.
    static func count(
        _ subject: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        let start = SQLValue.integer(now.milliseconds - Tracking.windowMilliseconds)
        let row = try transaction.rows(
            """
            INSERT INTO trackingTry (subject, count, since) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE SET
                count = CASE WHEN trackingTry.since > ? THEN trackingTry.count + 1 ELSE 1 END,
                since = CASE WHEN trackingTry.since > ? THEN trackingTry.since
                    ELSE excluded.since END
            RETURNING count, since
            """, [.text(subject), .integer(now.milliseconds), start, start]
        ).first
        guard let row, try row.int("count") > drawingsMaximum else { return }
        let left = try row.int64("since") + Tracking.windowMilliseconds - now.milliseconds
        throw Rejection.tooMany(seconds: max(1, Int((left + 999) / 1_000)))
    }
}

extension Desk {
    /// - Parameter address: Of who draws, as the network tells it; kept only as a salted digest.
    func countDrawing(from address: String) async throws {
        let now = sources.now()
        let salt = try await trackingSalt(at: now)
        let subject = Site.digest(of: "queue\n\(salt)\n\(address)")
        try await store.write { try Queues.count(subject, at: now, in: $0) }
    }
}
