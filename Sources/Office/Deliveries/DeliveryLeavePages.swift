// /deliveries/leave: hours on days off, as a page and as a file.

import Hummingbird
import WorkTime

extension Site.House {
    func showDeliveryLeave(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let period = try deliveryPeriod(request)
        let leave = try await deliveryLeave(period, request, context)
        return try answer(leave, to: request, context) {
            DeliveryLeaveView(leave: $0, period: period, frame: $1).html
        }
    }

    func downloadDeliveryLeave(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let period = try deliveryPeriod(request)
        let leave = try await deliveryLeave(period, request, context)
        let frame = frame(request, context)
        let text = Deliveries.table(
            of: leave.lines, heads: DeliveryLeaveView.columns.map { frame.text($0) }
        ) { DeliveryLeaveView.kind(of: $0, frame) }
        return Site.commaSeparated(text, named: "nghi-bu-\(period.text)")
    }

    private func deliveryLeave(
        _ period: Reports.Period, _ request: Request, _ context: Site.Context
    ) async throws -> Deliveries.Leave {
        let viewer = try requireViewer(context)
        let office = try asked(by: request).stated("office")
        return try await desk.read {
            try $0.deliveryLeave(ofOffice: office, period.span, for: viewer)
        }
    }

    /// The quarter of the day unless another period is named.
    func deliveryPeriod(_ request: Request) throws -> Reports.Period {
        try Payments.period(try asked(by: request)["period"], today: officeNow.day)
    }
}
