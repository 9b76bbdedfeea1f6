// The figures of the newspaper of 2017 beside those the records give.

import HTML
import WorkTime

struct ReportArticleView {
    let article: Reports.Article
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("reports.article.title"), section: .reports) {
            Piece.head(frame.text("reports.article.title")) {
                frame.text(
                    "reports.article.lead", article.from.civil.officeText,
                    article.through.civil.officeText)
            } acts: {
                Piece.printButton(frame.text("reports.print"))
                Piece.act(frame.text("reports.title"), "/reports?period=2017-H1")
            }
            Piece.notice(
                article.agrees ? .ok : .late,
                frame.text(article.agrees ? "reports.article.agrees" : "reports.article.differs"))
            stackedTable(
                TableCaption(frame.text("reports.article.title"), isHidden: true),
                columns: [
                    TableColumn(frame.text("reports.article.figure")),
                    TableColumn(frame.text("reports.article.published"), cellClass: "r"),
                    TableColumn(frame.text("reports.article.recomputed"), cellClass: "r"),
                    TableColumn(frame.text("reports.article.state")),
                ],
                rows: article.figures.map(row))
            p(.class("note")) { frame.text("reports.article.note") }
        }
    }

    private func row(_ figure: Reports.ArticleFigure) -> TableRow {
        TableRow([
            TableCell(frame.say(figure.name)), TableCell(written(figure.published)),
            TableCell { recomputed(figure) },
            TableCell {
                Piece.state(
                    figure.agrees ? .ok : .late,
                    frame.text(figure.agrees ? "reports.article.same" : "reports.article.other"))
            },
        ])
    }

    /// All dossiers of the half-year are one list; the levels and shares have no list of their own.
    @HTMLBuilder private func recomputed(_ figure: Reports.ArticleFigure) -> HTML {
        if figure.key == "received" {
            a(.href("/dossiers?from=\(article.from.text)&to=\(article.through.text)")) {
                written(figure.recomputed)
            }
        } else {
            Piece.twoVoices(written(figure.recomputed), figure.base)
        }
    }

    /// A number as the language writes it; shares keep their two decimals.
    private func written(_ text: String) -> String {
        if let number = Int(text) { return frame.number(number) }
        return frame.language == .vi ? text.replacing(".", with: ",") : text
    }
}
