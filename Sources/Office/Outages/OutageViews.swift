// The list of outages with what may be done, and the form that declares one.

import Engine
import HTML
import WorkTime

struct OutageView {
    let page: Outages.Page
    let frame: Site.Frame
    var refusal: Outages.Rejection?
    var entered = Site.Form(pairs: [])

    var html: HTML {
        frame.page(title: frame.text("outage.title"), section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("lateness.title"), "/lateness"),
                    .init(frame.text("outage.title")),
                ])
            Piece.head(frame.text("outage.title")) {
                frame.text("outage.lead", frame.worked(workingMinutes: page.lost))
            }
            p(.class("note")) { frame.text("outage.note") }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        .init(
                            frame.say(refusal.sentence),
                            fieldID: page.scopes.isEmpty ? nil : refusal.field)
                    ])
            }
            if page.rows.isEmpty {
                Piece.emptyState(frame.text("outage.none"), frame.text("outage.noneHint"))
            } else {
                table
                more
            }
            if !page.scopes.isEmpty { declaring }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("outage.title"), isHidden: true), class: "work",
            columns: ["number", "time", "where", "why", "standing"].map {
                TableColumn(frame.text("outage.column.\($0)"))
            }, rows: page.rows.map(row))
    }

    private func row(_ row: Outages.Row) -> TableRow {
        let (outage, declaration) = (row.outage, row.outage.declaration)
        return TableRow([
            TableCell {
                "\(frame.number(outage.number)). "
                frame.text("outage.kind.\(declaration.kind.rawValue)")
            },
            TableCell {
                Piece.moment(frame.moment(declaration.from), machine: declaration.from.text)
                " – "
                Piece.moment(frame.moment(declaration.until), machine: declaration.until.text)
                " "
                small { frame.worked(workingMinutes: row.minutes) }
            },
            TableCell {
                Piece.twoVoices(
                    row.unitName.isEmpty ? frame.text("outage.scope.all") : row.unitName,
                    row.unitName.isEmpty
                        ? nil : frame.text("outage.scope.\(declaration.scope.rawValue)"))
            },
            TableCell { Piece.twoVoices(declaration.reason, declaration.evidence) },
            TableCell {
                standing(row)
                if !row.acts.isEmpty { acts(row) }
            },
        ])
    }

    @HTMLBuilder private func standing(_ row: Outages.Row) -> HTML {
        Piece.state(
            state(row.outage.standing),
            frame.text("outage.standing.\(row.outage.standing.rawValue)"))
        " "
        small {
            frame.text("outage.declaredBy", row.declaredBy, frame.moment(row.outage.declaredAt))
            if let decision = row.outage.decision {
                " "
                frame.text("outage.decidedBy", row.decidedBy, frame.moment(decision.at))
                if !decision.reason.isEmpty { " " + decision.reason }
            }
            if let withdrawal = row.outage.withdrawal {
                " "
                frame.text("outage.withdrawnBy", row.withdrawnBy, frame.moment(withdrawal.at))
                " " + withdrawal.reason
            }
        }
    }

    private func state(_ standing: Outages.Standing) -> Piece.State {
        switch standing {
        case .declared: .wait
        case .approved: .done
        case .refused, .withdrawn: .paused
        }
    }

    private func acts(_ row: Outages.Row) -> HTML {
        let number = String(row.outage.number)
        return Piece.unfolding(frame.text("outage.decide", number)) {
            frame.commandForm(to: "/outages/\(number)/acts") {
                Piece.textField(
                    .init(
                        "reason", frame.text("outage.why"), optional: frame.text("outage.whyHint"),
                        id: "reason-\(number)"),
                    .maxlength(Outages.textMaximum))
                Piece.acts {
                    for act in row.acts {
                        Piece.submit(
                            frame.text("outage.act.\(act.rawValue)"),
                            act == .approve ? .usual : .stop, name: "act", value: act.rawValue)
                    }
                }
            }
        }
    }

    @HTMLBuilder private var more: HTML {
        if let next = page.next {
            Piece.more(
                "", label: frame.text("outage.title"),
                next: .init(
                    frame.text("lateness.next"),
                    ("/outages" as Link).adding("before", String(next))))
        }
    }

    private var declaring: HTML {
        Piece.part(frame.text("outage.declare"), id: "declare", look: .panel) {
            frame.commandForm(to: "/outages") {
                Piece.selectField(
                    field("kind", .two),
                    Outages.Kind.allCases.map {
                        .init($0.rawValue, frame.text("outage.kind.\($0.rawValue)"))
                    }, chosen: entered["kind"])
                Piece.selectField(
                    field("scope", .two),
                    page.scopes.map {
                        .init($0.rawValue, frame.text("outage.scope.\($0.rawValue)"))
                    }, chosen: entered["scope"])
                Piece.selectField(
                    field("unit", .two, optional: frame.text("outage.unitHint")),
                    page.choices.map { .init($0.unit.rawValue, $0.name) },
                    chosen: entered["unit"], none: frame.text("organisation.choose"))
                Piece.textField(field("from", .three), value: entered["from"], type: .dateTime)
                Piece.textField(field("until", .three), value: entered["until"], type: .dateTime)
                Piece.textField(
                    field("reason", .six), value: entered["reason"],
                    .maxlength(Outages.textMaximum))
                Piece.textField(
                    field("evidence", .six), value: entered["evidence"],
                    .maxlength(Outages.textMaximum))
                Piece.acts { Piece.submit(frame.text("outage.declare"), .main) }
            }
            p(.class("note")) { frame.text("outage.terms", String(Outages.daysMaximum)) }
        }
    }

    private func field(
        _ name: String, _ width: Piece.Field.Width, optional: String? = nil
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text("outage.field.\(name)"), width: width, optional: optional,
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil)
    }
}
