// /privacy and /privacy/register.csv: what the office knows of people.

import Hummingbird
import WorkTime

extension Site.House {
    func addPrivacyRoutes(to router: Router<Site.Context>) {
        router.get("/privacy", use: showPrivacyRegister)
        router.get("/privacy/register.csv", use: downloadPrivacyRegister)
        addPrivacyPublicRoutes(to: router)
        addPrivacyClaimRoutes(to: router)
    }

    private func showPrivacyRegister(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let after = try asked(by: request)["after"]
        let register = try await desk.read {
            try $0.privacyRegister(for: viewer, after: after)
        }
        return try answer(register, to: request, context) {
            PrivacyRegisterView(register: $0, frame: $1).html
        }
    }

    private func downloadPrivacyRegister(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let register = try await desk.read { try $0.privacyRegister(for: viewer, limit: nil) }
        let frame = frame(request, context)
        let text = Privacy.table(
            of: PrivacyRegisterView(register: register, frame: frame).lines,
            heads: Privacy.registerColumns.map { frame.text("privacy.column.\($0)") })
        return Site.commaSeparated(text, named: "du-lieu-ca-nhan-\(register.day.text)")
    }
}
