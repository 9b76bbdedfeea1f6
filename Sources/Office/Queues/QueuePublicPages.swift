// /queue/OFFICE, its numbers and its screen: for everybody in the hall, without an account.

import Engine
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    private func queueOffice(_ context: Site.Context) -> UnitID {
        UnitID(context.parameters.get("office") ?? "")
    }

    func showQueueEntrance(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let entrance = try await queueEntrance(context)
        return try answer(entrance, to: request, context) {
            QueueEntranceView(entrance: $0, frame: $1).html
        }
    }

    private func queueEntrance(_ context: Site.Context) async throws -> Queues.Entrance {
        let (office, now) = (queueOffice(context), officeNow)
        return try await desk.read { try $0.queueEntrance(of: office, at: now) }
    }

    /// Everybody draws for themselves, also an officer who is signed in at the entrance.
    func drawNumber(_ request: Request, _ context: Site.Context) async throws -> Response {
        let office = queueOffice(context)
        let form = try await form(of: request, context)
        do {
            try await desk.countDrawing(
                from: Site.clientAddress(of: request, peer: context.peerAddress))
            let key = form.commandKey ?? desk.sources.token()
            let answer = try await desk.perform(
                .queues(.draw(office, Queues.wish(of: form))), by: nil, at: clock.now,
                key: "queue/\(key)", fingerprint: form.fingerprint(for: office.rawValue))
            return try await drawn(answer, office, request, context)
        } catch let refusal as Queues.Rejection where !refusal.isNotFound {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = QueueEntranceView(
                entrance: try await queueEntrance(context), frame: frame(request, context),
                refusal: refusal)
            return Site.petitionPage(view.html, refusal)
        }
    }

    func showQueueScreen(_ request: Request, _ context: Site.Context) async throws -> Response {
        let (office, now) = (queueOffice(context), officeNow)
        let screen = try await desk.read { try $0.queueScreen(of: office, at: now) }
        return try answer(screen, to: request, context) {
            QueueScreenView(screen: $0, frame: $1).html
        }
    }

    func showQueueSlip(_ request: Request, _ context: Site.Context) async throws -> Response {
        let (office, today) = (queueOffice(context), officeNow.day)
        let number = Int(context.parameters.get("number") ?? "") ?? 0
        let slip = try await desk.read { try $0.queueSlip(number, of: office, on: today) }
        return try answer(slip, to: request, context) {
            QueueSlipView(slip: $0, frame: $1).html
        }
    }
}

extension Queues.Rejection: StatedRefusal {
    var status: HTTPResponse.Status {
        if case .tooMany = self { return .tooManyRequests }
        return isNotFound ? .notFound : .unprocessableContent
    }

    var headers: HTTPFields {
        guard case .tooMany(let seconds) = self, let name = HTTPField.Name("Retry-After")
        else { return [:] }
        return [name: String(seconds)]
    }
}
