// The register as a page and as a sheet: the columns of the official form.

import Engine
import HTML
import WorkTime

struct RegisterView {
    let register: Registers.Register
    let frame: Site.Frame

    var html: HTML {
        frame.page(
            title: frame.text("official.title"), section: .dossiers, bodyClass: sheet.size
        ) {
            frame.registerHead(way: way)
            RegisterFilter(
                frame: frame, office: register.office.id.rawValue, offices: register.offices,
                from: register.from.text, through: register.through.text
            ).html
            frame.formNote(register.form)
            sheet.html
        }
    }

    private var way: Link {
        ("/registers.pdf" as Link).adding("office", register.office.id.rawValue)
            .adding("from", register.from.text).adding("to", register.through.text)
    }

    var sheet: Papers.Sheet {
        Papers.Sheet(
            size: "onlandscape",
            title: "\(frame.text("official.title")) \(register.from.text)", html: paper)
    }

    private var paper: HTML {
        Piece.paper(titleID: "register-title") {
            Piece.crest(frame.crest(office: register.office.name, on: register.through))
            h2(.id("register-title")) { frame.heading(register.form, or: "official.title") }
            p {
                frame.text(
                    "official.span", frame.date(register.from), frame.date(register.through))
            }
            if register.rows.isEmpty {
                p { frame.text("official.empty") }
            } else {
                Piece.scrolling(label: frame.text("official.title")) { lines }
            }
            p { frame.text("official.total", frame.number(register.rows.count)) }
            frame.addedLines(register.form)
            p(.class("tail")) {
                frame.text("official.tail", register.form.map(frame.citation) ?? "")
            }
        }
    }

    private static let columns = [
        "row", "code", "title", "sets", "applicant", "owner", "received", "due", "result",
        "returned", "signature", "note",
    ]

    private var lines: HTML {
        table(.class("slip official")) {
            caption(.class("vh")) { frame.text("official.title") }
            thead {
                tr {
                    for key in Self.columns {
                        th(.scope(.column)) { frame.text("official.column.\(key)") }
                    }
                }
            }
            tbody {
                for (index, row) in register.rows.enumerated() { line(index, row) }
            }
        }
    }

    private func line(_ index: Int, _ row: Registers.Row) -> HTML {
        tr {
            td { index + 1 }
            td { a(.href("/dossiers/\(row.code)")) { Piece.code(row.code) } }
            td { row.title }
            td { row.sets }
            td { applicant(row) }
            td { row.owner }
            td { Piece.twoVoices(frame.moment(row.receivedAt), row.receivedBy) }
            td { row.appointment.map { frame.moment($0) } ?? frame.text("dossier.noTerm") }
            td { row.resultAt.map { frame.moment($0) } ?? "" }
            td {
                if let returned = row.returnedAt {
                    Piece.twoVoices(
                        frame.moment(returned), frame.text("returnWay.\(row.returnWay.rawValue)"))
                }
            }
            td { "" }
            td { note(row) }
        }
    }

    @HTMLBuilder private func applicant(_ row: Registers.Row) -> HTML {
        Piece.twoVoices(
            row.applicant ?? frame.text("dossier.erased"),
            [row.address, row.phone].filter { !$0.isEmpty }.joined(separator: " · "))
    }

    /// What is not plain: how it ended otherwise, and that it was entered later.
    private func note(_ row: Registers.Row) -> String {
        var parts: [String] = []
        if [.refused, .withdrawn, .stopped].contains(row.status) {
            parts.append(frame.text("status.\(row.status.rawValue)"))
        }
        if let late = frame.lateEntry(row.late) { parts.append(late) }
        return parts.joined(separator: "; ")
    }
}
