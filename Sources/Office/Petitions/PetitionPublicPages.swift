// /petitions/new, /petitions/follow and /petitions/published: for everybody, without an account.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPetitionRoutes(to router: Router<Site.Context>) {
        router.get("/petitions/new", use: showPetitionForm)
        router.post("/petitions/new", use: sendPetition)
        router.get("/petitions/follow", use: showPetitionFollowing)
        router.post("/petitions/follow", use: followPetition)
        router.post("/petitions/follow/reply", use: replyAsSender)
        router.get("/petitions/published", use: showPublishedPetitions)
        addPetitionOfficeRoutes(to: router)
        addPetitionFigureRoutes(to: router)
    }

    private func showPetitionForm(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let today = officeNow.day
        let asked = try asked(by: request)
        let offer = try await desk.read { try $0.petitionOffer(on: today) }
        return try answer(offer, to: request, context) {
            PetitionFormView(offer: $0, frame: $1, entered: asked).html
        }
    }

    /// The number and the secret, at once and only here.
    private func sendPetition(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let today = officeNow.day
        let offer = try await desk.read { try $0.petitionOffer(on: today) }
        let key = form.commandKey ?? desk.sources.token()
        let secret = Petitions.secret(ofKey: key)
        do {
            let submission = Petitions.submission(of: form, secret: secret)
            try Petitions.check(submission, offices: offer.offices.map(\.id))
            try await desk.countPetition(
                from: Site.clientAddress(of: request, peer: context.peerAddress))
            let answer = try await desk.perform(
                .petitions(.submit(submission)), by: nil, at: clock.now, key: "petition/\(key)",
                fingerprint: form.fingerprint(for: "petition"))
            let code = String(answer.stream.dropFirst(Petitions.stream(of: "").count))
            let sent = try await desk.read { try $0.sentPetition(code, secret: secret) }
            if Site.wantsJSON(request) { return try Site.json(sent, status: .created) }
            return Site.page(PetitionSentView(sent: sent, frame: frame(request, context)).html)
        } catch let refusal as Petitions.Rejection {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = PetitionFormView(
                offer: offer, frame: frame(request, context), refusal: refusal, entered: form)
            return Site.petitionPage(view.html, refusal)
        }
    }

    private func showPublishedPetitions(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let after = try asked(by: request)["after"]
        let page = try await desk.read { try $0.publishedPetitions(after: after) }
        return try answer(page, to: request, context) {
            PetitionPublishedView(page: $0, frame: $1).html
        }
    }
}

extension Petitions {
    /// Shape only, no rules.
    static func submission(of form: Site.Form, secret: String) -> Submission {
        Submission(
            office: .init(form["office"]), kind: Kind(rawValue: form["kind"]),
            sender: Sender(
                subject: form["subject"], words: form["words"], name: form["name"],
                phone: form["phone"], email: form["email"], dossier: form["dossier"],
                secret: digest(ofSecret: secret)))
    }
}
