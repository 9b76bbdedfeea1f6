// Middleware: finds the viewer by the session cookie or a program's token, and sets the headers
// that keep a page to itself.

import Crypto
import HTTPTypes
import Hummingbird
import WorkTime

extension Site {
    static let sessionCookie = "roviec_session"
    static let languageCookie = "roviec_language"

    /// Token that every form carries: HMAC of the session token, so nothing need be stored.
    public static func formToken(of sessionToken: String) -> String {
        if sessionToken.isEmpty { return "" }
        let key = SymmetricKey(data: Array(sessionToken.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("form".utf8), using: key)
        return Hexadecimal.text(Array(code))
    }

    /// A text sealed with a key: who has not the key cannot make it up.
    static func seal(_ text: String, key: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(text.utf8), using: SymmetricKey(data: Array(key.utf8)))
        return Hexadecimal.text(Array(code))
    }

    /// What the store keeps of a session token: a stolen database opens no session.
    public static func digest(of token: String) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: Array(token.utf8))))
    }

    /// Value of a cookie of the request.
    static func cookie(_ name: String, of request: Request) -> String? {
        for part in (request.headers[.cookie] ?? "").split(separator: ";") {
            let halves = part.split(separator: "=", maxSplits: 1)
            let key = halves.first.map { String($0.drop { $0 == " " }) }
            if halves.count == 2, key == name { return String(halves[1]) }
        }
        return nil
    }
}

/// Who looks, in which language.
struct ViewerMiddleware: RouterMiddleware {
    let house: Site.House

    func handle(
        _ request: Request, context: Site.Context,
        next: (Request, Site.Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        let asked = Site.cookie(Site.languageCookie, of: request)
        context.language = asked.flatMap(Language.init(rawValue:)) ?? .vi
        if let token = Site.bearerToken(of: request) {
            try await house.admit(token, to: request, &context)
        } else if let token = Site.cookie(Site.sessionCookie, of: request), !token.isEmpty {
            let now = house.clock.now
            let found = try await house.desk.signedIn(
                tokenDigest: Site.digest(of: token), at: house.desk.machineNow(), office: now)
            context.viewer = found
            if found != nil { context.sessionToken = token }
        }
        return try await next(request, context)
    }
}

/// Pages run nothing but our own files and are framed by nobody. OWASP ASVS 5.0, chapter 3.
struct HeaderMiddleware: RouterMiddleware {
    private static let fixed: HTTPFields = {
        var headers: HTTPFields = [
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "connect-src 'self'",
            .xContentTypeOptions: "nosniff",
        ]
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }()

    func handle(
        _ request: Request, context: Site.Context,
        next: (Request, Site.Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            // What the server refuses by itself (401, 405, 413) carries the headers too.
            response = try error.response(from: request, context: context)
        }
        response.headers.append(contentsOf: Self.fixed)
        return response
    }
}
