// /deliveries/gifts: flowers and cards by cost centre and month, as a page and as a file.

import Hummingbird
import WorkTime

extension Site.House {
    func showDeliveryGifts(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let period = try deliveryPeriod(request)
        let report = try await deliveryGifts(period, request, context)
        return try answer(report, to: request, context) {
            DeliveryGiftView(report: $0, period: period, frame: $1).html
        }
    }

    func downloadDeliveryGifts(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let period = try deliveryPeriod(request)
        let report = try await deliveryGifts(period, request, context)
        let frame = frame(request, context)
        let text = Deliveries.giftTable(
            of: report.lines, heads: DeliveryGiftView.columns.map { frame.text($0) })
        return Site.commaSeparated(text, named: "hoa-thiep-\(period.text)")
    }

    private func deliveryGifts(
        _ period: Reports.Period, _ request: Request, _ context: Site.Context
    ) async throws -> Deliveries.GiftReport {
        let viewer = try requireViewer(context)
        let office = try asked(by: request).stated("office")
        return try await desk.read {
            try $0.deliveryGifts(ofOffice: office, period.span, for: viewer)
        }
    }
}
