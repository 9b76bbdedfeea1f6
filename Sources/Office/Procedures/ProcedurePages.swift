// / for citizens, /procedures and /procedures/CODE: open to everybody.

import Hummingbird
import ProcessModel
import WorkTime

extension Site.House {
    func addProcedureRoutes(to router: Router<Site.Context>) {
        router.get("/", use: showHome)
        router.get("/procedures", use: showProcedures)
        router.get("/procedures/:code", use: showProcedure)
        router.get("/procedures/:code/issue", use: showProcedureIssue)
        router.post("/procedures/:code/issue", use: issueProcedure)
    }

    /// People of the house go on to their work, citizens find their way in.
    private func showHome(_ request: Request, _ context: Site.Context) async throws -> Response {
        if context.viewer != nil { return Site.redirect(to: "/work") }
        let today = officeNow.day
        let catalogue = try await desk.read { try $0.procedures(.init(), on: today) }
        return try answer(catalogue, to: request, context) {
            ProcedureHomeView(catalogue: $0, frame: $1).html
        }
    }

    private func showProcedures(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let asked = try asked(by: request)
        let filter = Procedures.Filter(
            words: asked["q"], event: Procedures.LifeEvent(rawValue: asked["event"]),
            field: asked["field"])
        let today = officeNow.day
        let catalogue = try await desk.read { try $0.procedures(filter, on: today) }
        return try answer(catalogue, to: request, context) {
            ProcedureCatalogueView(catalogue: $0, frame: $1).html
        }
    }

    private func showProcedure(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (code, today) = (code(context), officeNow.day)
        let page = try await desk.read { try $0.procedurePage(code, on: today) }
        return try answer(page, to: request, context) {
            ProcedureView(page: $0, frame: $1).html
        }
    }

    /// The sheet as it stands, to be changed into the next issue.
    private func showProcedureIssue(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await sheetForm(request, context)
        return try answer(form, to: request, context) {
            ProcedureIssueView(form: $0, frame: $1).html
        }
    }

    private func issueProcedure(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let posted = try await form(of: request, context)
        let code = code(context)
        do {
            let command = try Procedures.command(of: posted, code: code)
            let answer = try await desk.perform(
                .procedures(command), by: viewer.actor, at: clock.now, key: posted.commandKey,
                fingerprint: posted.fingerprint(for: code.rawValue))
            if Site.wantsJSON(request) { return try Site.json(answer, status: .created) }
            return Site.redirect(to: "/procedures/\(code)")
        } catch let refusal as Procedures.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let form = try await sheetForm(request, context)
            let view = ProcedureIssueView(
                form: form, frame: frame(request, context), entered: posted, refusal: refusal)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    private func sheetForm(
        _ request: Request, _ context: Site.Context
    ) async throws -> Procedures.SheetForm {
        let viewer = try requireViewer(context)
        let code = code(context)
        return try await desk.read { try $0.sheetForm(of: code, for: viewer) }
    }

    private func code(_ context: Site.Context) -> ProcessCode {
        ProcessCode(context.parameters.get("code") ?? "")
    }
}
