// The page of the sender: the form, then how it goes.

import HTML
import WorkTime

struct PetitionFollowingView {
    let frame: Site.Frame
    /// As it was typed, or stood in the address.
    let code: String
    var followed: Petitions.Followed?
    /// An answer of the sender was taken a moment ago.
    var isSent = false
    var refusal: (any Refusal)?
    var entered: Site.Form?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("petitions.follow"), section: .petitions,
            bodyClass: "public"
        ) {
            Piece.head(frame.text("petitions.follow")) {
                frame.text("petitions.followLead")
            } acts: {
                Piece.act(frame.text("petitions.new"), "/petitions/new")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID(refusal))])
            }
            if isSent { Piece.notice(.done, frame.text("petition.replied")) }
            if let followed {
                told(followed)
            } else {
                frame.secretForm(
                    to: "/petitions/follow", label: frame.text("petition.code"), code: code)
            }
        }
    }

    /// `digits` of the limits of /track is the secret here.
    private func fieldID(_ refusal: any Refusal) -> String? {
        if followed != nil { return refusal.field == "words" ? "words" : nil }
        return refusal.field == "digits" ? "secret" : refusal.field
    }

    @HTMLBuilder private func told(_ followed: Petitions.Followed) -> HTML {
        Piece.part(
            frame.text("petitions.follow"), id: "state", look: .lead, isHeadingHidden: true
        ) {
            p { strong { followed.subject } }
            p(.class("hint")) { Piece.code(followed.code) }
            p(.class("appoint")) {
                frame.text("petition.standing.\(followed.standing.rawValue)")
            }
            if let left = followed.left { p { frame.timeLeft(left, due: followed.due) } }
            p { place(followed) }
            if let body = followed.body { p { frame.text("petition.forwardedTo", body) } }
            if let ground = followed.ground {
                p {
                    frame.text(
                        "petition.refusedFor", frame.text("petition.ground.\(ground.rawValue)"))
                }
            }
        }
        if let question = followed.question { reply(question, followed) }
        if let answer = followed.answer {
            Piece.part(frame.text("petition.answer"), id: "answer", look: .panel) {
                p { HTML.paragraph(answer) }
                if followed.isPublished { p(.class("note")) { frame.text("petition.isPublished") } }
            }
        }
        p(.class("note section")) { frame.text("petition.followNote", frame.moment(frame.now)) }
    }

    private func place(_ followed: Petitions.Followed) -> String {
        followed.unit.isEmpty
            ? frame.text("petition.lies", followed.office, frame.moment(followed.since))
            : frame.text(
                "petition.liesWith", followed.unit, followed.office,
                frame.moment(followed.since))
    }

    private func reply(_ question: String, _ followed: Petitions.Followed) -> HTML {
        Piece.part(frame.text("petition.askedOfYou"), id: "asked", look: .panel) {
            p { HTML.paragraph(question) }
            frame.commandForm(to: "/petitions/follow/reply") {
                Piece.hiddenField("code", followed.code)
                Piece.hiddenField("proof", followed.proof)
                Piece.textArea(
                    .init(
                        "words", frame.text("petition.yourReply"),
                        error: refusal?.field == "words"
                            ? refusal.map { frame.say($0.sentence) } : nil),
                    value: entered?["words"] ?? "", rows: 5, .maxlength(Petitions.wordsMaximum))
                Piece.acts { Piece.submit(frame.text("petition.sendReply"), .main) }
            }
        }
    }
}

extension HTML {
    /// What people wrote, with their breaks of line.
    static func paragraph(_ text: String) -> HTML {
        // A browser sends CR LF, which is one character.
        lines(
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                String.init))
    }
}

extension Site.Frame {
    /// Asks for a number and the secret that was shown with it.
    func secretForm(to address: Link, label name: String, code: String) -> HTML {
        commandForm(to: address, class: "ask") {
            div {
                label(.for("code")) { name }
                " "
                input(
                    .id("code"), .name("code"), .class("num"), .value(code), .required,
                    .autocomplete("off"), .maxlength(Tracking.codeMaximum + 20))
            }
            div {
                label(.for("secret")) { text("petition.secret") }
                " "
                input(
                    .id("secret"), .name("secret"), .class("num"), .required,
                    .autocomplete("off"), .maxlength(40))
            }
            button(.class("btn")) { text("tracking.go") }
        }
    }
}
