// /signing, /signing/preview, and signing.

import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addSigningRoutes(to router: Router<Site.Context>) {
        router.get("/signing", use: showSignings)
        router.get("/signing/preview", use: previewSignings)
        router.post("/signing", use: signAll)
    }

    private func showSignings(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let list = try await signings(context)
        return try answer(list, to: request, context) { SigningListView(list: $0, frame: $1).html }
    }

    /// What was chosen, once more in full. Nothing is changed by looking.
    private func previewSignings(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let list = try await signings(context)
        let chosen = Set(try processQuery(request).all("item").compactMap(Signings.Choice.init))
        if chosen.isEmpty {
            let refusal = Signings.Rejection.nothingChosen
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = SigningListView(
                list: list, frame: frame(request, context), refusal: refusal)
            return Site.page(view.html, status: .unprocessableContent)
        }
        let rows = list.rows.filter { chosen.contains($0.choice) && !$0.needsForm }
        let preview = Signings.List(rows: rows, now: list.now, isCut: rows.count < chosen.count)
        return try answer(preview, to: request, context) {
            SigningPreviewView(list: $0, frame: $1).html
        }
    }

    private func signAll(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let choices = form.all("item").compactMap(Signings.Choice.init)
        let outcomes = try await desk.sign(
            choices, for: viewer, at: clock.now, key: form.commandKey ?? desk.sources.token())
        return try answer(outcomes, to: request, context) {
            SigningOutcomeView(outcomes: $0, frame: $1).html
        }
    }

    private func signings(_ context: Site.Context) async throws -> Signings.List {
        let viewer = try requireViewer(context)
        let now = officeNow
        return try await desk.read { try $0.signings(for: viewer, at: now) }
    }
}
