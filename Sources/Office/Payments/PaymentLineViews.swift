// One line of a payment sheet: the amount, its state, and what happened to it.

import HTML
import WorkTime

/// One payment with everything that happened to it.
struct PaymentLineView {
    let line: Payments.Sheet.Line
    let frame: Site.Frame

    private var payment: Payments.Payment { line.payment }

    var html: HTML {
        div(.class("section")) {
            p {
                strong { frame.dong(payment.amount) }
                " "
                frame.paymentState(line.state)
            }
            Piece.pairs(facts)
        }
    }

    private var facts: [Piece.Fact] {
        var facts = [
            Piece.Fact(frame.text("payment.reason"), payment.reason),
            moment("payment.asked", payment.askedAt, line.askedBy),
        ]
        if let paid = payment.paid {
            facts += [
                Piece.Fact(frame.text("payment.day")) {
                    Piece.moment(frame.date(paid.day), machine: paid.day.text)
                    ", "
                    frame.text("payment.way.\(paid.way.rawValue)")
                },
                moment("payment.recorded", paid.at, line.paidBy),
            ]
            facts += [("payment.receipt", paid.receipt), ("payment.reference", paid.reference)]
                .filter { !$0.1.isEmpty }.map { Piece.Fact(frame.text($0.0), $0.1) }
        }
        if let cancelled = payment.cancelled {
            facts.append(Piece.Fact(frame.text("payment.cancelled"), cancelled.reason))
        }
        for refund in payment.refunds {
            facts.append(
                Piece.Fact(frame.text("payment.refundLine")) {
                    Piece.twoVoices(
                        "\(frame.dong(refund.amount)): \(refund.reason)",
                        [frame.moment(refund.at), refund.reference].filter { !$0.isEmpty }
                            .joined(separator: " · "))
                })
        }
        return facts
    }

    private func moment(_ key: String, _ at: LocalMinute, _ who: String) -> Piece.Fact {
        Piece.Fact(frame.text(key)) {
            Piece.moment(frame.moment(at), machine: at.text)
            ", "
            who
        }
    }
}
