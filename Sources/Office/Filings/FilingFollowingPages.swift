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
        let owner = Attachments.Owner(held: .staged, subject: desk.sources.token())
        let sent = try await sentByApplicant(request, context, for: owner)
        let code = sent.form["code"]
        var refusal: (any Refusal)? = sent.refusal
        do {
            guard try await desk.isProven(code, by: sent.form["proof"]),
                let command = Filings.command(ofApplicant: sent, code: code, from: owner)
            else { throw Tracking.Rejection.notFound }
            if refusal == nil {
                _ = try await desk.perform(
                    .filings(command), by: nil, at: clock.now, key: sent.form.commandKey,
                    fingerprint: sent.fingerprint(for: code))
            }
        } catch let rejection as Filings.Rejection {
            refusal = rejection
        } catch let rejection as Attachments.Rejection {
            refusal = rejection
        } catch {
            await discard(owner)
            throw error
        }
        if !sent.digests.isEmpty { await discard(owner) }
        if let refusal, Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
        let salt = try await desk.trackingSalt(at: desk.machineNow())
        guard
            let followed = try await desk.read({ reading in
                try reading.openFiling(code).map { try reading.followedWhole($0, salt: salt) }
            })
        else { return Site.redirect(to: "/track?code=\(code)") }
        if Site.wantsJSON(request) { return try Site.json(followed) }
        let view = FilingFollowingView(
            followed: followed, frame: frame(request, context), refusal: refusal,
            input: sent.input)
        let status = (refusal as? any StatedRefusal)?.status ?? .unprocessableContent
        return Site.page(view.html, status: refusal == nil ? .ok : status)
    }

    /// Files are taken from who was shown to be the applicant, for papers that were asked for.
    private func sentByApplicant(
        _ request: Request, _ context: Site.Context, for owner: Attachments.Owner
    ) async throws -> Attachments.Sent {
        let desk = desk
        return try await formWithFiles(
            of: request, context,
            permit: { form in
                guard try await desk.isProven(form["code"], by: form["proof"]) else {
                    throw Tracking.Rejection.notFound
                }
                let code = form["code"]
                let filing = try await desk.read { try $0.openFiling(code) }
                guard filing?.standing == .supplementAsked else {
                    throw Filings.Rejection.nothingAsked
                }
                return owner
            },
            paper: { name, form in
                guard let paper = Attachments.paper(ofInput: name), paper.count <= 500 else {
                    return nil
                }
                return form.all("asked").contains(paper) ? paper : nil
            })
    }
}

extension Filings {
    /// Shape only; `nil` when the form names no act of the applicant.
    static func command(
        ofApplicant sent: Attachments.Sent, code: String, from owner: Attachments.Owner
    ) -> Command? {
        let form = sent.form
        switch form["act"] {
        case "supplement":
            // A paper that was photographed is there, ticked or not.
            var papers = form.all("paper").filter { !$0.isEmpty }
            for paper in sent.papers where !papers.contains(paper) { papers.append(paper) }
            return .supplement(
                code, papers: papers, files: sent.digests.isEmpty ? nil : owner.subject)
        case "withdraw": return .withdraw(code)
        default: return nil
        }
    }
}
