// /notices: for administrators, how the telling of citizens goes; and trying again.

import Hummingbird
import WorkTime

extension Site.House {
    func addNoticeRoutes(to router: Router<Site.Context>) {
        router.get("/notices", use: showNotices)
        router.post("/notices/retries", use: retryNotices)
        addNoticeChoiceRoutes(to: router)
    }

    private func showNotices(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let page = try await desk.read { try $0.noticePage(for: viewer) }
        return try answer(page, to: request, context) { NoticeView(page: $0, frame: $1).html }
    }

    /// What was given up is open again: sent twice it finds nothing more.
    private func retryNotices(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        _ = try await form(of: request, context)
        let count = try await desk.retryNotices(for: viewer)
        if Site.wantsJSON(request) { return try Site.json(["opened": count]) }
        return Site.redirect(to: "/notices")
    }
}
