// Consultations on the page of a dossier: the way to them, and what is open before a step is done.

import HTML

struct DossierConsultationView {
    let summary: Consultations.Summary
    let code: String
    let frame: Site.Frame

    private var link: Link { "/dossiers/\(code)/consultations" }

    var act: HTML {
        Piece.act(
            summary.count == 0
                ? frame.text("consultation.title")
                : frame.text("consultation.count", frame.number(summary.count)), link)
    }

    /// A warning, no lock: the clock goes on, and whoever has the work decides whether to wait.
    @HTMLBuilder var notice: HTML {
        if summary.waiting + summary.silent > 0 {
            Piece.notice(
                summary.silent > 0 ? .late : .wait,
                frame.text(
                    "consultation.open", frame.number(summary.waiting),
                    frame.number(summary.silent))
            ) {
                a(.href(link)) { frame.text("consultation.title") }
                if summary.mayAsk {
                    " "
                    small { frame.text("consultation.mayGoOn") }
                }
            }
        }
    }
}
