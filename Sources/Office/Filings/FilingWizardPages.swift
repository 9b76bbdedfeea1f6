// /file/PROCEDURE: a citizen files online, one question a page, without an account. What was
// answered waits under a secret of the browser; a program sends all answers at once.

import Hummingbird
import Ledger
import ProcessModel
import WorkTime

extension Site.House {
    func addFilingRoutes(to router: Router<Site.Context>) {
        router.get("/file/:process", use: showFilingStart)
        router.post("/file/:process", use: beginFiling)
        router.get("/file/:process/:question", use: showFilingQuestion)
        router.post("/file/:process/:question", use: answerFilingQuestion)
        router.post("/track/filing", use: actAsApplicant)
        addFilingOfficeRoutes(to: router)
    }

    private func showFilingStart(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let wizard = try await filingWizard(request, context)
        if Site.wantsJSON(request) { return try Site.json(Filings.WizardValue(wizard)) }
        let prefill = try await prefillOffer(to: request)
        return Site.page(
            FilingStartView(
                wizard: wizard, frame: frame(request, context), prefill: prefill
            ).html)
    }

    /// A browser gets a new draft and the first question; a program sends everything.
    private func beginFiling(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let wizard = try await filingWizard(request, context)
        let filled =
            form["prefill"] == Prefills.tick ? try await prefill(wizard, request) : nil
        if Site.wantsJSON(request) {
            var submission = wizard.offer.submission(from: filled?.under(form) ?? form)
            submission.session = try await openSession(of: request)
            let receipt = try await send(
                submission, key: form.commandKey,
                fingerprint: form.fingerprint(for: wizard.process.rawValue))
            return try Site.json(receipt, status: .created)
        }
        let secret = desk.sources.token()
        try await keepFilingDraft(
            Filings.Draft(
                process: wizard.process, answers: filled.map { .init(prefilled: $0) } ?? .none),
            secret: secret)
        let first = wizard.offer.questions.first?.id ?? "review"
        var response = Site.redirect(to: "/file/\(wizard.process)/\(first)")
        response.headers[.setCookie] =
            "\(Filings.cookie)=\(secret); Path=/file; HttpOnly; SameSite=Lax; "
            + "Max-Age=\(Filings.draftDays * 86_400)"
        return response
    }

    private func showFilingQuestion(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let id = context.parameters.get("question") ?? ""
        if id == "done", let receipt = try await sentReceipt(request, context) {
            return receipt
        }
        if id == Filings.sheetPage || id == Filings.sheetPage + Papers.pdfEnding,
            let sheet = try await filingSheet(
                request, context, isPDF: id != Filings.sheetPage)
        {
            return sheet
        }
        let wizard = try await filingWizard(request, context)
        guard let draft = wizard.draft else {
            return Site.redirect(to: "/file/\(wizard.process)")
        }
        if draft.filing != nil { return Site.redirect(to: "/file/\(wizard.process)/done") }
        let frame = frame(request, context)
        if id == Filings.Question.files.id {
            let view = FilingFilesView(wizard: wizard, frame: frame, limits: attachments.limits)
            return Site.page(view.html)
        }
        if id == Filings.Question.proof.id, wizard.offer.question(id) != nil {
            return try await showFilingProof(wizard, request, context)
        }
        if let question = wizard.offer.question(id) {
            guard wizard.questions.contains(question) else {
                return Site.redirect(to: wizard.way(after: draft.answers))
            }
            return Site.page(
                FilingQuestionView(wizard: wizard, question: question, frame: frame).html)
        }
        guard id == "review" else { throw DeskRefusal.unknown(id) }
        if wizard.offer.next(after: draft.answers) != nil {
            return Site.redirect(to: wizard.way(after: draft.answers))
        }
        return Site.page(FilingReviewView(wizard: wizard, frame: frame).html)
    }

    /// The number stays to be read when the procedure is not offered any more.
    private func sentReceipt(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response? {
        let process = ProcessCode(context.parameters.get("process") ?? "")
        let secret = filingSecret(of: request)
        let receipt = try await desk.read { reading -> Filings.Receipt? in
            guard let draft = try Filings.draft(secret: secret, in: reading.reader),
                draft.process == process, let code = draft.filing
            else { return nil }
            return try reading.filingReceipt(code)
        }
        return try receipt.map { receipt in
            try answer(receipt, to: request, context) {
                FilingReceiptView(receipt: $0, process: process, frame: $1).html
            }
        }
    }

    private func answerFilingQuestion(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let id = context.parameters.get("question") ?? ""
        if id == Filings.Question.files.id { return try await answerFilingFiles(request, context) }
        let form = try await form(of: request, context)
        let wizard = try await filingWizard(request, context)
        guard let draft = wizard.draft, draft.filing == nil else {
            return Site.redirect(to: "/file/\(wizard.process)")
        }
        if id == "review" { return try await sendDraft(draft, wizard, request, context) }
        guard let question = wizard.offer.question(id) else { throw DeskRefusal.unknown(id) }
        // Not asked any more, or never: nothing of it is kept.
        guard wizard.questions.contains(question) else {
            return Site.redirect(to: wizard.way(after: draft.answers))
        }
        if question == .proof {
            return try await answerFilingProof(form, draft, wizard, request, context)
        }
        let answers = draft.answers.with(question, form)
        if try answers.text().utf8.count > Filings.draftMaximum {
            throw Filings.Rejection.textTooLong
        }
        let mistake = wizard.offer.mistake(
            in: wizard.offer.submission(from: answers.form), at: question)
        if let mistake {
            let view = FilingQuestionView(
                wizard: wizard, question: question, frame: frame(request, context),
                refusal: mistake, entered: form)
            return Site.page(view.html, status: .unprocessableContent)
        }
        try await keepFilingDraft(
            Filings.Draft(process: wizard.process, answers: answers),
            secret: filingSecret(of: request))
        return Site.redirect(to: wizard.way(after: answers))
    }

    /// The secret is the key of the command: sent twice, it is one filing.
    private func sendDraft(
        _ draft: Filings.Draft, _ wizard: Filings.Wizard, _ request: Request,
        _ context: Site.Context
    ) async throws -> Response {
        if wizard.offer.next(after: draft.answers) != nil {
            return Site.redirect(to: wizard.way(after: draft.answers))
        }
        if wizard.files.contains(where: { $0.standing == .infected }) {
            return Site.redirect(to: "/file/\(wizard.process)/\(Filings.Question.files.id)")
        }
        let secret = filingSecret(of: request)
        var submission = wizard.submission
        submission.draft = Site.digest(of: secret)
        submission.session = try await openSession(of: request)
        let receipt = try await send(
            submission, key: "filing/" + Site.digest(of: secret), fingerprint: [])
        try await keepFilingDraft(
            Filings.Draft(
                process: wizard.process, answers: draft.answers.sent, filing: receipt.filing),
            secret: secret)
        return Site.redirect(to: "/file/\(wizard.process)/done")
    }

    private func send(
        _ submission: Filings.Submission, key: String?, fingerprint: [UInt8]
    ) async throws -> Filings.Receipt {
        var submission = submission
        submission.needsShownContact = contacts.isRequired
        let answer = try await desk.perform(
            .filings(.submit(submission)), by: nil, at: clock.now, key: key,
            fingerprint: fingerprint)
        let code = String(answer.stream.dropFirst(Filings.stream(of: "").count))
        return try await desk.read { try $0.filingReceipt(code) }
    }

    func keepFilingDraft(_ draft: Filings.Draft, secret: String) async throws {
        let now = desk.machineNow()
        try await desk.store.write { transaction in
            try Filings.keep(draft, secret: secret, at: now, in: transaction)
        }
    }

    func filingWizard(
        _ request: Request, _ context: Site.Context
    ) async throws -> Filings.Wizard {
        let process = ProcessCode(context.parameters.get("process") ?? "")
        let (secret, today) = (filingSecret(of: request), officeNow.day)
        let (session, contacts) = (try await openSession(of: request), contacts)
        return try await desk.read {
            try $0.wizard(
                of: process, secret: secret, session: session, contacts: contacts, on: today)
        }
    }

    /// Digest of the token of a session of /my that is still open.
    private func openSession(of request: Request) async throws -> String? {
        guard try await contactSession(of: request) != nil else { return nil }
        return Site.digest(of: contactToken(of: request))
    }

    func filingSecret(of request: Request) -> String {
        Site.cookie(Filings.cookie, of: request) ?? ""
    }
}
