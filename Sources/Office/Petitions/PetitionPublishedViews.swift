// What was published, for everybody.

import HTML
import WorkTime

struct PetitionPublishedView {
    let page: Petitions.PublishedPage
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("petitions.published"), section: .petitions, bodyClass: "public"
        ) {
            Piece.head(frame.text("petitions.published")) {
                frame.text("petitions.publishedLead")
            } acts: {
                Piece.act(frame.text("petitions.new"), "/petitions/new")
            }
            if page.rows.isEmpty {
                Piece.emptyState(
                    frame.text("petitions.noneYet"), frame.text("petitions.noneYetHint"))
            }
            for row in page.rows { part(row) }
            if let next = page.next {
                p {
                    a(.rel("next"), .href(Link("/petitions/published").adding("after", next))) {
                        frame.text("filings.more")
                    }
                }
            }
        }
    }

    private func part(_ row: Petitions.PublishedAnswer) -> HTML {
        // Not a region with a name: two answers may have the same title.
        article(.classes("section", "panel")) {
            h2(.id(row.code)) { row.title }
            p(.class("note")) {
                frame.text(
                    "petition.publishedLine", row.office, frame.day(row.publishedAt.day),
                    frame.text("petition.kind.\(row.kind.rawValue)"))
            }
            h3 { frame.text("petition.question") }
            p { HTML.paragraph(row.question) }
            h3 { frame.text("petition.answer") }
            p { HTML.paragraph(row.answer) }
        }
    }
}
