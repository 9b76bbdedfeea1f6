// The page of the overdue list.

import HTML
import WorkTime

struct ReportOverdueView {
    let overdue: Reports.Overdue
    let frame: Site.Frame

    /// Names of the columns and their widths in a workbook.
    static let columns = [
        ("code", 16), ("procedure", 36), ("office", 26), ("received", 17), ("due", 17),
        ("late", 14), ("focalPoint", 24), ("holder", 24), ("step", 24),
    ]

    var html: HTML {
        frame.page(
            title: frame.text("reports.overdue"), section: .reports, bodyClass: "onlandscape"
        ) {
            frame.reportPath(frame.text("reports.overdue"))
            Piece.head(frame.text("reports.overdue")) {
                frame.text(
                    "reports.overdue.lead", frame.moment(overdue.at), frame.number(overdue.count))
                if overdue.isPartial {
                    " "
                    frame.text("reports.partial")
                }
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                frame.fileActs { kind in
                    narrowed(kind == .csv ? "/reports/overdue.csv" : "/reports/overdue.xlsx")
                }
            }
            form(.class("filter noprint"), .action("/reports/overdue")) {
                frame.officeChooser(overdue.offices, chosen: overdue.office)
                Piece.submit(frame.text("reports.show"), .small)
            }
            if overdue.rows.isEmpty {
                Piece.emptyState(
                    frame.text("reports.overdue.empty"), frame.text("reports.overdue.emptyHint"))
            } else {
                table
            }
            if let next = overdue.next {
                Piece.more(
                    frame.text("register.more", String(Reports.overduePage)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), narrowed("/reports/overdue")),
                    next: Piece.Place(
                        frame.text("word.next"), narrowed("/reports/overdue").adding("after", next))
                )
            }
            p(.class("note")) { frame.text("reports.overdue.note") }
        }
    }

    private func narrowed(_ link: Link) -> Link {
        overdue.office.map { link.adding("office", $0) } ?? link
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("reports.overdue"), isHidden: true), class: "work",
            columns: ["procedure", "received", "due", "focalPoint", "holder"].map {
                TableColumn(frame.text("reports.overdue.\($0)"))
            },
            rows: overdue.rows.map { row in
                TableRow([
                    TableCell {
                        a(.href("/dossiers/\(row.code)")) { row.title }
                        " "
                        small { Piece.code(row.code) }
                    },
                    TableCell { Piece.twoVoices(frame.date(row.receivedAt.day), row.office) },
                    TableCell {
                        Piece.state(.late, frame.late(row)) { frame.moment(row.due) }
                    },
                    row.focalPoint.isEmpty ? .empty : TableCell(row.focalPoint),
                    row.holder.isEmpty
                        ? .empty : TableCell { Piece.twoVoices(row.holder, row.step) },
                ])
            })
    }
}
