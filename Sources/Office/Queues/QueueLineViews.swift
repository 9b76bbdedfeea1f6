// Who waits, and the figures of the day, on the officers' desk.

import HTML
import WorkTime

extension QueueConsoleView {
    var figures: HTML {
        let figures = console.figures
        func minutes(_ value: Int?) -> String {
            value.map { frame.text("word.minutes", frame.number($0)) } ?? "–"
        }
        return Piece.part(frame.text("queue.figures"), id: "figures") {
            Piece.pairs([
                Piece.Fact(frame.text("queue.figure.drawn"), frame.number(figures.drawn)),
                Piece.Fact(frame.text("queue.figure.waiting"), frame.number(figures.waiting)),
                Piece.Fact(frame.text("queue.figure.done"), frame.number(figures.done)),
                Piece.Fact(frame.text("queue.figure.missed"), frame.number(figures.missed)),
                Piece.Fact(frame.text("queue.figure.median"), minutes(figures.medianMinutes)),
                Piece.Fact(frame.text("queue.figure.longest"), minutes(figures.longestMinutes)),
                Piece.Fact(frame.text("queue.figure.open"), minutes(figures.waitingMinutes)),
            ])
            if !console.byField.isEmpty { byField(minutes) }
        }
    }

    private func byField(_ minutes: (Int?) -> String) -> HTML {
        stackedTable(
            TableCaption(frame.text("queue.byField")), class: "work",
            columns: [
                TableColumn(frame.text("queue.field")),
                TableColumn(frame.text("queue.figure.waiting"), cellClass: "r"),
                TableColumn(frame.text("queue.figure.done"), cellClass: "r"),
                TableColumn(frame.text("queue.figure.median"), cellClass: "r"),
            ],
            rows: console.byField.map { row in
                TableRow([
                    TableCell(
                        frame.text("queue.fieldAt", row.field.name, row.field.windowText)),
                    TableCell(frame.number(row.figures.waiting)),
                    TableCell(frame.number(row.figures.done)),
                    TableCell(minutes(row.figures.medianMinutes)),
                ])
            })
    }

    @HTMLBuilder var line: HTML {
        if console.line.isEmpty {
            Piece.emptyState(frame.text("queue.nobodyWaits"), frame.text("queue.emptyHint"))
        } else {
            stackedTable(
                TableCaption(frame.text("queue.line")), class: "work",
                columns: ["number", "wish", "since"].map {
                    TableColumn(frame.text("queue.column.\($0)"))
                },
                rows: console.line.map { ticket in
                    TableRow([
                        TableCell(Queues.text(of: ticket.number)),
                        TableCell { frame.queueWish(of: ticket) },
                        TableCell(
                            frame.text(
                                "queue.since", frame.clock(ticket.drawing.at),
                                frame.number(
                                    console.now.rawValue - ticket.drawing.at.rawValue))),
                    ])
                })
        }
    }
}

extension Site.Frame {
    /// What a number was drawn for, and whether it comes first or comes again.
    @HTMLBuilder func queueWish(of ticket: Queues.Ticket) -> HTML {
        ticket.drawing.field.isEmpty ? text("queue.any") : ticket.drawing.field
        if ticket.drawing.isPriority {
            " "
            Piece.state(.hand, text("queue.first"))
        }
        if ticket.setBacks > 0 {
            " "
            small { text("queue.wasAway") }
        }
    }
}
