// The pages of the book of looks.

import Engine
import HTML
import WorkTime

struct ReadBookView {
    let book: Reads.Book
    let query: Reads.Query
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("readBook.title"), section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.reports"), "/reports"),
                    .init(frame.text("readBook.title")),
                ])
            Piece.head(frame.text("readBook.title")) {
                frame.text(
                    "readBook.lead", frame.day(book.from), frame.day(book.through),
                    frame.number(book.unusualFrom))
            } acts: {
                if book.onlyUnusual {
                    Piece.act(frame.text("readBook.all"), link(onlyUnusual: false))
                } else {
                    Piece.act(frame.text("readBook.unusual"), link(onlyUnusual: true))
                }
            }
            filter
            if book.days.isEmpty {
                Piece.emptyState(frame.text("readBook.empty"), frame.text("readBook.emptyHint"))
            } else {
                units
                days
            }
            if let next = book.next {
                Piece.more(
                    frame.text("work.moreNote", String(Reads.bookPage)),
                    label: frame.text("readBook.pages"),
                    first: .init(frame.text("word.first"), link(onlyUnusual: book.onlyUnusual)),
                    next: .init(
                        frame.text("word.next"),
                        link(onlyUnusual: book.onlyUnusual).adding("after", next)))
            }
        }
    }

    private var filter: HTML {
        form(.class("filter noprint"), .action("/reads")) {
            day("from", book.from)
            day("through", book.through)
            Piece.submit(frame.text("reports.show"), .small)
        }
    }

    private func day(_ name: String, _ day: DayNumber) -> HTML {
        label {
            frame.text("readBook.\(name)")
            " "
            input(.type(.date), .name(name), .value(day.text))
        }
    }

    private func link(onlyUnusual: Bool, unit: UnitID? = nil) -> Link {
        var link: Link = "/reads"
        link = link.adding("from", book.from.text).adding("through", book.through.text)
        if let unit = unit ?? query.unit { link = link.adding("unit", unit.rawValue) }
        if let person = query.person { link = link.adding("person", person.rawValue) }
        return onlyUnusual ? link.adding("unusual", "1") : link
    }

    private var units: HTML {
        Piece.part(frame.text("readBook.byUnit"), id: "units") {
            stackedTable(
                TableCaption(frame.text("readBook.byUnit"), isHidden: true),
                columns: [
                    TableColumn(frame.text("readBook.unit")),
                    TableColumn(frame.text("readBook.readers"), cellClass: "r"),
                    TableColumn(frame.text("readBook.subjects"), cellClass: "r"),
                    TableColumn(frame.text("readBook.outside"), cellClass: "r"),
                ],
                rows: book.units.map { sum in
                    TableRow([
                        TableCell {
                            a(.href(link(onlyUnusual: book.onlyUnusual, unit: sum.unit))) {
                                sum.name
                            }
                        },
                        TableCell(frame.number(sum.readers)),
                        TableCell(frame.number(sum.subjects)),
                        TableCell(frame.number(sum.outside)),
                    ])
                })
        }
    }

    private var days: HTML {
        Piece.part(frame.text("readBook.byDay"), id: "days") {
            stackedTable(
                TableCaption(frame.text("readBook.byDay"), isHidden: true),
                columns: [
                    TableColumn(frame.text("readBook.day")), TableColumn(frame.text("reads.who")),
                    TableColumn(frame.text("readBook.subjects"), cellClass: "r"),
                    TableColumn(frame.text("readBook.outside")),
                ],
                rows: book.days.map(row))
        }
    }

    private func row(_ day: Reads.Day) -> TableRow {
        TableRow([
            TableCell { Piece.moment(frame.day(day.day), machine: day.day.text) },
            TableCell {
                a(.href("/reads/\(day.person.rawValue)/\(day.day.text)")) { day.name }
                " "
                small { day.unitName }
            },
            TableCell(frame.number(day.subjects)),
            TableCell {
                if day.isUnusual {
                    Piece.state(
                        .late, frame.text("readBook.isUnusual", frame.number(day.outside)))
                } else {
                    frame.number(day.outside)
                }
            },
        ])
    }
}

struct ReadDayView {
    let log: Reads.DayLog
    let frame: Site.Frame

    private var link: Link { "/reads/\(log.person.rawValue)/\(log.day.text)" }

    var html: HTML {
        let title = frame.text("readBook.dayTitle")
        return frame.page(title: title, section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.reports"), "/reports"),
                    .init(frame.text("readBook.title"), "/reads"), .init(title),
                ])
            Piece.head(title) {
                frame.text("readBook.dayLead", log.name, log.unitName, frame.day(log.day))
            }
            if log.looks.isEmpty {
                p { frame.text("readBook.dayNone") }
            } else {
                table
            }
            if let next = log.next {
                Piece.more(
                    frame.text("work.moreNote", String(Reads.bookPage)),
                    label: frame.text("readBook.pages"),
                    first: .init(frame.text("word.first"), link),
                    next: .init(frame.text("word.next"), link.adding("after", next)))
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("readBook.dayTitle"), isHidden: true),
            columns: ["subject", "paper", "first", "last", "times", "own"].map {
                TableColumn(frame.text("readBook.column.\($0)"))
            },
            rows: log.looks.map { look in
                TableRow([
                    TableCell {
                        a(.href(address(look))) { Piece.code(look.subject) }
                        " "
                        small { frame.text("readBook.kind.\(look.kind.rawValue)") }
                    },
                    TableCell(frame.text("reads.paper.\(look.paper.rawValue)")),
                    TableCell {
                        Piece.moment(frame.moment(look.first), machine: look.first.text)
                    },
                    TableCell {
                        Piece.moment(frame.moment(look.last), machine: look.last.text)
                    },
                    TableCell(frame.number(look.times)),
                    TableCell(
                        frame.text(look.isOutside ? "readBook.isOutside" : "readBook.isOwn")),
                ])
            })
    }

    /// Whether the page opens is a matter of its own rights.
    private func address(_ look: Reads.Shown) -> Link {
        switch look.kind {
        case .dossier: "/dossiers/\(look.subject)/reads"
        case .filing: "/filings/\(look.subject)"
        case .petition: "/petitions/\(look.subject)"
        case .claim: "/privacy/claims/\(look.subject)"
        }
    }
}
