// /track: the form, and the answer to it. Asking is a POST, so that digits stand in no address and
// no log.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addTrackingRoutes(to router: Router<Site.Context>) {
        router.get("/track", use: showTracking)
        router.post("/track", use: track)
    }

    /// The form; `code` in the address, as the square on a receipt has it, is filled in.
    private func showTracking(_ request: Request, _ context: Site.Context) throws -> Response {
        let question = Tracking.Question(code: try asked(by: request)["code"])
        return try answer(question, to: request, context) {
            TrackingView(frame: $1, code: $0.code).html
        }
    }

    private func track(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        do {
            if let answer = try await followFiling(by: form, request, context) { return answer }
            let found = try await tracked(by: form, request, context)
            return try answer(found, to: request, context) {
                TrackingView(frame: $1, code: $0.code, answer: $0).html
            }
        } catch let refusal as Tracking.Rejection {
            return try refuse(refusal, form, request, context)
        }
    }

    /// What the form asks for, within the limits.
    func tracked(
        by form: Site.Form, _ request: Request, _ context: Site.Context
    ) async throws -> Tracking.Answer {
        let question = try Tracking.question(code: form["code"], digits: form["digits"])
        return try await desk.track(
            question, from: Site.clientAddress(of: request, peer: context.peerAddress),
            at: clock.now)
    }

    /// The form again with the sentence; digits are not handed back.
    func refuse(
        _ refusal: Tracking.Rejection, _ form: Site.Form, _ request: Request,
        _ context: Site.Context
    ) throws -> Response {
        if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let view = TrackingView(
            frame: frame(request, context), code: form["code"], refusal: refusal)
        var response = Site.page(view.html, status: refusal.status)
        for field in refusal.headers { response.headers[field.name] = field.value }
        return response
    }
}

extension Tracking.Rejection: StatedRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .codeMissing, .digitsInvalid: .unprocessableContent
        case .notFound: .notFound
        case .tooMany: .tooManyRequests
        }
    }

    var headers: HTTPFields {
        guard case .tooMany(let seconds) = self, let name = HTTPField.Name("Retry-After")
        else { return [:] }
        return [name: String(seconds)]
    }
}
