// /reports and /reports/article, as pages and as JSON of the same values.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addReportRoutes(to router: Router<Site.Context>) {
        router.get("/reports", use: showReports)
        router.get("/reports/article", use: showArticleReport)
        addReportFileRoutes(to: router)
    }

    private func showReports(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (figures, period) = try await reportFigures(request, context)
        return try answer(figures, to: request, context) {
            ReportView(figures: $0, period: period, frame: $1).html
        }
    }

    /// What the address asks for, within what the viewer may see.
    func reportFigures(
        _ request: Request, _ context: Site.Context
    ) async throws -> (Reports.Figures, Reports.Period?) {
        let viewer = try requireViewer(context)
        let query = Reports.Query(request)
        let now = officeNow
        let (filter, period) = try query.filter(today: now.day)
        let figures = try await desk.read { reading in
            let limit = Reports.Limit(of: viewer, in: try reading.organisation())
            let figures = try Reports.figures(reading, filter, limit: limit, now: now)
            if let office = filter.office?.rawValue,
                !figures.offices.contains(where: { $0.id == office })
            {
                throw Reports.Rejection.officeUnknown(office)
            }
            return figures
        }
        return (figures, period)
    }

    private func showArticleReport(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let article = try await desk.read { reading in
            try Reports.article(
                reading, limit: Reports.Limit(of: viewer, in: try reading.organisation()))
        }
        return try answer(article, to: request, context) {
            ReportArticleView(article: $0, frame: $1).html
        }
    }
}

extension Reports {
    /// What the address asks for, as it was written.
    struct Query {
        let period: String
        let from: String
        let through: String
        let office: String
        let channel: String

        init(_ request: Request) {
            let query = request.uri.queryParameters
            func text(_ name: Substring) -> String { query[name].map(String.init) ?? "" }
            period = text("period")
            from = text("from")
            through = text("to")
            office = text("office")
            channel = text("channel")
        }

        /// The present year unless a period, or two days, are named.
        func filter(today: DayNumber) throws(Rejection) -> (Filter, Period?) {
            let named = period.isEmpty ? nil : Period(period)
            if !period.isEmpty, named == nil { throw .periodUnknown(period) }
            var filter = Filter(period: DaySpan(today, today))
            var chosen = named
            if let named {
                filter.period = named.span
            } else if !from.isEmpty || !through.isEmpty {
                guard let first = DayNumber(from), let last = DayNumber(through), first <= last
                else { throw .periodUnknown("\(from) – \(through)") }
                filter.period = DaySpan(first, last)
            } else {
                chosen = Period("\(today.year)")
                filter.period = chosen?.span ?? filter.period
            }
            if !office.isEmpty { filter.office = UnitID(office) }
            if !channel.isEmpty {
                guard let known = Dossiers.Channel(rawValue: channel) else {
                    throw .channelUnknown(channel)
                }
                filter.channel = known
            }
            return (filter, chosen)
        }
    }
}
