// The account of an office: what citizens transfer to, its trial code, and what held before.

import HTML
import WorkTime

struct PaymentAccountView {
    let page: Payments.AccountPage
    let frame: Site.Frame
    var entered: Site.Form?
    var refusal: Payments.Rejection?

    var html: HTML {
        frame.page(title: frame.text("payment.account"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("payment.title"), "/payments"),
                    Piece.Place(frame.text("payment.account")),
                ])
            Piece.head(frame.text("payment.account")) { page.officeName }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [Piece.Mistake(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            Piece.columns {
                current
                if page.versions.count > 1 { before }
            } narrow: {
                if page.maySet { entry }
            }
        }
    }

    private var current: HTML {
        Piece.part(frame.text("payment.accountNow"), id: "now") {
            if let version = page.versions.first {
                Piece.pairs([
                    Piece.Fact(frame.text("payment.bank"), version.account.bank),
                    Piece.Fact(frame.text("payment.number")) {
                        Piece.code(version.account.number)
                    },
                    Piece.Fact(frame.text("payment.holder"), version.account.holder),
                    Piece.Fact(frame.text("payment.setBy")) {
                        Piece.twoVoices(version.by, frame.moment(version.at))
                    },
                ])
                if let trial = page.trial {
                    p { frame.text("payment.trial") }
                    Piece.qr(trial, label: frame.text("payment.trialCode"))
                    p(.class("note")) { frame.text("payment.unconfirmed") }
                }
            } else {
                Piece.emptyState(
                    frame.text("payment.noAccount"), frame.text("payment.noAccountHint"))
            }
        }
    }

    private var before: HTML {
        Piece.part(frame.text("payment.accountBefore"), id: "before") {
            ul {
                for version in page.versions.dropFirst() {
                    li {
                        Piece.twoVoices(
                            "\(version.account.bank) · \(version.account.number) · "
                                + version.account.holder,
                            "\(version.by), \(frame.moment(version.at))")
                    }
                }
            }
        }
    }

    private var entry: HTML {
        Piece.part(frame.text("payment.setAccount"), id: "set", look: .panel) {
            frame.commandForm(to: "/payments/account") {
                Piece.hiddenField("office", page.office)
                Piece.textField(
                    field("bank", hint: "payment.bankHint"),
                    value: value("bank", page.versions.first?.account.bank),
                    .inputmode("numeric"), .maxlength(6))
                Piece.textField(
                    field("number"), value: value("number", page.versions.first?.account.number),
                    .maxlength(30))
                Piece.textField(
                    field("holder", hint: "payment.holderHint"),
                    value: value("holder", page.versions.first?.account.holder),
                    .maxlength(Payments.holderMaximum))
                Piece.acts { Piece.submit(frame.text("payment.setAccount"), .main) }
            }
        }
    }

    private func field(_ name: String, hint: String? = nil) -> Piece.Field {
        Piece.Field(
            name, frame.text("payment.\(name)"), hint: hint.map { frame.text($0) },
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil)
    }

    private func value(_ name: String, _ usual: String?) -> String { entered?[name] ?? usual ?? "" }
}
