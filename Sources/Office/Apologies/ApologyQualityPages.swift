// /apologies/quality: how good the warning was in a period.

import Hummingbird
import WorkTime

extension Site.House {
    func showApologyQuality(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let period = try Payments.period(try asked(by: request)["period"], today: officeNow.day)
        let quality = try await desk.read {
            try $0.apologyQuality(period.span, for: viewer)
        }
        return try answer(quality, to: request, context) {
            ApologyQualityView(quality: $0, period: period, frame: $1).html
        }
    }
}
