// The payments of one dossier: what waits and how it is transferred, what was paid, and the forms.

import HTML
import WorkTime

struct PaymentSheetView {
    let sheet: Payments.Sheet
    let frame: Site.Frame
    /// What was sent when it was refused.
    var entered: Site.Form?
    var refusal: Payments.Rejection?

    private var address: Link { Payments.address(of: sheet.dossier) }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("payment.window", sheet.dossier), section: .dossiers
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(sheet.dossier, "/dossiers/\(sheet.dossier)"),
                    Piece.Place(frame.text("payment.part")),
                ])
            Piece.head(frame.text("payment.part")) {
                Piece.code(sheet.dossier)
                " · "
                sheet.title
            } acts: {
                Piece.act(frame.text("payment.title"), "/payments")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        Piece.Mistake(
                            frame.say(refusal.sentence),
                            fieldID: refusal.field.map { "\(act)-\($0)" })
                    ])
            }
            Piece.columns {
                lines
            } narrow: {
                if let open = sheet.open {
                    waiting(open)
                } else if sheet.mayWrite {
                    asking
                }
            }
        }
    }

    /// The form that was refused.
    private var act: String { entered?["act"] ?? "ask" }

    // MARK: What there is

    private var lines: HTML {
        Piece.part(frame.text("payment.list"), id: "list") {
            if sheet.payments.isEmpty {
                Piece.emptyState(frame.text("payment.none"), frame.text("payment.noneHint"))
            }
            for line in sheet.payments.reversed() { PaymentLineView(line: line, frame: frame).html }
            if sheet.mayWrite { givingBack }
        }
    }

    // MARK: What waits

    private func waiting(_ open: Payments.Payment) -> HTML {
        Piece.part(frame.text("payment.waiting"), id: "waiting", look: .panel) {
            p { strong { frame.text("payment.owes", frame.dong(open.amount), open.reason) } }
            if let account = sheet.account, let code = sheet.transfer {
                PaymentTransferView(
                    account: account, amount: open.amount, purpose: sheet.purpose, code: code,
                    frame: frame
                ).html
                p(.class("note")) { frame.text("payment.transferNote") }
            } else {
                p(.class("note")) { frame.text("payment.noAccount") }
            }
            if sheet.mayWrite {
                confirming(open)
                cancelling(open)
            }
        }
    }

    private func confirming(_ open: Payments.Payment) -> HTML {
        frame.commandForm(to: address) {
            Piece.hiddenField("act", "confirm")
            Piece.hiddenField("number", String(open.number))
            Piece.hiddenField("amount", String(open.amount))
            Piece.radioField(
                field("confirm", "way", "payment.way"),
                [Payments.Way.cash, .bank].map {
                    .init($0.rawValue, frame.text("payment.way.\($0.rawValue)"))
                }, chosen: value("confirm", "way", Payments.Way.cash.rawValue))
            Piece.dateField(
                field("confirm", "day", "payment.day"),
                value: value("confirm", "day", frame.now.day.text), max: frame.now.day.text)
            Piece.textField(
                field("confirm", "receipt", "payment.receipt", hint: "payment.receiptHint"),
                value: value("confirm", "receipt"), .maxlength(Payments.wordsMaximum))
            Piece.textField(
                field("confirm", "reference", "payment.reference", isOptional: true),
                value: value("confirm", "reference"), .maxlength(Payments.wordsMaximum))
            Piece.acts {
                Piece.submit(frame.text("payment.confirm", frame.dong(open.amount)), .main)
            }
        }
    }

    private func cancelling(_ open: Payments.Payment) -> HTML {
        Piece.unfolding(frame.text("payment.cancel"), isOpen: isRefused("cancel")) {
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "cancel")
                Piece.hiddenField("number", String(open.number))
                reason("cancel", hint: "payment.reasonHint")
                Piece.acts { Piece.submit(frame.text("payment.cancel"), .stop) }
            }
        }
    }

    private var asking: HTML {
        Piece.part(frame.text("payment.ask"), id: "ask", look: .panel) {
            frame.commandForm(to: address) {
                Piece.hiddenField("act", "ask")
                amount("ask")
                reason("ask", hint: "payment.reasonHint")
                Piece.acts { Piece.submit(frame.text("payment.ask"), .main) }
            }
        }
    }

    @HTMLBuilder private var givingBack: HTML {
        let paid = sheet.payments.map(\.payment).filter { $0.state == .paid }
        if !paid.isEmpty {
            Piece.unfolding(frame.text("payment.refund"), isOpen: isRefused("refund")) {
                frame.commandForm(to: address) {
                    Piece.hiddenField("act", "refund")
                    Piece.selectField(
                        field("refund", "number", "payment.which"),
                        paid.map {
                            .init(
                                String($0.number),
                                "\(frame.dong($0.amount - $0.refunded)): \($0.reason)")
                        }, chosen: value("refund", "number"))
                    amount("refund")
                    reason("refund", hint: "payment.reasonHint")
                    Piece.textField(
                        field("refund", "reference", "payment.paper", isOptional: true),
                        value: value("refund", "reference"), .maxlength(Payments.wordsMaximum))
                    Piece.acts { Piece.submit(frame.text("payment.refund"), .stop) }
                }
            }
        }
    }

    // MARK: Fields

    private func amount(_ act: String) -> HTML {
        Piece.textField(
            field(act, "amount", "payment.amount", hint: "payment.amountHint"),
            value: value(act, "amount"), .inputmode("numeric"))
    }

    private func reason(_ act: String, hint: String) -> HTML {
        Piece.textField(
            field(act, "reason", "payment.reason", hint: hint), value: value(act, "reason"),
            .maxlength(Payments.reasonMaximum))
    }

    /// Fields of the four forms have names in common, so each has an identity of its own.
    private func field(
        _ act: String, _ name: String, _ label: String, hint: String? = nil,
        isOptional: Bool = false
    ) -> Piece.Field {
        let isWrong = isRefused(act) && refusal?.field == name
        return Piece.Field(
            name, frame.text(label), optional: isOptional ? frame.text("word.optional") : nil,
            hint: hint.map { frame.text($0) },
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil, id: "\(act)-\(name)")
    }

    private func isRefused(_ name: String) -> Bool { refusal != nil && act == name }

    private func value(_ act: String, _ name: String, _ usual: String = "") -> String {
        guard isRefused(act), let entered else { return usual }
        return entered[name]
    }
}
