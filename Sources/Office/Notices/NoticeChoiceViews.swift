// Choosing how one is told, and the page of the link that ends mails.

import HTML
import WorkTime

struct NoticeChoiceView {
    let code: String
    let proof: String
    let choice: Notices.Choice
    let frame: Site.Frame
    let isChosen: Bool

    var html: HTML {
        Piece.unfolding(frame.text("notice.choice"), isOpen: isChosen) {
            if isChosen { Piece.notice(.done, frame.text("notice.chosen")) }
            frame.commandForm(to: "/track/notices") {
                Piece.hiddenField("code", code)
                Piece.hiddenField("proof", proof)
                Piece.radioField(
                    .init("notices", frame.text("notice.choice"), id: "notice-choice"),
                    frame.noticeChoices, chosen: choice.word)
                Piece.acts { Piece.submit(frame.text("notice.choose")) }
            }
        }
    }
}

struct NoticeStopView {
    let code: String
    let token: String
    let isDone: Bool
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("notice.stop.title"), section: .tracking, bodyClass: "public"
        ) {
            Piece.head(frame.text("notice.stop.title")) { Piece.code(code) }
            if isDone {
                Piece.notice(.done, frame.text("notice.stop.done"))
                p { Piece.act(frame.text("tracking.title"), Link("/track").adding("code", code)) }
            } else {
                p { frame.text("notice.stop.lead") }
                frame.commandForm(to: "/notices/stop") {
                    Piece.hiddenField("code", code)
                    // Not “token”: that is the form's own, against requests from elsewhere.
                    Piece.hiddenField("stop", token)
                    Piece.acts { Piece.submit(frame.text("notice.stop.go"), .main) }
                }
            }
        }
    }
}

extension Site.Frame {
    /// Only what this server can send.
    var noticeChoices: [Piece.Choice] {
        let words = sendsTexts ? ["email", "sms", "both", "none"] : ["email", "none"]
        return words.map { .init($0, text("notice.choice.\($0)")) }
    }
}
