// How a sum is transferred, and the part of the dossier page that says what is owed.

import HTML
import WorkTime

/// How to transfer the fee that waits: the code for the banking app, and the same in words for who
/// enters it by hand.
struct PaymentTransferView {
    let account: Payments.BankAccount
    let amount: Int
    let purpose: String
    let code: String
    let frame: Site.Frame

    var html: HTML {
        HTML {
            Piece.qr(code, label: frame.text("payment.qr", frame.number(amount), purpose))
            Piece.pairs([
                Piece.Fact(frame.text("payment.amount"), frame.dong(amount)),
                Piece.Fact(frame.text("payment.bank"), account.bank),
                Piece.Fact(frame.text("payment.number")) { Piece.code(account.number) },
                Piece.Fact(frame.text("payment.holder"), account.holder),
                Piece.Fact(frame.text("payment.purpose")) { Piece.code(purpose) },
            ])
        }
    }
}

/// The part of a dossier's page.
struct PaymentPartView {
    let sheet: Payments.Sheet
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("payment.part"), id: "payments") {
            if sheet.payments.isEmpty {
                p(.class("note")) { frame.text("payment.none") }
            } else {
                ul {
                    for line in sheet.payments {
                        li {
                            frame.paymentState(line.state)
                            " "
                            "\(frame.dong(line.payment.amount)): \(line.payment.reason)"
                        }
                    }
                }
            }
            Piece.acts {
                Piece.act(
                    frame.text(sheet.mayWrite ? "payment.toWrite" : "payment.toRead"),
                    Payments.address(of: sheet.dossier))
            }
        }
    }
}
