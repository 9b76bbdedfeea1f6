// /attachments/ID: a file, opened.  /dossiers/CODE/attachments: the files of a dossier, adding and
// removing.

import Engine
import HTML
import HTTPTypes
import Hummingbird
import Ledger
import WorkTime

extension Site.House {
    func addAttachmentRoutes(to router: Router<Site.Context>) {
        router.get("/attachments/:file", use: openAttachment)
        router.post("/track/attachment", use: openOwnAttachment)
        router.get("/dossiers/:code/attachments", use: showAttachments)
        router.post("/dossiers/:code/attachments", use: addAttachments)
        router.post("/dossiers/:code/attachments/removal", use: removeAttachment)
    }

    private func showAttachments(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let sheet = try await attachmentSheet(context)
        return try answer(sheet, to: request, context) {
            AttachmentSheetView(sheet: $0, frame: $1).html
        }
    }

    private func attachmentSheet(_ context: Site.Context) async throws -> Attachments.Sheet {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let sheet = try await desk.read { try $0.attachmentSheet(of: code, for: viewer) }
        if !sheet.files.isEmpty {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .page), at: officeNow)
        }
        return sheet
    }

    /// The paper is chosen beside the file. 303 back, or the page again with the refusal.
    private func addAttachments(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let owner = Attachments.Owner(held: .staged, subject: desk.sources.token())
        let desk = desk
        let sent = try await formWithFiles(
            of: request, context,
            permit: { _ in
                let sheet = try await desk.read { try $0.attachmentSheet(of: code, for: viewer) }
                if !sheet.mayWrite { throw Attachments.Rejection.mayNotWrite }
                return owner
            }, paper: { name, form in name == "file" ? form["paper"] : nil })
        do {
            if let refusal = sent.refusal { throw refusal }
            if sent.digests.isEmpty { throw Attachments.Rejection.fileMissing }
            let answer = try await desk.perform(
                .attachments(.add(dossier: code, from: owner.subject)), by: viewer.actor,
                at: clock.now, key: sent.form.commandKey,
                fingerprint: sent.fingerprint(for: "\(code)/attachments"))
            await discard(owner)
            if Site.wantsJSON(request) { return try Site.json(answer, status: .created) }
            return Site.redirect(to: "/dossiers/\(code)/attachments")
        } catch let refusal as Attachments.Rejection {
            await discard(owner)
            return try await refuse(refusal, sent.form, to: request, context)
        } catch {
            await discard(owner)
            throw error
        }
    }

    private func removeAttachment(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let form = try await form(of: request, context)
        do {
            let answer = try await desk.perform(
                .attachments(.remove(dossier: code, file: form["id"], reason: form["reason"])),
                by: viewer.actor, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: "\(code)/attachments/removal"))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            return Site.redirect(to: "/dossiers/\(code)/attachments")
        } catch let refusal as Attachments.Rejection {
            return try await refuse(refusal, form, to: request, context)
        }
    }

    private func refuse(
        _ refusal: Attachments.Rejection, _ form: Site.Form, to request: Request,
        _ context: Site.Context
    ) async throws -> Response {
        if Site.wantsJSON(request) || refusal.isNotFound || refusal == .mayNotWrite {
            return try refuse(refusal, to: request, context)
        }
        let view = AttachmentSheetView(
            sheet: try await attachmentSheet(context), frame: frame(request, context),
            refusal: refusal, entered: form)
        return Site.page(view.html, status: refusal.status)
    }

    /// What came in for a command that is over. What cannot be removed now goes with the sweep.
    func discard(_ owner: Attachments.Owner) async {
        _ = try? await desk.store.write {
            try Attachments.discard(staged: owner.subject, in: $0)
        }
    }
}

extension Attachments.Rejection: StatedRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .unknown: .notFound
        case .fileTooLarge, .requestTooLarge: .contentTooLarge
        case .kindUnknown: .unsupportedMediaType
        case .formBroken: .badRequest
        case .mayNotWrite, .infected: .forbidden
        case .locked: .init(code: 423, reasonPhrase: "Locked")
        case .houseFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .spoiled: .internalServerError
        default: .unprocessableContent
        }
    }

    var headers: HTTPFields {
        guard case .locked = self, let name = HTTPField.Name("Retry-After") else { return [:] }
        return [name: "60"]
    }
}
