// /apologies, and /dossiers/CODE/apology: the form while nothing was signed, then the paper.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addApologyRoutes(to router: Router<Site.Context>) {
        router.get("/apologies", use: showApologies)
        router.get("/apologies/quality", use: showApologyQuality)
        router.get("/dossiers/:code/apology", use: showApology)
        router.get("/dossiers/:code/apology.pdf", use: printApology)
        router.post("/dossiers/:code/apology", use: signApology)
    }

    private func showApologies(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let now = officeNow
        let list = try await desk.read { try $0.apologies(for: viewer, at: now) }
        return try answer(list, to: request, context) {
            ApologyListView(list: $0, frame: $1).html
        }
    }

    private func showApology(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let paper = try await shownPaper(context)
        return try answer(paper, to: request, context) {
            ApologyView(paper: $0, frame: $1).html
        }
    }

    private func printApology(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let paper = try await shownPaper(context)
        guard let apology = paper.apology else { throw Apologies.Rejection.notSigned }
        let view = ApologyView(paper: paper, frame: frame(request, context))
        return try await pdf(of: view.sheet(apology), in: request, context)
    }

    private func signApology(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let code = context.parameters.get("code") ?? ""
        // Who may not see it is told so before anything else.
        let paper = try await shownPaper(context)
        do {
            let answer = try await desk.perform(
                .dossiers(
                    .apologise(code, reason: form["reason"], day: DayNumber(form["day"]))),
                by: viewer.actor, at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: code))
            if Site.wantsJSON(request) { return try Site.json(answer, status: .created) }
            return Site.redirect(to: "/dossiers/\(code)/apology")
        } catch let refusal as Apologies.Rejection {
            return try await refuse(refusal, to: request, context) {
                ApologyView(paper: paper, frame: $0, refusal: refusal, entered: form).html
            }
        }
    }

    /// The paper names the applicant, so the look is noted first.
    private func shownPaper(_ context: Site.Context) async throws -> Apologies.Paper {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let paper = try await desk.read { try $0.apologyPaper(code, for: viewer, at: now) }
        if paper.applicant != nil {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .page), at: now)
        }
        return paper
    }
}
