// /work: the lists; /work/next: the way to the most urgent.

import Hummingbird
import WorkTime

extension Site.House {
    func addWorkRoutes(to router: Router<Site.Context>) {
        router.get("/work", use: showWork)
        router.get("/work/next", use: openNext)
    }

    /// On to the most urgent work of the viewer, or to the list when there is none.
    private func openNext(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let now = clock.now.local(in: desk.sources.zone)
        let list = try await desk.read {
            try $0.workList(.mine, of: viewer, after: nil, at: now)
        }
        let first = (list.offered + list.rows).first
        return Site.redirect(to: first.map { "/dossiers/\($0.dossier)" } ?? "/work")
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
