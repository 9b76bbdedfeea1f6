// /queue: the officers' desk, where numbers are called and drawn for who cannot do it.

import Engine
import HTML
import HTTPTypes
import Hummingbird
import WorkTime

extension Site.House {
    func addQueueRoutes(to router: Router<Site.Context>) {
        router.get("/queue", use: showQueue)
        router.post("/queue", use: actOnQueue)
        router.get("/queue/settings", use: showQueueSettings)
        router.post("/queue/settings", use: setQueue)
        router.get("/queue/:office", use: showQueueEntrance)
        router.post("/queue/:office", use: drawNumber)
        router.get("/queue/:office/screen", use: showQueueScreen)
        router.get("/queue/:office/tickets/:number", use: showQueueSlip)
    }

    private func showQueue(_ request: Request, _ context: Site.Context) async throws -> Response {
        let console = try await queueConsole(try asked(by: request), context)
        return try answer(console, to: request, context) {
            QueueConsoleView(console: $0, frame: $1).html
        }
    }

    /// Back to the desk, with the window and the field that were chosen.
    private func actOnQueue(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let answer = try await desk.perform(
                try Queues.command(of: form, in: viewer.office), by: viewer.actor, at: clock.now,
                key: form.commandKey, fingerprint: form.fingerprint(for: "queue"))
            if form["act"] == "draw" {
                return try await drawn(answer, viewer.office, request, context)
            }
            if Site.wantsJSON(request) {
                return try Site.json(try await queueConsole(form, context))
            }
            return Site.redirect(to: Queues.address(of: form).text)
        } catch let refusal as Queues.Rejection where refusal != .mayNotCall {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = QueueConsoleView(
                console: try await queueConsole(form, context),
                frame: frame(request, context), refusal: refusal)
            return Site.petitionPage(view.html, refusal)
        }
    }

    private func queueConsole(
        _ form: Site.Form, _ context: Site.Context
    ) async throws -> Queues.Console {
        let viewer = try requireViewer(context)
        let (now, field) = (officeNow, form["field"])
        let window = Int(form["window"]).flatMap {
            (1...Queues.windowMaximum).contains($0) ? $0 : nil
        }
        return try await desk.read {
            try $0.queueConsole(for: viewer, window: window, field: field, at: now)
        }
    }

    /// 303 to the page of the number, which prints.
    func drawn(
        _ answer: DeskAnswer, _ office: UnitID, _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let today = officeNow.day
        let slip = try await desk.read { reading in
            try reading.drawnNumber(by: answer).map {
                try reading.queueSlip($0, of: office, on: today)
            }
        }
        guard let slip else { throw Queues.Rejection.officeUnknown }
        if Site.wantsJSON(request) { return try Site.json(slip, status: .created) }
        return Site.redirect(to: slip.address.text)
    }
}

extension Queues {
    /// Shape only, no rules.
    static func command(
        of form: Site.Form, in office: UnitID
    ) throws(Rejection) -> OfficeCommand {
        let number = Int(form["number"]) ?? 0
        let window = Int(form["window"]) ?? 0
        switch form["act"] {
        case "draw": return .queues(.draw(office, wish(of: form)))
        case "next", "done":
            return .queues(
                .act(
                    office,
                    .next(window: window, field: form["field"], ends: form["act"] == "done")))
        case "again": return .queues(.act(office, .again(number)))
        case "notHere": return .queues(.act(office, .notHere(number)))
        case "end": return .queues(.act(office, .end(number)))
        default: throw .actUnknown
        }
    }

    static func wish(of form: Site.Form) -> Wish {
        Wish(field: form["wish"], isPriority: form["priority"] == "1")
    }

    static func address(of form: Site.Form) -> Link {
        ("/queue" as Link).adding("window", form["window"]).adding("field", form["field"])
    }
}

extension Queues.Slip {
    var address: Link { "/queue/\(office.rawValue)/tickets/\(number)" }
}
