// /consultations: what the own units are asked.  /dossiers/CODE/consultations: asking, answering.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addConsultationRoutes(to router: Router<Site.Context>) {
        router.get("/consultations", use: showConsultationList)
        router.get("/dossiers/:code/consultations", use: showConsultations)
        router.post("/dossiers/:code/consultations", use: askConsultation)
        router.post("/dossiers/:code/consultations/:number/answer", use: answerConsultation)
        router.post("/dossiers/:code/consultations/:number/withdrawal", use: withdrawConsultation)
    }

    private func showConsultationList(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let (query, now) = (try asked(by: request), officeNow)
        let tab = Consultations.Tab(rawValue: query["list"]) ?? .asked
        let list = try await desk.read {
            try $0.consultationList(tab, for: viewer, after: query["after"], at: now)
        }
        return try answer(list, to: request, context) {
            ConsultationListView(list: $0, frame: $1).html
        }
    }

    private func showConsultations(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let page = try await shownConsultations(context)
        return try answer(page, to: request, context) {
            ConsultationView(page: $0, frame: $1).html
        }
    }

    private func askConsultation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        return try await perform(form, "consultations", nil, request, context) { code throws in
            .ask(code, try Consultations.draft(of: form))
        }
    }

    private func answerConsultation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let (number, place) = (self.number(context), Int(form["place"]) ?? 0)
        let at = ConsultationView.Place(number: number, part: place)
        return try await perform(form, "consultations/\(number)/answer", at, request, context) {
            code throws in
            .answer(code, number, place: place, try Consultations.reply(of: form))
        }
    }

    private func withdrawConsultation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let number = number(context)
        let at = ConsultationView.Place(number: number, part: 0)
        return try await perform(
            form, "consultations/\(number)/withdrawal", at, request, context
        ) { code in .withdraw(code, number, reason: form["reason"]) }
    }

    private func number(_ context: Site.Context) -> Int {
        Int(context.parameters.get("number") ?? "") ?? 0
    }

    /// 303 back to the consultations, or the page again with what was typed.
    private func perform(
        _ form: Site.Form, _ name: String, _ place: ConsultationView.Place?, _ request: Request,
        _ context: Site.Context, _ command: (String) throws -> Consultations.Command
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        do {
            return try await perform(
                .consultations(try command(code)), asked: form, for: "\(code)/\(name)",
                by: viewer.actor, request, status: .created,
                next: "/dossiers/\(code)/consultations")
        } catch let refusal as Consultations.Rejection {
            return try await refuse(refusal, to: request, context) {
                ConsultationView(
                    page: try await shownConsultations(context), frame: $0, refusal: refusal,
                    place: place, entered: form
                ).html
            }
        }
    }

    /// What people wrote may be personal: the look at it is noted first.
    private func shownConsultations(_ context: Site.Context) async throws -> Consultations.Page {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let page = try await desk.read { try $0.consultations(of: code, for: viewer, at: now) }
        if !page.consultations.isEmpty {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .consultation), at: now)
        }
        return page
    }
}
