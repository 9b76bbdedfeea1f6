// The form of sending.

import Engine
import HTML
import WorkTime

struct PetitionFormView {
    let offer: Petitions.Offer
    let frame: Site.Frame
    var refusal: (any Refusal)?
    /// As it was sent, or as the address fills it in.
    var entered: Site.Form

    init(
        offer: Petitions.Offer, frame: Site.Frame, refusal: (any Refusal)? = nil,
        entered: Site.Form
    ) {
        self.offer = offer
        self.frame = frame
        self.refusal = refusal
        self.entered = entered
    }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("petitions.title"), section: .petitions, bodyClass: "public"
        ) {
            Piece.head(frame.text("petitions.title")) {
                frame.text("petitions.lead")
            } acts: {
                Piece.act(frame.text("petitions.follow"), "/petitions/follow")
                Piece.act(frame.text("petitions.published"), "/petitions/published")
                Piece.act(frame.text("claim.new"), "/privacy/new")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            frame.commandForm(to: "/petitions/new") {
                what
                contact
                Piece.acts { Piece.submit(frame.text("petitions.send"), .main) }
            }
            if let terms = offer.terms[.idea] { PetitionTermsView(terms: terms, frame: frame).html }
        }
    }

    @HTMLBuilder private var what: HTML {
        Piece.radioField(
            .init("kind", frame.text("petition.kind"), error: mistake("kind")),
            Petitions.Kind.allCases.map {
                .init(
                    $0.rawValue, frame.text("petition.kind.\($0.rawValue)"),
                    hint: frame.text("petition.kindHint.\($0.rawValue)"))
            }, chosen: entered["kind"])
        Piece.selectField(
            .init("office", frame.text("petition.office"), error: mistake("office")),
            offer.offices.map { .init($0.id.rawValue, $0.name) }, chosen: entered["office"],
            none: frame.text("petition.chooseOffice"))
        text("subject", hint: true, .maxlength(Petitions.subjectMaximum))
        Piece.textArea(
            .init(
                "words", frame.text("petition.words"), hint: frame.text("petition.wordsHint"),
                error: mistake("words")),
            value: entered["words"], rows: 8, .maxlength(Petitions.wordsMaximum))
        text(
            "dossier", isOptional: true, hint: true, .autocomplete("off"),
            .maxlength(Tracking.codeMaximum))
    }

    @HTMLBuilder private var contact: HTML {
        h2 { frame.text("petition.contact") }
        p(.class("note")) { frame.text("petition.contactNote") }
        text("name", isOptional: true, .autocomplete("name"), .maxlength(Petitions.nameMaximum))
        text("email", isOptional: true, .autocomplete("email"), .inputmode("email"))
        text("phone", isOptional: true, .autocomplete("tel"), .inputmode("tel"))
    }

    private func text(
        _ name: String, isOptional: Bool = false, hint: Bool = false, _ more: Attribute...
    ) -> HTML {
        Piece.textField(
            .init(
                name, frame.text("petition.field.\(name)"),
                optional: isOptional ? frame.text("word.optional") : nil,
                hint: hint ? frame.text("petition.hint.\(name)") : nil, error: mistake(name)),
            value: entered[name], .all(more))
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}
