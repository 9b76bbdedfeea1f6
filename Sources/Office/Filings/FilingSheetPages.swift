// /file/PROCEDURE/sheet and sheet.pdf: what was filed, for the browser that has the secret.

import HTML
import HTTPTypes
import Hummingbird
import ProcessModel
import WorkTime

extension Filings {
    static let sheetPage = "sheet"
}

extension Site.House {
    /// `nil` when the browser has no secret of a filing that was sent.
    func filingSheet(
        _ request: Request, _ context: Site.Context, isPDF: Bool
    ) async throws -> Response? {
        let process = ProcessCode(context.parameters.get("process") ?? "")
        let secret = filingSecret(of: request)
        let sheet = try await desk.read { reading -> Filings.Sheet? in
            guard let draft = try Filings.draft(secret: secret, in: reading.reader),
                draft.process == process, let code = draft.filing
            else { return nil }
            var sheet = try reading.filingSheet(code)
            // A number that was filled in is not shown to the browser that sent it.
            if draft.answers.prefill?.hasIdentity == true, let number = sheet.applicant?.identity {
                sheet.applicant?.identity = Dossiers.masked(number)
            }
            return sheet
        }
        guard let sheet else { return nil }
        if isPDF {
            let view = FilingSheetView(sheet: sheet, frame: frame(request, context))
            return try await pdf(of: view.paper, in: request, context)
        }
        return try answer(sheet, to: request, context) {
            FilingSheetView(sheet: $0, frame: $1).html
        }
    }
}
