// What the viewer can do with one open piece of work. One primary button; the rest unfolds.

import Engine
import HTML
import ProcessModel
import WorkTime

struct DossierActsView {
    let record: Dossiers.Record
    let work: Dossiers.OpenWork
    let frame: Site.Frame
    let entered: Site.Form?
    var mistakes: [FormMistake] = []

    private var link: Link { "/dossiers/\(record.registration.code)/acts" }
    private var isMine: Bool { entered.map { $0["item"] == String(work.item) } ?? false }

    @HTMLBuilder var html: HTML {
        if work.acts.isEmpty {
            if record.work.count > 1 || work.receiver != nil || work.kind != .step {
                p(.class("note")) { frame.text("acts.none", work.step, work.holder.name) }
            }
        } else {
            Piece.part(
                frame.text("acts.title", work.step), id: "acts-\(work.item)", look: .panel
            ) {
                p(.class("note")) { work.work }
                if work.onBehalfOf != nil {
                    p(.class("note")) {
                        frame.text("acts.onBehalf", (work.receiver ?? work.holder).name)
                    }
                }
                if !work.stops.isEmpty { stopNote }
                for (index, act) in work.acts.enumerated() {
                    form(act, isFirst: index == 0)
                }
            }
        }
    }

    private var stopNote: HTML {
        Piece.notice(.paused, frame.text("acts.stopped")) {
            if let asked = record.supplements.last {
                asked.papers.joined(separator: "; ")
            }
        }
    }

    /// The form of an act. The first stands open, the others unfold.
    private func form(_ act: Dossiers.Act, isFirst: Bool) -> HTML {
        switch act {
        case .complete: open(act, .main) { completion }
        case .accept: open(act, .main) { HTML() }
        case .take, .receiveSupplement, .confirmDuty, .endWait, .retry:
            open(act, isFirst ? .main : .usual) { HTML() }
        case .assign, .handOver: folded(act) { colleague(act) }
        case .sendBack: folded(act) { earlierStep }
        case .askSupplement: folded(act) { supplement }
        case .returnHandover, .askDuty: folded(act) { reason(act) }
        case .refuse, .withdraw, .stop: HTML()
        }
    }

    private func open(
        _ act: Dossiers.Act, _ weight: Piece.Weight, @HTMLBuilder fields: () -> HTML
    ) -> HTML {
        frame.commandForm(to: link) {
            hidden
            fields()
            Piece.acts {
                Piece.submit(
                    frame.text("act.\(act.rawValue)"), weight, name: "act", value: act.rawValue)
            }
        }
    }

    private func folded(_ act: Dossiers.Act, @HTMLBuilder fields: () -> HTML) -> HTML {
        let wasSent = isMine && entered?["act"] == act.rawValue
        return Piece.unfolding(frame.text("act.\(act.rawValue)"), isOpen: wasSent) {
            frame.commandForm(to: link) {
                hidden
                fields()
                Piece.acts {
                    Piece.submit(
                        frame.text("act.\(act.rawValue)"), .usual, name: "act",
                        value: act.rawValue)
                }
            }
        }
    }

    @HTMLBuilder private var hidden: HTML {
        Piece.hiddenField("item", String(work.item))
        if let absent = work.onBehalfOf { Piece.hiddenField("for", absent.rawValue) }
    }

    private func id(_ name: String, _ act: Dossiers.Act) -> String {
        Dossiers.inputID(name, of: act, item: String(work.item))
    }

    private func value(_ name: String) -> String { isMine ? entered?[name] ?? "" : "" }

    @HTMLBuilder private var completion: HTML {
        if !work.product.isEmpty {
            Piece.textField(
                Piece.Field(
                    "product", frame.text("acts.product"),
                    hint: frame.text("acts.productHint", work.product),
                    id: id("product", .complete)),
                value: isMine && entered?["act"] == Dossiers.Act.complete.rawValue
                    ? value("product") : work.product, .maxlength(500))
        }
        let fields = work.form?.fields ?? []
        for field in fields {
            FormFieldView(
                field: field, frame: frame,
                form: isMine ? entered ?? Site.Form(pairs: []) : Site.Form(pairs: []),
                id: id(field.key, .complete),
                error: isMine ? frame.error(of: field, in: mistakes) : nil, labels: fields.labels
            ).html
        }
    }

    @HTMLBuilder private func colleague(_ act: Dossiers.Act) -> HTML {
        Piece.selectField(
            Piece.Field("person", frame.text("acts.colleague"), id: id("person", act)),
            work.colleagues.map { Piece.Choice($0.id.rawValue, $0.name) })
        if act == .handOver { reason(act) }
    }

    @HTMLBuilder private var earlierStep: HTML {
        Piece.selectField(
            Piece.Field("node", frame.text("acts.earlier"), id: id("node", .sendBack)),
            work.returns.map { Piece.Choice($0.node, $0.title) })
        reason(.sendBack)
    }

    @HTMLBuilder private var supplement: HTML {
        Piece.textArea(
            Piece.Field(
                "papers", frame.text("acts.papers"), hint: frame.text("acts.papersHint"),
                id: id("papers", .askSupplement)), value: value("papers"))
        reason(.askSupplement)
    }

    private func reason(_ act: Dossiers.Act) -> HTML {
        Piece.textArea(
            Piece.Field("reason", frame.text("dossier.reason"), id: id("reason", act)),
            value: value("reason"), rows: 2)
    }
}

extension Dossiers {
    /// Identity of an input among those of all acts on all open pieces of work.
    static func inputID(_ name: String, of act: Act, item: String) -> String {
        "\(act.rawValue)-\(item)-\(name)"
    }
}
