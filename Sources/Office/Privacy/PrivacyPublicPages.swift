// /privacy/new and /privacy/follow: for everybody, without an account.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPrivacyPublicRoutes(to router: Router<Site.Context>) {
        router.get("/privacy/new", use: showClaimForm)
        router.post("/privacy/new", use: sendClaim)
        router.get("/privacy/follow", use: showClaimFollowing)
        router.post("/privacy/follow", use: followClaim)
    }

    private func showClaimForm(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (today, asked) = (officeNow.day, try asked(by: request))
        let offer = try await desk.read { try $0.privacyOffer(on: today) }
        return try answer(offer, to: request, context) {
            PrivacyFormView(offer: $0, frame: $1, entered: asked).html
        }
    }

    /// The number and the secret, at once and only here. The limit of petitions counts both.
    private func sendClaim(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let today = officeNow.day
        let offer = try await desk.read { try $0.privacyOffer(on: today) }
        let key = form.commandKey ?? desk.sources.token()
        let secret = Petitions.secret(ofKey: key)
        do {
            let submission = Privacy.submission(of: form, secret: secret)
            try Privacy.check(submission, offices: offer.offices.map(\.id))
            try await desk.countPetition(
                from: Site.clientAddress(of: request, peer: context.peerAddress))
            let answer = try await desk.perform(
                .privacy(.submit(submission)), by: nil, at: clock.now, key: "privacy/\(key)",
                fingerprint: form.fingerprint(for: "privacy"))
            let code = String(answer.stream.dropFirst(Privacy.stream(of: "").count))
            let sent = try await desk.read { try $0.sentClaim(code, secret: secret) }
            if Site.wantsJSON(request) { return try Site.json(sent, status: .created) }
            return Site.page(PrivacySentView(sent: sent, frame: frame(request, context)).html)
        } catch let refusal as any Refusal {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = PrivacyFormView(
                offer: offer, frame: frame(request, context), refusal: refusal, entered: form)
            return Site.petitionPage(view.html, refusal)
        }
    }

    private func showClaimFollowing(
        _ request: Request, _ context: Site.Context
    ) throws -> Response {
        let question = Tracking.Question(code: try asked(by: request)["code"])
        return try answer(question, to: request, context) {
            PrivacyFollowingView(frame: $1, code: $0.code).html
        }
    }

    /// Asking is a POST, so that the secret stands in no address and no log; within the limits of
    /// wrong tries that /track has.
    private func followClaim(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        do {
            let question = try Privacy.question(code: form["code"], secret: form["secret"])
            let address = Site.clientAddress(of: request, peer: context.peerAddress)
            let found = try await desk.find(question, from: address, at: clock.now) {
                reading, _, _ in
                try reading.followedClaim(question)
            }
            return try answer(found, to: request, context) {
                PrivacyFollowingView(frame: $1, code: $0.code, followed: $0).html
            }
        } catch Tracking.Rejection.notFound {
            return try refuseFollowing(Privacy.Rejection.notFound, form, request, context)
        } catch let refusal as any Refusal {
            return try refuseFollowing(refusal, form, request, context)
        }
    }

    /// The page again with the sentence; the secret is not handed back.
    private func refuseFollowing(
        _ refusal: any Refusal, _ form: Site.Form, _ request: Request, _ context: Site.Context
    ) throws -> Response {
        if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let view = PrivacyFollowingView(
            frame: frame(request, context), code: form["code"], refusal: refusal)
        return Site.petitionPage(view.html, refusal)
    }
}

extension Privacy {
    /// Shape only, no rules.
    static func submission(of form: Site.Form, secret: String) -> Submission {
        Submission(
            office: UnitID(form["office"]), right: Right(rawValue: form["right"]),
            claimant: Claimant(
                name: form["name"], phone: form["phone"], email: form["email"],
                subjects: form["subjects"], words: form["words"],
                secret: Petitions.digest(ofSecret: secret)))
    }

    /// - Throws: `Rejection.codeMissing`, `.secretMissing`.
    static func question(code: String, secret: String) throws(Rejection) -> Tracking.Question {
        let question = Tracking.Question(number: code, secret: secret)
        if question.code.isEmpty { throw .codeMissing }
        if question.digits.isEmpty { throw .secretMissing }
        return question
    }
}
