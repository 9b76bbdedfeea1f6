// /dossiers/CODE/reads: who looked.

import Hummingbird
import WorkTime

extension Site.House {
    func addReadRoutes(to router: Router<Site.Context>) {
        router.get("/dossiers/:code/reads", use: showReads)
    }

    private func showReads(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = context.parameters.get("code") ?? ""
        let log = try await desk.read { try $0.reads(of: code, for: viewer) }
        return try answer(log, to: request, context) { ReadLogView(log: $0, frame: $1).html }
    }
}
