// What was filed, on a sheet.

import HTML
import ProcessModel
import WorkTime

struct FilingSheetView {
    let sheet: Filings.Sheet
    let frame: Site.Frame

    var html: HTML {
        frame.filingPage(frame.text("filing.sheet"), of: sheet.process) {
            div(.class("noprint")) {
                Piece.head(frame.text("filing.sheet")) {
                    sheet.title
                } acts: {
                    Piece.printButton(frame.text("filing.print"))
                    Piece.act(frame.text("paper.pdf"), "/file/\(sheet.process.rawValue)/sheet.pdf")
                    Piece.act(frame.text("filing.done"), "/file/\(sheet.process.rawValue)/done")
                }
            }
            paper.html
        }
    }

    var paper: Papers.Sheet {
        Papers.Sheet(
            title: "\(frame.text("filing.sheet")) \(sheet.filing)",
            html: Piece.paper(titleID: "sheet-title") {
                h2(.id("sheet-title")) { frame.text("filing.sheet.heading") }
                frame.paperCode(of: sheet.filing)
                Piece.paperLines(lines)
                papers
                if !sheet.files.isEmpty { files }
                p(.class("tail")) { frame.text("filing.sheet.tail") }
            })
    }

    private var lines: [Piece.PaperLine] {
        let applicant = sheet.applicant
        return [
            frame.paperLine("filing.procedure", sheet.title, isBold: true),
            frame.paperLine("filing.office", sheet.office),
            frame.paperLine("filings.column.submitted", frame.moment(sheet.submittedAt)),
            frame.paperLine(
                "applicant.name", applicant?.name ?? frame.text("dossier.erased"), isBold: true),
        ] + person
            + sheet.fields.map { field in
                Piece.PaperLine(field.label + ":") { field.value.isEmpty ? "–" : field.value }
            } + [
                frame.paperLine(
                    "dossier.returnWay", frame.text("returnWay.\(sheet.returnWay.rawValue)")),
                frame.paperLine("contact.fact", frame.shownContact(sheet.shownContact)),
            ]
    }

    private var person: [Piece.PaperLine] {
        guard let applicant = sheet.applicant else { return [] }
        return [
            ("applicant.identity", applicant.identity), ("applicant.phone", applicant.phone),
            ("applicant.email", applicant.email), ("applicant.address", applicant.address),
            ("applicant.request", applicant.request), ("applicant.submitter", applicant.submitter),
        ].filter { !$0.1.isEmpty }.map { frame.paperLine($0.0, $0.1) }
            + applicant.filerLines.map { frame.paperLine($0.key, $0.value) }
    }

    @HTMLBuilder private var papers: HTML {
        h3 { frame.text("filing.papers") }
        ul { for paper in sheet.papers { li { paper } } }
    }

    private var files: HTML {
        table {
            caption { frame.text("filing.sheet.files") }
            thead {
                tr {
                    th(.scope(.column)) { frame.text("dossier.paper") }
                    th(.scope(.column)) { frame.text("filing.sheet.file") }
                    th(.scope(.column)) { frame.text("filing.sheet.digest") }
                }
            }
            tbody {
                for file in sheet.files {
                    tr {
                        td { file.paper }
                        td { "\(file.name), \(frame.size(file.bytes))" }
                        td { Piece.code(grouped(file.digest)) }
                    }
                }
            }
        }
    }

    /// In groups of eight, so that a narrow sheet can break it.
    private func grouped(_ digest: String) -> String {
        stride(from: 0, to: digest.count, by: 8).map {
            String(digest.dropFirst($0).prefix(8))
        }.joined(separator: " ")
    }
}
