// /handovers, the preview, passing on, and the sheets.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addHandoverRoutes(to router: Router<Site.Context>) {
        router.get("/handovers", use: showHandovers)
        router.get("/handovers/preview", use: previewHandover)
        router.post("/handovers", use: handOverAll)
        router.get("/handovers/sheets", use: showHandoverSheets)
        router.get("/handovers/sheets/:code", use: showHandoverSheet)
    }

    private func showHandovers(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let list = try await handovers(context)
        return try answer(list, to: request, context) {
            HandoverListView(list: $0, frame: $1).html
        }
    }

    /// What was chosen, once more. Nothing is changed by looking.
    private func previewHandover(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let list = try await handovers(context)
        let form = try asked(by: request)
        let chosen = Set(form.all("item").compactMap(Signings.Choice.init))
        let route = Handovers.Route(form["route"])
        guard let group = route.flatMap({ list.group($0) }), !chosen.isEmpty else {
            let refusal: Handovers.Rejection = chosen.isEmpty ? .nothingChosen : .routeUnknown
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = HandoverListView(
                list: list, frame: frame(request, context), refusal: refusal)
            return Site.page(view.html, status: .unprocessableContent)
        }
        let rows = group.rows.filter { chosen.contains($0.choice) }
        let preview = Handovers.List(
            groups: [
                Handovers.Group(
                    route: group.route, fromName: group.fromName, toName: group.toName,
                    rows: rows)
            ], now: list.now, isCut: rows.count < chosen.count)
        return try answer(preview, to: request, context) {
            HandoverPreviewView(list: $0, frame: $1).html
        }
    }

    private func handOverAll(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        guard let route = Handovers.Route(form["route"]) else {
            throw Handovers.Rejection.routeUnknown
        }
        let wish = Handovers.Wish(
            route: route, choices: form.all("item").compactMap(Signings.Choice.init))
        let result = try await desk.handOver(
            wish, for: viewer, at: clock.now, key: form.commandKey ?? desk.sources.token())
        return try answer(result, to: request, context) {
            HandoverOutcomeView(result: $0, frame: $1).html
        }
    }

    private func showHandoverSheets(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let after = try asked(by: request)["after"]
        let list = try await desk.read { try $0.handoverSheets(for: viewer, after: after) }
        return try answer(list, to: request, context) {
            HandoverSheetListView(list: $0, frame: $1).html
        }
    }

    /// `CODE` is the page, `CODE.pdf` the sheet as PDF.
    private func showHandoverSheet(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let name = context.parameters.get("code") ?? ""
        let isPDF = name.hasSuffix(Papers.pdfEnding)
        let code = isPDF ? String(name.dropLast(Papers.pdfEnding.count)) : name
        let sheet = try await desk.read { try $0.handoverSheet(code, for: viewer) }
        if isPDF {
            let view = HandoverSheetView(shown: sheet, frame: frame(request, context))
            return try await pdf(of: view.sheet, in: request, context)
        }
        return try answer(sheet, to: request, context) {
            HandoverSheetView(shown: $0, frame: $1).html
        }
    }

    private func handovers(_ context: Site.Context) async throws -> Handovers.List {
        let viewer = try requireViewer(context)
        let now = officeNow
        return try await desk.read { try $0.handovers(for: viewer, at: now) }
    }
}
