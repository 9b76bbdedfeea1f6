// The card of the nine indicators, and the form for those that no record tells.

import Engine
import HTML
import WorkTime

/// The nine indicators of one office.
struct RatingScoreView {
    let card: Ratings.Scorecard
    let frame: Site.Frame

    var html: HTML {
        let title = frame.text("score.title", card.name)
        return Piece.part(title, id: "score-\(card.office)") {
            stackedTable(
                TableCaption { span(.class("note")) { frame.text("score.note") } },
                columns: [
                    TableColumn(frame.text("score.indicator")),
                    TableColumn(frame.text("score.average"), cellClass: "r"),
                    TableColumn(frame.text("score.base")),
                ],
                rows: Ratings.Indicator.allCases.map(row), totals: [sum])
            if let grade = card.grade, let converted = card.converted {
                p {
                    frame.text(
                        "score.grade", tenths(converted),
                        frame.text("score.grade.\(grade.rawValue)"),
                        String(card.known.count))
                }
            }
        }
    }

    private func row(_ indicator: Ratings.Indicator) -> TableRow {
        let score = card.scores.first { $0.indicator == indicator }
        let name = "\(indicator.rawValue). \(frame.text("score.name.\(indicator.rawValue)"))"
        guard let score, let average = score.tenths else {
            return TableRow([
                TableCell(name), TableCell("–"), TableCell(frame.text("score.noData")),
            ])
        }
        if let facts = score.facts {
            return TableRow([
                TableCell(name), TableCell(tenths(average)),
                TableCell { HTML.lines(lines(facts)) },
            ])
        }
        return TableRow([
            TableCell(name), TableCell(tenths(average)),
            TableCell(
                frame.text(
                    "score.counts", frame.number(score.points), frame.number(score.base),
                    frame.text("score.unit.\(indicator.rawValue)"))),
        ])
    }

    private func lines(_ facts: Ratings.Facts) -> [String] {
        var lines = facts.shares.map { share in
            frame.text(
                "score.share.\(share.name.rawValue)", frame.number(share.part),
                frame.number(share.whole))
        }
        if let entered = facts.entered {
            lines.append(
                frame.text(
                    "score.entered", entered.by, frame.moment(entered.at),
                    frame.day(entered.from), frame.day(entered.through)))
            lines.append(frame.text("score.grounds", entered.grounds))
        }
        return lines
    }

    private var sum: TableRow {
        TableRow([
            TableCell(frame.text("score.sum")), TableCell(tenths(card.sum)),
            TableCell(frame.text("score.known", String(card.known.count))),
        ])
    }

    /// `12,5` or `12.5`.
    private func tenths(_ value: Int) -> String {
        "\(value / 10)\(frame.language == .vi ? "," : ".")\(value % 10)"
    }
}

/// The form for indicators 5 and 6 of one office.
struct RatingEntryView {
    let office: UnitID
    let name: String
    let period: Reports.Period?
    let viewer: Viewer
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var entered: Site.Form?

    /// Whether it was this form that was sent.
    private var isSent: Bool { entered?["office"] == office.rawValue }

    var html: HTML {
        Piece.unfolding(frame.text("score.enter", name), isOpen: isSent && refusal != nil) {
            p(.class("note")) { frame.text("score.enterNote") }
            frame.commandForm(to: "/ratings/scores") {
                Piece.hiddenField("office", office.rawValue)
                Piece.selectField(
                    field("period", frame.text("reports.period")),
                    Reports.Period.choices(on: viewer.today).map {
                        .init($0.text, frame.say($0.name))
                    }, chosen: sent("period") ?? period?.text)
                Piece.selectField(
                    field("indicator", frame.text("score.indicator")),
                    Ratings.enteredIndicators.map {
                        .init(
                            String($0.rawValue),
                            "\($0.rawValue). \(frame.text("score.name.\($0.rawValue)"))")
                    }, chosen: sent("indicator"))
                Piece.selectField(
                    field("points", frame.text("score.points")),
                    ["2", "1", "0"].map { .init($0, frame.text("score.points.\($0)")) },
                    chosen: sent("points"), none: frame.text("score.points.none"))
                Piece.textArea(
                    field("grounds", frame.text("score.groundsLabel")),
                    value: sent("grounds") ?? "", .maxlength(Ratings.groundsMaximum))
                div(.class("acts")) { Piece.submit(frame.text("score.enterGo"), .main) }
            }
        }
    }

    private func field(_ name: String, _ label: String) -> Piece.Field {
        let error = isSent && refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil
        return Piece.Field(name, label, error: error, id: "\(name)-\(office)")
    }

    private func sent(_ name: String) -> String? { isSent ? entered?[name] : nil }
}
