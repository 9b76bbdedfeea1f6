// Rows and chunks of files. They stand in the database, so that what a commit confirmed is on the
// disk, every node finds it, and backup and moving take it along.

import Engine
import Ledger
import WorkTime

extension Attachments {
    /// Where a file is on its way.
    enum Held: String {
        /// Its bytes come in.
        case arriving
        /// Whole, for the command that follows.
        case staged
        /// With answers of a citizen that were not sent yet.
        case draft
        /// The ledger tells of it.
        case filed
    }

    static let migrations = [
        Migration(
            id: "attachments-1",
            statements: [
                // `subject` is the owner while it is not filed, then the code of a filing or a
                // dossier; `dossier` is set as soon as there is one.
                """
                CREATE TABLE attachment (
                    id TEXT NOT NULL PRIMARY KEY,
                    held TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    dossier TEXT,
                    paper TEXT NOT NULL,
                    name TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    size {{bigint}} NOT NULL,
                    digest TEXT NOT NULL,
                    salt {{blob}},
                    standing TEXT NOT NULL,
                    threat TEXT,
                    addedAt {{bigint}} NOT NULL,
                    scanAt {{bigint}},
                    attempts {{bigint}} NOT NULL)
                """,
                "CREATE INDEX attachmentBySubject ON attachment (subject, addedAt, id)",
                """
                CREATE INDEX attachmentByDossier ON attachment (dossier, addedAt, id)
                    WHERE dossier IS NOT NULL
                """,
                "CREATE INDEX attachmentByScan ON attachment (scanAt, id) WHERE scanAt IS NOT NULL",
                """
                CREATE INDEX attachmentUnfiled ON attachment (held, addedAt)
                    WHERE held <> 'filed'
                """,
                """
                CREATE TABLE attachmentChunk (
                    file TEXT NOT NULL,
                    number {{bigint}} NOT NULL,
                    bytes {{blob}} NOT NULL,
                    PRIMARY KEY (file, number))
                """,
            ])
    ]

    /// Removes rows and their bytes.
    /// - Parameter condition: On `attachment`, with its arguments.
    static func delete(
        where condition: String, _ arguments: [SQLValue], in transaction: any LedgerTransaction
    ) throws -> Int {
        try transaction.execute(
            """
            DELETE FROM attachmentChunk WHERE file IN
                (SELECT attachment.id FROM attachment WHERE \(condition))
            """, arguments)
        return try transaction.execute("DELETE FROM attachment WHERE \(condition)", arguments)
    }

    /// Removes what came in for a command, once it was done or refused.
    static func discard(staged owner: String, in transaction: any LedgerTransaction) throws {
        _ = try delete(
            where: "subject = ? AND held <> 'filed'", [.text(owner)], in: transaction)
    }

    /// One piece of a file; `nil` behind the last.
    static func chunk(
        _ number: Int, of file: String, in reader: any LedgerReader
    ) throws -> [UInt8]? {
        try reader.row(
            "SELECT bytes FROM attachmentChunk WHERE file = ? AND number = ?",
            [.text(file), SQLValue(number)]
        )?.blob("bytes")
    }
}
