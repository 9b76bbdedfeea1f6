// Attachments at the desk: files that came in are filed with the command they came for.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    func folder(of subject: String) throws -> Told<Attachments.Folder>? {
        try told(Attachments.Folder.self, by: Attachments.stream(of: subject))
    }
}

extension DeskWork {
    func perform(_ command: Attachments.Command) throws -> DeskAnswer {
        switch command {
        case .add(let code, let owner):
            let dossier = try writableDossier(code)
            return try attach(
                from: owner, to: code, dossier: code, office: dossier.registration.office,
                papers: dossier.registration.papers.map(\.name))
        case .remove(let code, let file, let reason):
            return try remove(file, from: try writableDossier(code), reason)
        }
    }

    /// Files everything that came in under an owner.
    /// - Parameters:
    ///   - subject: Code of the filing or dossier that they belong to.
    ///   - papers: Names that they may be filed under; `nil` leaves that to who let them in.
    func attach(
        from owner: String, to subject: String, dossier: String?, office: UnitID,
        papers: [String]? = nil
    ) throws -> DeskAnswer {
        let told = try reading.folder(of: subject)
        let stream = Attachments.stream(of: subject)
        let waiting = try reading.waitingFiles(of: owner)
        if let papers, let other = waiting.first(where: { !papers.contains($0.paper) }) {
            throw Attachments.Rejection.paperUnknown(other.paper)
        }
        let arrived = waiting.map { $0.arrived() }
        let events = try Attachments.decide(
            arrived, into: told?.state ?? .init(), known: try reading.knownFiles(of: subject),
            limit: Attachments.filesMaximum, at: now)
        for case .added(_, let file) in events {
            guard let one = waiting.first(where: { $0.id == file.id }) else { continue }
            _ = try transaction.putPersonal(
                one.content.text, id: file.content.id, stream: stream, salt: one.salt)
            try transaction.execute(
                """
                UPDATE attachment SET held = ?, subject = ?, dossier = ?, salt = NULL
                WHERE id = ?
                """,
                [
                    .text(Attachments.Held.filed.rawValue), .text(subject), SQLValue(dossier),
                    .text(file.id),
                ])
        }
        try Attachments.discard(staged: owner, in: transaction)
        return try tell(events, of: told, subject: subject, office: office)
    }

    /// What a filing brought goes on with its dossier.
    func moveAttachments(of filing: String, to dossier: String) throws {
        try transaction.execute(
            "UPDATE attachment SET dossier = ? WHERE subject = ? AND held = 'filed'",
            [.text(dossier), .text(filing)])
    }

    /// The bytes and the name go; the ledger keeps that there was a file, and why it went.
    private func remove(
        _ file: String, from dossier: Dossiers.Dossier, _ reason: String
    ) throws -> DeskAnswer {
        let code = dossier.registration.code
        let row = try reading.reader.row(
            "SELECT subject FROM attachment WHERE id = ? AND dossier = ? AND held = 'filed'",
            [.text(file), .text(code)])
        guard let subject = try row?.text("subject") else {
            throw Attachments.Rejection.unknown(file)
        }
        let told = try reading.folder(of: subject)
        let events = try Attachments.decideRemoval(
            of: file, because: reason, from: told?.state ?? .init(), at: now)
        _ = try transaction.erasePersonal(
            id: Attachments.personalID(of: file), at: order.at.milliseconds,
            basis: Attachments.removalBasis)
        _ = try Attachments.delete(where: "id = ?", [.text(file)], in: transaction)
        return try tell(
            events, of: told, subject: subject, office: dossier.registration.office)
    }

    private func tell(
        _ events: [Attachments.Event], of told: Told<Attachments.Folder>?, subject: String,
        office: UnitID
    ) throws -> DeskAnswer {
        var folder = told?.state ?? .init()
        let drafts = try events.map { event in
            folder.apply(event)
            let entry = try EventEncoding.entry(of: event, feature: Attachments.feature)
            return NewEntry(entry.type, entry.payload)
        }
        let head = try write(
            drafts, stream: Attachments.stream(of: subject), after: told?.head, office: office)
        try keep(folder, after: told?.head.version ?? 0, head: head)
        return DeskAnswer(head)
    }

    /// Open, and of the office whose counter asks.
    private func writableDossier(_ code: String) throws -> Dossiers.Dossier {
        guard let person = order.actor?.person else { throw Attachments.Rejection.mayNotWrite }
        let stream = Dossiers.stream(of: code)
        let organisation = try reading.organisation()
        guard let dossier = try reading.told(Dossiers.Dossier.self, by: stream)?.state,
            let viewer = Viewer(person: person, in: organisation, today: today),
            try reading.mayFind(code, viewer)
        else { throw Attachments.Rejection.unknown(code) }
        let isOfficer = organisation.units(where: .counter, of: person, on: today)
            .contains { organisation.office(of: $0) == dossier.registration.office }
        if !isOfficer { throw Attachments.Rejection.mayNotWrite }
        if dossier.status.isEnded { throw Attachments.Rejection.dossierEnded }
        return dossier
    }
}

extension Attachments {
    static let removalBasis = "Cán bộ một cửa gỡ tệp không thuộc hồ sơ"
    /// Of one filing or dossier.
    static let filesMaximum = 200
}
