// /outages: the list, declaring, and deciding.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addOutageRoutes(to router: Router<Site.Context>) {
        router.get("/outages", use: showOutages)
        router.post("/outages", use: declareOutage)
        router.post("/outages/:number/acts", use: decideOnOutage)
    }

    private func showOutages(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let page = try await outagePage(request, context)
        return try answer(page, to: request, context) { OutageView(page: $0, frame: $1).html }
    }

    private func declareOutage(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let declaration = try Outages.declaration(of: form)
            return try await perform(
                .outages(.declare(declaration)), asked: form, for: "outages", by: viewer.actor,
                request, status: .created, next: "/outages")
        } catch let refusal as Outages.Rejection {
            return try await refuse(refusal, form, request, context)
        }
    }

    private func decideOnOutage(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let text = context.parameters.get("number") ?? ""
        do {
            let command = try Outages.command(of: form, on: text)
            return try await perform(
                .outages(command), asked: form, for: "outages/\(text)", by: viewer.actor,
                request, next: "/outages")
        } catch let refusal as Outages.Rejection {
            // What was written into the form that declares is not part of this one.
            return try await refuse(refusal, Site.Form(pairs: []), request, context)
        }
    }

    /// The page again with what is wrong.
    private func refuse(
        _ refusal: Outages.Rejection, _ form: Site.Form, _ request: Request,
        _ context: Site.Context
    ) async throws -> Response {
        try await refuse(refusal, to: request, context) { frame in
            OutageView(
                page: try await outagePage(request, context), frame: frame, refusal: refusal,
                entered: form
            ).html
        }
    }

    private func outagePage(
        _ request: Request, _ context: Site.Context
    ) async throws -> Outages.Page {
        let viewer = try requireViewer(context)
        let before = Int(try asked(by: request)["before"])
        let now = officeNow
        return try await desk.read { try $0.outages(before: before, for: viewer, at: now) }
    }
}

extension Outages {
    /// Shape only, no rules.
    static func declaration(of form: Site.Form) throws(Rejection) -> Declaration {
        guard let kind = Kind(rawValue: form["kind"]) else { throw .kindMissing }
        guard let scope = Scope(rawValue: form["scope"]) else { throw .scopeMissing }
        guard let from = LocalMinute(form["from"]) else { throw .timeInvalid(field: "from") }
        guard let until = LocalMinute(form["until"]) else { throw .timeInvalid(field: "until") }
        let unit = scope == .all || form["unit"].isEmpty ? nil : UnitID(form["unit"])
        return Declaration(
            kind: kind, scope: scope, unit: unit, from: from, until: until,
            reason: form["reason"], evidence: form["evidence"])
    }

    static func command(of form: Site.Form, on text: String) throws(Rejection) -> Command {
        guard let number = Int(text), let act = Act(rawValue: form["act"]) else {
            throw .unknown(Int(text) ?? 0)
        }
        switch act {
        case .approve: return .approve(number)
        case .refuse: return .refuse(number, reason: form["reason"])
        case .withdraw: return .withdraw(number, reason: form["reason"])
        }
    }
}
