// The page of the numbers by month.

import Engine
import HTML
import WorkTime

struct PetitionFigureView {
    let figures: Petitions.Figures
    let period: Reports.Period
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("petitions.figures"), section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("petitions.title"), "/petitions"),
                    .init(frame.text("petitions.figures")),
                ])
            Piece.head(frame.text("petitions.figures")) {
                "\(figures.officeName) · \(frame.say(period.name))"
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("payment.download"), address("/petitions/figures.csv"))
            }
            filter
            Piece.figures([
                .init(
                    frame.text("petitions.inTime"),
                    value: frame.percent(figures.total.inTime, of: figures.total.received),
                    base: frame.text(
                        "petitions.inTimeBase", frame.number(figures.total.inTime),
                        frame.number(figures.total.received)))
            ])
            if figures.months.isEmpty {
                Piece.emptyState(
                    frame.text("petitions.noFigures"), frame.text("petitions.noFiguresHint"))
            } else {
                table
            }
            p(.class("note")) { frame.text("petitions.figureNote") }
        }
    }

    private func address(_ link: Link) -> Link {
        link.adding("period", period.text).adding("office", figures.office.rawValue)
    }

    private var filter: HTML {
        form(.class("form"), .action("/petitions/figures")) {
            Piece.selectField(
                .init("period", frame.text("reports.period"), width: .two),
                Reports.Period.choices(on: frame.now.day).map {
                    .init($0.text, frame.say($0.name))
                },
                chosen: period.text)
            Piece.selectField(
                .init("office", frame.text("petition.office"), width: .three),
                figures.offices.map { .init($0.id.rawValue, $0.name) },
                chosen: figures.office.rawValue)
            div(.class("acts")) { Piece.submit(frame.text("reports.show")) }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("petitions.figures"), isHidden: true),
            columns: Petitions.columns.enumerated().map { index, name in
                TableColumn(
                    frame.text("petitions.figure.\(name)"), cellClass: index == 0 ? nil : "r")
            },
            rows: figures.months.map { row($0, name: $0.name) },
            totals: [row(figures.total, name: frame.text("petitions.total"))])
    }

    private func row(_ month: Petitions.MonthFigures, name: String) -> TableRow {
        TableRow([TableCell(name)] + month.numbers.map { TableCell(frame.number($0)) })
    }
}
