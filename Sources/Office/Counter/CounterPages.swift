// /counter, /counter/PROCEDURE, and the kit of paper.

import Engine
import Hummingbird
import ProcessModel
import WorkTime

extension Site.House {
    func addCounterRoutes(to router: Router<Site.Context>) {
        router.get("/counter", use: showCounter)
        router.get("/counter/offline-kit", use: showKit)
        router.get("/counter/:process", use: showIntake)
        router.post("/counter/:process", use: takeIn)
        addCounterCopyRoutes(to: router)
    }

    func counterOfficer(_ context: Site.Context) throws -> Viewer {
        let viewer = try requireViewer(context)
        if !viewer.has(.counter, in: viewer.office) { throw Dossiers.Rejection.mayNotReceive }
        return viewer
    }

    private func showCounter(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try counterOfficer(context)
        let search = (request.uri.queryParameters.get("q") ?? "").replacing("+", with: " ")
        let choices = try await desk.read { try $0.procedures(search, for: viewer) }
        let asked = try asked(by: request)
        let (ticket, copy) = (ticket(of: asked), copy(of: asked))
        return try answer(choices, to: request, context) {
            CounterChoiceView(choices: $0, frame: $1, ticket: ticket, copy: copy).html
        }
    }

    private func showIntake(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let intake = try await intake(context)
        let asked = try asked(by: request)
        let (ticket, copy) = (ticket(of: asked), copy(of: asked))
        return try answer(intake, to: request, context) {
            CounterIntakeView(intake: $0, frame: $1, ticket: ticket, copy: copy).html
        }
    }

    /// Of today and the first window unless others are asked for.
    private func showKit(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try counterOfficer(context)
        let asked = try asked(by: request)
        let day = DayNumber(asked["day"]) ?? officeNow.day
        let window = min(max(Int(asked["window"]) ?? 1, 1), Counter.kitWindows)
        let kit = try await desk.read { try $0.counterKit(for: viewer, window: window, on: day) }
        return try answer(kit, to: request, context) { CounterKitView(kit: $0, frame: $1).html }
    }

    /// 303 to the receipt, or the intake again with what was typed and what to mend.
    private func takeIn(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try counterOfficer(context)
        let form = try await form(of: request, context)
        let intake = try await intake(context)
        do {
            let answer = try await desk.perform(
                .dossiers(.receive(intake.dossier(from: form))), by: viewer.actor,
                at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: intake.version.code.rawValue))
            let code = String(answer.stream.dropFirst("dossier/".count))
            if Site.wantsJSON(request) {
                return try Site.json(
                    try await desk.read { try $0.outcome(of: answer) }, status: .created)
            }
            return Site.redirect(to: "/dossiers/\(code)/receipt?new=1")
        } catch let rejection as any Refusal {
            let refusal = await named(rejection.told { intake.mistakes(in: form) })
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let page = CounterIntakeView(
                intake: intake, frame: frame(request, context), refusal: refusal, entered: form,
                ticket: ticket(of: form))
            return Site.page(page.html, status: .unprocessableContent)
        }
    }

    /// A code alone: it opens nothing before the consent.
    private func copy(of form: Site.Form) -> String {
        String(form["copy"].prefix(Tracking.codeMaximum))
    }

    /// The number of the queue whose turn it is; it is shown, and not kept with the dossier.
    func ticket(of form: Site.Form) -> Int? {
        Int(form["ticket"]).flatMap { (1...Queues.ticketsMaximum).contains($0) ? $0 : nil }
    }

    func intake(_ context: Site.Context) async throws -> Counter.Intake {
        let viewer = try counterOfficer(context)
        let code = ProcessCode(context.parameters.get("process") ?? "")
        let now = officeNow
        return try await desk.read { try $0.intake(of: code, for: viewer, at: now) }
    }
}
