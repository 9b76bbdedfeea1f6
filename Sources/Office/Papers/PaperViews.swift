// The page of a paper: the way back, printing, and the sheet.

import HTML
import WorkTime

struct PaperView {
    let paper: Papers.Paper
    let frame: Site.Frame

    private var address: Link { "/dossiers/\(paper.code)/papers/\(paper.kind.rawValue)" }

    var html: HTML {
        let sheet = PaperFormView(paper: paper, frame: frame).sheet
        return frame.page(title: sheet.title, section: .dossiers, bodyClass: sheet.size) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(paper.code, "/dossiers/\(paper.code)"),
                    Piece.Place(frame.text("paper.\(paper.kind.rawValue)")),
                ])
            div(.class("noprint")) {
                Piece.head(frame.text("paper.\(paper.kind.rawValue)")) {
                    paper.request
                } acts: {
                    Piece.printButton(frame.text("site.print"), .main)
                    Piece.act(
                        frame.text("paper.pdf"),
                        "/dossiers/\(paper.code)/papers/\(paper.kind.rawValue).pdf")
                    Piece.act(
                        frame.text("dossier.back", paper.code), "/dossiers/\(paper.code)")
                }
            }
            frame.formNote(paper.form)
            sheet.html
        }
    }
}
