// /deliveries/fees: what deliveries cost and who bears presents.

import Engine
import HTML
import Hummingbird
import ProcessModel
import WorkTime

extension Site.House {
    func showDeliveryFees(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let office = try asked(by: request).stated("office")
        return try answer(try await feeBook(office, context), to: request, context) {
            DeliveryFeeView(book: $0, frame: $1).html
        }
    }

    private func feeBook(
        _ office: String?, _ context: Site.Context
    ) async throws -> Deliveries.FeeBook {
        let viewer = try requireViewer(context)
        let now = officeNow
        return try await desk.read {
            try $0.deliveryFeeBook(ofOffice: office, for: viewer, at: now)
        }
    }

    func actOnDeliveryFees(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        try await planDeliveries("fees", request, context, Deliveries.moneyAct) {
            office, form, refusal, frame in
            DeliveryFeeView(
                book: try await feeBook(office.rawValue, context), frame: frame, entered: form,
                refusal: refusal
            ).html
        }
    }
}

extension Deliveries {
    /// What forms of the table say. Shape only, no rules.
    static func moneyAct(of form: Site.Form) throws(Rejection) -> PlanAct {
        switch form["act"] {
        case "fee":
            guard let carrier = Carrier(rawValue: form["carrier"]),
                let payer = FeePayer(rawValue: form["payer"])
            else { throw .carrierNotOffered }
            return .addFee(
                Fee(
                    process: form.stated("process").map { ProcessCode($0) }, carrier: carrier,
                    amount: try amount(of: form, "amount"), payer: payer,
                    from: try day(of: form, "from"),
                    until: form.stated("until") == nil ? nil : try day(of: form, "until"),
                    source: form["source"]))
        case "end":
            let number = Int(form["fee"]) ?? 0
            return .endFee(number, until: try day(of: form, "until"))
        case "centre":
            return .setCentre(
                CostCentre(
                    name: form["centre"],
                    cost: form["cost"].isEmpty ? 0 : try amount(of: form, "cost")))
        case let act: throw .actUnknown(act)
        }
    }

    private static func amount(
        of form: Site.Form, _ name: String
    ) throws(Rejection) -> Int {
        guard let amount = Payments.amount(of: form[name]) else {
            throw .amountInvalid(field: name)
        }
        return amount
    }

    private static func day(
        of form: Site.Form, _ name: String
    ) throws(Rejection) -> DayNumber {
        guard let day = DayNumber(form[name]) else { throw .dayInvalid(form[name]) }
        return day
    }
}
