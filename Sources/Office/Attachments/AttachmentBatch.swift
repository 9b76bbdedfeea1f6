// Chunks of a file that comes in, written with one commit.

import Ledger
import WorkTime

struct AttachmentBatch: Sendable {
    let id: String
    let subject: String
    /// Number of the first piece.
    let first: Int
    let pieces: [[UInt8]]
    /// Of everything that is not filed yet.
    let houseBytes: Int

    /// The first chunk brings the row with it, so that whatever breaks off is found and let go.
    /// - Throws: `Attachments.Rejection.houseFull`.
    func write(at now: Instant, in transaction: any LedgerTransaction) throws {
        if first == 0 { try begin(at: now, in: transaction) }
        for (index, piece) in pieces.enumerated() {
            try transaction.post(
                "INSERT INTO attachmentChunk (file, number, bytes) VALUES (?, ?, ?)",
                [.text(id), SQLValue(first + index), .blob(piece)])
        }
        try transaction.post(
            "UPDATE attachment SET size = size + ? WHERE id = ?",
            [SQLValue(pieces.reduce(0) { $0 + $1.count }), .text(id)])
    }

    private func begin(at now: Instant, in transaction: any LedgerTransaction) throws {
        let held = try transaction.row(
            "SELECT coalesce(sum(size), 0) AS n FROM attachment WHERE held <> 'filed'"
        )?.int("n")
        if held ?? 0 > houseBytes { throw Attachments.Rejection.houseFull }
        try transaction.execute(
            """
            INSERT INTO attachment (id, held, subject, paper, name, kind, size, digest, standing,
                addedAt, attempts)
            VALUES (?, ?, ?, '', '', '', 0, '', ?, ?, 0)
            """,
            [
                .text(id), .text(Attachments.Held.arriving.rawValue), .text(subject),
                .text(Attachments.Standing.waiting.rawValue), .integer(now.milliseconds),
            ])
    }
}
