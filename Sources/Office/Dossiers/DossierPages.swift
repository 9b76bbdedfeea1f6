// /dossiers, /dossiers/CODE, its receipt, its slip, and the acts on it.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addDossierRoutes(to router: Router<Site.Context>) {
        router.get("/dossiers", use: showDossiers)
        router.get("/dossiers/:code", use: showDossier)
        router.get("/dossiers/:code/receipt", use: showReceipt)
        router.get("/dossiers/:code/slip", use: showSlip)
        router.get("/dossiers/:code/receipt.pdf", use: printReceipt)
        router.get("/dossiers/:code/slip.pdf", use: printSlip)
        router.post("/dossiers/:code/acts", use: actOnDossier)
        router.post("/dossiers/:code/numbers", use: showNumbers)
    }

    private func showDossiers(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = try processQuery(request)
        let filter = Dossiers.Filter(query: { query[$0] })
        let now = officeNow
        let page = try await desk.read { try $0.register(filter, for: viewer, at: now) }
        return try answer(page, to: request, context) {
            DossierRegisterView(page: $0, filter: filter, frame: $1).html
        }
    }

    private func showDossier(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await shownRecord(context, as: .page)
        return try answer(record.masked, to: request, context) {
            DossierView(record: $0, frame: $1).html
        }
    }

    /// The same page with the numbers of the applicant whole. A POST, so that it is an act with a
    /// token and stands in no history of a browser.
    private func showNumbers(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        _ = try requireViewer(context)
        _ = try await form(of: request, context)
        let record = try await shownRecord(context, as: .numbers)
        return try answer(record, to: request, context) {
            DossierView(record: $0, frame: $1, showsNumbers: true).html
        }
    }

    private func showReceipt(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await shownRecord(context, as: .receipt, on: .receipt)
        let isNew = request.uri.queryParameters.get("new") != nil
        return try answer(record, to: request, context) {
            DossierReceiptView(record: $0, frame: $1, isNew: isNew).html
        }
    }

    private func showSlip(_ request: Request, _ context: Site.Context) async throws -> Response {
        let record = try await shownRecord(context, as: .slip, on: .slip)
        return try answer(record, to: request, context) {
            DossierSlipView(record: $0, frame: $1).page
        }
    }

    private func printReceipt(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await shownRecord(context, as: .receipt, on: .receipt)
        let view = DossierReceiptView(
            record: record, frame: frame(request, context), isNew: false)
        return try await pdf(of: view.sheet, in: request, context)
    }

    private func printSlip(_ request: Request, _ context: Site.Context) async throws -> Response {
        let record = try await shownRecord(context, as: .slip, on: .slip)
        let view = DossierSlipView(record: record, frame: frame(request, context))
        return try await pdf(of: view.sheet, in: request, context)
    }

    /// One act: 303 back to the dossier, or the page again with the sentence of the refusal.
    private func actOnDossier(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        let item = Dossiers.item(of: form)
        let asked = try await desk.read { try $0.askedForm(of: item, in: code, for: viewer) }
        let today = officeNow.day
        let command = Dossiers.command(of: form, code: code, fields: asked.fields, on: today)
        guard let command else {
            throw DeskRefusal.unknown(form["act"])
        }
        let absent = form["for"].isEmpty ? nil : PersonID(form["for"])
        do {
            let answer = try await desk.perform(
                .dossiers(command), by: Actor(viewer.person, onBehalfOf: absent), at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: code))
            if Site.wantsJSON(request) {
                return try Site.json(try await desk.read { try $0.outcome(of: answer) })
            }
            // Who ended what was somebody else's work does not find it any more.
            let isFound = try await desk.read { try $0.mayFind(code, viewer) }
            return Site.redirect(to: isFound ? "/dossiers/\(code)" : "/work")
        } catch let rejection as any Refusal {
            let refusal = await named(
                rejection.told { asked.mistakes(in: form, on: today) }, in: code)
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let page = DossierView(
                record: try await record(context), frame: frame(request, context),
                refusal: refusal.sentence,
                mistakes: refusal.mistakes,
                entered: form)
            return Site.page(page.html, status: .unprocessableContent)
        }
    }

    /// The record for showing: the look at its personal data is noted first.
    /// - Parameter form: What it is printed on.
    private func shownRecord(
        _ context: Site.Context, as paper: Reads.Paper, on form: Papers.FormName? = nil
    ) async throws -> Dossiers.Record {
        let viewer = try requireViewer(context)
        var record = try await record(context)
        let received = record.registration.receivedAt.day
        if let form {
            record.form = try await desk.read { try $0.officialForm(form, on: received) }
        }
        if record.applicant != nil || record.rating?.comment != nil
            || !record.attachments.isEmpty
        {
            try await desk.note(
                Reads.Look(
                    subject: record.registration.code, person: viewer.person, paper: paper),
                at: officeNow)
        }
        return record
    }

    private func record(_ context: Site.Context) async throws -> Dossiers.Record {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let now = officeNow
        return try await desk.read { try $0.dossierWithShares(code, for: viewer, at: now) }
    }

    /// The office's time to the minute.
    var officeNow: LocalMinute { clock.now.local(in: desk.sources.zone) }
}

extension Site.Form {
    /// The key that makes one command of a form sent twice; `nil` from a program that gave none.
    /// Keys that came from outside stand apart, so that nobody takes one that the office will use
    /// itself, for a timer or a draft.
    var commandKey: String? { self["key"].isEmpty ? nil : "form/" + self["key"] }

    /// What was sent, without the tokens of the page it came from.
    var fingerprint: [UInt8] {
        pairs.filter { $0.name != "token" && $0.name != "key" }
            .flatMap { Array("\($0.name)=\($0.value)\n".utf8) }
    }

    /// What was sent and to which thing: one key never answers for another dossier.
    func fingerprint(for name: String) -> [UInt8] { Array("\(name)\n".utf8) + fingerprint }
}
