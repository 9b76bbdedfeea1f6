// /filings and /filings/CODE: what came online, for the counter of the office.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addFilingOfficeRoutes(to router: Router<Site.Context>) {
        router.get("/filings", use: showFilings)
        router.get("/filings/:code", use: showFiling)
        router.post("/filings/:code/acts", use: actOnFiling)
    }

    private func showFilings(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let standing = Filings.Standing(rawValue: asked["standing"]) ?? .waiting
        let after = asked["after"]
        let list = try await desk.read {
            try $0.filings(standing, for: viewer, after: after)
        }
        return try answer(list, to: request, context) {
            FilingListView(list: $0, frame: $1).html
        }
    }

    private func showFiling(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let record = try await shownFiling(context)
        return try answer(record, to: request, context) {
            FilingView(record: $0, frame: $1).html
        }
    }

    /// Accepting leads to the receipt of the dossier, the rest back to the filing.
    private func actOnFiling(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        guard let command = Filings.command(of: form, code: code) else {
            throw DeskRefusal.unknown(form["act"])
        }
        do {
            let answer = try await desk.perform(
                .filings(command), by: viewer.actor, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: code))
            let isDossier = answer.stream.hasPrefix(Dossiers.stream(of: ""))
            if Site.wantsJSON(request) {
                if !isDossier { return try Site.json(answer) }
                return try Site.json(
                    try await desk.read { try $0.outcome(of: answer) }, status: .created)
            }
            let dossier = answer.stream.dropFirst(Dossiers.stream(of: "").count)
            return Site.redirect(
                to: isDossier ? "/dossiers/\(dossier)/receipt?new=1" : "/filings/\(code)")
        } catch let refusal as any Refusal {
            if refusal.isNotFound || Site.wantsJSON(request) {
                return try refuse(refusal, to: request, context)
            }
            let view = FilingView(
                record: try await shownFiling(context), frame: frame(request, context),
                refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    /// The look at the personal data is noted first.
    private func shownFiling(_ context: Site.Context) async throws -> Filings.Record {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let record = try await desk.read { try $0.filing(code, for: viewer, at: now) }
        if record.applicant != nil || !record.attachments.isEmpty {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .page), at: now)
        }
        return record
    }
}

extension Filings {
    /// Shape only; `nil` when the form names no act of the office.
    static func command(of form: Site.Form, code: String) -> Command? {
        switch form["act"] {
        case "accept": .accept(code)
        case "askSupplement":
            .askSupplement(
                code, reason: form["reason"], papers: Dossiers.lines(form["papers"]))
        case "refuse": .refuse(code, reason: form["reason"])
        default: nil
        }
    }
}
