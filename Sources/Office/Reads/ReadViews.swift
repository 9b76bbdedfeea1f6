// The page of the log.

import HTML
import WorkTime

struct ReadLogView {
    let log: Reads.Log
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("reads.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.dossiers"), "/dossiers"),
                    .init(log.code, "/dossiers/\(log.code)"), .init(frame.text("reads.title")),
                ])
            Piece.head(frame.text("reads.title")) { frame.text("reads.lead", log.title) }
            if log.rows.isEmpty {
                p { frame.text("reads.none") }
            } else {
                table
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("reads.caption", log.code), isHidden: true),
            columns: [
                TableColumn(frame.text("reads.who")), TableColumn(frame.text("reads.paper")),
                TableColumn(frame.text("reads.first")), TableColumn(frame.text("reads.last")),
                TableColumn(frame.text("reads.times"), cellClass: "r"),
            ],
            rows: log.rows.map { row in
                TableRow([
                    TableCell {
                        row.name == Attachments.citizenName
                            ? frame.text("reads.citizen") : row.name
                        " "
                        small { row.unit }
                    },
                    TableCell(frame.text("reads.paper.\(row.paper.rawValue)")),
                    TableCell {
                        Piece.moment(frame.moment(row.first), machine: row.first.text)
                    },
                    TableCell {
                        Piece.moment(frame.moment(row.last), machine: row.last.text)
                    },
                    TableCell(String(row.times)),
                ])
            })
    }
}
