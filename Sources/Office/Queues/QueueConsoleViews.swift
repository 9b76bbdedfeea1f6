// The officers' desk: who is at my window, who comes next, and how long people wait.

import Engine
import HTML
import WorkTime

struct QueueConsoleView {
    let console: Queues.Console
    let frame: Site.Frame
    var refusal: Queues.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("queue.title"), section: .counter) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.counter"), "/counter"),
                    Piece.Place(frame.text("queue.title")),
                ])
            Piece.head(frame.text("queue.title")) {
                frame.text("queue.lead", frame.day(console.now.day))
            } acts: {
                Piece.act(
                    frame.text("queue.entrance"), "/queue/\(console.office.rawValue)")
                Piece.act(
                    frame.text("queue.screen"), "/queue/\(console.office.rawValue)/screen")
                if console.maySet {
                    Piece.act(frame.text("queue.settings"), "/queue/settings")
                }
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        Piece.Mistake(
                            frame.say(refusal.sentence),
                            fieldID: refusal.field == "window" ? "window" : nil)
                    ])
            }
            Piece.columns {
                place
                if let window = console.window { calling(window) }
                others
            } narrow: {
                drawing
                figures
            }
            line
        }
    }

    /// What the window takes, where that is set.
    private var ownFields: [String] {
        guard let window = console.window, !console.terms.fields.isEmpty else {
            return console.fields
        }
        return console.terms.names(at: window)
    }

    /// Where the officer sits stands in the address, so that a bookmark keeps it.
    private var place: HTML {
        form(.classes("filter", "first"), .action("/queue")) {
            label {
                frame.text("queue.myWindow")
                " "
                input(
                    .type(.number), .id("window"), .name("window"), .min("1"),
                    .max("\(Queues.windowMaximum)"), .required,
                    .value(console.window.map { String($0) } ?? ""))
            }
            label {
                frame.text("queue.myField")
                " "
                select(.name("field")) {
                    option(.value("")) { frame.text("queue.any") }
                    for field in ownFields {
                        option(.value(field), .if(field == console.field, .selected)) { field }
                    }
                }
            }
            Piece.submit(frame.text("queue.sit"))
        }
    }

    private func calling(_ window: Int) -> HTML {
        Piece.part(frame.text("queue.window", String(window)), id: "here", look: .panel) {
            frame.commandForm(to: "/queue", class: nil) {
                Piece.hiddenField("window", String(window))
                Piece.hiddenField("field", console.field)
                if let here = console.here {
                    Piece.hiddenField("number", String(here.number))
                    called(here)
                } else {
                    p { frame.text("queue.windowFree") }
                    Piece.acts {
                        Piece.submit(
                            frame.text("queue.callNext"), .main, name: "act", value: "next",
                            .data("key", "n"))
                    }
                }
            }
        }
    }

    @HTMLBuilder private func called(_ here: Queues.Ticket) -> HTML {
        p(.class("queue-number")) { Queues.text(of: here.number) }
        p {
            frame.queueWish(of: here)
            " · "
            frame.text("queue.calledTimes", frame.number(here.calls))
        }
        Piece.acts {
            Piece.submit(
                frame.text("queue.doneNext"), .main, name: "act", value: "done",
                .data("key", "n"))
            Piece.act(
                frame.text("queue.receive", Queues.text(of: here.number)),
                ("/counter" as Link).adding("ticket", String(here.number)))
        }
        Piece.acts {
            Piece.submit(frame.text("queue.again"), name: "act", value: "again")
            Piece.submit(frame.text("queue.notHere"), .stop, name: "act", value: "notHere")
            Piece.submit(frame.text("queue.done"), name: "act", value: "end")
        }
    }

    @HTMLBuilder private var others: HTML {
        if !console.others.isEmpty {
            Piece.part(frame.text("queue.others"), id: "others") {
                ul {
                    for ticket in console.others {
                        li {
                            strong { Queues.text(of: ticket.number) }
                            " · "
                            frame.text("queue.window", String(ticket.window ?? 0))
                        }
                    }
                }
            }
        }
    }

    private var hasFields: Bool { !console.terms.fields.isEmpty }

    private var drawing: HTML {
        Piece.part(frame.text("queue.draw"), id: "draw", look: .panel) {
            frame.commandForm(to: "/queue") {
                Piece.hiddenField("window", console.window.map { String($0) } ?? "")
                Piece.hiddenField("field", console.field)
                Piece.selectField(
                    Piece.Field(
                        "wish", frame.text("queue.what"),
                        optional: hasFields ? nil : frame.text("word.optional")),
                    console.fields.map { Piece.Choice($0, $0) },
                    none: frame.text(hasFields ? "word.choose" : "queue.any"))
                QueuePriorityField(frame: frame, terms: console.terms).html
                Piece.acts {
                    Piece.submit(frame.text("queue.drawIt"), name: "act", value: "draw")
                }
            }
        }
    }
}
