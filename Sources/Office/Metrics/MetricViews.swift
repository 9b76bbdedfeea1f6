// The page of the metrics: a drawing of the shares, and the table of the same numbers beneath it.

import Engine
import HTML
import WorkTime

struct MetricView {
    let figures: Metrics.Figures
    let frame: Site.Frame

    private var scope: Metrics.Scope { figures.scope }

    static func address(of number: Int, _ period: String, _ office: String) -> Link {
        ("/metrics/\(String(number))" as Link).adding("period", period).adding("office", office)
    }

    var html: HTML {
        frame.page(
            title: frame.text("metrics.title"), section: .reports, bodyClass: "onlandscape"
        ) {
            frame.reportPath(frame.text("metrics.title"))
            Piece.head(frame.text("metrics.title")) {
                "\(scope.officeName). "
                frame.sheetLead(scope.from, scope.through, at: scope.at)
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                frame.fileActs { kind in
                    narrowed(kind == .csv ? "/metrics.csv" : "/metrics.xlsx")
                }
            }
            frame.metricFilter(to: "/metrics", scope)
            // On paper too: a printed share is read by who never saw the page.
            p(.class("note")) {
                frame.text("metrics.unconfirmed")
                " "
                frame.text("metrics.unconfirmedHint")
            }
            drawing
            for group in Metrics.Group.allCases { table(group) }
        }
    }

    private func narrowed(_ link: Link) -> Link {
        link.adding("period", scope.period).adding("office", scope.office.rawValue)
    }

    private var drawing: HTML {
        let bars = figures.lines.flatMap { line in
            line.shares.filter { $0.whole > 0 }.map { share in
                Reports.ShareChart.Bar(
                    name: frame.metricName(line.metric, share), part: share.part,
                    whole: share.whole)
            }
        }
        return Piece.part(frame.text("metrics.drawing"), id: "drawing") {
            if bars.isEmpty {
                p(.class("note")) { frame.text("metrics.noShares") }
            } else {
                Piece.scrolling(
                    label: frame.text("site.scroll", frame.text("metrics.drawing"))
                ) {
                    Reports.ShareChart(
                        id: "metrics", title: frame.text("metrics.drawing"),
                        summary: bars.map {
                            "\($0.name): \(frame.percent($0.part, of: $0.whole))"
                        }.joined(separator: "; "),
                        bars: bars, percent: { frame.percent($0, of: $1) }
                    ).html
                }
            }
        }
    }

    private func table(_ group: Metrics.Group) -> HTML {
        Piece.part(
            frame.text("metrics.group.\(group.rawValue)"), id: "group-\(group.rawValue)"
        ) {
            HTML { span(.class("note")) { frame.metricMaximum(group.maximum) } }
        } content: {
            stackedTable(
                TableCaption(frame.text("metrics.group.\(group.rawValue)"), isHidden: true),
                columns: [
                    TableColumn(frame.text("metrics.metric")),
                    TableColumn(frame.text("metrics.part"), cellClass: "r"),
                    TableColumn(frame.text("metrics.whole"), cellClass: "r"),
                    TableColumn(frame.text("metrics.value"), cellClass: "r"),
                    TableColumn(frame.text("metrics.standing")),
                ],
                rows: figures.lines.filter { $0.metric.group == group }.flatMap(rows))
        }
    }

    /// A row for each share; one row where there is none.
    private func rows(_ line: Metrics.Line) -> [TableRow] {
        if line.shares.isEmpty {
            return [
                TableRow([
                    nameCell(line, nil), .empty, .empty, .empty, TableCell { standing(line) },
                ])
            ]
        }
        return line.shares.enumerated().map { index, share in
            TableRow([
                nameCell(line, share), TableCell(frame.number(share.part)),
                TableCell(frame.number(share.whole)),
                TableCell(frame.percent(share.part, of: share.whole)),
                index == 0 ? TableCell { standing(line) } : .empty,
            ])
        }
    }

    private func nameCell(_ line: Metrics.Line, _ share: Metrics.Share?) -> TableCell {
        TableCell {
            a(.href(Self.address(of: line.metric.number, scope.period, scope.office.rawValue))) {
                frame.metricName(line.metric, share)
            }
            " "
            small { frame.metricMaximum(line.metric.maximum) }
        }
    }

    @HTMLBuilder private func standing(_ line: Metrics.Line) -> HTML {
        frame.metricStanding(line.standing) { frame.metricReason(line) }
    }
}
