// One petition for the office: what was written, who has it, what happened, what can be done.

import HTML
import WorkTime

struct PetitionView {
    let record: Petitions.Record
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form?

    private var title: String { record.sender?.subject ?? record.code }

    var html: HTML {
        frame.page(title: "\(record.code) \(title)", section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.work"), "/work"),
                    .init(frame.text("petitions.title"), "/petitions"), .init(record.code),
                ])
            Piece.head(title) {
                Piece.code(record.code)
                " "
                Piece.state(
                    record.standing.isEnded ? .done : .wait,
                    frame.text("petition.standing.\(record.standing.rawValue)"))
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID(refusal))])
            }
            Piece.facts(facts)
            Piece.columns {
                content
            } narrow: {
                PetitionActsView(
                    record: record, frame: frame, refusal: refusal, entered: entered
                ).html
            }
        }
    }

    private func fieldID(_ refusal: any Refusal) -> String? {
        refusal.field.map { "\(entered?["act"] ?? "")-\($0)" }
    }

    private var facts: [Piece.Fact] {
        [
            .init(
                frame.text("petition.kind"),
                frame.text("petition.kind.\(record.kind.rawValue)")),
            .init(frame.text("petition.office"), record.office),
            .init(frame.text("petition.receivedAt"), frame.moment(record.receivedAt)),
            .init(frame.text("petition.holder")) {
                Piece.twoVoices(
                    record.holder.isEmpty ? frame.text("petition.nobody") : record.holder,
                    record.unit)
            },
            .init(frame.text("petition.sinceName"), frame.moment(record.since)),
            .init(frame.text("petition.answerBy")) {
                if let left = record.left {
                    frame.timeLeft(left, due: record.due)
                } else {
                    Piece.state(
                        record.endedLate ? .wasLate : .done,
                        frame.text(record.endedLate ? "result.late" : "result.onTime"))
                }
            },
        ]
    }

    @HTMLBuilder private var content: HTML {
        Piece.part(frame.text("petition.words"), id: "words") {
            if let sender = record.sender {
                p { HTML.paragraph(sender.words) }
                if !sender.dossier.isEmpty { dossier(sender.dossier) }
                contact(sender)
            } else {
                p { frame.text("dossier.erased") }
            }
        }
        if let ground = record.ground {
            p {
                frame.text("petition.refusedFor", frame.text("petition.ground.\(ground.rawValue)"))
            }
        }
        if let body = record.body { p { frame.text("petition.forwardedTo", body) } }
        if let publication = record.publication { published(publication) }
        if !record.steps.isEmpty { history }
        terms
    }

    private func dossier(_ code: String) -> HTML {
        p {
            frame.text("petition.field.dossier")
            ": "
            if record.seesDossier {
                a(.href("/dossiers/\(code)")) { Piece.code(code) }
            } else {
                Piece.code(code)
            }
        }
    }

    @HTMLBuilder private func contact(_ sender: Petitions.SenderShown) -> HTML {
        let known = [("name", sender.name), ("email", sender.email), ("phone", sender.phone)]
            .filter { !$0.1.isEmpty }
        if known.isEmpty {
            p(.class("note")) { frame.text("petition.noContact") }
        } else {
            Piece.pairs(known.map { .init(frame.text("petition.field.\($0.0)"), $0.1) })
        }
    }

    private func published(_ publication: Petitions.Publication) -> HTML {
        Piece.part(frame.text("petition.publication"), id: "publication", look: .panel) {
            h3 { publication.title }
            p { HTML.paragraph(publication.question) }
            p { HTML.paragraph(publication.answer) }
        }
    }
}
