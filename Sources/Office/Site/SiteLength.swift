// How much a request may say that it brings. A little too much is read to its end, since a browser
// shows no sentence before it has sent everything; what nobody would wait for is refused before
// anything of it is read, and the line is closed.

import HTTPTypes
import Hummingbird
import WorkTime

extension Site {
    /// The request states more than any address takes.
    struct TooLong: StatedRefusal, Hashable {
        let megabytes: Int

        var code: String { "site.tooLong" }
        var sentence: Bilingual {
            Bilingual(
                vi: "Nội dung gửi lên quá lớn: ở đây nhận tối đa \(megabytes) MB một lần.",
                en: "What was sent is too large: \(megabytes) MB at a time are taken here.")
        }
        var status: HTTPResponse.Status { .contentTooLarge }
        var headers: HTTPFields { [.connection: "close"] }
    }

    /// So many times the limit are still read to the end and then refused.
    private static let patience = 8

    /// - Throws: `TooLong` by the length that is stated; a length that is no number is too long.
    static func checkLength(
        of request: Request, files: Int, form: Int = 1_048_576
    ) throws(TooLong) {
        guard let text = request.headers[.contentLength] else { return }
        let limit = limit(of: request.head, files: files, form: form)
        if let stated = Int(text), (0...patience * limit).contains(stated) { return }
        throw TooLong(megabytes: limit / Attachments.Limits.megabyte)
    }

    /// Most bytes of a body that are read from a line, whatever its length is said to be.
    /// - Parameters:
    ///   - files: Most bytes of a request with files.
    ///   - form: Most bytes of a request without.
    public static func readMaximum(
        of head: HTTPRequest, files: Int, form: Int = 1_048_576
    ) -> Int {
        patience * limit(of: head, files: files, form: form)
    }

    private static func limit(of head: HTTPRequest, files: Int, form: Int) -> Int {
        let isMultipart = head.headerFields[.contentType]?.hasPrefix("multipart/") ?? false
        return isMultipart ? files : form
    }

    /// Ends a connection after its last answer.
    struct LineClosed: Error {}
}

/// Stands before the handlers, behind what turns refusals into answers.
struct LengthMiddleware: RouterMiddleware {
    let files: Int

    func handle(
        _ request: Request, context: Site.Context,
        next: (Request, Site.Context) async throws -> Response
    ) async throws -> Response {
        try Site.checkLength(of: request, files: files, form: context.maxUploadSize)
        return try await next(request, context)
    }
}

/// An answer that says so closes the line: else the server would read on what it refused.
struct ClosingMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: Site.Context,
        next: (Request, Site.Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.connection] != "close" { return response }
        let body = response.body
        response.body = ResponseBody(contentLength: body.contentLength) { writer in
            try await body.write(writer)
            throw Site.LineClosed()
        }
        return response
    }
}
