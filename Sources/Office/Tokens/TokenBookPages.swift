// /tokens: administrators see the tokens of all and take one away.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addTokenBookRoutes(to router: Router<Site.Context>) {
        router.get("/tokens", use: showTokenBook)
        router.post("/tokens/:id/revocation", use: revokeFromBook)
    }

    private func showTokenBook(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let (onlyLive, after) = (asked["list"] != "all", asked["after"])
        let machine = desk.machineNow()
        let book = try await desk.read {
            try $0.tokenBook(onlyLive: onlyLive, for: viewer, after: after, at: machine)
        }
        return try answer(book, to: request, context) { TokenBookView(book: $0, frame: $1).html }
    }

    /// The rule of tokens decides; who administers nothing finds no such page.
    private func revokeFromBook(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let id = context.parameters.get("id") ?? ""
        let today = viewer.today
        let mayAdminister = try await desk.read {
            try $0.organisation().mayAdminister(viewer.person, today)
        }
        guard mayAdminister else { throw Tokens.BookRejection.mayNotSee }
        let answer = try await desk.perform(
            .tokens(.revoke(id)), by: viewer.actor, at: clock.now, key: form.commandKey,
            fingerprint: form.fingerprint(for: id))
        if Site.wantsJSON(request) { return try Site.json(answer) }
        return Site.redirect(to: "/tokens")
    }
}
