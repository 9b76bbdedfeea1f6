// What everybody sees: the form, the number and the secret, and how it goes.

import Engine
import HTML
import WorkTime

/// The days, and that nobody has confirmed them.
struct PrivacyTermsView {
    let terms: Privacy.Terms
    let frame: Site.Frame

    var html: HTML {
        p(.class("note")) {
            frame.text(
                "claim.terms", String(terms.answer), String(terms.carryOut), String(terms.extend))
            if !terms.isNamed {
                " "
                frame.text("claim.unnamed")
            }
            " "
            frame.text("privacy.law")
        }
    }
}

struct PrivacyFormView {
    let offer: Privacy.Offer
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("claim.new"), section: .petitions, bodyClass: "public"
        ) {
            Piece.head(frame.text("claim.new")) {
                frame.text("claim.lead")
            } acts: {
                Piece.act(frame.text("claim.follow"), "/privacy/follow")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            frame.commandForm(to: "/privacy/new") {
                fields
                Piece.acts { Piece.submit(frame.text("claim.send"), .main) }
            }
            PrivacyTermsView(terms: offer.terms, frame: frame).html
        }
    }

    @HTMLBuilder private var fields: HTML {
        Piece.radioField(
            .init("right", frame.text("claim.right"), error: mistake("right")),
            offer.rights.map {
                .init(
                    $0.rawValue, frame.text("claim.right.\($0.rawValue)"),
                    hint: frame.text("claim.rightHint.\($0.rawValue)"))
            }, chosen: entered["right"])
        Piece.selectField(
            .init("office", frame.text("petition.office"), error: mistake("office")),
            offer.offices.map { .init($0.id.rawValue, $0.name) }, chosen: entered["office"],
            none: frame.text("petition.chooseOffice"))
        Piece.textField(
            .init(
                "subjects", frame.text("claim.subjects"), optional: frame.text("word.optional"),
                hint: frame.text("claim.subjectsHint"), error: mistake("subjects")),
            value: entered["subjects"], .autocomplete("off"),
            .maxlength(Privacy.subjectsMaximum))
        Piece.textArea(
            .init("words", frame.text("claim.words"), error: mistake("words")),
            value: entered["words"], rows: 6, .maxlength(Petitions.wordsMaximum))
        Piece.textField(
            .init("name", frame.text("petition.field.name"), error: mistake("name")),
            value: entered["name"], .autocomplete("name"), .maxlength(Petitions.nameMaximum))
        Piece.textField(
            .init(
                "phone", frame.text("petition.field.phone"),
                optional: frame.text("word.optional"), hint: frame.text("claim.contactHint"),
                error: mistake("phone")),
            value: entered["phone"], .autocomplete("tel"), .inputmode("tel"))
        Piece.textField(
            .init(
                "email", frame.text("petition.field.email"),
                optional: frame.text("word.optional"), error: mistake("email")),
            value: entered["email"], .autocomplete("email"), .inputmode("email"))
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}

/// Shown once.
struct PrivacySentView {
    let sent: Privacy.Sent
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("claim.sent"), section: .petitions, bodyClass: "public") {
            Piece.head(frame.text("claim.sent")) {
                sent.office
            } acts: {
                Piece.printButton(frame.text("site.print"))
            }
            Piece.part(frame.text("petition.keep"), id: "keep", look: .lead) {
                p(.class("hint")) { frame.text("claim.code") }
                p(.class("appoint")) { Piece.code(sent.code) }
                p(.class("hint")) { frame.text("petition.secret") }
                p(.class("appoint"), .id("secret")) { Piece.code(sent.secret) }
                p { frame.text("petition.keepBoth") }
            }
            if let answerBy = sent.answerBy {
                p { frame.text("claim.answerBy", frame.day(answerBy.day)) }
            }
            if let due = sent.due { p { frame.text("claim.dueOn", frame.day(due.day)) } }
            PrivacyTermsView(terms: sent.terms, frame: frame).html
            Piece.acts {
                Piece.act(
                    frame.text("claim.follow"),
                    ("/privacy/follow" as Link).adding("code", sent.code))
            }
        }
    }
}

struct PrivacyFollowingView {
    let frame: Site.Frame
    let code: String
    var followed: Privacy.Followed?
    var refusal: (any Refusal)?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("claim.follow"), section: .petitions, bodyClass: "public"
        ) {
            Piece.head(frame.text("claim.follow")) {
                frame.text("claim.followLead")
            } acts: {
                Piece.act(frame.text("claim.new"), "/privacy/new")
            }
            if let refusal {
                // `digits` of the limits of /track is the secret here.
                let field = refusal.field == "digits" ? "secret" : refusal.field
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: field)])
            }
            if let followed {
                told(followed)
            } else {
                frame.secretForm(to: "/privacy/follow", label: frame.text("claim.code"), code: code)
            }
        }
    }

    @HTMLBuilder private func told(_ followed: Privacy.Followed) -> HTML {
        Piece.part(
            frame.text("claim.follow"), id: "state", look: .lead, isHeadingHidden: true
        ) {
            p { strong { frame.text("claim.right.\(followed.right.rawValue)") } }
            p(.class("hint")) { Piece.code(followed.code) }
            p(.class("appoint")) { frame.text("claim.standing.\(followed.standing.rawValue)") }
            p {
                followed.unit.isEmpty
                    ? frame.text("petition.lies", followed.office, frame.moment(followed.since))
                    : frame.text(
                        "petition.liesWith", followed.unit, followed.office,
                        frame.moment(followed.since))
            }
            if let due = followed.due, !followed.standing.isEnded {
                p { frame.text("claim.dueOn", frame.day(due.day)) }
            }
            if followed.isExtended { p { frame.text("claim.isExtended") } }
            if let ground = followed.ground {
                p {
                    frame.text(
                        "claim.refusedFor", frame.text("claim.ground.\(ground.rawValue)"))
                }
            }
        }
        if let answer = followed.answer {
            Piece.part(frame.text("claim.answer"), id: "answer", look: .panel) {
                p { HTML.paragraph(answer) }
            }
        }
    }
}
