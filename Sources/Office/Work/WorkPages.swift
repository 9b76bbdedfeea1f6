// /work: the lists.

import Hummingbird
import WorkTime

extension Site.House {
    func addWorkRoutes(to router: Router<Site.Context>) {
        router.get("/work", use: showWork)
    }

    private func showWork(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = request.uri.queryParameters
        let tab = query.get("list").flatMap(Work.Tab.init(rawValue:)) ?? .mine
        let after = query.get("after")
        let now = clock.now.local(in: desk.sources.zone)
        let list = try await desk.read {
            try $0.workList(tab, of: viewer, after: after, at: now)
        }
        return try answer(list, to: request, context) { WorkView(list: $0, frame: $1).html }
    }
}
