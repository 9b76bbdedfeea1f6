// Flowers and cards by cost centre and month.

import HTML
import WorkTime

struct DeliveryGiftView {
    let report: Deliveries.GiftReport
    let period: Reports.Period
    let frame: Site.Frame

    /// Heads of the page and of the file.
    static let columns = [
        "delivery.column.month", "delivery.column.centre", "delivery.column.gifts",
        "delivery.column.cost",
    ]

    var html: HTML {
        frame.page(title: frame.text("delivery.gifts"), section: .reports) {
            Piece.head(frame.text("delivery.gifts")) {
                "\(report.officeName) · \(frame.say(period.name))"
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("payment.download"), file)
            }
            frame.periodFilter(
                to: "/deliveries/gifts", period: period, office: report.office,
                on: frame.now.day)
            if report.lines.isEmpty {
                Piece.emptyState(
                    frame.text("delivery.giftsEmpty"), frame.text("delivery.giftsHint"))
            } else {
                table
                p(.class("note")) { frame.text("delivery.giftsHint") }
            }
        }
    }

    private var file: Link {
        ("/deliveries/gifts.csv" as Link).adding("period", period.text)
            .adding("office", report.office)
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.gifts"), isHidden: true),
            columns: Self.columns.enumerated().map { index, key in
                index < 2
                    ? TableColumn(frame.text(key)) : TableColumn(frame.text(key), cellClass: "r")
            },
            rows: report.lines.map { line in
                TableRow([
                    TableCell(month(line.month)),
                    TableCell(
                        line.centre.isEmpty ? frame.text("delivery.centreNone") : line.centre),
                    TableCell(frame.number(line.count)), TableCell(frame.number(line.amount)),
                ])
            },
            totals: [
                TableRow([
                    TableCell(frame.text("payment.total")), .empty,
                    TableCell(frame.number(report.count)),
                    TableCell(frame.number(report.amount)),
                ])
            ])
    }

    private func month(_ day: DayNumber) -> String {
        "\(day.civil.month)/\(day.civil.year)"
    }
}
