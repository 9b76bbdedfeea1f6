// Asking the test office as another program does: with a token instead of a session.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// A token of a person, made at the machine.
    func token(
        of person: PersonID, _ scopes: Tokens.Scope..., days: Int = 90, name: String = "máy"
    ) async throws -> String {
        try #require(try await issue(person, scopes, days: days, name: name).text)
    }

    func issue(
        _ person: PersonID, _ scopes: [Tokens.Scope], days: Int = 90, name: String = "máy",
        by actor: PersonID? = nil, key: String? = nil
    ) async throws -> Tokens.Issued {
        try await desk.issueToken(
            for: person, name: name, scopes: scopes, days: days, by: actor.map { Actor($0) },
            at: sources.now, key: key)
    }

    func revoke(_ id: String, by person: PersonID? = nil) async throws {
        _ = try await desk.perform(
            .tokens(.revoke(id)), by: person.map { Actor($0) }, at: sources.now)
    }

    /// One request of a program; `json` is sent as a body of that type.
    func call(
        _ method: HTTPRequest.Method, _ path: String, _ token: String, json: String? = nil,
        key: String? = nil, _ more: HTTPFields = [:]
    ) async throws -> DossierTestAnswer {
        var headers = more
        headers[.authorization] = "Bearer \(token)"
        if json != nil { headers[.contentType] = "application/json" }
        if let key {
            headers[try #require(HTTPField.Name("Idempotency-Key"))] = key
        }
        return try await send(method, path, headers, body: json.map { Array($0.utf8) })
    }

    /// What is known of all tokens, as a list shows them.
    func tokens(of person: PersonID? = nil) async throws -> [Tokens.Listed] {
        let now = sources.now
        return try await desk.read { try $0.tokens(of: person, at: now) }
    }
}
