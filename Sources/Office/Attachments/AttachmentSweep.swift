// Letting go: of what never became a file, of files of drafts that went, and of files whose
// personal values were erased by law.

import Ledger
import WorkTime

extension Attachments {
    /// Call it after old drafts went. Returns how many files went.
    static func sweep(at now: Instant, in transaction: any LedgerTransaction) throws -> Int {
        let broken = try delete(
            where: "held IN ('arriving', 'staged') AND addedAt < ?",
            [.integer(now.milliseconds - arrivalMilliseconds)], in: transaction)
        let drafts = try delete(
            where: """
                held = 'draft' AND NOT EXISTS (SELECT 1 FROM filingDraft
                    WHERE filingDraft.secret = attachment.subject)
                """, [], in: transaction)
        return try broken + drafts + sweepErased(in: transaction)
    }

    /// Nobody can open them from the erasure on; their bytes and names go here.
    static func sweepErased(in transaction: any LedgerTransaction) throws -> Int {
        try delete(
            where: """
                held = 'filed' AND EXISTS (SELECT 1 FROM personalValue
                    WHERE personalValue.id = '\(feature)/' || attachment.id
                    AND personalValue.erasedAt IS NOT NULL)
                """, [], in: transaction)
    }
}
