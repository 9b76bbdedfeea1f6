// The page of a settlement.

import HTML
import WorkTime

struct PaymentSettlementView {
    let settlement: Payments.Settlement
    let period: Reports.Period
    let frame: Site.Frame

    /// Heads of the exported list.
    static let columns = [
        "payment.day", "payment.way", "payment.column.dossier", "payment.column.ordinal",
        "payment.column.procedure", "payment.amount", "payment.receipt", "payment.reference",
        "payment.reason",
    ]

    private var address: Link {
        ("/payments/settlement" as Link).adding("period", period.text)
            .adding("office", settlement.office)
    }

    private var file: Link {
        ("/payments/settlement.csv" as Link).adding("period", period.text)
            .adding("office", settlement.office)
    }

    var html: HTML {
        frame.page(
            title: frame.text("payment.settlement"), section: .dossiers, bodyClass: "onlandscape"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("payment.title"), "/payments"),
                    Piece.Place(frame.text("payment.settlement")),
                ])
            Piece.head(frame.text("payment.settlement")) {
                "\(settlement.officeName) · \(frame.say(period.name)) "
                "(\(frame.date(settlement.from)) – \(frame.date(settlement.through)))"
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("payment.download"), file)
            }
            filter
            Piece.figures(figures)
            if settlement.lines.isEmpty {
                Piece.emptyState(
                    frame.text("payment.noMovement"), frame.text("payment.noMovementHint"))
            } else {
                table
            }
            p(.class("note")) { frame.text("payment.settlementNote") }
        }
    }

    private var figures: [Piece.Figure] {
        [
            Piece.Figure(
                frame.text("payment.received"), value: frame.dong(settlement.received),
                base: frame.text(
                    "payment.receivedBase", frame.number(settlement.receivedCount))),
            Piece.Figure(
                frame.text("payment.refunded"), value: frame.dong(settlement.refunded),
                base: frame.text(
                    "payment.refundedBase", frame.number(settlement.refundedCount))),
            Piece.Figure(
                frame.text("payment.net"), value: frame.dong(settlement.net),
                base: frame.text("payment.netBase")),
            Piece.Figure(
                frame.text("payment.state.open"), value: frame.dong(settlement.openAmount),
                base: frame.text(
                    "payment.openBase", frame.number(settlement.openCount),
                    frame.moment(settlement.at))),
        ]
    }

    private var filter: HTML {
        frame.periodFilter(
            to: "/payments/settlement", period: period, office: settlement.office,
            on: settlement.at.day)
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("payment.byProcedure")),
            columns: [TableColumn(frame.text("payment.column.procedure"))]
                + ["receivedCount", "received", "refundedCount", "refunded", "net"].map {
                    TableColumn(frame.text("payment.column.\($0)"), cellClass: "r")
                },
            rows: settlement.lines.map { line in
                TableRow([
                    TableCell { Piece.twoVoices(line.title, line.process) },
                    TableCell(frame.number(line.receivedCount)),
                    TableCell(frame.number(line.received)),
                    TableCell(frame.number(line.refundedCount)),
                    TableCell(frame.number(line.refunded)), TableCell(frame.number(line.net)),
                ])
            },
            totals: [
                TableRow([
                    TableCell(frame.text("payment.total")),
                    TableCell(frame.number(settlement.receivedCount)),
                    TableCell(frame.number(settlement.received)),
                    TableCell(frame.number(settlement.refundedCount)),
                    TableCell(frame.number(settlement.refunded)),
                    TableCell(frame.number(settlement.net)),
                ])
            ])
    }
}
