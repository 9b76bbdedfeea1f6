// Reading processes: /processes, /processes/gaps, one issue, comparison, the step table as a file.

import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import ProcessFormats
import ProcessModel
import WorkTime

extension Site.House {
    func addProcessRoutes(to router: Router<Site.Context>) {
        router.get("/processes", use: showCatalogue)
        router.get("/processes/gaps", use: showGaps)
        router.get("/processes/check", use: showCheck)
        router.post("/processes/check", use: checkProcess)
        router.post("/processes", use: draftProcess)
        // Also CODE.yaml and CODE.svg.
        router.get("/processes/:code", use: showProcess)
        router.get("/processes/:code/issues/:issue", use: showIssue)
        router.get("/processes/:code/compare", use: compareIssues)
        router.post("/processes/:code/publish", use: publishProcess)
        router.post("/processes/:code/retire", use: retireProcess)
    }

    private func showCatalogue(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = try processQuery(request)
        let filter = Processes.CatalogueFilter(
            words: String(query["q"].prefix(200)), kind: query["kind"], field: query["field"],
            unit: query["unit"], standing: query["standing"], after: query["after"])
        let language = context.language
        let catalogue = try await desk.read {
            try $0.catalogue(filter, of: viewer, in: language)
        }
        return try answer(catalogue, to: request, context) {
            ProcessCatalogueView(catalogue: $0, frame: $1).html
        }
    }

    private func showGaps(_ request: Request, _ context: Site.Context) async throws -> Response {
        let viewer = try requireViewer(context)
        let query = try processQuery(request)
        let gaps = try await desk.read {
            try $0.gaps(rule: query["rule"], after: query["after"], of: viewer)
        }
        return try answer(gaps, to: request, context) {
            ProcessGapsView(gaps: $0, frame: $1).html
        }
    }

    private func showProcess(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let name = try processCode(context).rawValue
        for ending in [".yaml", ".svg"] where name.hasSuffix(ending) {
            let code = ProcessCode(String(name.dropLast(ending.count)))
            return try await processFile(code, ending, request, context)
        }
        return try await sheetPage(ProcessCode(name), issue: nil, request, context)
    }

    private func showIssue(_ request: Request, _ context: Site.Context) async throws -> Response {
        let code = try processCode(context)
        guard let issue = context.parameters.get("issue", as: Int.self) else {
            throw Processes.Rejection.noSuchIssue(code, 0)
        }
        return try await sheetPage(code, issue: issue, request, context)
    }

    private func sheetPage(
        _ code: ProcessCode, issue: Int?, _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let language = context.language
        let read = try await desk.read {
            try $0.sheet(code, issue: issue, of: viewer, in: language)
        }
        return try answer(read.sheet, to: request, context) { sheet, frame in
            ProcessSheetView(
                sheet: sheet, version: read.version, naming: read.naming, frame: frame
            ).html
        }
    }

    private func compareIssues(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let code = try processCode(context)
        let query = try processQuery(request)
        let (from, to, language) = (Int(query["from"]), Int(query["to"]), context.language)
        let comparison = try await desk.read {
            try $0.comparison(code, from: from, to: to, of: viewer, in: language)
        }
        return try answer(comparison, to: request, context) {
            ProcessComparisonView(comparison: $0, frame: $1).html
        }
    }

    /// The issue that counts as a step table or as a drawing; `?issue=2` for another.
    private func processFile(
        _ code: ProcessCode, _ ending: String, _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let (issue, language) = (Int(try processQuery(request)["issue"]), context.language)
        let read = try await desk.read {
            try $0.sheet(code, issue: issue, of: viewer, in: language)
        }
        let isTable = ending == ".yaml"
        var headers = HTTPFields()
        headers[.contentType] =
            isTable ? "application/yaml; charset=utf-8" : "image/svg+xml; charset=utf-8"
        headers[.contentDisposition] =
            "attachment; filename*=UTF-8''\(Link.percentEncoded(code.rawValue))\(ending)"
        headers[.cacheControl] = "no-store"
        let bytes =
            isTable
            ? StepTableYAML.write(read.version)
            : ProcessDiagram(read.version, naming: read.naming).file
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The code in the address; letters may come percent-encoded.
    func processCode(_ context: Site.Context) throws -> ProcessCode {
        let text = context.parameters.get("code") ?? ""
        guard let form = try? Site.Form(urlEncoded: Array("code=\(text)".utf8)) else {
            throw Processes.Rejection.unknown(ProcessCode(text))
        }
        return ProcessCode(form["code"])
    }

    /// The query of an address, in which forms write spaces as plus signs.
    func processQuery(_ request: Request) throws -> Site.Form {
        do {
            return try Site.Form(urlEncoded: Array((request.uri.query ?? "").utf8))
        } catch {
            throw Site.FormRejection.notText
        }
    }
}
