// What can be passed on, group by group, and what was chosen.

import HTML
import WorkTime

struct HandoverListView {
    let list: Handovers.List
    let frame: Site.Frame
    var refusal: Handovers.Rejection?

    var html: HTML {
        frame.page(title: frame.text("handover.title"), section: .work) {
            Piece.head(frame.text("handover.title")) {
                frame.text("handover.lead")
            } acts: {
                Piece.act(frame.text("handover.sheets"), "/handovers/sheets")
                Piece.act(frame.text("work.title"), "/work")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"), [Piece.Mistake(frame.say(refusal.sentence))])
            }
            if list.groups.isEmpty {
                Piece.emptyState(frame.text("handover.none"), frame.text("handover.noneHint"))
            }
            for (index, group) in list.groups.enumerated() { choosing(group, index) }
            if list.isCut { p { frame.text("handover.cut") } }
        }
    }

    /// A form that only looks: choosing changes nothing.
    private func choosing(_ group: Handovers.Group, _ index: Int) -> HTML {
        Piece.part(frame.title(of: group), id: "group-\(index)") {
            form(.action("/handovers/preview")) {
                Piece.hiddenField("route", group.route.text)
                stackedTable(
                    TableCaption(frame.title(of: group), isHidden: true), class: "work marked",
                    columns: ["choose", "dossier", "step", "papers", "left"].map {
                        TableColumn(
                            frame.text("handover.column.\($0)"), labelsHeader: $0 == "choose")
                    }, rows: group.rows.map(row))
                Piece.acts { Piece.submit(frame.text("handover.preview")) }
            }
        }
    }

    private func row(_ row: Handovers.Row) -> TableRow {
        TableRow([
            TableCell {
                label(.class("choice")) {
                    input(.type(.checkbox), .name("item"), .value(row.choice.text))
                    " "
                    span(.class("vh")) { "\(row.title), \(row.choice.dossier)" }
                }
            },
            TableCell { frame.handoverSubject(row) },
            TableCell {
                Piece.twoVoices(row.step, row.inPlaceOf.map { frame.text("signing.inPlaceOf", $0) })
            },
            TableCell(frame.number(row.papers)),
            TableCell { frame.timeLeft(row.left, due: row.due) },
        ])
    }
}

struct HandoverPreviewView {
    let list: Handovers.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("handover.previewTitle"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("handover.title"), "/handovers"),
                    Piece.Place(frame.text("handover.previewTitle")),
                ])
            Piece.head(frame.text("handover.previewTitle")) {
                list.groups.first.map { frame.title(of: $0) } ?? ""
            }
            if list.isCut { p { frame.text("handover.someGone") } }
            if let group = list.groups.first, !group.rows.isEmpty { confirming(group) }
        }
    }

    private func confirming(_ group: Handovers.Group) -> HTML {
        frame.commandForm(to: "/handovers", class: nil) {
            Piece.hiddenField("route", group.route.text)
            for row in group.rows {
                Piece.hiddenField("item", row.choice.text)
                div(.class("section")) {
                    Piece.pairs([
                        Piece.Fact(frame.text("handover.column.dossier")) {
                            frame.handoverSubject(row)
                        },
                        Piece.Fact(frame.text("handover.column.step"), row.step),
                        Piece.Fact(
                            frame.text("handover.column.papers"), frame.number(row.papers)),
                    ])
                }
            }
            Piece.acts {
                Piece.submit(
                    frame.text(
                        "handover.do.\(group.route.way.rawValue)",
                        frame.number(group.rows.count)), .main)
                Piece.act(frame.text("signing.back"), "/handovers")
            }
        }
    }
}

extension Site.Frame {
    func title(of group: Handovers.Group) -> String {
        group.route.way == .give
            ? text("handover.way.give", group.toName)
            : text("handover.way.receive", group.fromName)
    }

    func handoverSubject(_ row: Handovers.Row) -> HTML {
        HTML {
            a(.href("/dossiers/\(row.choice.dossier)")) { row.title }
            " "
            small {
                Piece.code(row.choice.dossier)
                " · "
                row.applicant
            }
        }
    }
}
