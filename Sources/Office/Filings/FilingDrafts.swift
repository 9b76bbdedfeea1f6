// Answers that were not sent yet. They lie beside the ledger, under a secret that only the browser
// has, and go after some days without a change: nobody else can read or find them by name.

import Ledger
import ProcessModel
import WorkTime

extension Filings {
    /// A draft as it stands.
    struct Draft: Sendable {
        let process: ProcessCode
        var answers: Answers
        /// Code of the filing that it became; then the answers are gone.
        var filing: String?
    }

    static let cookie = "roviec_filing"
    /// Days after the last change.
    static let draftDays: Int64 = 7
    /// Bytes of all answers of a draft.
    static let draftMaximum = 100_000

    /// `nil` for one whose answers cannot be read: they are asked for again.
    static func draft(secret: String, in reader: any LedgerReader) throws -> Draft? {
        if secret.isEmpty { return nil }
        let row = try reader.row(
            "SELECT process, answers, filing FROM filingDraft WHERE secret = ?",
            [.text(Site.digest(of: secret))])
        guard let row, let answers = try? Answers(text: try row.text("answers")) else {
            return nil
        }
        return Draft(
            process: ProcessCode(try row.text("process")), answers: answers,
            filing: try row.optionalText("filing"))
    }

    static func keep(
        _ draft: Draft, secret: String, at now: Instant, in transaction: any LedgerTransaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO filingDraft (secret, process, answers, filing, changedAt)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (secret) DO UPDATE SET process = excluded.process,
                answers = excluded.answers, filing = excluded.filing,
                changedAt = excluded.changedAt
            """,
            [
                .text(Site.digest(of: secret)), .text(draft.process.rawValue),
                .text(try draft.answers.text()), SQLValue(draft.filing),
                .integer(now.milliseconds),
            ])
    }

    /// Returns how many went.
    static func forgetDrafts(
        at now: Instant, in transaction: any LedgerTransaction
    ) throws -> Int {
        try transaction.execute(
            "DELETE FROM filingDraft WHERE changedAt < ?",
            [.integer(now.milliseconds - draftDays * 86_400_000)])
    }
}

extension Filings.Answers {
    static let none = Filings.Answers(form: Site.Form(pairs: []), seen: [])

    /// Of a draft that begins with what was answered before. No page counts as seen.
    init(prefilled: Prefills.Filled) {
        self.init(
            form: prefilled.under(Site.Form(pairs: [])), seen: [], prefill: prefilled)
    }

    /// Nothing but that the number of an identity paper, never typed here, was sent.
    var sent: Filings.Answers {
        var sent = Filings.Answers.none
        sent.prefill = prefill?.sent
        return sent
    }

    /// With the answers of one page in place of what it had.
    func with(_ question: Filings.Question, _ sent: Site.Form) -> Filings.Answers {
        let sent = question == .person ? prefill?.keepingIdentity(sent) ?? sent : sent
        let kept = form.pairs.filter { !Filings.owns(question, $0.name) }
        let new = sent.pairs.filter { Filings.owns(question, $0.name) && !$0.value.isEmpty }
        let answered = Site.Form(pairs: kept + new)
        var seen = seen.union([question.id])
        // Another address has to be shown anew.
        if ["phone", "email"].contains(where: { answered[$0] != form[$0] }) {
            seen.remove(Filings.Question.proof.id)
        }
        return Filings.Answers(
            form: answered, seen: seen, prefill: prefill?.standing(in: answered))
    }
}
