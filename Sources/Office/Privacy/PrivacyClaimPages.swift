// /privacy/claims and /privacy/claims/CODE: the claims of the office, and one with what can be
// done.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPrivacyClaimRoutes(to router: Router<Site.Context>) {
        router.get("/privacy/claims", use: showClaims)
        router.get("/privacy/claims/:code", use: showClaim)
        router.post("/privacy/claims/:code/acts", use: actOnClaim)
    }

    private func showClaims(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let (asked, now) = (try asked(by: request), officeNow)
        let (isEnded, after) = (asked["list"] == "ended", asked["after"])
        let list = try await desk.read {
            try $0.claims(ended: isEnded, for: viewer, after: after, at: now)
        }
        return try answer(list, to: request, context) {
            PrivacyClaimListView(list: $0, frame: $1).html
        }
    }

    private func showClaim(_ request: Request, _ context: Site.Context) async throws -> Response {
        let record = try await shownClaim(context)
        return try answer(record, to: request, context) {
            PrivacyClaimView(record: $0, frame: $1).html
        }
    }

    /// Back to the claim; to the list for who does not see it any more.
    private func actOnClaim(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        do {
            guard let act = Privacy.act(of: form) else { throw DeskRefusal.unknown(form["act"]) }
            let answer = try await desk.perform(
                .privacy(.act(code, act)), by: viewer.actor, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: code))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            let sees = try await desk.read { reading in
                guard let claim = try reading.toldClaim(code)?.state else { return false }
                return try reading.hand(viewer.person, on: claim, viewer.today).seesIt
            }
            return Site.redirect(to: sees ? "/privacy/claims/\(code)" : "/privacy/claims")
        } catch let refusal as any Refusal {
            return try await refuse(refusal, to: request, context) { frame in
                PrivacyClaimView(
                    record: try await shownClaim(context), frame: frame, refusal: refusal,
                    entered: form
                ).html
            }
        }
    }

    /// The look at what the claimant wrote is noted first.
    private func shownClaim(_ context: Site.Context) async throws -> Privacy.Record {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let record = try await desk.read { try $0.claim(code, for: viewer, at: now) }
        if record.claimant != nil {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .page), at: now)
        }
        return record
    }
}

extension Privacy {
    /// Shape only; `nil` when the form names no act.
    static func act(of form: Site.Form) -> Act? {
        switch ActName(rawValue: form["act"]) {
        case .assign: .assign(PersonID(form["person"]))
        case .extend: .extend(days: Int(form["days"]) ?? 0, form["words"])
        case .erase: .erase(subjects(of: form["subjects"]))
        case .finish: .finish(form["words"])
        case .refuse: .refuse(Ground(rawValue: form["ground"]), form["words"])
        case nil: nil
        }
    }

    /// Codes on lines or with spaces between, in any letters, each once.
    static func subjects(of text: String) -> [String] {
        Set(text.split(whereSeparator: \.isWhitespace).map { $0.uppercased() }).sorted()
    }
}
