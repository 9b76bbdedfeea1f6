// The page of a dossier's consultations: who was asked what, who answered, and the forms.

import Engine
import HTML
import WorkTime

struct ConsultationView {
    /// A form of the page: of a whole consultation, or of one of its bodies.
    struct Place: Equatable {
        let number: Int
        /// 0 for the whole.
        let part: Int
    }

    let page: Consultations.Page
    let frame: Site.Frame
    var refusal: Consultations.Rejection?
    /// Whose form was refused; `nil` for the one that asks.
    var place: Place?
    var entered = Site.Form(pairs: [])

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("consultation.title"), section: .dossiers) {
            crumbs
            Piece.head(frame.text("consultation.title")) {
                "\(page.title) · "
                Piece.code(page.dossier)
            } acts: {
                if page.findsDossier {
                    Piece.act(
                        frame.text("dossier.back", page.dossier), "/dossiers/\(page.dossier)")
                }
                Piece.act(frame.text("consultation.list"), "/consultations")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: errorID(refusal))])
            }
            p(.class("note")) { frame.text("consultation.lead") }
            if !page.findsDossier { papers }
            if page.consultations.isEmpty {
                Piece.emptyState(
                    frame.text("consultation.none"), frame.text("consultation.noneHint"))
            }
            for shown in page.consultations { consultation(shown) }
            if page.mayAsk {
                ConsultationAskView(
                    page: page, frame: frame, refusal: place == nil ? refusal : nil,
                    entered: place == nil ? entered : Site.Form(pairs: [])
                ).html
            }
        }
    }

    private var crumbs: HTML {
        Piece.crumbs(
            label: frame.text("site.path"),
            page.findsDossier
                ? [
                    .init(frame.text("menu.dossiers"), "/dossiers"),
                    .init(page.dossier, "/dossiers/\(page.dossier)"),
                    .init(frame.text("consultation.title")),
                ]
                : [
                    .init(frame.text("consultation.list"), "/consultations"),
                    .init(page.dossier),
                ])
    }

    /// What who is asked sees of the dossier.
    private var papers: HTML {
        Piece.part(frame.text("dossier.papers"), id: "papers") {
            ul {
                for paper in page.papers {
                    li { "\(paper.name) (\(frame.number(paper.copies)))" }
                }
            }
            p(.class("note")) { frame.text("consultation.least") }
        }
    }

    /// Fields stand several times on the page: each by the place of its form.
    private func errorID(_ refusal: Consultations.Rejection) -> String? {
        guard let field = refusal.field else { return nil }
        guard let place else { return page.mayAsk ? field : nil }
        return Self.id(field, place)
    }

    static func id(_ field: String, _ place: Place) -> String {
        "\(field)-\(place.number)-\(place.part)"
    }

    private func consultation(_ shown: Consultations.Shown) -> HTML {
        Piece.part(
            frame.text("consultation.number", String(shown.number), shown.unitName),
            id: "consultation-\(shown.number)", look: .panel
        ) {
            p(.class("hint")) {
                strong { shown.by }
                " "
                Piece.moment(frame.moment(shown.at), machine: shown.at.text)
                " · "
                frame.text("consultation.order.\(shown.order.rawValue)")
            }
            p {
                if let question = shown.question {
                    HTML.paragraph(question)
                } else {
                    frame.text("message.erased")
                }
            }
            if shown.silence == .consent {
                p(.class("note")) { frame.text("consultation.consentBy", shown.basis) }
            }
            if let at = shown.withdrawnAt {
                Piece.notice(
                    .paused,
                    frame.text("consultation.withdrawn", frame.moment(at), shown.withdrawnBy)
                ) { shown.withdrawalReason ?? frame.text("message.erased") }
            }
            ConsultationPartsView(shown: shown, frame: frame).table
            for part in shown.parts where part.mayAnswer { answering(shown, part) }
            if shown.mayWithdraw { withdrawing(shown) }
        }
    }

    private func answering(
        _ shown: Consultations.Shown, _ part: Consultations.ShownPart
    ) -> HTML {
        let place = Place(number: shown.number, part: part.place)
        return ConsultationAnswerView(
            part: part, place: place,
            action: "/dossiers/\(page.dossier)/consultations/\(shown.number)/answer",
            frame: frame, refusal: self.place == place ? refusal : nil,
            entered: self.place == place ? entered : Site.Form(pairs: [])
        ).html
    }

    private func withdrawing(_ shown: Consultations.Shown) -> HTML {
        let place = Place(number: shown.number, part: 0)
        let isMine = self.place == place
        return Piece.unfolding(
            frame.text("consultation.withdraw", String(shown.number)), isOpen: isMine
        ) {
            frame.commandForm(
                to: "/dossiers/\(page.dossier)/consultations/\(shown.number)/withdrawal"
            ) {
                Piece.textField(
                    .init(
                        "reason", frame.text("consultation.why"),
                        error: isMine ? refusal.map { frame.say($0.sentence) } : nil,
                        id: Self.id("reason", place)),
                    value: isMine ? entered["reason"] : "",
                    .maxlength(Consultations.reasonMaximum))
                Piece.acts { Piece.submit(frame.text("consultation.withdraw.go"), .stop) }
            }
        }
    }
}
