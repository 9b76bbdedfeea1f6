// The page on which the code is typed, while filing.

import HTML
import ProcessModel
import WorkTime

struct ContactWizardView {
    let wizard: Filings.Wizard
    let sent: Contacts.Sent?
    let frame: Site.Frame
    var refusal: (any Refusal)?

    private var own: Link { "/file/\(wizard.process.rawValue)/\(Filings.Question.proof.id)" }
    private var contact: Link { "/file/\(wizard.process.rawValue)/contact" }

    /// To an address that still stands in the answers.
    private var current: Contacts.Sent? {
        sent.flatMap { wizard.addresses.contains($0.address) && !$0.isShown ? $0 : nil }
    }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.filingPage(
            lead + frame.text("filing.question.verify"), of: wizard.process
        ) {
            h1 { frame.text("filing.question.verify") }
            if let refusal {
                Piece.errors(
                    frame.text("filing.mend"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID(of: refusal))])
            }
            if let shown = wizard.shownAddress {
                Piece.notice(.done, frame.text("contact.isShown", shown.veiled))
            } else {
                p { frame.text("contact.why") }
                if wizard.addresses.isEmpty { p { frame.text("contact.noAddress") } }
                if let current {
                    ContactCodeForm(
                        action: own, address: current.address, frame: frame, refusal: refusal
                    ).html
                }
                sending
            }
            frame.commandForm(to: own, class: "form") {
                Piece.acts {
                    if wizard.shownAddress != nil || !wizard.offer.contacts.isRequired {
                        Piece.submit(
                            frame.text(
                                wizard.shownAddress == nil ? "contact.skip" : "filing.next"),
                            name: "act", value: "go")
                    }
                    Piece.act(frame.text("contact.change"), contact)
                }
            }
        }
    }

    @HTMLBuilder private var sending: HTML {
        if !wizard.addresses.isEmpty {
            frame.commandForm(to: own, class: "form") {
                Piece.acts {
                    for address in wizard.addresses {
                        Piece.submit(
                            frame.text("contact.sendTo", address.veiled),
                            current == nil ? .main : .usual, name: "send",
                            value: address.channel.rawValue)
                    }
                }
            }
        }
    }

    private func fieldID(of refusal: any Refusal) -> String? {
        refusal.field == "code" && current != nil ? "code" : nil
    }
}

/// Where six digits are typed: the same while filing and at /my.
struct ContactCodeForm {
    let action: Link
    let address: Contacts.Address
    let frame: Site.Frame
    let refusal: (any Refusal)?

    var html: HTML {
        frame.commandForm(to: action, class: "form") {
            Piece.textField(
                .init(
                    "code", frame.text("contact.code"), width: .two,
                    hint: frame.text("contact.codeHint", address.veiled),
                    error: refusal?.field == "code"
                        ? refusal.map { frame.say($0.sentence) } : nil),
                .inputmode("numeric"), .autocomplete("one-time-code"), .maxlength(12))
            Piece.acts {
                Piece.submit(frame.text("contact.check"), .main, name: "act", value: "check")
            }
        }
    }
}
