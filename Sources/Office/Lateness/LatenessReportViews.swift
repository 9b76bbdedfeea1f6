// The page of /lateness: sums by cause and unit, those that ended late, those that are overdue.

import Engine
import HTML
import WorkTime

struct LatenessReportView {
    let report: Lateness.Report
    let period: Reports.Period
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("lateness.title"), section: .reports, bodyClass: "onlandscape"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("reports.title"), "/reports"),
                    .init(frame.text("lateness.title")),
                ])
            Piece.head(frame.text("lateness.title")) {
                frame.text(
                    "lateness.lead", frame.say(period.name), frame.number(report.dossiers),
                    frame.worked(workingMinutes: report.minutes), frame.number(report.open.count))
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("payment.download"), address("/lateness.csv"))
                Piece.act(frame.text("outage.title"), "/outages")
            }
            filter
            if report.sums.isEmpty, report.rows.isEmpty, report.open.isEmpty {
                Piece.emptyState(
                    frame.text("lateness.empty"), frame.text("lateness.emptyHint"))
            } else {
                sums
                p(.class("note")) { frame.text("lateness.note") }
                list("lateness.endedList", id: "ended", report.rows)
                more
                list("lateness.openList", id: "open", report.open)
                if report.isCut { Piece.notice(.wait, frame.text("lateness.cut")) }
            }
        }
    }

    /// The page once more, with what was chosen.
    private func address(_ link: Link, _ cause: Lateness.Cause? = nil, _ unit: UnitID? = nil)
        -> Link
    {
        var link = link.adding("period", period.text)
        if let office = report.office { link = link.adding("office", office.rawValue) }
        if let cause { link = link.adding("cause", cause.rawValue) }
        if let unit { link = link.adding("unit", unit.rawValue) }
        return link
    }

    private var filter: HTML {
        form(.class("filter noprint"), .action("/lateness")) {
            label {
                frame.text("reports.period")
                " "
                select(.name("period")) {
                    for choice in periods {
                        option(.value(choice.text), .if(choice == period, .selected)) {
                            frame.say(choice.name)
                        }
                    }
                }
            }
            if report.offices.count > 1 {
                label {
                    frame.text("lateness.office")
                    " "
                    select(.name("office")) {
                        option(.value("")) { frame.text("lateness.allOffices") }
                        for office in report.offices {
                            option(
                                .value(office.id.rawValue),
                                .if(office.id == report.office, .selected)
                            ) { office.name }
                        }
                    }
                }
            }
            Piece.submit(frame.text("reports.show"), .small)
        }
    }

    private var periods: [Reports.Period] {
        let usual = Reports.Period.choices(on: frame.now.day)
        return usual.contains(period) ? usual : [period] + usual
    }

    private var sums: HTML {
        Piece.part(frame.text("lateness.sums"), id: "sums") {
            stackedTable(
                TableCaption(frame.text("lateness.sums"), isHidden: true),
                columns: Lateness.columns.enumerated().map { index, name in
                    TableColumn(
                        frame.text("lateness.column.\(name)"), cellClass: index < 2 ? nil : "r")
                },
                rows: report.sums.map(row), totals: [totals])
        }
    }

    private func row(_ sum: Lateness.Sum) -> TableRow {
        TableRow(
            [
                TableCell {
                    a(.href(address("/lateness", sum.cause, sum.unit))) {
                        frame.latenessCause(sum.cause)
                    }
                }, TableCell(sum.unitName.isEmpty ? "–" : sum.unitName),
            ] + sum.numbers.map { TableCell(frame.number($0)) })
    }

    /// A dossier counts in each of its parts, so only minutes are added up.
    private var totals: TableRow {
        TableRow([
            TableCell(frame.text("payment.total")), TableCell(""),
            TableCell(frame.number(report.sums.reduce(0) { $0 + $1.minutes })),
            TableCell(frame.number(report.dossiers)),
            TableCell(frame.number(report.sums.reduce(0) { $0 + $1.openMinutes })),
            TableCell(""),
        ])
    }

    private func list(_ title: String, id: String, _ rows: [Lateness.Row]) -> HTML {
        Piece.part(frame.text(title), id: id) {
            if let cause = report.cause {
                p {
                    frame.text("lateness.only", frame.latenessCause(cause))
                    " "
                    a(.href(address("/lateness"))) { frame.text("lateness.all") }
                }
            }
            if rows.isEmpty {
                p { frame.text("lateness.none") }
            } else {
                stackedTable(
                    TableCaption(frame.text(title), isHidden: true), class: "work reasons",
                    columns: ["dossier", "due", "end", "time", "causes"].map {
                        TableColumn(frame.text("lateness.column.\($0)"))
                    }, rows: rows.map(row))
            }
        }
    }

    private func row(_ row: Lateness.Row) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/dossiers/\(row.code)#lateness")) { Piece.code(row.code) }
                " "
                small { row.title }
            },
            TableCell { moment(row.due) },
            TableCell {
                if row.endedAt == nil {
                    Piece.state(.late, frame.text("lateness.stillOpen"))
                } else {
                    moment(row.endedAt)
                }
            },
            TableCell(frame.worked(workingMinutes: row.minutes)),
            TableCell(frame.latenessLine(row.lines)),
        ])
    }

    @HTMLBuilder private func moment(_ moment: LocalMinute?) -> HTML {
        if let moment { Piece.moment(frame.moment(moment), machine: moment.text) } else { "–" }
    }

    @HTMLBuilder private var more: HTML {
        if let next = report.next {
            Piece.more(
                "", label: frame.text("lateness.endedList"),
                next: .init(
                    frame.text("lateness.next"),
                    address("/lateness", report.cause, report.unit).adding("after", next)))
        }
    }
}
