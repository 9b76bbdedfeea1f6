// How many codes an address gets and a network address asks for in an hour: counted in the store,
// so over all nodes, against salted digests that tell neither.

import Ledger
import WorkTime

extension Contacts {
    /// Counts one by the row itself: two nodes never read the same number.
    /// - Throws: `Rejection.tooMany`, and then the transaction must not commit.
    static func count(
        _ subject: String, maximum: Int, at now: Instant, in transaction: any LedgerTransaction
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
        guard let row, try row.int("count") > maximum else { return }
        let left = try row.int64("since") + Tracking.windowMilliseconds - now.milliseconds
        throw Rejection.tooMany(seconds: max(1, Int((left + 999) / 1_000)))
    }

    static func subject(_ what: String, _ value: String, salt: String) -> String {
        Site.digest(of: "contact \(what)\n\(salt)\n\(value)")
    }
}
