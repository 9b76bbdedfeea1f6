// /track for what is no dossier yet, and /track/filing: the acts of the citizen on it.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    /// `nil` when the code is none of a filing that waits: then a dossier is looked for.
    func followFiling(
        by form: Site.Form, _ request: Request, _ context: Site.Context
    ) async throws -> Response? {
        let question = try Tracking.question(code: form["code"], digits: form["digits"])
        if try await desk.read({ try $0.openFiling(question.code) == nil }) { return nil }
        let found = try await desk.find(
            question, from: Site.clientAddress(of: request, peer: context.peerAddress),
            at: clock.now
        ) { reading, salt, _ in try reading.followed(question, salt: salt) }
        return try answer(found, to: request, context) {
            FilingFollowingView(followed: $0, frame: $1).html
        }
    }

    /// Brings what was missing, or withdraws. The proof stands for the digits that were given.
    func actAsApplicant(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let code = form["code"]
        guard try await desk.isProven(code, by: form["proof"]),
            let command = Filings.command(ofApplicant: form, code: code)
        else { throw Tracking.Rejection.notFound }
        var refusal: Filings.Rejection?
        do {
            _ = try await desk.perform(
                .filings(command), by: nil, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: code))
        } catch let rejection as Filings.Rejection {
            if Site.wantsJSON(request) { return try refuse(rejection, to: request, context) }
            refusal = rejection
        }
        let salt = try await desk.trackingSalt(at: desk.machineNow())
        guard
            let followed = try await desk.read({ reading in
                try reading.openFiling(code).map { try reading.followedWhole($0, salt: salt) }
            })
        else { return Site.redirect(to: "/track?code=\(code)") }
        if Site.wantsJSON(request) { return try Site.json(followed) }
        let view = FilingFollowingView(
            followed: followed, frame: frame(request, context), refusal: refusal)
        return Site.page(view.html, status: refusal == nil ? .ok : .unprocessableContent)
    }
}

extension Filings {
    /// Shape only; `nil` when the form names no act of the applicant.
    static func command(ofApplicant form: Site.Form, code: String) -> Command? {
        switch form["act"] {
        case "supplement": .supplement(code, papers: form.all("paper").filter { !$0.isEmpty })
        case "withdraw": .withdraw(code)
        default: nil
        }
    }
}
