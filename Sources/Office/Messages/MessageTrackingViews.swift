// Messages on the page where a citizen follows a dossier.

import HTML
import WorkTime

struct MessageTrackingView {
    let thread: Messages.Thread
    let frame: Site.Frame
    /// One was taken a moment ago.
    let isWritten: Bool
    let refusal: Messages.Rejection?
    let typed: String

    @HTMLBuilder var html: HTML {
        if thread.mayWrite || !thread.lines.isEmpty {
            Piece.part(frame.text("message.title"), id: "messages", look: .panel) {
                if isWritten { Piece.notice(.done, frame.text("message.taken")) }
                if !thread.lines.isEmpty {
                    MessageLinesView(
                        lines: thread.lines, frame: frame, isForCitizen: true
                    ).html
                }
                if thread.waits, let due = thread.due {
                    p(.class("note")) { frame.text("message.answerBy", frame.moment(due)) }
                }
                if thread.mayWrite, let proof = thread.proof { form(proof) }
            }
        }
    }

    private func form(_ proof: String) -> HTML {
        frame.commandForm(to: "/track/message") {
            Piece.hiddenField("code", thread.dossier)
            Piece.hiddenField("proof", proof)
            Piece.textArea(
                .init(
                    "words", frame.text("message.ask"),
                    hint: frame.text("message.askHint", String(thread.answerDays)),
                    error: refusal?.field == "words"
                        ? refusal.map { frame.say($0.sentence) } : nil),
                value: typed, rows: 4, .maxlength(Messages.wordsMaximum))
            if let day = thread.lastDay {
                p(.class("note")) { frame.text("message.until", frame.day(day)) }
            }
            Piece.acts { Piece.submit(frame.text("message.send")) }
        }
    }
}
