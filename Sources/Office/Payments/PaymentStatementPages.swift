// /payments/statement: a bank's statement is pasted, shown with what each line is for, and what
// matched is confirmed. Nothing of the statement is kept but day and number of what was confirmed.

import Engine
import Hummingbird
import WorkTime

extension Site.House {
    func addPaymentStatementRoutes(to router: Router<Site.Context>) {
        router.get("/payments/statement", use: showStatement)
        router.post("/payments/statement", use: readStatement)
        router.post("/payments/statement/confirmation", use: confirmStatement)
    }

    /// The empty page, for who writes.
    private func showStatement(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let empty = Payments.Statement(lines: [], passedOver: 0)
        let table = try await desk.read { try $0.statementTable(of: empty, for: viewer) }
        return try answer(table, to: request, context) {
            PaymentStatementView(table: $0, frame: $1).html
        }
    }

    private func readStatement(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let statement: Payments.Statement
            do throws(Payments.StatementFlaw) {
                statement = try Payments.statement(of: form["statement"])
            } catch {
                throw Payments.Rejection.statement(error)
            }
            let table = try await desk.read { try $0.statementTable(of: statement, for: viewer) }
            return try answer(table, to: request, context) {
                PaymentStatementView(table: $0, frame: $1, isRead: true).html
            }
        } catch let refusal as Payments.Rejection {
            return try await refuseStatement(refusal, form, request, context, viewer)
        }
    }

    /// Each line is a command of its own: one that was paid meanwhile stops no other.
    private func confirmStatement(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let form = try await form(of: request, context)
        do {
            let lines = form.all("line").flatMap { $0.split(separator: "\n") }
                .compactMap { Payments.ChosenLine(text: String($0)) }
            if lines.isEmpty { throw Payments.Rejection.nothingToConfirm }
            let key = form.commandKey ?? desk.sources.token()
            let orders = lines.map { line in
                DeskOrder(
                    command: .payments(.confirm(line.dossier, line.number, line.receiving)),
                    actor: viewer.actor, at: clock.now,
                    key: "\(key)/\(line.dossier)/\(line.number)",
                    fingerprint: Array(line.text.utf8), salt: desk.sources.bytes(16))
            }
            let results = try await desk.perform(orders)
            let outcome = Payments.StatementOutcome(
                lines: try zip(lines, results).map { line, result in
                    try Payments.StatementOutcome.Line(line, result)
                })
            return try answer(outcome, to: request, context) {
                PaymentOutcomeView(outcome: $0, frame: $1).html
            }
        } catch let refusal as Payments.Rejection {
            return try await refuseStatement(refusal, form, request, context, viewer)
        }
    }

    private func refuseStatement(
        _ refusal: Payments.Rejection, _ form: Site.Form, _ request: Request,
        _ context: Site.Context, _ viewer: Viewer
    ) async throws -> Response {
        if Site.wantsJSON(request) || refusal.isNotFound || refusal == .mayNotWrite {
            return try refuse(refusal, to: request, context)
        }
        let empty = Payments.Statement(lines: [], passedOver: 0)
        let table = try await desk.read { try $0.statementTable(of: empty, for: viewer) }
        let view = PaymentStatementView(
            table: table, frame: frame(request, context), entered: form["statement"],
            refusal: refusal)
        return Site.page(view.html, status: .unprocessableContent)
    }
}

extension Payments {
    /// A line as the form carries it between the table and the confirmation:
    /// `dossier~number~amount~2017-07-03~reference`.
    struct ChosenLine: Hashable, Sendable {
        let dossier: String
        let number: Int
        let receiving: Receiving

        /// `nil` for a line that pays nothing.
        init?(_ line: MatchedLine) {
            guard line.match == .matched, let dossier = line.dossier, let number = line.number,
                let amount = line.line.amount, let day = line.line.day
            else { return nil }
            self.dossier = dossier
            self.number = number
            receiving = Receiving(
                way: .statement, amount: amount, day: day,
                reference: String(line.line.reference.prefix(wordsMaximum)))
        }

        init?(text: String) {
            let parts = text.split(
                separator: "~", maxSplits: 4, omittingEmptySubsequences: false)
            guard parts.count == 5, let number = Int(parts[1]), let amount = Int(parts[2]),
                let day = DayNumber(String(parts[3]))
            else { return nil }
            dossier = String(parts[0])
            self.number = number
            receiving = Receiving(
                way: .statement, amount: amount, day: day, reference: String(parts[4]))
        }

        var text: String {
            "\(dossier)~\(number)~\(receiving.amount)~\(receiving.day.text)~\(receiving.reference)"
        }
    }

    /// What came of the lines that were confirmed.
    struct StatementOutcome: Sendable, Encodable {
        struct Line: Sendable, Encodable {
            let dossier: String
            let number: Int
            let amount: Int
            let refusal: Site.RefusalValue?

            /// - Throws: what is no refusal: the store failed.
            init(_ line: ChosenLine, _ result: Result<DeskAnswer, any Error>) throws {
                dossier = line.dossier
                number = line.number
                amount = line.receiving.amount
                switch result {
                case .success: refusal = nil
                case .failure(let refused as any Refusal): refusal = Site.RefusalValue(refused)
                case .failure(let error): throw error
                }
            }
        }
        let lines: [Line]

        var recorded: [Line] { lines.filter { $0.refusal == nil } }
        var refused: [Line] { lines.filter { $0.refusal != nil } }
    }
}
