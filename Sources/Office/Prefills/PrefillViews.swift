// The page of /my/prefill.

import HTML
import WorkTime

struct PrefillView {
    let page: Prefills.Page
    let frame: Site.Frame
    var refusal: Prefills.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("prefill.title"), section: .tracking, bodyClass: "public"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("my.title"), "/my"), .init(frame.text("prefill.title"))])
            Piece.head(frame.text("prefill.title")) { frame.text("my.of", page.address) }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        .init(
                            frame.say(refusal.sentence),
                            fieldID: page.consent == nil && page.source != nil
                                ? refusal.field : nil)
                    ])
            }
            p { frame.text("prefill.lead") }
            ul {
                for key in ["what", "never", "log", "law"] { li { frame.text("prefill.\(key)") } }
            }
            if let source = page.source {
                p {
                    frame.text(
                        "prefill.source", source.code, source.title, frame.plainDay(source.day))
                }
            }
            if let consent = page.consent {
                given(consent)
            } else if page.source == nil {
                Piece.emptyState(
                    frame.text("prefill.nothing"),
                    frame.say(Prefills.Rejection.nothingFiled.sentence)
                ) { Piece.act(frame.text("menu.procedures"), "/procedures") }
            } else {
                asking
            }
        }
    }

    @HTMLBuilder private func given(_ consent: Prefills.Standing) -> HTML {
        Piece.notice(.done, frame.text("prefill.given", frame.moment(consent.givenAt)))
        frame.commandForm(to: "/my/prefill", class: "form") {
            Piece.acts {
                Piece.submit(frame.text("prefill.withdraw"), .stop, name: "act", value: "withdraw")
                Piece.act(frame.text("menu.procedures"), "/procedures")
            }
        }
    }

    private var asking: HTML {
        frame.commandForm(to: "/my/prefill", class: "form") {
            Piece.checkBox(
                .init(
                    "consent", frame.text("prefill.consent"),
                    error: refusal == .notTicked ? refusal.map { frame.say($0.sentence) } : nil),
                isChecked: false)
            Piece.acts {
                Piece.submit(frame.text("prefill.agree"), .main, name: "act", value: "agree")
            }
        }
    }
}
