// /lateness: the lateness of a period by cause and unit, as a page, as JSON and as a file.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addLatenessRoutes(to router: Router<Site.Context>) {
        router.get("/lateness", use: showLateness)
        router.get("/lateness.csv", use: downloadLateness)
    }

    private func showLateness(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (report, period) = try await latenessReport(request, context)
        return try answer(report, to: request, context) {
            LatenessReportView(report: $0, period: period, frame: $1).html
        }
    }

    private func downloadLateness(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (report, period) = try await latenessReport(request, context)
        let frame = frame(request, context)
        let text = Lateness.table(
            of: report.sums, heads: Lateness.columns.map { frame.text("lateness.column.\($0)") }
        ) { frame.latenessCause($0) }
        return Site.commaSeparated(text, named: "tre-han-\(period.text)")
    }

    private func latenessReport(
        _ request: Request, _ context: Site.Context
    ) async throws -> (Lateness.Report, Reports.Period) {
        let viewer = try requireViewer(context)
        let now = officeNow
        let (filter, period) = try Lateness.filter(
            of: try asked(by: request), today: now.day)
        let report = try await desk.read {
            try $0.latenessReport(filter, for: viewer, at: now)
        }
        return (report, period)
    }
}

extension Lateness {
    /// The quarter of the day unless another period is named.
    static func filter(
        of asked: Site.Form, today: DayNumber
    ) throws -> (Filter, Reports.Period) {
        let period = try Payments.period(asked["period"], today: today)
        var filter = Filter(period: period.span)
        if !asked["office"].isEmpty { filter.office = UnitID(asked["office"]) }
        if !asked["unit"].isEmpty { filter.unit = UnitID(asked["unit"]) }
        if !asked["cause"].isEmpty {
            guard let cause = Cause(rawValue: asked["cause"]) else {
                throw Rejection.causeUnknown(asked["cause"])
            }
            filter.cause = cause
        }
        if !asked["after"].isEmpty {
            guard let key = Key(asked["after"]) else { throw Rejection.keyUnknown }
            filter.after = key
        }
        return (filter, period)
    }
}
