// Answers: a page, JSON of the same value, a redirect after a command, a refusal.

import Engine
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import WorkTime

extension Site {
    /// Whether the caller is a program that asked for JSON, or shows a token and did not ask for
    /// a page.
    public static func wantsJSON(_ request: Request) -> Bool {
        let accept = request.headers[.accept] ?? ""
        if accept.contains("text/html") { return false }
        return accept.contains("application/json") || bearerToken(of: request) != nil
    }

    public static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/html; charset=utf-8"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    public static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var headers = HTTPFields()
        headers[.contentType] = "application/json; charset=utf-8"
        headers[.cacheControl] = "no-store"
        let bytes = try encoder.encode(value)
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(bytes))))
    }

    /// A table as a file to be kept.
    /// - Parameter name: Of the file, in plain letters, without its end.
    static func commaSeparated(_ text: String, named name: String) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = "text/csv; charset=utf-8"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Sends the browser on with a GET, after a command (303).
    public static func redirect(to path: String) -> Response {
        var headers = HTTPFields()
        headers[.location] = path
        return Response(status: .seeOther, headers: headers)
    }

    /// What a program gets when something may not be done.
    public struct RefusalValue: Encodable, Sendable {
        public let code: String
        public let field: String?
        public let vi: String
        public let en: String
        public init(_ refusal: any Refusal) {
            code = refusal.code
            field = refusal.field
            vi = refusal.sentence.vi
            en = refusal.sentence.en
        }
    }

    /// What a program gets when something went wrong that nobody expected.
    struct IncidentValue: Encodable, Sendable {
        let code: String
        let number: String
        let vi: String
        let en: String
        init(number: String, texts: Texts) {
            code = "site.incident"
            self.number = number
            vi = texts.text("site.incident", .vi, [number])
            en = texts.text("site.incident", .en, [number])
        }
    }
}

extension Site.House {
    /// The same value for people and for programs.
    public func answer<Value: Encodable>(
        _ value: Value, to request: Request, _ context: Site.Context,
        page: (Value, Site.Frame) -> HTML
    ) throws -> Response {
        if Site.wantsJSON(request) { return try Site.json(value) }
        return Site.page(page(value, frame(request, context)))
    }

    /// Performs what a form asks for and sends the browser on; a program gets the answer.
    /// - Parameters:
    ///   - name: What the form acts on: the same key for something else is refused.
    ///   - next: Where people go on.
    func perform(
        _ command: OfficeCommand, asked form: Site.Form, for name: String, by actor: Actor,
        _ request: Request, status: HTTPResponse.Status = .ok, next: String
    ) async throws -> Response {
        let answer = try await desk.perform(
            command, by: actor, at: clock.now, key: form.commandKey,
            fingerprint: form.fingerprint(for: name))
        if Site.wantsJSON(request) { return try Site.json(answer, status: status) }
        return Site.redirect(to: next)
    }

    /// A refusal of the engine with names in place of identifiers; as it is where they cannot be
    /// read.
    func named(_ refusal: any Refusal, in dossier: String? = nil) async -> any Refusal {
        guard case .work? = refusal as? Dossiers.Rejection else { return refusal }
        return (try? await desk.read { try $0.named(refusal, in: dossier) }) ?? refusal
    }

    /// A refused command whose form comes back with what is wrong. Programs get the refusal alone,
    /// and so does who may not know that there is such a form.
    /// - Parameter page: The page again, with the refusal and what was entered.
    func refuse(
        _ refusal: any Refusal, to request: Request, _ context: Site.Context,
        page: (Site.Frame) async throws -> HTML
    ) async throws -> Response {
        if refusal.isNotFound || Site.wantsJSON(request) {
            return try refuse(refusal, to: request, context)
        }
        return Site.page(
            try await page(frame(request, context)), status: .unprocessableContent)
    }

    /// A refused command without a form of its own: the sentence on a page, status 422 or 404
    /// unless the refusal states another.
    public func refuse(
        _ refusal: any Refusal, to request: Request, _ context: Site.Context
    ) throws -> Response {
        let stated = refusal as? any StatedRefusal
        let status: HTTPResponse.Status =
            stated?.status ?? (refusal.isNotFound ? .notFound : .unprocessableContent)
        var response =
            Site.wantsJSON(request)
            ? try Site.json(Site.RefusalValue(refusal), status: status)
            : Site.page(
                frame(request, context).refusalPage(refusal.sentence), status: status)
        for field in stated?.headers ?? [:] { response.headers[field.name] = field.value }
        return response
    }
}
