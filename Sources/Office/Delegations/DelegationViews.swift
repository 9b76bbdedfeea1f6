// The list of delegations, and the form that gives one.

import Engine
import HTML
import ProcessModel
import WorkTime

struct DelegationView {
    let page: Delegations.Page
    let frame: Site.Frame
    var refusal: Delegations.Rejection?
    var entered = Site.Form(pairs: [])

    var html: HTML {
        frame.page(title: frame.text("delegation.title"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("signing.title"), "/signing"),
                    .init(frame.text("delegation.title")),
                ])
            Piece.head(frame.text("delegation.title")) {
                page.officeName
            } acts: {
                Piece.act(frame.text("signing.title"), "/signing")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        .init(
                            frame.say(refusal.sentence),
                            fieldID: page.leaders.isEmpty ? nil : refusal.field)
                    ])
            }
            if page.rows.isEmpty {
                Piece.emptyState(
                    frame.text("delegation.none"), frame.text("delegation.noneHint"))
            } else {
                table
                more
            }
            if !page.leaders.isEmpty { giving }
            p(.class("note")) { frame.text("delegation.note") }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delegation.title"), isHidden: true), class: "work",
            columns: ["people", "what", "when", "document", "standing"].map {
                TableColumn(frame.text("delegation.column.\($0)"))
            }, rows: page.rows.map(row))
    }

    private func row(_ row: Delegations.Row) -> TableRow {
        let grant = row.delegation.grant
        return TableRow([
            TableCell {
                Piece.twoVoices(
                    "\(row.delegation.number). \(row.delegate)",
                    frame.text("delegation.for", grant.form.mark, row.leader))
            },
            TableCell(what(grant)),
            TableCell {
                Piece.twoVoices(
                    "\(frame.day(grant.from)) – \(frame.day(grant.through))", weekdays(grant))
            },
            TableCell { Piece.code(grant.document) },
            TableCell {
                Piece.state(
                    row.standing == .holds ? .ok : .paused,
                    frame.text("delegation.standing.\(row.standing.rawValue)"))
                if let revocation = row.delegation.revocation {
                    " "
                    small { "\(frame.moment(revocation.at)). \(revocation.reason)" }
                }
                if row.mayRevoke { revoking(row.delegation.number) }
            },
        ])
    }

    private func what(_ grant: Delegations.Grant) -> String {
        if grant.coversAll { return frame.text("delegation.all") }
        return (grant.fields + grant.processes.map(\.rawValue)).joined(separator: "; ")
    }

    private func weekdays(_ grant: Delegations.Grant) -> String? {
        let names = grant.weekdays.compactMap { Weekday(rawValue: $0) }.map { frame.say($0.name) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private func revoking(_ number: Int) -> HTML {
        Piece.unfolding(frame.text("delegation.revoke", String(number))) {
            frame.commandForm(to: "/delegations/\(number)/revocation") {
                Piece.textField(
                    .init("reason", frame.text("delegation.why"), id: "reason-\(number)"),
                    .maxlength(Delegations.reasonMaximum))
                Piece.acts { Piece.submit(frame.text("delegation.revoke.go"), .stop) }
            }
        }
    }

    @HTMLBuilder private var more: HTML {
        if let next = page.next {
            Piece.more(
                "", label: frame.text("delegation.title"),
                next: .init(
                    frame.text("word.next"),
                    ("/delegations" as Link).adding("before", String(next))))
        }
    }

    private var giving: HTML {
        Piece.part(frame.text("delegation.give"), id: "give", look: .panel) {
            frame.commandForm(to: "/delegations") {
                people
                Piece.dateField(field("from", .three), value: entered["from"])
                Piece.dateField(field("through", .three), value: entered["through"])
                Piece.textField(
                    field("document", .six), value: entered["document"],
                    .maxlength(Delegations.documentMaximum))
                Piece.checkField(
                    field("weekdays", .six, hint: frame.text("delegation.weekdaysHint")),
                    Weekday.allCases.map { .init(String($0.rawValue), frame.say($0.name)) },
                    chosen: Set(entered.lines("weekdays")))
                Piece.checkField(
                    field("fields", .six, hint: frame.text("delegation.fieldsHint")),
                    page.fields.map { .init($0, $0) }, chosen: Set(entered.lines("fields")))
                Piece.textArea(
                    field("processes", .six, optional: frame.text("delegation.processesHint")),
                    value: entered["processes"])
                Piece.acts { Piece.submit(frame.text("delegation.give"), .main) }
            }
        }
    }

    @HTMLBuilder private var people: HTML {
        Piece.selectField(
            field("leader", .two), page.leaders.map { .init($0.person.rawValue, $0.name) },
            chosen: entered["leader"])
        Piece.selectField(
            field("delegate", .two), page.delegates.map { .init($0.person.rawValue, $0.name) },
            chosen: entered["delegate"], none: frame.text("organisation.choose"))
        Piece.selectField(
            field("form", .two),
            Delegations.Form.allCases.map {
                .init($0.rawValue, frame.text("delegation.form.\($0.rawValue)"))
            }, chosen: entered["form"])
    }

    private func field(
        _ name: String, _ width: Piece.Field.Width, optional: String? = nil, hint: String? = nil
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text("delegation.field.\(name)"), width: width, optional: optional,
            hint: hint, error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil
        )
    }
}
