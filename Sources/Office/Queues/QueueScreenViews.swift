// The screen in the hall: who is called and where, in letters that are read from far. It asks again
// by itself: by the script where one runs, else by loading the page anew.

import HTML
import WorkTime

struct QueueScreenView {
    let screen: Queues.Screen
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("queue.screen"), section: nil, bodyClass: "public screen",
            refreshSeconds: Queues.screenSeconds
        ) {
            h1 { screen.officeName }
            div(
                .id("calls"), .class("queue-calls"), .role("status"), .aria("live", "polite"),
                .data("refresh", String(Queues.screenSeconds))
            ) {
                if screen.calls.isEmpty {
                    p(.class("queue-none")) { frame.text("queue.nobodyCalled") }
                } else {
                    calls
                }
                if screen.fields.isEmpty {
                    h2 { frame.text("queue.next") }
                    p(.class("queue-next")) { numbers(screen.next) }
                } else {
                    for field in screen.fields { next(of: field) }
                }
                p { frame.text("queue.waitingNow", frame.number(screen.waiting)) }
            }
        }
    }

    private func numbers(_ next: [String]) -> String {
        next.isEmpty ? frame.text("queue.nobodyWaits") : next.joined(separator: "  ")
    }

    @HTMLBuilder private func next(of field: Queues.ScreenField) -> HTML {
        h2 {
            frame.text(
                "queue.nextOf", field.field.name, field.field.windowText,
                frame.number(field.waiting))
        }
        p(.class("queue-next")) { numbers(field.next) }
    }

    private var calls: HTML {
        ol(.class("queue-list")) {
            for call in screen.calls {
                li {
                    span(.class("vh")) { frame.text("queue.number") + " " }
                    span(.class("queue-number")) { call.number }
                    " "
                    span(.class("queue-window")) {
                        frame.text("queue.window", String(call.window))
                    }
                }
            }
        }
    }
}
