// A file that came in whole: its row says so, for the draft or the command that it came for.

import Ledger
import WorkTime

struct AttachmentRow: Sendable {
    let id: String
    let owner: Attachments.Owner
    let paper: String
    let name: String
    let kind: Attachments.Kind
    let size: Int
    let digest: String
    let salt: [UInt8]
    let standing: Attachments.Standing

    /// The same bytes for the same paper are there once: then the new ones go.
    /// - Throws: `Attachments.Rejection`: `draftClosed`, `tooMany`, `tooMuchWaiting`.
    func settle(
        _ limits: Attachments.Limits, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        if owner.held == .draft, try !isDraftOpen(in: transaction) {
            throw Attachments.Rejection.draftClosed
        }
        let others = try transaction.rows(
            """
            SELECT paper, digest, size FROM attachment
            WHERE subject = ? AND held = ? ORDER BY addedAt LIMIT ?
            """,
            [.text(owner.subject), .text(owner.held.rawValue), SQLValue(limits.files + 1)])
        let known = try others.map { "\(try $0.text("digest")) \(try $0.text("paper"))" }
        if known.contains("\(digest) \(paper)") {
            _ = try Attachments.delete(where: "id = ?", [.text(id)], in: transaction)
            return
        }
        if others.count >= limits.files {
            throw Attachments.Rejection.tooMany(limits.files)
        }
        let bytes = try others.reduce(size) { $0 + (try $1.int("size")) }
        if bytes > limits.waitingBytes {
            throw Attachments.Rejection.tooMuchWaiting(megabytes: limits.waitingMegabytes)
        }
        try transaction.execute(
            """
            UPDATE attachment SET held = ?, paper = ?, name = ?, kind = ?, size = ?, digest = ?,
                salt = ?, standing = ?, scanAt = ?
            WHERE id = ?
            """,
            [
                .text(owner.held.rawValue), .text(paper), .text(name), .text(kind.rawValue),
                SQLValue(size), .text(digest), .blob(salt), .text(standing.rawValue),
                standing == .waiting ? .integer(now.milliseconds) : .null, .text(id),
            ])
    }

    /// Not yet sent: neither told so, nor under way.
    private func isDraftOpen(in transaction: any LedgerTransaction) throws -> Bool {
        let open = try transaction.row(
            "SELECT 1 AS n FROM filingDraft WHERE secret = ? AND filing IS NULL",
            [.text(owner.subject)])
        let sent = try transaction.row(
            "SELECT 1 AS n FROM commandKey WHERE key = ?", [.text("filing/\(owner.subject)")])
        return open != nil && sent == nil
    }
}
