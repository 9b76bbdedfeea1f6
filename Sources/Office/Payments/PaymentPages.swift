// /payments: the list of an office.  /payments/account: where citizens transfer to.
// /dossiers/CODE/payments: asking, confirming, cancelling, giving back.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addPaymentRoutes(to router: Router<Site.Context>) {
        router.get("/payments", use: showPayments)
        router.get("/payments/account", use: showPaymentAccount)
        router.post("/payments/account", use: setPaymentAccount)
        router.get("/dossiers/:code/payments", use: showPaymentSheet)
        router.post("/dossiers/:code/payments", use: actOnPayment)
        addPaymentStatementRoutes(to: router)
        addPaymentSettlementRoutes(to: router)
    }

    private func showPayments(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let list = try await desk.read {
            try $0.payments(
                ofOffice: asked.stated("office"), after: asked.stated("after"), for: viewer)
        }
        return try answer(list, to: request, context) {
            PaymentListView(list: $0, frame: $1).html
        }
    }

    // MARK: The account

    private func showPaymentAccount(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let office = try asked(by: request).stated("office")
        let page = try await desk.read { try $0.paymentAccountPage(ofOffice: office, for: viewer) }
        return try answer(page, to: request, context) {
            PaymentAccountView(page: $0, frame: $1).html
        }
    }

    private func setPaymentAccount(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let office = form.stated("office").map { UnitID($0) } ?? viewer.office
        let account = Payments.BankAccount(
            bank: form["bank"], number: form["number"].replacing(" ", with: ""),
            holder: form["holder"].uppercased())
        do {
            let answer = try await desk.perform(
                .payments(.setAccount(office, account)), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: "payments/account"))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            return Site.redirect(to: Payments.accountAddress(of: office.rawValue).text)
        } catch let refusal as Payments.Rejection {
            if Site.wantsJSON(request) || refusal.isNotFound || refusal == .mayNotSetAccount {
                return try refuse(refusal, to: request, context)
            }
            let page = try await desk.read {
                try $0.paymentAccountPage(ofOffice: office.rawValue, for: viewer)
            }
            let view = PaymentAccountView(
                page: page, frame: frame(request, context), entered: form, refusal: refusal)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    // MARK: One dossier

    private func showPaymentSheet(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        return try answer(try await paymentSheet(context), to: request, context) {
            PaymentSheetView(sheet: $0, frame: $1).html
        }
    }

    private func paymentSheet(_ context: Site.Context) async throws -> Payments.Sheet {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        return try await desk.read { reading in
            guard let sheet = try reading.paymentSheet(of: code, for: viewer) else {
                throw Payments.Rejection.unknown(code)
            }
            return sheet
        }
    }

    /// 303 back to the payments of the dossier, or the page again with the refusal.
    private func actOnPayment(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        do {
            let answer = try await desk.perform(
                .payments(try Payments.command(of: form, code: code)), by: viewer.actor,
                at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: "\(code)/payments"))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            return Site.redirect(to: Payments.address(of: code).text)
        } catch let refusal as Payments.Rejection {
            return try await refuse(refusal, to: request, context) { frame in
                PaymentSheetView(
                    sheet: try await paymentSheet(context), frame: frame, entered: form,
                    refusal: refusal
                ).html
            }
        }
    }
}

extension Site.Form {
    /// The value of a field, or of the address; `nil` when it is empty.
    func stated(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }
}

extension Payments {
    static func address(of code: String) -> Link { "/dossiers/\(code)/payments" }
    static func accountAddress(of office: String) -> Link { "/payments/account?office=\(office)" }

    /// Shape only, no rules.
    static func command(of form: Site.Form, code: String) throws(Rejection) -> Command {
        let number = Int(form["number"]) ?? 0
        switch form["act"] {
        case "ask":
            return .ask(code, amount: amount(of: form["amount"]) ?? 0, reason: form["reason"])
        case "cancel": return .cancel(code, number, reason: form["reason"])
        case "confirm":
            guard let day = DayNumber(form["day"]) else { throw .dayInvalid(form["day"]) }
            guard let way = Way(rawValue: form["way"]), way != .statement else {
                throw .unknown(form["way"])
            }
            return .confirm(
                code, number,
                Receiving(
                    way: way, amount: amount(of: form["amount"]) ?? 0, day: day,
                    receipt: form["receipt"], reference: form["reference"]))
        case "refund":
            return .refund(
                code, number, amount: amount(of: form["amount"]) ?? 0, reason: form["reason"],
                reference: form["reference"])
        case let act: throw .unknown(act)
        }
    }
}
