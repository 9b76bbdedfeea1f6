// Requests of programs: `Authorization: Bearer rv_…` instead of a session (RFC 6750).

import HTTPTypes
import Hummingbird
import WorkTime

extension Site {
    /// The token of a program; `nil` without one. Other schemes, such as the Basic of a proxy in
    /// front, are not ours to read.
    static func bearerToken(of request: Request) -> String? {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard let scheme = parts.first, scheme.lowercased() == "bearer" else { return nil }
        return parts.count == 2 ? parts[1].filter { $0 != " " } : ""
    }

    /// The scope that a request with a token needs; `nil` where no token is taken. What is not
    /// listed is closed: a new address that changes something must be added here to be open.
    static func scope(of request: Request) -> Tokens.Scope? {
        switch request.method {
        case .get, .head: return .read
        case .post:
            let parts = request.uri.path.split(separator: "/")
            switch parts.first {
            // Sending and following are for citizens, who show no token.
            case "petitions", "privacy": return parts.last == "acts" ? .work : nil
            // People in the hall draw for themselves.
            case "queue": return parts.count == 1 ? .work : nil
            case "payments": return parts.dropFirst().first == "account" ? .admin : .work
            case "dossiers", "counter", "filings", "signing", "deliveries", "handovers",
                "metrics", "outages":
                return .work
            case "organisation", "processes", "procedures", "calendar", "notices": return .admin
            case "delegations": return .admin
            case "papers": return .admin
            default: return nil
            }
        default: return nil
        }
    }

    /// The key by which a program says that two requests are one (`Idempotency-Key`), with or
    /// without the quotes of the draft of the IETF.
    static func idempotencyKey(of request: Request) throws(FormRejection) -> String? {
        guard let name = HTTPField.Name("Idempotency-Key"), var key = request.headers[name],
            !key.isEmpty
        else { return nil }
        if key.count > 1, key.hasPrefix("\""), key.hasSuffix("\"") {
            key = String(key.dropFirst().dropLast())
        }
        if key.isEmpty || key.utf8.count > 200 { throw .keyInvalid }
        return key
    }
}

extension Tokens.Denial: StatedRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .notValid: .unauthorized
        case .scopeNeeded, .notForPrograms: .forbidden
        case .besideSession: .badRequest
        }
    }

    var headers: HTTPFields {
        switch self {
        case .notValid: [.wwwAuthenticate: #"Bearer realm="roviec", error="invalid_token""#]
        case .scopeNeeded(let scope):
            [
                .wwwAuthenticate: """
                Bearer realm="roviec", error="insufficient_scope", scope="\(scope.rawValue)"
                """
            ]
        case .notForPrograms, .besideSession: [:]
        }
    }
}

extension Site.House {
    /// Who a program speaks for, once its token and the token's scopes allow the request.
    func admit(
        _ token: String, to request: Request, _ context: inout Site.Context
    ) async throws {
        if Site.cookie(Site.sessionCookie, of: request) != nil {
            throw Tokens.Denial.besideSession
        }
        let found = try await desk.bearer(
            digest: Site.digest(of: token), at: desk.machineNow(), office: clock.now)
        guard let found else { throw Tokens.Denial.notValid }
        guard let scope = Site.scope(of: request) else { throw Tokens.Denial.notForPrograms }
        guard found.bearer.scopes.contains(scope) else { throw Tokens.Denial.scopeNeeded(scope) }
        context.viewer = found.viewer
        context.isProgram = true
    }
}
