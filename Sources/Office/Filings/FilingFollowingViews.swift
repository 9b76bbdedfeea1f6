// What a citizen sees of a filing that is no dossier yet.

import HTML
import WorkTime

struct FilingFollowingView {
    let followed: Filings.Followed
    let frame: Site.Frame
    var refusal: (any Refusal)?
    /// Name of the input for files that the refusal is about.
    var input = ""

    var html: HTML {
        frame.page(
            title: frame.text("tracking.title"), section: .tracking, bodyClass: "public"
        ) {
            Piece.head(frame.text("tracking.title")) { Piece.code(followed.code) }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID(of: refusal))])
            }
            section(.class("lead"), .aria("label", frame.text("tracking.answer"))) {
                if let details = followed.details { p { strong { details.title } } }
                p(.class("appoint")) {
                    frame.text("filing.standing.\(followed.standing.rawValue)")
                }
                if let details = followed.details {
                    p {
                        frame.text(
                            "filing.sentTo", details.office, frame.moment(details.submittedAt))
                    }
                    if let reason = details.reason { p { frame.text("filing.refusedFor", reason) } }
                }
                p { frame.text("filing.means.\(followed.standing.rawValue)") }
                if followed.details == nil { p { frame.text("tracking.more") } }
            }
            if let details = followed.details {
                if !details.attachments.isEmpty { files(details.attachments) }
                if followed.standing == .supplementAsked, let request = details.request {
                    supplement(request, details.proof)
                }
                if !followed.standing.isEnded { withdrawal(details.proof) }
            } else {
                p { Piece.act(frame.text("filing.askAgain"), askAgain) }
            }
        }
    }

    private var askAgain: Link { Link("/track").adding("code", followed.code) }

    private func supplement(_ request: Filings.Request, _ proof: String) -> HTML {
        Piece.part(frame.text("filing.supplement"), id: "supplement", look: .panel) {
            p { frame.text("filing.askedAt", frame.moment(request.at), request.reason) }
            act("supplement", proof, sendsFiles: true) {
                // Before the files: what comes after a file is read after it.
                for paper in request.papers { Piece.hiddenField("asked", paper) }
                Piece.checkField(
                    .init(
                        "paper", frame.text("filing.bring"),
                        error: refusal?.field == "papers"
                            ? refusal.map { frame.say($0.sentence) } : nil, id: "papers"),
                    request.papers.map { .init($0, $0) })
                for (index, paper) in request.papers.enumerated() { file(paper, index) }
                Piece.acts { Piece.submit(frame.text("filing.bringNow"), .main) }
            }
        }
    }

    private func file(_ paper: String, _ index: Int) -> HTML {
        let name = Attachments.inputPrefix + paper
        return Piece.fileField(
            .init(
                name, frame.text("attachment.pictureOf", paper),
                optional: frame.text("word.optional"),
                error: input == name ? refusal.map { frame.say($0.sentence) } : nil,
                id: "file-\(index)"))
    }

    private func fieldID(of refusal: any Refusal) -> String? {
        let papers = followed.details?.request?.papers ?? []
        let index = papers.firstIndex { Attachments.inputPrefix + $0 == input }
        return index.map { "file-\($0)" }
            ?? (refusal is Attachments.Rejection ? nil : refusal.field)
    }

    private func files(_ files: [Attachments.Shown]) -> HTML {
        Piece.part(frame.text("attachment.title"), id: "files") {
            AttachmentOwnView(
                code: followed.code, proof: followed.details?.proof ?? "", files: files,
                frame: frame
            ).html
        }
    }

    private func withdrawal(_ proof: String) -> HTML {
        Piece.unfolding(frame.text("filing.withdraw")) {
            p { frame.text("filing.withdrawNote") }
            act("withdraw", proof) {
                Piece.acts { Piece.submit(frame.text("filing.withdraw")) }
            }
        }
    }

    private func act(
        _ name: String, _ proof: String, sendsFiles: Bool = false,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        let fields = HTML {
            Piece.hiddenField("act", name)
            Piece.hiddenField("code", followed.code)
            Piece.hiddenField("proof", proof)
            content()
        }
        return sendsFiles
            ? frame.filesForm(to: "/track/filing") { fields }
            : frame.commandForm(to: "/track/filing") { fields }
    }
}
