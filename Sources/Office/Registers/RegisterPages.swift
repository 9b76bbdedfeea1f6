// /registers and /registers.pdf.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addRegisterRoutes(to router: Router<Site.Context>) {
        router.get("/registers", use: showOfficialRegister)
        router.get("/registers.pdf", use: printOfficialRegister)
    }

    /// A register that is refused for its days leaves the form, so that others can be chosen.
    private func showOfficialRegister(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        do {
            let register = try await officialRegister(request, context)
            return try answer(register, to: request, context) {
                RegisterView(register: $0, frame: $1).html
            }
        } catch let refusal as Registers.Rejection where !refusal.isNotFound {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = RegisterRefusedView(
                frame: frame(request, context), refusal: refusal,
                asked: try asked(by: request))
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    private func printOfficialRegister(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let register = try await officialRegister(request, context)
        let view = RegisterView(register: register, frame: frame(request, context))
        return try await pdf(of: view.sheet, in: request, context)
    }

    /// The look is noted at each dossier first.
    private func officialRegister(
        _ request: Request, _ context: Site.Context
    ) async throws -> Registers.Register {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let span = try Registers.span(
            period: asked["period"], from: asked["from"], through: asked["to"], on: now.day)
        let office = asked["office"]
        let register = try await desk.read {
            try $0.officialRegister(ofOffice: office, span, for: viewer)
        }
        let shown = register.rows.filter { $0.applicant != nil }
        try await desk.note(
            shown.map { Reads.Look(subject: $0.code, person: viewer.person, paper: .register) },
            at: now)
        return register
    }
}
