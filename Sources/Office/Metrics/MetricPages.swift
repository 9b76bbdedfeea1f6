// /metrics: all of them.  /metrics/<number>: one, with its records and the form of its value.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addMetricRoutes(to router: Router<Site.Context>) {
        router.get("/metrics", use: showMetrics)
        for kind in Reports.FileKind.allCases {
            router.get("/metrics.\(kind.rawValue)") { request, context in
                try await sendMetrics(request, context, kind)
            }
        }
        router.get("/metrics/:number", use: showMetric)
        router.post("/metrics/:number", use: actOnMetric)
    }

    private func showMetrics(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let figures = try await metricFigures(request, context)
        return try answer(figures, to: request, context) {
            MetricView(figures: $0, frame: $1).html
        }
    }

    private func sendMetrics(
        _ request: Request, _ context: Site.Context, _ kind: Reports.FileKind
    ) async throws -> Response {
        let figures = try await metricFigures(request, context)
        return try file(
            frame(request, context).sheet(of: figures), kind,
            name: "chi-tieu-766-\(figures.scope.period)")
    }

    private func metricFigures(
        _ request: Request, _ context: Site.Context
    ) async throws -> Metrics.Figures {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let period = try Metrics.period(asked["period"], today: now.day)
        return try await desk.read {
            try $0.metricFigures(ofOffice: asked["office"], period, for: viewer, at: now)
        }
    }

    private func showMetric(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let page = try await metricPage(try asked(by: request), context)
        return try answer(page, to: request, context) {
            MetricRecordView(page: $0, frame: $1).html
        }
    }

    private func metricPage(
        _ asked: Site.Form, _ context: Site.Context
    ) async throws -> Metrics.Page {
        let viewer = try requireViewer(context)
        let now = officeNow
        let number = Int(context.parameters.get("number") ?? "") ?? 0
        let period = try Metrics.period(asked["period"], today: now.day)
        return try await desk.read {
            try $0.metricPage(
                number, ofOffice: asked["office"], period,
                part: asked["part"].isEmpty ? nil : asked["part"],
                after: asked["after"].isEmpty ? nil : asked["after"], for: viewer, at: now)
        }
    }

    private func actOnMetric(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let number = Int(context.parameters.get("number") ?? "") ?? 0
        do {
            let office = form["office"].isEmpty ? viewer.office : UnitID(form["office"])
            // Who may not see the office does not learn whether it is there.
            guard viewer.visibleUnits.contains(office) else {
                throw Reports.Rejection.officeUnknown(office.rawValue)
            }
            return try await perform(
                .metrics(.act(office, try Metrics.act(of: form, on: number))), asked: form,
                for: "metric/\(number)", by: viewer.actor, request,
                next: MetricView.address(of: number, form["period"], office.rawValue).text)
        } catch let refusal as Metrics.Rejection
            where !Site.wantsJSON(request) && !refusal.isNotFound
        {
            let view = MetricRecordView(
                page: try await metricPage(form, context), frame: frame(request, context),
                refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }
}

extension Metrics {
    /// The year of the day unless another period is named.
    static func period(
        _ text: String, today: DayNumber
    ) throws(Reports.Rejection) -> Reports.Period {
        guard let period = Reports.Period(text.isEmpty ? "\(today.year)" : text) else {
            throw .periodUnknown(text)
        }
        return period
    }

    /// Shape only, no rules. What is no number is none.
    static func act(of form: Site.Form, on number: Int) throws(Rejection) -> Act {
        if form["act"] == "withdraw" {
            return .withdraw(metric: number, period: form["period"], reason: form["reason"])
        }
        guard let part = whole(form["part"]), let whole = whole(form["whole"]) else {
            throw .numbersMissing
        }
        return .enter(
            Entered(
                metric: number, period: form["period"], part: part, whole: whole,
                source: form["source"]))
    }

    /// Digits, grouped or not: `1.250`, `1250`.
    private static func whole(_ text: String) -> Int? {
        let digits = text.filter { $0 != "." && $0 != "," && $0 != " " }
        guard !digits.isEmpty, digits.utf8.count <= 12,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(digits)
    }
}
