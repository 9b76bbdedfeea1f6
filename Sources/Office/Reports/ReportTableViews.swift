// The tables beneath the drawings: the same sums by office, field, process and month, each number
// a link to its records, and form 06.

import Engine
import HTML
import WorkTime

struct ReportTableViews {
    let figures: Reports.Figures
    let frame: Site.Frame

    private var address: Reports.Address { Reports.Address(figures: figures) }

    var html: HTML {
        HTML {
            table("byOffice", "reports.office", figures.byOffice) { .office($0) }
            table("byField", "reports.field", figures.byField) { .field($0) }
            Piece.unfolding(frame.text("reports.byProcess")) {
                table("byProcess", "reports.process", figures.byProcess) { .process($0) }
            }
            months
            form06
        }
    }

    private typealias Part = Reports.Address.Part

    private func table(
        _ key: String, _ head: String, _ rows: [Reports.Row], part: (String) -> Part
    ) -> HTML {
        Piece.part(frame.text("reports.\(key)"), id: key) {
            strip(
                frame.text("reports.\(key)"),
                columns: columns(frame.text(head)),
                rows: rows.map { row in self.row(row.name, row.sums, part(row.id)) },
                totals: [row(frame.text("reports.total"), figures.total, .whole)])
        }
    }

    /// Numbers are compared downwards, so the table stays one on a phone and scrolls in a strip.
    private func strip(
        _ caption: String, columns: [TableColumn], rows: [TableRow], totals: [TableRow] = []
    ) -> HTML {
        Piece.scrolling(label: frame.text("reports.strip", caption)) {
            stackedTable(
                TableCaption(caption, isHidden: true), class: "figures", columns: columns,
                rows: rows, totals: totals)
        }
    }

    private func columns(_ head: String) -> [TableColumn] {
        let keys = [
            "received", "online", "carriedOver", "early", "onTime", "late", "unclassed", "open",
            "overdue", "timely",
        ]
        return [TableColumn(head)]
            + keys.map { TableColumn(frame.text("reports.column.\($0)"), cellClass: "r") }
    }

    private func row(_ name: String, _ sums: Reports.Sums, _ part: Part) -> TableRow {
        TableRow([
            nameCell(name, part), number(sums.received, address.received(part)),
            number(sums.online, address.received(part, .online)),
            number(sums.carriedOver, nil), number(sums.early, address.resolved(part, .early)),
            number(sums.onTime, address.resolved(part, .onTime)),
            number(sums.late, address.resolved(part, .late)), number(sums.unclassed, nil),
            number(sums.open, address.open(part)),
            number(sums.overdue, address.open(part, isOverdue: true)),
            TableCell {
                Piece.twoVoices(
                    frame.percent(sums.timely, of: sums.classed),
                    "\(frame.number(sums.timely))/\(frame.number(sums.classed))")
            },
        ])
    }

    private func nameCell(_ name: String, _ part: Part) -> TableCell {
        let words = name.isEmpty ? frame.text("reports.noField") : name
        guard case .office = part else { return TableCell(words) }
        return TableCell { a(.href(address.page(part))) { words } }
    }

    private func number(_ count: Int, _ link: Link?) -> TableCell {
        TableCell {
            if let link, count > 0 {
                a(.href(link)) { frame.number(count) }
            } else {
                frame.number(count)
            }
        }
    }

    private var months: HTML {
        let keys = ["received", "online", "share", "early", "onTime", "late"]
        return Piece.part(frame.text("reports.months"), id: "months-table") {
            strip(
                frame.text("reports.months"),
                columns: [TableColumn(frame.text("reports.month"))]
                    + keys.map { TableColumn(frame.text("reports.column.\($0)"), cellClass: "r") },
                rows: figures.byMonth.map { row in
                    let sums = row.sums
                    return TableRow([
                        TableCell(row.name), number(sums.received, nil), number(sums.online, nil),
                        TableCell {
                            Piece.twoVoices(
                                frame.percent(sums.online, of: sums.received),
                                "\(frame.number(sums.online))/\(frame.number(sums.received))")
                        },
                        number(sums.early, nil), number(sums.onTime, nil), number(sums.late, nil),
                    ])
                })
        }
    }

    private var form06: HTML {
        Piece.part(frame.text("reports.form06"), id: "form06") {
            HTML {
                p(.class("note")) { frame.text("reports.form06.note") }
                Piece.acts(class: "noprint") {
                    frame.fileActs { kind in
                        file(kind == .csv ? "/reports/form06.csv" : "/reports/form06.xlsx")
                    }
                }
            }
        } content: {
            strip(
                frame.text("reports.form06"),
                columns: [TableColumn(frame.text("reports.field"))]
                    + (3...13).map { number in
                        TableColumn(
                            "(\(number)) " + frame.text("reports.form06.\(number)"),
                            cellClass: "r")
                    },
                rows: figures.form06.dropLast().map(line),
                totals: figures.form06.suffix(1).map(line))
        }
    }

    private func file(_ link: Link) -> Link {
        var link = link.adding("from", figures.from.text).adding("to", figures.through.text)
        if let office = figures.office { link = link.adding("office", office) }
        if let channel = figures.channel { link = link.adding("channel", channel.rawValue) }
        return link
    }

    private func line(_ line: Reports.Form06) -> TableRow {
        let name = line.name.isEmpty ? frame.text("reports.total") : line.name
        return TableRow(
            [TableCell(name)] + line.columns.map { TableCell(frame.number($0)) })
    }
}
