// Headers of programs, read by themselves: the token, the key, and which answers are JSON.

import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `Headers of programs` {
    private func request(
        _ method: HTTPRequest.Method = .get, _ path: String = "/work",
        _ headers: [(String, String)] = []
    ) throws -> Request {
        var fields = HTTPFields()
        for (name, value) in headers {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "a", path: path, headerFields: fields),
            body: RequestBody(buffer: ByteBuffer()))
    }

    /// The header, and the token that it carries; `nil` when it is not ours to read.
    static let authorizations: [(String, String?)] = [
        ("Bearer rv_1", "rv_1"), ("bearer rv_1", "rv_1"), ("BEARER rv_1", "rv_1"),
        ("Bearer   rv_1", "rv_1"), ("Bearer rv_1 ", "rv_1"), ("Bearer", ""), ("Bearer ", ""),
        ("Basic cnY6MQ==", nil), ("rv_1", nil), ("", nil), ("Bearerrv_1", nil),
        ("Digest username=\"Bearer\"", nil), ("Bearer a b", "ab"),
    ]

    @Test(arguments: authorizations)
    func `carry a token behind the word Bearer alone`(header: String, token: String?) throws {
        let request = try request(.get, "/work", [("Authorization", header)])
        #expect(Site.bearerToken(of: request) == token)
    }

    @Test func `without the header there is no token`() throws {
        #expect(Site.bearerToken(of: try request()) == nil)
        let cookie = try request(.get, "/work", [("Cookie", "Authorization=Bearer rv_1")])
        #expect(Site.bearerToken(of: cookie) == nil)
    }

    /// What is accepted, whether a token came along, and whether the answer is JSON.
    static let accepts: [(String?, Bool, Bool)] = [
        (nil, false, false), (nil, true, true), ("*/*", false, false), ("*/*", true, true),
        ("application/json", false, true), ("application/json", true, true),
        ("text/html", false, false), ("text/html", true, false),
        ("text/html, application/json", true, false), ("image/png", true, true),
        ("application/json;q=0.9, text/plain", false, true),
    ]

    @Test(arguments: accepts)
    func `get JSON unless they ask for a page`(
        accept: String?, hasToken: Bool, isJSON: Bool
    ) throws {
        var headers: [(String, String)] = []
        if let accept { headers.append(("Accept", accept)) }
        if hasToken { headers.append(("Authorization", "Bearer rv_1")) }
        #expect(Site.wantsJSON(try request(.get, "/work", headers)) == isJSON)
    }

    static let keys: [(String, String?)] = [
        ("k", "k"), ("\"k\"", "k"), ("\"", "\""), ("a b", "a b"),
        ("8e03978e-40d5", "8e03978e-40d5"),
        ("\"a\"b\"", "a\"b"), ("", nil), (String(repeating: "k", count: 200), nil),
    ]

    @Test func `name a command by a key, with or without quotes`() throws {
        for (header, key) in Self.keys where header.count < 200 {
            let request = try request(.post, "/counter/X", [("Idempotency-Key", header)])
            #expect(try Site.idempotencyKey(of: request) == key, "\(header)")
        }
        #expect(try Site.idempotencyKey(of: try request()) == nil)
        let longest = String(repeating: "k", count: 200)
        let whole = try request(.post, "/counter/X", [("Idempotency-Key", longest)])
        #expect(try Site.idempotencyKey(of: whole) == longest)
        for bad in ["\"\"", longest + "k"] {
            let request = try request(.post, "/counter/X", [("Idempotency-Key", bad)])
            #expect(throws: Site.FormRejection.keyInvalid) {
                try Site.idempotencyKey(of: request)
            }
        }
    }

    /// Addresses beside those that TokenBearerTests opens with real tokens.
    static let scopes: [(HTTPRequest.Method, String, Tokens.Scope?)] = [
        (.get, "/", .read), (.get, "/anything/at/all", .read), (.head, "/reports", .read),
        (.post, "/counter/A", .work), (.post, "//counter/A", .work),
        (.post, "/dossiers/A/acts?x=/organisation", .work),
        (.post, "/outages", .work), (.post, "/outages/1/acts", .work),
        (.post, "/delegations", .admin), (.post, "/delegations/1/revocation", .admin),
        (.post, "/papers/fields", .admin),
        (.post, "/lateness", nil), (.post, "/apologies/quality", nil),
        (.post, "/counters", nil), (.post, "/dossier/A", nil), (.post, "", nil),
        (.post, "/Dossiers/A", nil), (.post, "/../dossiers/A", nil), (.post, "/%64ossiers", nil),
        (.options, "/work", nil), (.trace, "/work", nil), (.connect, "/work", nil),
        (.put, "/processes", nil), (.patch, "/organisation/p", nil), (.delete, "/counter/A", nil),
    ]

    @Test(arguments: scopes)
    func `need the scope of the address, and where none is named nothing helps`(
        method: HTTPRequest.Method, path: String, scope: Tokens.Scope?
    ) throws {
        #expect(Site.scope(of: try request(method, path)) == scope)
    }

    @Test func `that were refused are told so in the header too`() {
        #expect(Tokens.Denial.notValid.status == .unauthorized)
        #expect(Tokens.Denial.notValid.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
        for scope in Tokens.Scope.allCases {
            let denial = Tokens.Denial.scopeNeeded(scope)
            #expect(denial.status == .forbidden)
            #expect(
                denial.headers[.wwwAuthenticate]
                    == "Bearer realm=\"roviec\", error=\"insufficient_scope\", scope=\"\(scope)\"")
            #expect(denial.sentence.vi.contains("“\(scope.rawValue)”"))
        }
        #expect(Tokens.Denial.notForPrograms.status == .forbidden)
        #expect(Tokens.Denial.besideSession.status == .badRequest)
        #expect(Tokens.Denial.besideSession.headers.isEmpty)
    }
}
