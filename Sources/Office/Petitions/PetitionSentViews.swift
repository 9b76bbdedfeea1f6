// The page with the number and the secret, and the sentence of the terms.

import HTML
import WorkTime

/// The days, and that nobody has confirmed them.
struct PetitionTermsView {
    let terms: Petitions.Terms
    let frame: Site.Frame

    var html: HTML {
        p(.class("note")) {
            frame.text(
                "petition.terms", String(terms.answer), String(terms.ask),
                String(terms.refuse), String(terms.publish))
            if !terms.isConfirmed {
                " "
                frame.text("petition.unconfirmed")
            }
        }
    }
}

/// Shown once.
struct PetitionSentView {
    let sent: Petitions.Sent
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("petition.sent"), section: .petitions, bodyClass: "public"
        ) {
            Piece.head(frame.text("petition.sent")) {
                frame.text("petition.sentTo", sent.office, frame.moment(sent.receivedAt))
            } acts: {
                Piece.printButton(frame.text("site.print"))
            }
            Piece.part(frame.text("petition.keep"), id: "keep", look: .lead) {
                p(.class("hint")) { frame.text("petition.code") }
                p(.class("appoint")) { Piece.code(sent.code) }
                p(.class("hint")) { frame.text("petition.secret") }
                p(.class("appoint"), .id("secret")) { Piece.code(sent.secret) }
                p { frame.text("petition.keepBoth") }
                if sent.tellsByMail { p { frame.text("petition.mailFollows") } }
            }
            if let due = sent.due {
                p { frame.text("petition.dueOn", frame.day(due.day)) }
            }
            PetitionTermsView(terms: sent.terms, frame: frame).html
            Piece.acts {
                Piece.act(
                    frame.text("petitions.follow"),
                    Link("/petitions/follow").adding("code", sent.code))
            }
        }
    }
}
