// The sheet of hours on days off.

import HTML
import WorkTime

struct DeliveryLeaveView {
    let leave: Deliveries.Leave
    let period: Reports.Period
    let frame: Site.Frame

    /// Heads of the file.
    static let columns = [
        "delivery.column.day", "delivery.column.kind", "delivery.column.account",
        "delivery.column.person", "delivery.column.visits", "delivery.column.minutes",
    ]

    static func kind(of line: Deliveries.LeaveLine, _ frame: Site.Frame) -> String {
        line.holiday.map(frame.say) ?? frame.text("delivery.weekend")
    }

    var html: HTML {
        frame.page(title: frame.text("delivery.leave"), section: .reports) {
            Piece.head(frame.text("delivery.leave")) {
                "\(leave.officeName) · \(frame.say(period.name))"
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("payment.download"), file)
            }
            filter
            if leave.lines.isEmpty {
                Piece.emptyState(
                    frame.text("delivery.leaveEmpty"), frame.text("delivery.leaveHint"))
            } else {
                table
                p(.class("note")) { frame.text("delivery.leaveHint") }
            }
        }
    }

    private var file: Link {
        ("/deliveries/leave.csv" as Link).adding("period", period.text)
            .adding("office", leave.office)
    }

    private var filter: HTML {
        frame.periodFilter(
            to: "/deliveries/leave", period: period, office: leave.office, on: frame.now.day)
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("delivery.leave"), isHidden: true),
            columns: [
                TableColumn(frame.text("delivery.column.day")),
                TableColumn(frame.text("delivery.column.kind")),
                TableColumn(frame.text("delivery.column.person")),
                TableColumn(frame.text("delivery.column.visits"), cellClass: "r"),
                TableColumn(frame.text("delivery.column.minutes"), cellClass: "r"),
            ],
            rows: leave.lines.map { line in
                TableRow([
                    TableCell { Piece.moment(frame.day(line.day), machine: line.day.text) },
                    TableCell(Self.kind(of: line, frame)), TableCell(line.name),
                    TableCell(frame.number(line.visits)), TableCell(frame.number(line.minutes)),
                ])
            },
            totals: [
                TableRow([
                    TableCell(frame.text("payment.total")), .empty, .empty,
                    TableCell(frame.number(leave.lines.reduce(0) { $0 + $1.visits })),
                    TableCell(frame.number(leave.minutes)),
                ])
            ])
    }
}
