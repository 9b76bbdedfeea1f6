// /dossiers/CODE/slip/check?version=…&digest=…: what the code on a printed slip leads to.

import Engine
import HTML
import Hummingbird
import WorkTime

extension Site.House {
    func addPaperStampRoutes(to router: Router<Site.Context>) {
        router.get("/dossiers/:code/slip/check", use: checkSlip)
    }

    private func checkSlip(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let query = try processQuery(request)
        guard let stamp = Papers.Stamp(version: query["version"], digest: query["digest"]) else {
            throw Papers.Rejection.stampUnreadable
        }
        let check = try await desk.read { try $0.check(stamp, of: code, for: viewer, at: now) }
        return try answer(check, to: request, context) { PaperCheckView(check: $0, frame: $1).html }
    }
}

extension Site.Frame {
    /// What the code beside the stamp leads to.
    func checkAddress(of code: String, _ stamp: Papers.Stamp) -> String {
        "\(publicAddress)/dossiers/\(Link.percentEncoded(code))/slip/check"
            + "?version=\(stamp.version)&digest=\(stamp.digest)"
    }
}
