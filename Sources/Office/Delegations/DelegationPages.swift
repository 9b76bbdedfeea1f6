// /delegations: the list, giving and revoking.

import Engine
import Hummingbird
import ProcessModel
import WorkTime

extension Site.House {
    func addDelegationRoutes(to router: Router<Site.Context>) {
        router.get("/delegations", use: showDelegations)
        router.post("/delegations", use: giveDelegation)
        router.post("/delegations/:number/revocation", use: revokeDelegation)
    }

    private func showDelegations(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let page = try await delegationPage(request, context)
        return try answer(page, to: request, context) { DelegationView(page: $0, frame: $1).html }
    }

    private func giveDelegation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let grant = try Delegations.grant(of: form, in: viewer.office)
            return try await perform(
                .delegations(.give(grant)), asked: form, for: "delegations", by: viewer.actor,
                request, status: .created, next: "/delegations")
        } catch let refusal as Delegations.Rejection {
            return try await refuse(refusal, form, request, context)
        }
    }

    private func revokeDelegation(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let text = context.parameters.get("number") ?? ""
        do {
            guard let number = Int(text) else { throw Delegations.Rejection.unknown(0) }
            return try await perform(
                .delegations(.revoke(number, reason: form["reason"])), asked: form,
                for: "delegations/\(text)", by: viewer.actor, request, next: "/delegations")
        } catch let refusal as Delegations.Rejection {
            return try await refuse(refusal, Site.Form(pairs: []), request, context)
        }
    }

    /// The page again with what is wrong.
    private func refuse(
        _ refusal: Delegations.Rejection, _ form: Site.Form, _ request: Request,
        _ context: Site.Context
    ) async throws -> Response {
        try await refuse(refusal, to: request, context) { frame in
            DelegationView(
                page: try await delegationPage(request, context), frame: frame, refusal: refusal,
                entered: form
            ).html
        }
    }

    private func delegationPage(
        _ request: Request, _ context: Site.Context
    ) async throws -> Delegations.Page {
        let viewer = try requireViewer(context)
        let before = Int(try asked(by: request)["before"])
        let now = officeNow
        return try await desk.read { try $0.delegations(before: before, for: viewer, at: now) }
    }
}

extension Delegations {
    /// Shape only, no rules. Fields are ticked, processes written as codes, one a line.
    static func grant(of form: Site.Form, in office: UnitID) throws(Rejection) -> Grant {
        guard let kind = Form(rawValue: form["form"]) else { throw .formMissing }
        guard let from = DayNumber(form["from"]) else { throw .dayInvalid(field: "from") }
        guard let through = DayNumber(form["through"]) else {
            throw .dayInvalid(field: "through")
        }
        var weekdays: [Int] = []
        for text in form.lines("weekdays") {
            guard let day = Int(text) else { throw .weekdayInvalid }
            weekdays.append(day)
        }
        return Grant(
            leader: PersonID(form["leader"]), delegate: PersonID(form["delegate"]),
            office: office, form: kind, fields: form.lines("fields"),
            processes: form.lines("processes").map { ProcessCode($0) }, from: from,
            through: through, weekdays: Set(weekdays).sorted(), document: form["document"])
    }
}
