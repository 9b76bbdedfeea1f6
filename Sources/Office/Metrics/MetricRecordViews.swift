// The page of one metric: what it is, how it is counted, and the records behind its numbers.

import Engine
import HTML
import WorkTime

struct MetricRecordView {
    let page: Metrics.Page
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form?

    private var metric: Metrics.Metric { page.line.metric }
    private var scope: Metrics.Scope { page.scope }
    private var address: Link {
        MetricView.address(of: metric.number, scope.period, scope.office.rawValue)
    }

    var html: HTML {
        frame.page(title: frame.metricName(metric, nil), section: .reports) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("reports.title"), "/reports"),
                    Piece.Place(
                        frame.text("metrics.title"),
                        ("/metrics" as Link).adding("period", scope.period)
                            .adding("office", scope.office.rawValue)),
                    Piece.Place(String(metric.number)),
                ])
            Piece.head(frame.metricName(metric, nil)) {
                "\(scope.officeName). "
                frame.sheetLead(scope.from, scope.through, at: scope.at)
            }
            frame.metricFilter(to: "/metrics/\(String(metric.number))", scope)
            Piece.pairs(facts)
            for share in page.line.shares where !share.parts.isEmpty { parts(share) }
            if page.part != nil { records }
            if metric.isEntered {
                MetricFormView(page: page, frame: frame, refusal: refusal, entered: entered).html
            }
        }
    }

    private var facts: [Piece.Fact] {
        var facts = [
            Piece.Fact(frame.text("metrics.standing")) {
                frame.metricStanding(page.line.standing) { frame.metricReason(page.line) }
            }
        ]
        for share in page.line.shares {
            facts.append(
                Piece.Fact(frame.text("metrics.value")) {
                    if !share.key.isEmpty {
                        frame.text("metrics.records.\(share.key)")
                        ": "
                    }
                    Piece.twoVoices(
                        frame.percent(share.part, of: share.whole),
                        "\(frame.number(share.part))/\(frame.number(share.whole))")
                })
        }
        facts.append(
            Piece.Fact(
                frame.text("metrics.formula"),
                metric.formula.map(frame.say) ?? frame.text("metrics.noFormula")))
        facts.append(
            Piece.Fact(frame.text("metrics.score"), frame.metricMaximum(metric.maximum)))
        if let remark = metric.remark {
            facts.append(Piece.Fact(frame.text("metrics.remark"), frame.say(remark)))
        }
        return facts
    }

    private func parts(_ share: Metrics.Share) -> HTML {
        let title =
            share.key.isEmpty
            ? frame.text("metrics.parts")
            : frame.text("metrics.parts") + ": " + frame.text("metrics.records.\(share.key)")
        return Piece.part(title, id: "parts\(share.key)") {
            stackedTable(
                TableCaption(title, isHidden: true),
                columns: [
                    TableColumn(frame.text("metrics.records")),
                    TableColumn(frame.text("metrics.count"), cellClass: "r"),
                    TableColumn(frame.text("metrics.isCounted")),
                ],
                rows: share.parts.map { part in
                    TableRow([
                        TableCell(frame.text("metrics.records.\(part.key)")),
                        TableCell {
                            if part.count > 0 {
                                a(.href(address.adding("part", part.key))) {
                                    frame.number(part.count)
                                }
                            } else {
                                frame.number(part.count)
                            }
                        },
                        TableCell(
                            frame.text(part.isCounted ? "metrics.inPart" : "metrics.inWhole")),
                    ])
                })
        }
    }

    private var records: HTML {
        let part = page.part ?? ""
        return Piece.part(
            frame.text("metrics.list", frame.text("metrics.records.\(part)")), id: "records"
        ) {
            if page.records.isEmpty {
                p(.class("note")) { frame.text("metrics.noRecords") }
            } else {
                ul { for record in page.records { li { line(record) } } }
            }
            if let next = page.next {
                let here = address.adding("part", part)
                Piece.more(
                    frame.text("register.more", String(Metrics.recordPage)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), here),
                    next: Piece.Place(frame.text("word.next"), here.adding("after", next)))
            }
        }
    }

    @HTMLBuilder private func line(_ record: Metrics.Record) -> HTML {
        switch record.kind {
        case .dossier: a(.href("/dossiers/\(record.code)")) { record.title }
        case .petition: a(.href("/petitions/\(record.code)")) { record.code }
        case .procedure: a(.href("/procedures/\(record.code)")) { record.title }
        }
        if record.kind != .petition {
            " "
            small { Piece.code(record.code) }
        }
        if let at = record.at {
            " "
            small { frame.date(at.day) }
        }
        if !record.lacking.isEmpty {
            " "
            small {
                frame.text(
                    "metrics.lacks",
                    record.lacking.map { frame.text("metrics.lack.\($0)") }
                        .joined(separator: ", "))
            }
        }
    }
}
