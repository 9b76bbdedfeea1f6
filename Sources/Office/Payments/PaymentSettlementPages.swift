// /payments/settlement: what an office took and gave back in a period, and the list as a file.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPaymentSettlementRoutes(to router: Router<Site.Context>) {
        router.get("/payments/settlement", use: showSettlement)
        router.get("/payments/settlement.csv", use: downloadSettlement)
    }

    private func showSettlement(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let period = try Payments.period(asked["period"], today: now.day)
        let settlement = try await desk.read {
            try $0.settlement(
                ofOffice: asked.stated("office"), period.span, for: viewer, at: now)
        }
        return try answer(settlement, to: request, context) {
            PaymentSettlementView(settlement: $0, period: period, frame: $1).html
        }
    }

    private func downloadSettlement(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let period = try Payments.period(asked["period"], today: officeNow.day)
        let movements = try await desk.read {
            try $0.movements(ofOffice: asked.stated("office"), period.span, for: viewer)
        }
        let frame = frame(request, context)
        let text = Payments.table(
            of: movements, heads: PaymentSettlementView.columns.map { frame.text($0) }
        ) { way in
            frame.text(way.map { "payment.way.\($0.rawValue)" } ?? "payment.refundLine")
        }
        return Site.commaSeparated(text, named: "quyet-toan-\(period.text)")
    }
}

extension Payments {
    /// The quarter of the day unless another period is named.
    static func period(
        _ text: String, today: DayNumber
    ) throws(Reports.Rejection) -> Reports.Period {
        let usual = "\(today.year)-Q\((today.month + 2) / 3)"
        guard let period = Reports.Period(text.isEmpty ? usual : text) else {
            throw .periodUnknown(text)
        }
        return period
    }
}
