// The route of an officer: for the phone, and printed.

import Engine
import HTML
import WorkTime

struct DeliveryRouteView {
    let route: Deliveries.Route
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("delivery.routeOf", frame.date(route.day)), section: .dossiers
        ) {
            Piece.head(frame.text("delivery.routeOf", frame.day(route.day))) {
                frame.text(
                    "delivery.routeLead", route.officerName, String(route.stops.count))
                if route.isDayOff {
                    " "
                    frame.text("delivery.dayOff")
                }
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("delivery.dayBefore"), link(route.day - 1))
                Piece.act(frame.text("delivery.dayAfter"), link(route.day + 1))
                Piece.act(frame.text("delivery.leave"), "/deliveries/leave")
            }
            if !route.duties.isEmpty {
                p {
                    frame.text(
                        "delivery.duties",
                        route.duties.map {
                            "\(frame.clock($0.start))–\(frame.clock($0.end))"
                        }.joined(separator: ", "))
                }
            }
            if route.stops.isEmpty {
                Piece.emptyState(
                    frame.text("delivery.routeEmpty"), frame.text("delivery.routeEmptyHint"))
            } else {
                table
            }
            if route.isOwn, !route.stops.isEmpty {
                p(.class("note")) { frame.text("delivery.routeNote") }
            }
            if !route.others.isEmpty { others }
        }
    }

    private func link(_ day: DayNumber) -> Link {
        let link = ("/deliveries/route" as Link).adding("day", day.text)
        return route.isOwn ? link : link.adding("officer", route.officer.rawValue)
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.routeOf", frame.date(route.day)), isHidden: true),
            class: "work marked",
            columns: ["number", "where", "slot", "bring"].map {
                TableColumn(
                    frame.text("delivery.column.\($0)"), labelsHeader: $0 == "number")
            }, rows: route.stops.enumerated().map { row($0 + 1, $1) })
    }

    private func row(_ number: Int, _ stop: Deliveries.Stop) -> TableRow {
        TableRow([
            TableCell(String(number)),
            TableCell {
                if let recipient = stop.recipient {
                    strong { recipient.address }
                    " "
                    recipient.name
                    " "
                    frame.phoneLink(recipient.phone)
                } else {
                    frame.text("delivery.hidden")
                }
            },
            TableCell {
                if let slot = stop.slot {
                    Piece.moment(
                        "\(frame.clock(slot.start))–\(frame.clock(slot.end))",
                        machine: slot.start.text)
                }
                " "
                frame.deliveryState(stop.standing)
            },
            TableCell {
                a(.href(Deliveries.address(of: stop.dossier))) { stop.title }
                " "
                small {
                    Piece.code(stop.dossier)
                    if stop.hasGift { " · \(frame.text("delivery.withGift"))" }
                    if stop.attempts > 0 {
                        " · \(frame.text("delivery.attempts", String(stop.attempts)))"
                    }
                }
            },
        ])
    }

    private var others: HTML {
        Piece.part(frame.text("delivery.others"), id: "others") {
            ul {
                for person in route.others {
                    li {
                        a(
                            .href(
                                ("/deliveries/route" as Link).adding("day", route.day.text)
                                    .adding("officer", person.id.rawValue))
                        ) { person.name }
                    }
                }
            }
        }
    }
}
