// The page of the figures by officer: a drawing, and the table of the same numbers beneath it.

import Engine
import HTML
import WorkTime

struct ReportOfficerView {
    let officers: Reports.Officers
    let period: Reports.Period?
    let frame: Site.Frame

    static let dossierColumns = [
        "received", "carriedOver", "early", "onTime", "late", "unclassed", "open", "overdue",
        "timely",
    ]
    static let stepColumns = ["early", "onTime", "late", "unclassed", "held", "heldLate"]

    /// In the order of the columns, without the share.
    static func numbers(of sums: Reports.Sums) -> [Int] {
        [
            sums.received, sums.carriedOver, sums.early, sums.onTime, sums.late, sums.unclassed,
            sums.open, sums.overdue,
        ]
    }

    static func numbers(of steps: Reports.StepSums) -> [Int] {
        [steps.early, steps.onTime, steps.late, steps.unclassed, steps.held, steps.heldLate]
    }

    var html: HTML {
        frame.page(
            title: frame.text("reports.officers"), section: .reports, bodyClass: "onlandscape"
        ) {
            frame.reportPath(frame.text("reports.officers"))
            Piece.head(frame.text("reports.officers")) {
                frame.sheetLead(officers.from, officers.through, at: officers.at)
                if officers.figures.isPartial {
                    " "
                    frame.text("reports.partial")
                }
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                frame.fileActs { kind in
                    address(kind == .csv ? "/reports/officers.csv" : "/reports/officers.xlsx")
                }
            }
            frame.reportFilter(
                to: "/reports/officers", figures: officers.figures, period: period)
            if !officers.agrees {
                Piece.notice(.late, frame.text("reports.officers.broken"), isUrgent: true)
            }
            if officers.officers.isEmpty {
                Piece.emptyState(frame.text("reports.empty"), frame.text("reports.emptyHint"))
            } else {
                drawing
                table
            }
            p(.class("note")) { frame.text("reports.officers.note") }
        }
    }

    private func address(_ link: Link) -> Link {
        var link = link.adding("from", officers.from.text).adding("to", officers.through.text)
        if let office = officers.figures.office { link = link.adding("office", office) }
        if let channel = officers.figures.channel {
            link = link.adding("channel", channel.rawValue)
        }
        return link
    }

    private var drawing: HTML {
        let shown = officers.officers.filter { $0.dossiers.taken > 0 }.prefix(20)
        return Piece.part(frame.text("reports.officers.drawing"), id: "drawing") {
            frame.reportLegend
            Piece.scrolling(
                label: frame.text("site.scroll", frame.text("reports.officers.drawing"))
            ) {
                Reports.BarChart(
                    id: "officers", title: frame.text("reports.officers.drawing"),
                    summary: frame.text(
                        "reports.byOffice.summary", frame.number(officers.total.early),
                        frame.number(officers.total.onTime), frame.number(officers.total.late),
                        frame.number(officers.total.open)),
                    bars: shown.map { .init(name: ReportWords.short($0.name), sums: $0.dossiers) },
                    number: frame.number
                ).html
            }
        }
    }

    private var table: HTML {
        Piece.scrolling(label: frame.text("reports.strip", frame.text("reports.officers"))) {
            stackedTable(
                TableCaption(frame.text("reports.officers"), isHidden: true), class: "figures",
                columns: columns, rows: officers.officers.map(row),
                totals: [
                    TableRow(
                        [TableCell(frame.text("reports.others"))] + cells(officers.others, nil)
                            + Self.stepColumns.map { _ in TableCell.empty }),
                    TableRow(
                        [TableCell(frame.text("reports.total"))] + cells(officers.total, nil)
                            + cells(officers.steps)),
                ])
        }
    }

    private var columns: [TableColumn] {
        [TableColumn(frame.text("reports.officer"))]
            + Self.dossierColumns.map {
                TableColumn(frame.text("reports.column.\($0)"), cellClass: "r")
            }
            + Self.stepColumns.map {
                TableColumn(frame.text("reports.step.\($0)"), cellClass: "r")
            }
    }

    private func row(_ officer: Reports.Officer) -> TableRow {
        TableRow(
            [TableCell { Piece.twoVoices(officer.name, officer.unit) }]
                + cells(officer.dossiers, officer.id) + cells(officer.steps))
    }

    /// Numbers of one person open the dossiers of that person.
    private func cells(_ sums: Reports.Sums, _ person: PersonID?) -> [TableCell] {
        let records = Reports.Address(figures: officers.figures)
        let links: [Link?] = [
            records.received(.whole), nil, records.resolved(.whole, .early),
            records.resolved(.whole, .onTime), records.resolved(.whole, .late), nil,
            records.open(.whole), records.open(.whole, isOverdue: true),
        ]
        return zip(Self.numbers(of: sums), links).map { count, link in
            TableCell {
                if let person, let link, count > 0 {
                    a(.href(link.adding("focal", person.rawValue))) { frame.number(count) }
                } else {
                    frame.number(count)
                }
            }
        } + [
            TableCell {
                Piece.twoVoices(
                    frame.percent(sums.timely, of: sums.classed),
                    "\(frame.number(sums.timely))/\(frame.number(sums.classed))")
            }
        ]
    }

    private func cells(_ steps: Reports.StepSums) -> [TableCell] {
        Self.numbers(of: steps).map { TableCell(frame.number($0)) }
    }
}
