// The control slip, on the page and on paper.

import Engine
import HTML
import WorkTime

struct DossierSlipView {
    let record: Dossiers.Record
    let frame: Site.Frame

    private var form: Papers.Form? { record.form ?? record.registration.form(.slip) }

    var table: HTML {
        stackedTable(
            TableCaption {
                span(.class("note")) { frame.text("slip.note", form.map(frame.citation) ?? "") }
            }, class: "slip",
            columns: [
                TableColumn(frame.text("slip.number"), labelsHeader: true),
                TableColumn(frame.text("slip.units")),
                TableColumn(frame.text("slip.times")), TableColumn(frame.text("slip.result")),
                TableColumn(frame.text("slip.remark")),
            ],
            rows: record.slip.enumerated().map { index, line in row(index + 1, line) })
    }

    private func row(_ number: Int, _ line: Dossiers.SlipLine) -> TableRow {
        TableRow([
            TableCell(String(number)),
            TableCell {
                frame.text("slip.giver", line.giver.unit)
                br()
                frame.text("slip.receiver", line.receiver.unit)
            },
            TableCell {
                Piece.moment(frame.moment(line.given), machine: line.given.text)
                " "
                small { frame.text("slip.people", line.giver.name, line.receiver.name) }
                if let answered = line.answered {
                    " "
                    small { frame.text("slip.answered", frame.moment(answered)) }
                }
            },
            TableCell {
                if let result = line.result {
                    frame.stepResult(result)
                } else {
                    frame.text("slip.noTime")
                }
            },
            TableCell {
                frame.text("slip.state.\(line.state.rawValue)")
                if !line.note.isEmpty {
                    " "
                    small { line.note }
                }
            },
        ])
    }

    /// The slip as a sheet of paper.
    var page: HTML {
        frame.page(
            title: frame.text("slip.title"), section: .dossiers, bodyClass: "onlandscape"
        ) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(
                        record.registration.code, "/dossiers/\(record.registration.code)"),
                    Piece.Place(frame.text("dossier.slip")),
                ])
            div(.classes("head", "noprint")) {
                p { record.registration.title }
                Piece.acts {
                    Piece.printButton(frame.text("site.print"))
                    Piece.act(
                        frame.text("paper.pdf"),
                        "/dossiers/\(record.registration.code)/slip.pdf")
                    Piece.act(
                        frame.text("dossier.back", record.registration.code),
                        "/dossiers/\(record.registration.code)")
                }
            }
            frame.formNote(form)
            sheet.html
        }
    }

    /// What travels with the dossier says whose it is and who leads the work.
    private var lines: [Piece.PaperLine] {
        let registration = record.registration
        return [
            frame.paperLine(
                "slip.of", record.applicant?.name ?? frame.text("dossier.erased"), isBold: true),
            frame.paperLine(
                "receipt.receivedAt", frame.moment(registration.receivedAt), isHalf: true),
            frame.paperLine(
                "receipt.appointment",
                registration.appointment.map { frame.moment($0) } ?? frame.text("dossier.noTerm"),
                isHalf: true),
            frame.paperLine("slip.owner", record.owner, isHalf: true),
            frame.paperLine("slip.cooperating", Papers.dots, isHalf: true),
            frame.paperLine("paper.book", Papers.dots, isHalf: true),
        ]
    }

    /// Where the ledger stood: the code leads to the comparison.
    private func place(_ stamp: Papers.Stamp) -> HTML {
        div(.class("ids")) {
            p { frame.text("stamp.place", frame.number(stamp.version), stamp.text) }
            p { small { frame.text("stamp.hint") } }
            Piece.qr(
                frame.checkAddress(of: record.registration.code, stamp),
                label: frame.text("stamp.qr"))
        }
    }

    var sheet: Papers.Sheet {
        Papers.Sheet(
            size: "onlandscape",
            title: "\(frame.text("slip.title")) \(record.registration.code)",
            html: Piece.paper(titleID: "slip-title") {
                Piece.crest(frame.crest(office: record.officeName, on: frame.now.day))
                h1(.id("slip-title")) { frame.heading(form, or: "slip.title") }
                frame.paperCode(of: record.registration.code)
                p { record.registration.title }
                Piece.paperLines(lines)
                table
                frame.addedLines(form)
                if !record.shares.isEmpty {
                    DossierSharesView(shares: record.shares, frame: frame).table
                }
                if let stamp = record.stamp { place(stamp) }
            })
    }
}
