// A person's own tokens: /account shows them, these make one and revoke one.

import Engine
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addTokenRoutes(to router: Router<Site.Context>) {
        router.post("/account/tokens", use: issueToken)
        router.post("/account/tokens/:id/revocation", use: revokeToken)
        addTokenBookRoutes(to: router)
    }

    /// The account page with the new token on it, once; sent again, just the account page.
    private func issueToken(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let issued = try await desk.issueToken(
                for: viewer.person, name: form["name"], scopes: try Tokens.scopes(of: form),
                days: Int(form["days"]) ?? 0, by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: "token"))
            guard let text = issued.text else { return Site.redirect(to: "/account#tokens") }
            if Site.wantsJSON(request) {
                return try Site.json(Tokens.Shown(issued.grant, text, zone), status: .created)
            }
            let record = try await accountRecord(of: viewer)
            let view = SiteAccountView(
                record: record, frame: frame(request, context), issued: text)
            return Site.page(view.html)
        } catch let refusal as Tokens.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let record = try await accountRecord(of: viewer)
            let view = SiteAccountView(
                record: record, frame: frame(request, context), refusal: refusal, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
    }

    private func revokeToken(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let id = context.parameters.get("id") ?? ""
        let answer = try await desk.perform(
            .tokens(.revoke(id)), by: viewer.actor, at: clock.now, key: form.commandKey,
            fingerprint: form.fingerprint(for: id))
        if Site.wantsJSON(request) { return try Site.json(answer) }
        return Site.redirect(to: "/account#tokens")
    }

    private var zone: ZoneOffset { desk.sources.zone }
}

extension Tokens {
    /// What a program that signed in as a person gets: the only time it is told.
    struct Shown: Encodable, Sendable {
        let id: String
        let token: String
        let expiresAt: LocalMinute

        init(_ grant: Grant, _ text: String, _ zone: ZoneOffset) {
            id = grant.id
            token = text
            expiresAt = grant.expiresAt.local(in: zone)
        }
    }

    /// The scopes that were ticked, each once.
    static func scopes(of form: Site.Form) throws(Rejection) -> [Scope] {
        try scopes(of: form.all("scope"))
    }

    /// Scopes by their words, in their own order. One field may hold several, a line or space
    /// apart.
    public static func scopes(of words: [String]) throws(Rejection) -> [Scope] {
        var found: Set<Scope> = []
        for word in words.flatMap({ $0.split(whereSeparator: \.isWhitespace) }) {
            guard let scope = Scope(rawValue: String(word)) else {
                throw .scopeUnknown(String(word))
            }
            found.insert(scope)
        }
        return Scope.allCases.filter(found.contains)
    }
}
