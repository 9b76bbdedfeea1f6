// /petitions/follow: asking is a POST, so that the secret stands in no address and no log.

import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    /// The form; `code` in the address is filled in.
    func showPetitionFollowing(_ request: Request, _ context: Site.Context) throws -> Response {
        let question = Tracking.Question(code: try asked(by: request)["code"])
        return try answer(question, to: request, context) {
            PetitionFollowingView(frame: $1, code: $0.code).html
        }
    }

    /// Within the limits of wrong tries that /track has.
    func followPetition(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        do {
            let question = try Petitions.question(code: form["code"], secret: form["secret"])
            let address = Site.clientAddress(of: request, peer: context.peerAddress)
            let found = try await desk.find(question, from: address, at: clock.now) {
                try $0.followedPetition(question, salt: $1, at: $2)
            }
            return try answer(found, to: request, context) {
                PetitionFollowingView(frame: $1, code: $0.code, followed: $0).html
            }
        } catch Tracking.Rejection.notFound {
            return try refuse(Petitions.Rejection.notFound, form, nil, request, context)
        } catch let refusal as Tracking.Rejection {
            return try refuse(refusal, form, nil, request, context)
        } catch let refusal as Petitions.Rejection {
            return try refuse(refusal, form, nil, request, context)
        }
    }

    /// The sender answers what was asked. The proof stands for the secret that was given.
    func replyAsSender(_ request: Request, _ context: Site.Context) async throws -> Response {
        let form = try await form(of: request, context)
        let code = form["code"]
        guard try await desk.isProven(code, by: form["proof"]) else {
            return try refuse(Petitions.Rejection.proofOld, form, nil, request, context)
        }
        var refusal: Petitions.Rejection?
        do {
            _ = try await desk.perform(
                .petitions(.act(code, .reply(form["words"]))), by: nil, at: clock.now,
                key: form.commandKey.map { "petition/\($0)" },
                fingerprint: form.fingerprint(for: code))
        } catch let rejection as Petitions.Rejection {
            refusal = rejection
        }
        let salt = try await desk.trackingSalt(at: desk.machineNow())
        let now = officeNow
        let found = try await desk.read {
            try $0.followedPetition(proven: code, salt: salt, at: now)
        }
        guard let found else { throw Petitions.Rejection.notFound }
        if let refusal { return try refuse(refusal, form, found, request, context) }
        return try answer(found, to: request, context) {
            PetitionFollowingView(frame: $1, code: code, followed: $0, isSent: true).html
        }
    }

    /// The page again with the sentence; the secret is not handed back.
    private func refuse(
        _ refusal: any Refusal, _ form: Site.Form, _ found: Petitions.Followed?,
        _ request: Request, _ context: Site.Context
    ) throws -> Response {
        if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let view = PetitionFollowingView(
            frame: frame(request, context), code: form["code"], followed: found,
            refusal: refusal, entered: form)
        return Site.petitionPage(view.html, refusal)
    }
}

extension Site {
    /// A page of a refusal with the status that the refusal states.
    static func petitionPage(_ html: HTML, _ refusal: any Refusal) -> Response {
        let stated = refusal as? any StatedRefusal
        var response = Site.page(
            html,
            status: stated?.status ?? (refusal.isNotFound ? .notFound : .unprocessableContent))
        for field in stated?.headers ?? [:] { response.headers[field.name] = field.value }
        return response
    }
}

extension Petitions.Rejection: StatedRefusal {
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
