// Asking the test office as a browser or a program does.

import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Testing
import WorkTime

@testable import Office

/// What came back.
struct DossierTestAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    var location: String { headers[.location] ?? "" }

    func header(_ name: String) -> String {
        HTTPField.Name(name).flatMap { headers[$0] } ?? ""
    }

    func json() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func code() throws -> String { try #require(try json()["code"] as? String) }

    /// The value of a hidden field of the page.
    func hidden(_ name: String) throws -> String {
        let mark = "name=\"\(name)\" value=\""
        let start = try #require(text.firstRange(of: mark)).upperBound
        return String(text[start...].prefix { $0 != "\"" })
    }
}

extension DossierTestOffice {
    /// A session as the sign-in page would have opened it.
    func signIn(_ person: PersonID) async throws -> String {
        let token = "phien-\(person)-\(desk.sources.token())"
        let now = sources.now
        try await desk.store.write { transaction in
            try People.openSession(
                tokenDigest: Site.digest(of: token), account: "\(person)", person: person,
                at: now, in: transaction)
        }
        return token
    }

    /// One request with exactly these headers and this body.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:],
        body: [UInt8]? = nil
    ) async throws -> DossierTestAnswer {
        try await Application(router: house.router()).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: headers,
                body: body.map { ByteBuffer(bytes: $0) }
            ) { response in
                DossierTestAnswer(
                    status: response.status, headers: response.headers,
                    text: String(buffer: response.body))
            }
        }
    }

    /// Opens a page as somebody; `nil` has not signed in.
    func open(
        _ path: String, as person: PersonID?, wantsJSON: Bool = false, language: String? = nil
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [:]
        var cookies: [String] = []
        if let person {
            cookies.append("roviec_session=\(try await signIn(person))")
        }
        if let language { cookies.append("roviec_language=\(language)") }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await send(.get, path, headers)
    }

    /// Posts a form with the token of a session, as a page of it would.
    func post(
        _ path: String, as person: PersonID?, _ fields: [(String, String)],
        wantsJSON: Bool = false, withToken: Bool = true
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [:]
        var fields = fields
        if let person {
            let session = try await signIn(person)
            headers[.cookie] = "roviec_session=\(session)"
            if withToken { fields.append(("token", Site.formToken(of: session))) }
        }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await send(.post, path, headers, body: Self.encoded(fields))
    }

    /// `application/x-www-form-urlencoded`, every byte that is no letter or digit as `%XX`.
    static func encoded(_ fields: [(String, String)]) -> [UInt8] {
        Array(
            fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&").utf8)
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character)
                : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
