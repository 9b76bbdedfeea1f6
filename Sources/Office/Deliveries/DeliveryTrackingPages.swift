// /track/delivery: a citizen asks for the result at home, or wants to fetch it after all.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    /// The answer page again, with what was asked or with what is wrong. Who asks showed to be the
    /// applicant on the page that held the form: its proof is sent back.
    func askDelivery(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        let code = Tracking.Question(code: form["code"]).code
        do {
            guard try await desk.isProven(code, by: form["proof"]) else {
                throw Deliveries.Rejection.proofOld
            }
            _ = try await desk.perform(
                .deliveries(.order(code, try Deliveries.citizenAct(of: form))),
                by: Deliveries.citizen, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: "\(code)/delivery"))
            let found = try await desk.trackProven(code, at: clock.now)
            return try answer(found, to: request, context) {
                TrackingView(frame: $1, code: code, answer: $0, isDeliveryAsked: true).html
            }
        } catch let refusal as Deliveries.Rejection where !Site.wantsJSON(request) {
            let found =
                refusal == .proofOld ? nil : try await desk.trackProven(code, at: clock.now)
            let view = TrackingView(
                frame: frame(request, context), code: code, answer: found, refusal: refusal,
                entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }
}

extension Deliveries {
    /// Citizens ask, change and take back; the rest is for the office.
    static func citizenAct(of form: Site.Form) throws(Rejection) -> Act {
        switch form["act"] {
        case "request": return .request(try entered(form))
        case "back": return .back
        case let act: throw .actUnknown(act)
        }
    }
}
