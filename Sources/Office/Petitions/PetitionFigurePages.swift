// /petitions/figures: the numbers by month, as a page, as JSON and as a file.

import Hummingbird
import WorkTime

extension Site.House {
    func addPetitionFigureRoutes(to router: Router<Site.Context>) {
        router.get("/petitions/figures", use: showPetitionFigures)
        router.get("/petitions/figures.csv", use: downloadPetitionFigures)
    }

    private func showPetitionFigures(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (figures, period) = try await petitionFigures(request, context)
        return try answer(figures, to: request, context) {
            PetitionFigureView(figures: $0, period: period, frame: $1).html
        }
    }

    private func downloadPetitionFigures(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (figures, period) = try await petitionFigures(request, context)
        let frame = frame(request, context)
        let text = Petitions.table(
            of: figures.months,
            heads: Petitions.columns.map { frame.text("petitions.figure.\($0)") })
        return Site.commaSeparated(text, named: "phan-anh-\(period.text)")
    }

    /// Of the year of the day unless another period is named.
    private func petitionFigures(
        _ request: Request, _ context: Site.Context
    ) async throws -> (Petitions.Figures, Reports.Period) {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let stated = asked["period"].isEmpty ? "\(now.day.year)" : asked["period"]
        guard let period = Reports.Period(stated) else {
            throw Reports.Rejection.periodUnknown(stated)
        }
        let office = asked["office"]
        let figures = try await desk.read {
            try $0.petitionFigures(ofOffice: office, period.span, for: viewer, at: now)
        }
        return (figures, period)
    }
}
