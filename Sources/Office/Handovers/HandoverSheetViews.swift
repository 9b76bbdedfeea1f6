// The sheet that both sides sign. Its columns are those of sheets that provinces use between
// counter and units; no national form is known to us, which the sheet says (unconfirmed).

import HTML
import WorkTime

struct HandoverSheetView {
    let shown: Handovers.ShownSheet
    let frame: Site.Frame

    private var title: String { "\(frame.text("handover.sheet")) \(shown.sheet.code)" }

    var html: HTML {
        frame.page(title: title, section: .work, bodyClass: sheet.size) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("handover.title"), "/handovers"),
                    Piece.Place(frame.text("handover.sheets"), "/handovers/sheets"),
                    Piece.Place(shown.sheet.code),
                ])
            div(.class("noprint")) {
                Piece.head(frame.text("handover.sheet")) {
                    frame.text("handover.between", shown.fromName, shown.toName)
                } acts: {
                    Piece.printButton(frame.text("site.print"), .main)
                    Piece.act(
                        frame.text("paper.pdf"), "/handovers/sheets/\(shown.sheet.code).pdf")
                    Piece.act(frame.text("handover.title"), "/handovers")
                }
            }
            sheet.html
        }
    }

    var sheet: Papers.Sheet {
        Papers.Sheet(size: "onlandscape", title: title, html: paper)
    }

    private var paper: HTML {
        Piece.paper(titleID: "handover-title") {
            Piece.crest(frame.crest(office: shown.officeName, on: shown.sheet.at.day))
            h2(.id("handover-title")) { frame.text("handover.heading") }
            Piece.paperLines([
                frame.paperLine("handover.number", shown.sheet.code, isHalf: true, isBold: true),
                frame.paperLine("handover.at", frame.moment(shown.sheet.at), isHalf: true),
                frame.paperLine("handover.from", shown.fromName, isHalf: true),
                frame.paperLine("handover.to", shown.toName, isHalf: true),
            ])
            Piece.scrolling(label: frame.text("handover.sheetCaption")) { lines }
            p {
                frame.text(
                    "handover.total", frame.number(shown.lines.count),
                    frame.number(shown.lines.reduce(0) { $0 + $1.papers }))
            }
            Piece.signatures(
                [frame.text("handover.giver"), frame.text("receipt.sign"), giver],
                [frame.text("handover.receiver"), frame.text("receipt.sign"), receiver])
            p(.class("tail")) { frame.text("handover.tail", shown.by) }
        }
    }

    private var lines: HTML {
        table(.class("slip")) {
            caption { frame.text("handover.sheetCaption") }
            thead {
                tr {
                    for key in [
                        "row", "code", "applicant", "procedure", "papers", "giver", "receiver",
                    ] {
                        th(.scope(.column)) { frame.text("handover.sheetColumn.\(key)") }
                    }
                }
            }
            tbody {
                for (index, line) in shown.lines.enumerated() {
                    tr {
                        td { index + 1 }
                        td { Piece.code(line.dossier) }
                        td { line.applicant ?? frame.text("dossier.erased") }
                        td { line.title }
                        td { line.papers }
                        td { line.giver }
                        td { line.receiver }
                    }
                }
            }
        }
    }

    /// Named where it is one person; else the line is left free for who signs.
    private var giver: String { only(shown.lines.map(\.giver)) }
    private var receiver: String { only(shown.lines.map(\.receiver)) }

    private func only(_ names: [String]) -> String {
        Set(names).count == 1 ? names.first ?? "" : ""
    }
}
