// What came of reading a statement of a bank.

import HTML
import WorkTime

/// What was recorded, and what was not.
struct PaymentOutcomeView {
    let outcome: Payments.StatementOutcome
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("payment.recorded.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("payment.title"), "/payments"),
                    Piece.Place(frame.text("payment.statement"), "/payments/statement"),
                    Piece.Place(frame.text("payment.recorded.title")),
                ])
            Piece.head(frame.text("payment.recorded.title")) {
                frame.text(
                    "payment.recorded.lead", frame.number(outcome.recorded.count),
                    frame.dong(outcome.recorded.reduce(0) { $0 + $1.amount }))
            } acts: {
                Piece.act(frame.text("payment.title"), "/payments", .main)
            }
            if !outcome.refused.isEmpty { list("payment.recorded.refused", outcome.refused) }
            if !outcome.recorded.isEmpty { list("payment.recorded.done", outcome.recorded) }
        }
    }

    private func list(_ heading: String, _ lines: [Payments.StatementOutcome.Line]) -> HTML {
        Piece.part(frame.text(heading), id: heading.split(separator: ".").joined(separator: "-")) {
            ul {
                for line in lines {
                    li {
                        a(.href(Payments.address(of: line.dossier))) { Piece.code(line.dossier) }
                        ": "
                        frame.dong(line.amount)
                        if let refusal = line.refusal {
                            ". "
                            frame.language == .vi ? refusal.vi : refusal.en
                        }
                    }
                }
            }
        }
    }
}
