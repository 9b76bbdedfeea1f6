// The entrance: one press a number, and the slip that is printed.

import Engine
import HTML
import WorkTime

struct QueueEntranceView {
    let entrance: Queues.Entrance
    let frame: Site.Frame
    var refusal: Queues.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("queue.entrance"), section: nil, bodyClass: "public"
        ) {
            Piece.head(frame.text("queue.entrance")) {
                frame.text(
                    "queue.entranceLead", entrance.officeName, frame.number(entrance.waiting))
            } acts: {
                Piece.act(
                    frame.text("queue.screen"), "/queue/\(entrance.office.rawValue)/screen")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"), [Piece.Mistake(frame.say(refusal.sentence))])
            }
            if entrance.isOpen {
                drawing
            } else {
                Piece.emptyState(
                    frame.text("queue.closed"), frame.say(Queues.Rejection.closed.sentence))
            }
        }
    }

    private var drawing: HTML {
        frame.commandForm(to: "/queue/\(entrance.office.rawValue)") {
            QueuePriorityField(frame: frame, terms: entrance.terms).html
            fieldset(.class("queue-kinds")) {
                legend { frame.text("queue.what") }
                for field in entrance.fields {
                    Piece.submit(field, .usual, name: "wish", value: field)
                }
                // Where fields are set, each number is for one of them.
                if entrance.terms.fields.isEmpty {
                    Piece.submit(frame.text("queue.any"), .main, name: "wish", value: "")
                }
            }
        }
    }
}

/// Asks whether somebody comes first, and not why.
struct QueuePriorityField {
    let frame: Site.Frame
    let terms: Queues.Terms

    @HTMLBuilder var html: HTML {
        if !terms.priorities.isEmpty {
            Piece.checkBox(
                Piece.Field(
                    "priority", frame.text("queue.priority"),
                    optional: frame.text("word.optional"),
                    hint: who
                        + (terms.isConfirmed ? "" : " " + frame.text("queue.unconfirmed"))),
                isChecked: false)
        }
    }

    private var who: String {
        if terms.priorities == Queues.usualPriorities { return frame.text("queue.priorityHint") }
        let labels = terms.priorities.map { frame.priorityName($0) }
        return frame.text("queue.priorityOf", labels.joined(separator: ", "))
    }
}

struct QueueSlipView {
    let slip: Queues.Slip
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("queue.slip", slip.text), section: nil, bodyClass: "public ona5",
            refreshSeconds: Queues.screenSeconds
        ) {
            div(.class("noprint")) {
                Piece.acts {
                    Piece.printButton(frame.text("site.print"), .main)
                    Piece.act(frame.text("queue.another"), "/queue/\(slip.office.rawValue)")
                    Piece.act(
                        frame.text("queue.screen"), "/queue/\(slip.office.rawValue)/screen")
                }
            }
            Piece.paper(titleID: "slip") {
                p { strong { slip.officeName } }
                h1(.id("slip")) { frame.text("queue.slipTitle") }
                p(.class("queue-number")) { slip.text }
                p { slip.field.isEmpty ? frame.text("queue.any") : slip.field }
                if !slip.windows.isEmpty {
                    p {
                        frame.text(
                            "queue.window",
                            slip.windows.map { String($0) }.joined(separator: ", "))
                    }
                }
                p { frame.text("queue.drawnAt", frame.moment(slip.drawnAt)) }
                div(
                    .id("standing"), .role("status"), .aria("live", "polite"),
                    .data("refresh", String(Queues.screenSeconds))
                ) { p { strong { standing } } }
                p { frame.text("queue.keep") }
                Piece.qr(
                    frame.publicAddress + slip.address.text, label: frame.text("queue.qr"))
            }
        }
    }

    private var standing: String {
        switch slip.standing {
        case .waiting: frame.text("queue.before", frame.number(slip.before ?? 0))
        case .called: frame.text("queue.yourTurn", String(slip.window ?? 0))
        case .done: frame.text("queue.standing.done")
        case .missed: frame.text("queue.standing.missed")
        }
    }
}
