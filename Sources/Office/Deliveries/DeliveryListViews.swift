// The deliveries of an office by where they stand, and the part of a dossier's page.

import HTML
import WorkTime

struct DeliveryListView {
    let list: Deliveries.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("delivery.title"), section: .dossiers) {
            Piece.head(frame.text("delivery.title")) {
                frame.text("delivery.listLead", list.officeName)
            } acts: {
                Piece.act(frame.text("delivery.route"), "/deliveries/route")
                Piece.act(
                    frame.text("delivery.roster"), "/deliveries/roster?office=\(list.office)")
                Piece.act(
                    frame.text("delivery.leave"), "/deliveries/leave?office=\(list.office)")
                Piece.act(frame.text("delivery.fees"), "/deliveries/fees?office=\(list.office)")
            }
            Piece.tabs(label: frame.text("delivery.standings"), list.counts.map(tab))
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("delivery.empty"), frame.text("delivery.emptyHint"))
            } else {
                table
            }
            if let next = list.next {
                Piece.more(
                    frame.text("register.more", String(Deliveries.listPage)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), link(list.standing)),
                    next: Piece.Place(
                        frame.text("word.next"), link(list.standing).adding("after", next)))
            }
        }
    }

    private func link(_ standing: Deliveries.Standing) -> Link {
        ("/deliveries" as Link).adding("standing", standing.rawValue)
            .adding("office", list.office)
    }

    private func tab(_ count: Deliveries.Count) -> Piece.Tab {
        Piece.Tab(
            frame.text("delivery.standing.\(count.standing.rawValue)"), link(count.standing),
            count: frame.number(count.count), isCurrent: count.standing == list.standing)
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.title"), isHidden: true), class: "work sticky",
            columns: ["dossier", "slot", "officer", "state"].map {
                TableColumn(frame.text("delivery.column.\($0)"))
            }, rows: list.rows.map(row))
    }

    private func row(_ row: Deliveries.Row) -> TableRow {
        TableRow([
            TableCell {
                a(.href(Deliveries.address(of: row.dossier))) { row.title }
                " "
                small { Piece.code(row.dossier) }
            },
            TableCell {
                if let slot = row.slot { frame.slotTime(slot) } else { "–" }
                if row.hasGift {
                    " "
                    small { frame.text("delivery.withGift") }
                }
            },
            TableCell(row.officer ?? frame.text("delivery.carrier.\(row.carrier.rawValue)")),
            TableCell {
                frame.deliveryState(list.standing)
                if let note = note(row) {
                    " "
                    small { note }
                }
            },
        ])
    }

    private func note(_ row: Deliveries.Row) -> String? {
        if list.standing == .delivered {
            return row.status.isEnded ? nil : frame.text("delivery.awaitsCounter")
        }
        if list.standing.isOpen, row.status.isEnded { return frame.text("delivery.closeIt") }
        if list.standing.isOpen, row.status != .resultReady {
            return frame.text("delivery.notReady")
        }
        return row.attempts > 0 ? frame.text("delivery.attempts", String(row.attempts)) : nil
    }
}

/// The part of a dossier's page.
struct DeliveryPartView {
    let line: Deliveries.Line
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("delivery.home"), id: "delivery") {
            if let standing = line.standing {
                p {
                    frame.deliveryState(standing)
                    if let slot = line.slot {
                        " "
                        frame.slotTime(slot)
                    }
                }
            } else {
                p(.class("note")) {
                    frame.text(line.isChosen ? "delivery.chosen" : "delivery.none")
                }
            }
            if line.awaitsCounter { p { frame.text("delivery.completeIt") } }
            Piece.acts {
                Piece.act(
                    frame.text(line.standing == nil ? "delivery.ask" : "delivery.open"),
                    Deliveries.address(of: line.dossier))
            }
        }
    }
}
