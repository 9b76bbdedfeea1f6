// /my/prefill: the consent of who has shown an address, given and withdrawn; no personal value.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addPrefillRoutes(to router: Router<Site.Context>) {
        router.get("/my/prefill", use: showPrefill)
        router.post("/my/prefill", use: actOnPrefill)
    }

    private func showPrefill(_ request: Request, _ context: Site.Context) async throws -> Response {
        guard let address = try await contactSession(of: request) else {
            if Site.wantsJSON(request) { throw Contacts.Rejection.sessionOver }
            return Site.redirect(to: "/my")
        }
        let page = try await desk.read { try $0.prefillPage(of: address) }
        return try answer(page, to: request, context) { PrefillView(page: $0, frame: $1).html }
    }

    /// `act` is `agree`, with `consent` ticked, or `withdraw`.
    private func actOnPrefill(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        guard let address = try await contactSession(of: request) else {
            if Site.wantsJSON(request) { throw Contacts.Rejection.sessionOver }
            return Site.redirect(to: "/my")
        }
        let session = Site.digest(of: contactToken(of: request))
        do {
            switch form["act"] {
            case "agree":
                try await agreeToPrefill(
                    session, isTicked: form["consent"] == Prefills.tick, key: form.commandKey)
            case "withdraw":
                _ = try await desk.perform(
                    .prefills(.withdraw(session: session)), by: nil, at: clock.now,
                    key: form.commandKey.map { "prefill/\(session)/\($0)" })
            default: throw DeskRefusal.unknown(form["act"])
            }
        } catch let refusal as Prefills.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let page = try await desk.read { try $0.prefillPage(of: address) }
            let view = PrefillView(page: page, frame: frame(request, context), refusal: refusal)
            return Site.page(view.html, status: .unprocessableContent)
        }
        if Site.wantsJSON(request) {
            return try Site.json(try await desk.read { try $0.prefillPage(of: address) })
        }
        return Site.redirect(to: "/my/prefill")
    }

    /// - Parameter session: Digest of the token of a session that is open.
    func agreeToPrefill(_ session: String, isTicked: Bool, key: String?) async throws {
        let id = Site.digest(of: desk.sources.token())
        _ = try await desk.perform(
            .prefills(.agree(id: id, session: session, isTicked: isTicked)), by: nil,
            at: clock.now, key: key.map { "prefill/\(session)/\($0)" })
    }
}
