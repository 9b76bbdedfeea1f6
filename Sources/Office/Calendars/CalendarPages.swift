// /calendar: the decisions of the house about its days. With `day` in the address it shows what
// that decision would move; sent as a form, it is made.

import Hummingbird
import WorkTime

extension Site.House {
    func addCalendarRoutes(to router: Router<Site.Context>) {
        router.get("/calendar", use: showCalendar)
        router.post("/calendar", use: announceCalendar)
    }

    private func showCalendar(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let asked = try asked(by: request)
        if asked["day"].isEmpty {
            let page = try await desk.read { try $0.calendarPage(for: viewer) }
            return try answer(page, to: request, context) {
                CalendarView(page: $0, frame: $1).html
            }
        }
        do {
            let change = try Calendars.change(of: asked)
            let now = clock.now.local(in: desk.sources.zone)
            let (page, preview) = try await desk.read { reading in
                (
                    try reading.calendarPage(for: viewer),
                    try reading.preview(of: change, for: viewer, at: now)
                )
            }
            return try answer(preview, to: request, context) {
                CalendarView(page: page, frame: $1, entered: asked, preview: $0).html
            }
        } catch let refusal as Calendars.Rejection {
            return try await refuse(refusal, asked, request, context, viewer)
        }
    }

    private func announceCalendar(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let change = try Calendars.change(of: form)
            let answer = try await desk.perform(
                .calendars(.announce(change)), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: "calendar"))
            if Site.wantsJSON(request) { return try Site.json(answer) }
            return Site.redirect(to: "/calendar#decisions")
        } catch let refusal as Calendars.Rejection {
            return try await refuse(refusal, form, request, context, viewer)
        }
    }

    /// The form again with what is wrong.
    private func refuse(
        _ refusal: Calendars.Rejection, _ form: Site.Form, _ request: Request,
        _ context: Site.Context, _ viewer: Viewer
    ) async throws -> Response {
        if Site.wantsJSON(request) { return try self.refuse(refusal, to: request, context) }
        let page = try await desk.read { try $0.calendarPage(for: viewer) }
        let view = CalendarView(
            page: page, frame: frame(request, context), entered: form, refusal: refusal)
        return Site.page(view.html, status: .unprocessableContent)
    }
}

extension Calendars {
    /// Shape only, no rules.
    static func change(of form: Site.Form) throws(Rejection) -> Change {
        guard let kind = Change.Kind(rawValue: form["kind"]) else { throw .kindMissing }
        guard let day = DayNumber(form["day"]) else {
            throw .dayInvalid(form["day"], field: "day")
        }
        var change = Change(kind: kind, day: day, name: form["name"], basis: form["basis"])
        if !form["pair"].isEmpty {
            guard let pair = DayNumber(form["pair"]) else {
                throw .dayInvalid(form["pair"], field: "pair")
            }
            change.pair = pair
        }
        return change
    }
}
