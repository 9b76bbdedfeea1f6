// /queue/settings: how an office arranges its line.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func showQueueSettings(_ request: Request, _ context: Site.Context) async throws -> Response {
        let page = try await queueSettings(context)
        return try answer(page, to: request, context) {
            QueueSettingView(page: $0, frame: $1).html
        }
    }

    /// The page again, with what is wrong and all that was typed.
    func setQueue(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            _ = try await desk.perform(
                .queues(.set(viewer.office, Queues.Terms(typed: form))), by: viewer.actor,
                at: clock.now, key: form.commandKey,
                fingerprint: form.fingerprint(for: "queue/settings"))
            if Site.wantsJSON(request) { return try Site.json(try await queueSettings(context)) }
            return Site.redirect(to: "/queue/settings")
        } catch let refusal as Queues.Rejection where refusal != .maySetNothing {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = QueueSettingView(
                page: try await queueSettings(context), frame: frame(request, context),
                refusal: refusal, entered: form)
            return Site.petitionPage(view.html, refusal)
        }
    }

    private func queueSettings(_ context: Site.Context) async throws -> Queues.SettingsPage {
        let viewer = try requireViewer(context)
        let today = officeNow.day
        return try await desk.read { try $0.queueSettings(for: viewer, on: today) }
    }
}
