// /papers/regimes: the official forms by date. /papers/fields: the lines that the office adds.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addPaperRegimeRoutes(to router: Router<Site.Context>) {
        router.get("/papers/regimes", use: showRegimes)
        router.get("/papers/fields", use: showPaperLines)
        router.post("/papers/fields", use: writePaperLines)
    }

    private func showRegimes(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let now = officeNow
        let page = try await desk.read { try $0.officialForms(for: viewer, at: now) }
        return try answer(page, to: request, context) { PaperRegimeView(page: $0, frame: $1).html }
    }

    private func showPaperLines(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = try asked(by: request)
        let page = try await desk.read { reading in
            try reading.paperLinePage(try Papers.key(of: query, for: viewer), for: viewer)
        }
        return try answer(page, to: request, context) { PaperLineView(page: $0, frame: $1).html }
    }

    private func writePaperLines(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let key = try Papers.key(of: form, for: viewer)
        do {
            return try await perform(
                .papers(.write(key, try Papers.lines(of: form))), asked: form, for: "paperLines",
                by: viewer.actor, request, next: Papers.fieldsAddress(of: key).text)
        } catch let refusal as Papers.LineRejection where !refusal.isNotFound {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            // Who may not write is told so here, without the page.
            let page = try await desk.read { try $0.paperLinePage(key, for: viewer) }
            let view = PaperLineView(
                page: page, frame: frame(request, context), refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }
}

extension Papers {
    /// Which form is asked for: without a name the receipt of the regime of today.
    static func key(
        of form: Site.Form, for viewer: Viewer
    ) throws(LineRejection) -> FormKey {
        var regime = Regime.on(viewer.today).name
        if !form["regime"].isEmpty {
            guard let asked = Regime.Name(rawValue: form["regime"]) else {
                throw .regimeUnknown(form["regime"])
            }
            regime = asked
        }
        if form["form"].isEmpty { return FormKey(regime: regime, form: .receipt) }
        guard let name = FormName(rawValue: form["form"]) else {
            throw .formUnknown(form["form"], regime)
        }
        return FormKey(regime: regime, form: name)
    }

    /// Shape only: lines of which nothing was written are passed over.
    static func lines(of form: Site.Form) throws(LineRejection) -> [Line] {
        var lines: [Line] = []
        for number in 1...linesMaximum + 1 {
            let label = Bilingual(vi: form["vi\(number)"], en: form["en\(number)"])
            if label.vi.isEmpty && label.en.isEmpty { continue }
            guard let way = Line.Way(rawValue: form["way\(number)"]) else {
                throw .wayUnknown(number)
            }
            lines.append(Line(label, way))
        }
        return lines
    }

    static func fieldsAddress(of key: FormKey) -> Link {
        ("/papers/fields" as Link).adding("regime", key.regime.rawValue)
            .adding("form", key.form.rawValue)
    }
}
