// /procedures/CODE/form.schema.json: open to everybody, kept by whoever asked until it changes.

import HTTPTypes
import Hummingbird
import NIOCore
import ProcessModel
import WorkTime

extension Site.House {
    func addFormRoutes(to router: Router<Site.Context>) {
        router.get("/procedures/:code/form.schema.json", use: showFormSchema)
    }

    private func showFormSchema(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let (code, today) = (ProcessCode(context.parameters.get("code") ?? ""), officeNow.day)
        let schema = try await desk.read { reading -> Forms.SchemaValue in
            // What has no page has no form either.
            let page = try reading.procedurePage(code, on: today)
            let version = try reading.publishedIssue(of: code, on: today)?.version
            return Forms.schema(of: version?.firstForm, process: code, title: page.title)
        }
        let text = try schema.text()
        let mark = "\"\(Site.digest(of: text))\""
        var headers = HTTPFields()
        headers[.eTag] = mark
        headers[.cacheControl] = "public, max-age=300"
        let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map { part in
            part.filter { $0 != " " }
        }
        if known.contains(mark) || known.contains("W/\(mark)") {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/schema+json; charset=utf-8"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
