// How many codes an address gets and a network address asks for in an hour: counted in the store,
// so over all nodes, against salted digests that tell neither.

import Ledger
import WorkTime

extension Contacts {
    /// - Throws: `Rejection.tooMany`, and then the transaction must not commit.
    static func count(
        _ subject: String, maximum: Int, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        try Tracking.count(subject, maximum: maximum, at: now, in: transaction) {
            Rejection.tooMany(seconds: $0)
        }
    }

    static func subject(_ what: String, _ value: String, salt: String) -> String {
        Site.digest(of: "contact \(what)\n\(salt)\n\(value)")
    }
}
