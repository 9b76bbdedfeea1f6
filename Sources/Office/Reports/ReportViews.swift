// The page of figures: four figures with their base, two drawings, and tables of the same numbers.

import Engine
import HTML
import WorkTime

struct ReportView {
    let figures: Reports.Figures
    let period: Reports.Period?
    let frame: Site.Frame

    private var address: Reports.Address { Reports.Address(figures: figures) }
    private var sums: Reports.Sums { figures.total }

    var html: HTML {
        frame.page(
            title: frame.text("reports.title"), section: .reports, bodyClass: "onlandscape"
        ) {
            Piece.head(frame.text("reports.title")) {
                lead
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                Piece.act(frame.text("reports.article.link"), "/reports/article")
                if frame.viewer.map(Reports.mayCompare) ?? false {
                    Piece.act(frame.text("reports.officers"), "/reports/officers")
                }
                Piece.act(frame.text("reports.overdue"), "/reports/overdue")
                if frame.viewer.map(Metrics.maySee) ?? false {
                    Piece.act(frame.text("metrics.title"), "/metrics")
                }
                Piece.act(frame.text("lateness.title"), "/lateness")
                if frame.viewer.map(Ratings.maySee) ?? false {
                    Piece.act(frame.text("ratings.title"), "/ratings")
                }
                if frame.viewer.map(Reads.maySee) ?? false {
                    Piece.act(frame.text("readBook.title"), "/reads")
                }
                if frame.viewer.map(Privacy.maySeeRegister) ?? false {
                    Piece.act(frame.text("privacy.register"), "/privacy")
                }
                if frame.viewer.map({ $0.has(.lead) || $0.has(.counter) }) ?? false {
                    Piece.act(frame.text("payment.settlement"), "/payments/settlement")
                }
            }
            frame.reportFilter(to: "/reports", figures: figures, period: period)
            if !figures.broken.isEmpty {
                Piece.notice(.late, frame.text("reports.broken"), isUrgent: true) {
                    figures.broken.joined(separator: "; ")
                }
            }
            Piece.figures(head)
            if sums == Reports.Sums() {
                Piece.emptyState(frame.text("reports.empty"), frame.text("reports.emptyHint"))
            } else {
                drawings
                ReportTableViews(figures: figures, frame: frame).html
            }
        }
    }

    private var lead: HTML {
        let name = period.map { frame.say($0.name) } ?? ""
        let days = "\(figures.from.civil.officeText) – \(figures.through.civil.officeText)"
        return HTML {
            frame.text("reports.lead", name.isEmpty ? days : "\(name) (\(days))")
            " "
            frame.text("reports.at", frame.moment(figures.at))
            if figures.isPartial {
                " "
                frame.text("reports.partial")
            }
        }
    }

    private var head: [Piece.Figure] {
        [
            headFigure(
                "received", value: frame.number(sums.received),
                base: frame.text(
                    "reports.received.base", frame.number(sums.counter), frame.number(sums.post),
                    frame.number(sums.carriedOver)),
                count: sums.received, address.received(.whole)),
            headFigure(
                "online", value: frame.percent(sums.online, of: sums.received),
                base: frame.text(
                    "reports.online.base", frame.number(sums.online),
                    frame.number(sums.received)),
                count: sums.online, address.received(.whole, .online)),
            headFigure(
                "timely", value: frame.percent(sums.timely, of: sums.classed),
                base: frame.text(
                    "reports.timely.base", frame.number(sums.timely), frame.number(sums.classed)),
                count: sums.late, address.resolved(.whole, .late)),
            headFigure(
                "open", value: frame.number(sums.open),
                base: frame.text(
                    "reports.open.base", frame.number(sums.openInTime),
                    frame.number(sums.overdue)),
                count: sums.overdue, address.open(.whole, isOverdue: true)),
        ]
    }

    private func headFigure(
        _ key: String, value: String, base: String, count: Int, _ link: Link?
    ) -> Piece.Figure {
        Piece.Figure(
            frame.text("reports.figure.\(key)"), value: value, base: base,
            records: link.map {
                Piece.Place(frame.text("reports.open.\(key)", frame.number(count)), $0)
            })
    }

    private var drawings: HTML {
        div(.class("charts section")) {
            figure {
                figcaption {
                    h2 { frame.text("reports.byOffice") }
                    span(.class("note")) {
                        frame.text("reports.byOffice.note", frame.number(sums.taken))
                    }
                }
                frame.reportLegend
                Piece.scrolling(label: frame.text("site.scroll", frame.text("reports.byOffice"))) {
                    bars.html
                }
            }
            figure {
                figcaption {
                    h2 { frame.text("reports.byMonth") }
                    span(.class("note")) {
                        frame.text("reports.byMonth.note", String(line.floor))
                    }
                }
                Piece.scrolling(label: frame.text("site.scroll", frame.text("reports.byMonth"))) {
                    line.html
                }
            }
        }
    }

    private var bars: Reports.BarChart {
        Reports.BarChart(
            id: "offices", title: frame.text("reports.byOffice"),
            summary: frame.text(
                "reports.byOffice.summary", frame.number(sums.early), frame.number(sums.onTime),
                frame.number(sums.late), frame.number(sums.open)),
            bars: figures.byOffice.prefix(20).map {
                .init(name: ReportWords.short($0.name), sums: $0.sums)
            },
            number: frame.number)
    }

    private var line: Reports.LineChart {
        let points = figures.byMonth.map {
            Reports.LineChart.Point(
                name: $0.name, part: $0.sums.online, whole: $0.sums.received)
        }
        let words = points.map { "\($0.name): \(frame.percent($0.part, of: $0.whole))" }
        return Reports.LineChart(
            id: "months", title: frame.text("reports.byMonth"),
            summary: words.joined(separator: "; "), points: points)
    }
}

enum ReportWords {
    /// `Ủy ban nhân dân phường Bồ Đề` in the room of a drawing: `phường Bồ Đề`.
    static func short(_ name: String) -> String {
        let prefix = "Ủy ban nhân dân "
        let rest = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
        return rest.count <= 24 ? rest : rest.prefix(23) + "…"
    }
}
