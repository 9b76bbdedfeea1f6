// /deliveries/route: what an officer carries on a day.  /deliveries/roster: slots and duties.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func showDeliveryRoute(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        let now = officeNow
        let text = asked["day"]
        guard let day = text.isEmpty ? now.day : DayNumber(text) else {
            throw Deliveries.Rejection.dayInvalid(text)
        }
        let route = try await desk.read {
            try $0.deliveryRoute(on: day, of: asked.stated("officer"), for: viewer, at: now)
        }
        for stop in route.stops where stop.recipient != nil {
            try await desk.note(
                Reads.Look(subject: stop.dossier, person: viewer.person, paper: .delivery),
                at: now)
        }
        return try answer(route, to: request, context) {
            DeliveryRouteView(route: $0, frame: $1).html
        }
    }

    func showDeliveryRoster(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let office = try asked(by: request).stated("office")
        return try answer(try await roster(office, context), to: request, context) {
            DeliveryRosterView(roster: $0, frame: $1).html
        }
    }

    private func roster(
        _ office: String?, _ context: Site.Context
    ) async throws -> Deliveries.Roster {
        let viewer = try requireViewer(context)
        let now = officeNow
        return try await desk.read {
            try $0.deliveryRoster(ofOffice: office, for: viewer, at: now)
        }
    }

    func actOnDeliveryRoster(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        try await planDeliveries("roster", request, context, Deliveries.planAct) {
            office, form, refusal, frame in
            DeliveryRosterView(
                roster: try await roster(office.rawValue, context), frame: frame, entered: form,
                refusal: refusal
            ).html
        }
    }

    /// What the plan of an office is asked: 303 back to the page, or the page again with what was
    /// typed.
    /// - Parameter page: The end of its address.
    func planDeliveries(
        _ page: String, _ request: Request, _ context: Site.Context,
        _ act: (Site.Form) throws -> Deliveries.PlanAct,
        again: (UnitID, Site.Form, Deliveries.Rejection, Site.Frame) async throws -> HTML
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        let office = form.stated("office").map { UnitID($0) } ?? viewer.office
        do {
            let back: Link = "/deliveries/\(page)?office=\(office.rawValue)"
            return try await perform(
                .deliveries(.plan(office, try act(form))), asked: form,
                for: "\(office)/\(page)", by: viewer.actor, request, next: back.text)
        } catch let refusal as Deliveries.Rejection {
            return try await refuse(refusal, to: request, context) {
                try await again(office, form, refusal, $0)
            }
        }
    }
}
