// The page of the quality of the warning.

import HTML
import WorkTime

struct ApologyQualityView {
    let quality: Apologies.Quality
    let period: Reports.Period
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("quality.title"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("apologies.title"), "/apologies"),
                    .init(frame.text("quality.title")),
                ])
            Piece.head(frame.text("quality.title")) {
                frame.text(
                    "quality.lead", frame.say(period.name), frame.number(quality.dossiers))
            }
            frame.periodFilter(
                to: "/apologies/quality", period: period, office: "", on: frame.now.day)
            if quality.isCut { Piece.notice(.wait, frame.text("quality.cut")) }
            if quality.dossiers == 0 {
                Piece.emptyState(frame.text("quality.empty"), frame.text("quality.emptyHint"))
            } else {
                table
            }
            p(.class("note")) { frame.text("quality.note") }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("quality.title"), isHidden: true),
            columns: ["kind", "recall", "precision", "dayBefore", "lead"].map {
                TableColumn(frame.text("quality.column.\($0)"))
            },
            rows: [
                row(frame.text("quality.warning"), quality.warning),
                row(frame.text("quality.list"), quality.list),
            ])
    }

    private func row(_ name: String, _ score: Apologies.Score) -> TableRow {
        TableRow([
            TableCell(name), TableCell { share(score.hits, of: score.late) },
            TableCell { share(score.hits, of: score.warned) },
            TableCell { share(score.dayBefore, of: score.late) },
            TableCell(score.medianLead.map { frame.worked(workingMinutes: $0) } ?? "–"),
        ])
    }

    /// A share with what it is counted from.
    private func share(_ part: Int, of whole: Int) -> HTML {
        Piece.twoVoices(
            frame.percent(part, of: whole), "\(frame.number(part)) / \(frame.number(whole))")
    }
}
