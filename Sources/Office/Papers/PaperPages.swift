// /dossiers/CODE/papers/KIND, the same as PDF, and the PDF of every other paper.

import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import WorkTime

extension Site.House {
    func addPaperRoutes(to router: Router<Site.Context>) {
        router.get("/dossiers/:code/papers/:kind", use: showPaper)
        addPaperStampRoutes(to: router)
    }

    /// `KIND` is the page, `KIND.pdf` the sheet as PDF.
    private func showPaper(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let name = context.parameters.get("kind") ?? ""
        let isPDF = name.hasSuffix(Papers.pdfEnding)
        let plain = isPDF ? String(name.dropLast(Papers.pdfEnding.count)) : name
        guard let kind = Papers.Kind(rawValue: plain) else { throw Papers.Rejection.unknown(name) }
        let paper = try await shownPaper(kind, context)
        if isPDF {
            let view = PaperFormView(paper: paper, frame: frame(request, context))
            return try await pdf(of: view.sheet, in: request, context)
        }
        return try answer(paper, to: request, context) { PaperView(paper: $0, frame: $1).html }
    }

    /// A paper names the applicant, so the look is noted first.
    private func shownPaper(
        _ kind: Papers.Kind, _ context: Site.Context
    ) async throws -> Papers.Paper {
        let viewer = try requireViewer(context)
        let (code, now) = (context.parameters.get("code") ?? "", officeNow)
        let paper = try await desk.read { try $0.paper(kind, of: code, for: viewer, at: now) }
        if paper.applicant != nil {
            try await desk.note(
                Reads.Look(subject: code, person: viewer.person, paper: .form), at: now)
        }
        return paper
    }

    /// A sheet as PDF, under the name of what it is.
    func pdf(
        of sheet: Papers.Sheet, in request: Request, _ context: Site.Context
    ) async throws -> Response {
        guard let press else { throw Papers.PressFailure.absent }
        let document = frame(request, context).alone(sheet)
        let bytes = try await press.print(
            document.bytes, style: assets["roviec.css"]?.bytes ?? [])
        var headers = HTTPFields()
        headers[.contentType] = "application/pdf"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = Papers.disposition(of: sheet.title)
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Papers {
    static let pdfEnding = ".pdf"

    /// Shown by the browser, saved under a name without marks (RFC 6266).
    static func disposition(of title: String) -> String {
        let plain = title.map { letter in
            letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-") ? letter : "_"
        }
        let encoded = Link.percentEncoded(title + pdfEnding)
        return "inline; filename=\"\(String(plain))\(pdfEnding)\"; filename*=UTF-8''\(encoded)"
    }
}
