// A hand-over with pictures, and /deliveries/CODE/proof/FILE: one of them, opened.

import Engine
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    /// The form of a delivery; pictures are taken from who holds it alone. Whether it may be handed
    /// over now is for the command: the same form sent again is answered as before.
    func deliveryForm(
        of request: Request, _ context: Site.Context, _ code: String, _ viewer: Viewer
    ) async throws -> (sent: Attachments.Sent, owner: Attachments.Owner) {
        let owner = Attachments.Owner(held: .staged, subject: desk.sources.token())
        let desk = desk
        let sent = try await formWithFiles(
            of: request, context,
            permit: { _ in
                let mayHold = try await desk.read {
                    try $0.holdsDelivery(code, viewer.person, on: viewer.today)
                }
                if !mayHold { throw Deliveries.Rejection.unknown(code) }
                return owner
            },
            paper: { name, form in
                form["act"] == "handOver" ? Deliveries.PictureKind(rawValue: name)?.rawValue : nil
            })
        return (sent, owner)
    }

    func openDeliveryPicture(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let id = context.parameters.get("file") ?? ""
        let file = try await desk.read { try $0.deliveryPicture(id, of: code, for: viewer) }
        return try await opened(file, for: viewer.person, as: .doorProof)
    }
}

extension Deliveries.Rejection {
    /// What a program is told: of a file, what its own refusal says.
    var cause: any Refusal {
        if case .fileRefused(_, let refusal) = self { refusal } else { self }
    }

    var pageStatus: HTTPResponse.Status {
        (cause as? any StatedRefusal)?.status ?? .unprocessableContent
    }
}
