// The page of a citizen: the form, then the answer with the date large.

import HTML
import WorkTime

struct TrackingView {
    let frame: Site.Frame
    /// As it was typed, or stood in the address.
    let code: String
    var answer: Tracking.Answer?
    var refusal: (any Refusal)?
    /// A rating was taken a moment ago.
    var isRated = false
    /// The result was asked home, or not any more, a moment ago.
    var isDeliveryAsked = false
    /// A message was taken a moment ago.
    var isWritten = false
    /// How to be told was chosen a moment ago.
    var isChosen = false
    /// The rating or the delivery that was refused, as it was sent.
    var entered: Site.Form?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("tracking.title"), section: .tracking, bodyClass: "public"
        ) {
            Piece.head(frame.text("tracking.title")) {
                frame.text("tracking.lead")
            } acts: {
                Piece.act(frame.text("tracking.my"), "/my")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID)])
            }
            question
            if let answer {
                if let details = answer.details {
                    TrackingDetailView(
                        answer: answer, details: details, frame: frame, rating: rating,
                        delivery: delivery, messages: messages, isChosen: isChosen
                    ).html
                } else {
                    brief(answer)
                }
                p(.class("note section")) { frame.text("tracking.note", frame.moment(frame.now)) }
            }
        }
    }

    /// Where the mistake is, if its field is on the page: with an answer only the rating and the
    /// delivery have any.
    private var fieldID: String? {
        refusal?.field.map {
            refusal is Deliveries.Rejection ? "delivery-\($0)" : $0.replacing(".", with: "-")
        }
    }

    private var rating: RatingView? {
        guard let answer, let offer = answer.details?.rating else { return nil }
        let isRefused = refusal is Ratings.Rejection
        return RatingView(
            offer: offer, code: answer.code, frame: frame, isRated: isRated,
            refusal: isRefused ? refusal : nil, entered: isRefused ? entered : nil)
    }

    private var messages: MessageTrackingView? {
        guard let thread = answer?.details?.messages else { return nil }
        let refusal = refusal as? Messages.Rejection
        return MessageTrackingView(
            thread: thread, frame: frame, isWritten: isWritten, refusal: refusal,
            typed: refusal == nil ? "" : entered?["words"] ?? "")
    }

    private var delivery: DeliveryTrackingView? {
        guard let answer, let offer = answer.details?.delivery else { return nil }
        let refusal = refusal as? Deliveries.Rejection
        return DeliveryTrackingView(
            offer: offer, code: answer.code, frame: frame, isAsked: isDeliveryAsked,
            refusal: refusal, entered: refusal == nil ? nil : entered)
    }

    private var question: HTML {
        frame.commandForm(to: "/track", class: "ask") {
            div {
                label(.for("code")) { frame.text("tracking.code") }
                " "
                input(
                    .id("code"), .name("code"), .class("num"), .value(code), .required,
                    .autocomplete("off"), .maxlength(Tracking.codeMaximum + 20), wrong("code"))
            }
            div {
                label(.for("digits")) { frame.text("tracking.digits") }
                " "
                input(
                    .id("digits"), .name("digits"), .class("num"), .inputmode("numeric"),
                    .autocomplete("off"), .maxlength(Tracking.digitCount + 4), wrong("digits"))
            }
            button(.class("btn")) { frame.text("tracking.go") }
        }
    }

    private func wrong(_ field: String) -> Attribute {
        .if(refusal?.field == field, .aria("invalid", "true"))
    }

    /// State and degree of completion (TT 01/2018 Đ16), and how to be told more.
    private func brief(_ answer: Tracking.Answer) -> HTML {
        Piece.part(
            frame.text("tracking.answer"), id: "answer", look: .lead, isHeadingHidden: true
        ) {
            p(.class("hint")) { Piece.code(answer.code) }
            p(.class("appoint")) { frame.text("status.\(answer.status.rawValue)") }
            p { frame.text("tracking.progress", String(answer.done), String(answer.steps)) }
            if let office = answer.office {
                p { frame.text("tracking.noPhone", office.counter, office.name) }
                if let phone = office.phone { p { frame.text("tracking.call", phone) } }
            } else {
                p { frame.text("tracking.more") }
            }
        }
    }
}
