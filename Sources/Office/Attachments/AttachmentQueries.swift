// Which files there are, for whom. Found means allowed.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// Files of a filing, for who may read it; those that were erased by law are not there.
    func attachments(ofFiling code: String) throws -> [Attachments.Shown] {
        try attachments("a.subject = ? AND a.held = 'filed'", code)
    }

    /// Files of a dossier, also those that came with its filing.
    func attachments(ofDossier code: String) throws -> [Attachments.Shown] {
        try attachments("a.dossier = ? AND a.held = 'filed'", code)
    }

    /// Files that wait with the answers of a citizen.
    func attachments(ofDraft secret: String) throws -> [Attachments.Shown] {
        if secret.isEmpty { return [] }
        return try attachments("a.subject = ? AND a.held = 'draft'", Site.digest(of: secret))
    }

    private func attachments(
        _ condition: String, _ argument: String
    ) throws -> [Attachments.Shown] {
        try rows(
            """
            SELECT a.id AS id, a.paper AS paper, a.name AS name, a.kind AS kind, a.size AS size,
                a.standing AS standing, a.threat AS threat, a.addedAt AS addedAt
            FROM attachment a
            LEFT JOIN personalValue p ON p.id = '\(Attachments.feature)/' || a.id
            WHERE \(condition) AND p.erasedAt IS NULL
            ORDER BY a.addedAt, a.id LIMIT ?
            """, [.text(argument), SQLValue(Attachments.listMaximum)]
        ).map { try Attachments.Shown($0, zone: zone) }
    }

    /// The page of a dossier's files.
    func attachmentSheet(
        of code: String, for viewer: Viewer
    ) throws -> Attachments.Sheet {
        guard try mayFind(code, viewer) else { throw Dossiers.Rejection.unknown(code) }
        let dossier = try toldDossier(code).state
        return Attachments.Sheet(
            dossier: code, title: dossier.registration.title,
            papers: dossier.registration.papers.map(\.name),
            files: try attachments(ofDossier: code),
            mayWrite: viewer.has(.counter, in: dossier.registration.office)
                && !dossier.status.isEnded)
    }

    /// A file to be opened, with what the ledger has proof of.
    func attachment(_ id: String, for viewer: Viewer) throws -> Attachments.Opened {
        let (file, dossier) = try filedAttachment(id)
        if let dossier {
            guard try mayFind(dossier, viewer) else { throw Attachments.Rejection.unknown(id) }
        } else {
            let stream = Filings.stream(of: file.subject)
            let filing = try told(Filings.Filing.self, by: stream)?.state
            guard viewer.has(.counter, in: viewer.office),
                filing?.registration.office == viewer.office
            else { throw Attachments.Rejection.unknown(id) }
        }
        return file
    }

    /// A file of the filing or dossier whose applicant asks.
    func attachment(_ id: String, of code: String) throws -> Attachments.Opened {
        let (file, _) = try filedAttachment(id)
        guard file.subject == code else { throw Attachments.Rejection.unknown(id) }
        return file
    }

    func filedAttachment(
        _ id: String
    ) throws -> (file: Attachments.Opened, dossier: String?) {
        let row = try reader.row(
            "SELECT subject, dossier, kind, size, standing FROM attachment "
                + "WHERE id = ? AND held = 'filed'", [.text(id)])
        guard let row,
            case .kept(let text, _)? = try reader.personal(id: Attachments.personalID(of: id)),
            let content = Attachments.Content(text: text),
            let kind = Attachments.Kind(rawValue: try row.text("kind")),
            let standing = Attachments.Standing(rawValue: try row.text("standing"))
        else { throw Attachments.Rejection.unknown(id) }
        let dossier = try row.optionalText("dossier")
        let file = Attachments.Opened(
            id: id, subject: try dossier ?? row.text("subject"), kind: kind,
            bytes: try row.int("size"), content: content, standing: standing)
        return (file, dossier)
    }
}

extension Attachments {
    /// What opening needs.
    struct Opened: Sendable {
        let id: String
        /// Code of the dossier, or of the filing that is none yet.
        let subject: String
        let kind: Kind
        let bytes: Int
        let content: Content
        let standing: Standing
    }
}

extension Attachments.Shown {
    init(_ row: SQLRow, zone: ZoneOffset) throws {
        let at = Instant(milliseconds: try row.int64("addedAt"))
        self.init(
            id: try row.text("id"), paper: try row.text("paper"), name: try row.text("name"),
            kind: Attachments.Kind(rawValue: try row.text("kind")) ?? .pdf,
            bytes: try row.int("size"),
            standing: Attachments.Standing(rawValue: try row.text("standing")) ?? .waiting,
            threat: try row.optionalText("threat"), addedAt: at.local(in: zone))
    }
}
