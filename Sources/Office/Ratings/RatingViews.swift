// The form of a citizen on /track, and what officers see on the page of a dossier.

import HTML
import WorkTime

struct RatingView {
    let offer: Ratings.Offer
    let code: String
    let frame: Site.Frame
    /// A rating was taken a moment ago.
    var isRated = false
    var refusal: (any Refusal)?
    var entered: Site.Form?

    var html: HTML {
        Piece.part(frame.text("rating.title"), id: "rating", look: .panel) {
            if isRated { Piece.notice(.done, frame.text("rating.thanks")) }
            if let lastDay = offer.lastDay {
                p {
                    frame.text(
                        offer.isOpen ? "rating.given" : "rating.closed",
                        offer.givenAt.map(frame.moment) ?? "", frame.day(lastDay))
                }
            } else {
                p { frame.text("rating.lead") }
            }
            if offer.isOpen {
                if offer.lastDay == nil {
                    form
                } else {
                    Piece.unfolding(frame.text("rating.change"), isOpen: refusal != nil) { form }
                }
            }
            if !offer.questionnaire.isConfirmed {
                p(.class("note")) { frame.say(offer.questionnaire.source) }
            }
        }
    }

    private var form: HTML {
        frame.commandForm(to: "/track/rating") {
            Piece.hiddenField("code", code)
            Piece.hiddenField("proof", offer.proof)
            Piece.hiddenField("questionnaire", String(offer.questionnaire.number))
            for question in offer.questionnaire.questions {
                let name = "q.\(question.key)"
                Piece.radioField(
                    .init(
                        name, frame.say(question.words), error: mistake(name),
                        id: "q-\(question.key)"),
                    Ratings.Level.allCases.map {
                        .init($0.rawValue, frame.text("rating.level.\($0.rawValue)"))
                    }, chosen: chosen(question.key))
            }
            Piece.textArea(
                .init(
                    "comment", frame.text("rating.comment"),
                    optional: frame.text("word.optional"), hint: frame.text("rating.commentHint"),
                    error: mistake("comment")),
                value: entered?["comment"] ?? "", .maxlength(Ratings.commentMaximum))
            div(.class("acts")) { Piece.submit(frame.text("rating.go"), .main) }
        }
    }

    private func chosen(_ key: String) -> String? {
        entered.map { $0["q.\(key)"] }
            ?? offer.given.first { $0.question == key }?.level.rawValue
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }
}

/// On the page of a dossier.
struct RatingShownView {
    let rating: Ratings.Shown
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("rating.shown"), id: "rating") {
            Piece.pairs(
                rating.lines.map {
                    Piece.Fact(
                        frame.say($0.question), frame.text("rating.level.\($0.level.rawValue)"))
                } + [
                    Piece.Fact(
                        frame.text("rating.comment"), rating.comment ?? frame.text("rating.none")),
                    Piece.Fact(
                        frame.text("rating.at"), frame.moment(rating.changedAt ?? rating.givenAt)),
                ])
        }
    }
}
