// Asking the small office for its pages as a browser or a program does.

import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What came back.
struct ProcessTestAnswer: Sendable {
    let status: HTTPResponse.Status
    let text: String
    let location: String

    func json() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func code() throws -> String { try #require(try json()["code"] as? String) }
}

extension ProcessTestOffice {
    /// Opens an office, hands it to the test, and leaves nothing behind.
    static func run(_ body: (ProcessTestOffice) async throws -> Void) async throws {
        let office = try await open()
        do {
            try await body(office)
        } catch {
            try await office.close()
            throw error
        }
        try await office.close()
    }

    func get(
        _ path: String, as person: PersonID? = editor, wantsJSON: Bool = false,
        language: String = "vi"
    ) async throws -> ProcessTestAnswer {
        try await send(.get, path, as: person, wantsJSON: wantsJSON, language: language)
    }

    /// Posts a form with the token of the session, as a page of it would.
    func post(
        _ path: String, _ form: [(String, String)], as person: PersonID? = editor,
        wantsJSON: Bool = false
    ) async throws -> ProcessTestAnswer {
        let token = person.map { Site.formToken(of: "session-\($0)") } ?? ""
        let body = DossierTestOffice.encoded(form + [("token", token)])
        return try await send(
            .post, path, as: person, wantsJSON: wantsJSON, language: "vi", body: body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as person: PersonID?, wantsJSON: Bool,
        language: String, body: [UInt8]? = nil
    ) async throws -> ProcessTestAnswer {
        var headers: HTTPFields = [:]
        let session = person.map { "; roviec_session=session-\($0)" } ?? ""
        headers[.cookie] = "roviec_language=\(language)\(session)"
        if wantsJSON { headers[.accept] = "application/json" }
        let sent = headers
        return try await Application(router: house.router()).test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: body.map { ByteBuffer(bytes: $0) }
            ) { response in
                ProcessTestAnswer(
                    status: response.status, text: String(buffer: response.body),
                    location: response.headers[.location] ?? "")
            }
        }
    }
}
