// /file/PROCEDURE/files: the citizen adds pictures of papers, one input for each, and removes them
// again until the filing is sent.

import HTTPTypes
import Hummingbird
import Ledger
import WorkTime

extension Site.House {
    /// Continues, or stays for more files; the page again with what is wrong.
    func answerFilingFiles(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let secret = filingSecret(of: request)
        let wizard = try await filingWizard(request, context)
        guard let draft = wizard.draft, draft.filing == nil else {
            return Site.redirect(to: "/file/\(wizard.process)")
        }
        let owner = Attachments.Owner.draft(secret: secret)
        let components = wizard.uploads
        let sent = try await formWithFiles(
            of: request, context, permit: { _ in owner },
            paper: { name, _ in
                Attachments.paper(ofInput: name).flatMap { components.contains($0) ? $0 : nil }
            })
        if let refusal = sent.refusal {
            if Site.wantsJSON(request) { return try refuse(refusal, to: request, context) }
            let view = FilingFilesView(
                wizard: try await filingWizard(request, context), frame: frame(request, context),
                limits: attachments.limits, refusal: refusal, wrong: sent.input)
            return Site.page(view.html, status: refusal.status)
        }
        let (removed, form) = (sent.form["remove"], sent.form)
        if !removed.isEmpty {
            _ = try await desk.store.write { transaction in
                try Attachments.delete(
                    where: "id = ? AND subject = ? AND held = 'draft'",
                    [.text(removed), .text(owner.subject)], in: transaction)
            }
        }
        let staying = !removed.isEmpty || !form["stay"].isEmpty
        var answers = draft.answers
        if !staying { answers.seen.insert(Filings.Question.files.id) }
        try await keepFilingDraft(
            Filings.Draft(process: wizard.process, answers: answers), secret: secret)
        if staying { return Site.redirect(to: "/file/\(wizard.process)/files") }
        let next = wizard.offer.next(after: answers)?.id ?? "review"
        return Site.redirect(to: "/file/\(wizard.process)/\(next)")
    }
}
