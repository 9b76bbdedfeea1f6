// Files that came in and are to be filed.

import Engine
import Ledger
import WorkTime

extension Attachments {
    /// A row before it is filed.
    struct Waiting: Sendable {
        let id: String
        let paper: String
        let kind: Kind
        let bytes: Int
        let standing: Standing
        let salt: [UInt8]
        let content: Content

        /// As the ledger will tell of it.
        func arrived() -> Arrived {
            let reference = PersonalReference(
                id: personalID(of: id), salt: salt, value: content.text)
            return Arrived(
                file: File(
                    id: id, paper: paper, kind: kind, bytes: bytes,
                    content: PersonalMark(id: reference.id, digest: reference.digest)),
                digest: content.digest, standing: standing, name: content.name)
        }
    }
}

extension DeskReading {
    func waitingFiles(of owner: String) throws -> [Attachments.Waiting] {
        try rows(
            """
            SELECT id, paper, name, kind, size, digest, salt, standing FROM attachment
            WHERE subject = ? AND held IN ('staged', 'draft') ORDER BY addedAt, id LIMIT ?
            """, [.text(owner), SQLValue(Attachments.listMaximum)]
        ).map { row in
            Attachments.Waiting(
                id: try row.text("id"), paper: try row.text("paper"),
                kind: Attachments.Kind(rawValue: try row.text("kind")) ?? .pdf,
                bytes: try row.int("size"),
                standing: Attachments.Standing(rawValue: try row.text("standing")) ?? .waiting,
                salt: try row.blob("salt"),
                content: Attachments.Content(
                    name: try row.text("name"), digest: try row.text("digest")))
        }
    }

    /// Digest and paper of what is filed under a code already.
    func knownFiles(of subject: String) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT digest, paper FROM attachment WHERE subject = ? AND held = 'filed' LIMIT ?
                """, [.text(subject), SQLValue(Attachments.listMaximum)]
            ).map { "\(try $0.text("digest")) \(try $0.text("paper"))" })
    }
}
