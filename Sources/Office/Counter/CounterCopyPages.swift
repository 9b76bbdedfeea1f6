// POST /counter/PROCEDURE/copy: the intake, begun with the applicant of an earlier dossier.

import Hummingbird
import WorkTime

extension Site.House {
    func addCounterCopyRoutes(to router: Router<Site.Context>) {
        router.post("/counter/:process/copy", use: copyApplicant)
    }

    /// The look is on the disk before a value leaves. Nothing is taken in yet.
    private func copyApplicant(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try counterOfficer(context)
        let form = try await form(of: request, context)
        let intake = try await intake(context)
        let (now, code) = (officeNow, form["copy"].uppercased())
        do {
            let copy = try await desk.read {
                try $0.copy(from: code, isConsented: form["consent"] == "1", for: viewer, at: now)
            }
            try await desk.note(
                Reads.Look(subject: copy.source, person: viewer.person, paper: .copy), at: now)
            if Site.wantsJSON(request) { return try Site.json(copy) }
            let view = CounterIntakeView(
                intake: intake, frame: frame(request, context), ticket: ticket(of: form),
                copied: copy)
            return Site.page(view.html)
        } catch let rejection as Counter.Rejection {
            return try await refuse(rejection, to: request, context) {
                CounterIntakeView(
                    intake: intake, frame: $0, ticket: ticket(of: form), copy: form["copy"],
                    copyRefusal: rejection
                ).html
            }
        }
    }
}
