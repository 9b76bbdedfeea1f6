// /my: everything that was filed by who shows an address, after a code that was sent there.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addContactRoutes(to router: Router<Site.Context>) {
        router.get("/my", use: showMine)
        router.post("/my", use: enterMine)
        router.post("/my/leave", use: leaveMine)
        router.get("/my/:code", use: showMyDossier)
    }

    func contactSession(of request: Request) async throws -> Contacts.Address? {
        let token = contactToken(of: request)
        let now = desk.machineNow()
        return try await desk.read { try $0.contactSession(token, at: now) }
    }

    func contactToken(of request: Request) -> String {
        Site.cookie(Contacts.sessionCookie, of: request) ?? ""
    }

    /// The list, the field for the code that is under way, or the field for an address.
    private func showMine(_ request: Request, _ context: Site.Context) async throws -> Response {
        if let address = try await contactSession(of: request) {
            let after = try asked(by: request)["after"]
            let list = try await desk.read { try $0.contactList(of: address, after: after) }
            return try answer(list, to: request, context) {
                ContactListView(list: $0, frame: $1).html
            }
        }
        if Site.wantsJSON(request) { throw Contacts.Rejection.sessionOver }
        let secret = contactToken(of: request)
        let sent = try await desk.read { try $0.lastCode(holder: secret) }
        return Site.page(
            ContactEntryView(
                settings: contacts, sent: sent, frame: frame(request, context)
            ).html)
    }

    /// `address` asks for a code; `act=check` types it.
    private func enterMine(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        let client = Site.clientAddress(of: request, peer: context.peerAddress)
        var secret = contactToken(of: request)
        do {
            if form["act"] == "check" {
                let address = try await desk.checkCode(form["code"], holder: secret, from: client)
                let token = try await desk.openContactSession(for: address, instead: secret)
                return withCookie(
                    token, request, try enteredAnswer(request, ["entered": address.veiled]))
            }
            if contacts.channels.isEmpty { throw Contacts.Rejection.notSetUp }
            guard let address = contacts.address(typed: form["address"]) else {
                throw Contacts.Rejection.addressInvalid
            }
            if secret.isEmpty { secret = desk.sources.token() }
            try await desk.sendCode(to: address, holder: secret, from: client)
            return withCookie(
                secret, request, try enteredAnswer(request, ["sentTo": address.veiled]))
        } catch let refusal as Contacts.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let holder = secret
            let sent = try await desk.read { try $0.lastCode(holder: holder) }
            let view = ContactEntryView(
                settings: contacts, sent: sent, frame: frame(request, context), refusal: refusal,
                typed: form["address"])
            return Site.petitionPage(view.html, refusal)
        }
    }

    private func enteredAnswer(
        _ request: Request, _ value: [String: String]
    ) throws -> Response {
        Site.wantsJSON(request) ? try Site.json(value) : Site.redirect(to: "/my")
    }

    private func leaveMine(_ request: Request, _ context: Site.Context) async throws -> Response {
        _ = try await form(of: request, context)
        try await desk.closeContactSession(contactToken(of: request))
        return withCookie("", request, Site.redirect(to: "/my"))
    }

    /// Of its own, never that of an officer. Over `https` it goes no other way.
    private func withCookie(
        _ value: String, _ request: Request, _ response: Response
    ) -> Response {
        var response = response
        let seconds = value.isEmpty ? 0 : Contacts.sessionMilliseconds / 1_000
        let secure = publicAddress.text.hasPrefix("https://") ? "; Secure" : ""
        response.headers[.setCookie] =
            "\(Contacts.sessionCookie)=\(value); Path=/; HttpOnly; SameSite=Strict; "
            + "Max-Age=\(seconds)\(secure)"
        return response
    }

    /// The same as on /track for who has shown to be the applicant.
    private func showMyDossier(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        guard let address = try await contactSession(of: request) else {
            if Site.wantsJSON(request) { throw Contacts.Rejection.sessionOver }
            return Site.redirect(to: "/my")
        }
        let code = context.parameters.get("code") ?? ""
        guard let row = try await desk.read({ try $0.contactRow(code, of: address) }) else {
            throw Contacts.Rejection.unknown(code)
        }
        if let dossier = row.dossier {
            let found = try await desk.trackProven(dossier, at: clock.now)
            return try answer(found, to: request, context) {
                TrackingView(frame: $1, code: dossier, answer: $0).html
            }
        }
        let salt = try await desk.trackingSalt(at: desk.machineNow())
        let followed = try await desk.read { reading in
            try reading.followedWhole(try reading.toldFiling(row.filing).state, salt: salt)
        }
        return try answer(followed, to: request, context) {
            FilingFollowingView(followed: $0, frame: $1).html
        }
    }
}

extension Contacts.Settings {
    /// An address of a way that is set up.
    func address(typed: String) -> Contacts.Address? {
        Contacts.Channel.allCases.filter(channels.contains).lazy
            .compactMap { Contacts.Address($0, typed) }.first
    }
}
