// The list of what waits for a signature.

import HTML
import WorkTime

struct SigningListView {
    let list: Signings.List
    let frame: Site.Frame
    var refusal: Signings.Rejection?

    var html: HTML {
        frame.page(title: frame.text("signing.title"), section: .work) {
            Piece.head(frame.text("signing.title")) {
                frame.text("signing.lead", frame.day(list.now.day), frame.clock(list.now))
            } acts: {
                Piece.act(frame.text("work.title"), "/work")
                Piece.act(frame.text("delegation.title"), "/delegations")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"), [Piece.Mistake(frame.say(refusal.sentence))])
            }
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("signing.none"), frame.text("signing.noneHint")) {
                    Piece.act(frame.text("work.title"), "/work")
                }
            } else {
                choosing
            }
        }
    }

    /// A form that only looks: choosing changes nothing, so its address can be kept.
    private var choosing: HTML {
        form(.action("/signing/preview")) {
            table
            if list.isCut { p { frame.text("signing.cut") } }
            Piece.acts { Piece.submit(frame.text("signing.preview"), .main) }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("signing.caption"), isHidden: true), class: "work marked",
            columns: [
                TableColumn(frame.text("signing.choose"), labelsHeader: true),
                TableColumn(frame.text("signing.asked")),
                TableColumn(frame.text("work.column.work")),
                TableColumn(frame.text("signing.prepared")),
                TableColumn(frame.text("work.column.left")),
            ], rows: list.rows.map(row))
    }

    private func row(_ row: Signings.Row) -> TableRow {
        TableRow([
            TableCell { tick(row) },
            TableCell { Piece.twoVoices(row.asked, frame.signedInPlace(of: row)) },
            TableCell { frame.signingSubject(row) },
            TableCell { Piece.twoVoices(row.prepared, row.preparedBy) },
            TableCell {
                frame.timeLeft(row.left, due: row.due, list: row.isOffered ? .offered : .open)
            },
        ])
    }

    /// Its name for those who cannot see the row is what the row is about.
    @HTMLBuilder private func tick(_ row: Signings.Row) -> HTML {
        if row.needsForm {
            a(.href("/dossiers/\(row.choice.dossier)")) { frame.text("signing.open") }
        } else {
            label(.class("choice")) {
                input(.type(.checkbox), .name("item"), .value(row.choice.text))
                " "
                span(.class("vh")) { "\(row.asked): \(row.title), \(row.choice.dossier)" }
            }
        }
    }
}

extension Site.Frame {
    /// Under whose name it is signed, when not in one's own.
    func signedInPlace(of row: Signings.Row) -> String? {
        guard let name = row.inPlaceOf else { return nil }
        guard let basis = row.delegation else { return text("signing.inPlaceOf", name) }
        return text("signing.delegated", basis.mark, name, basis.document)
    }

    func signingSubject(_ row: Signings.Row) -> HTML {
        HTML {
            a(.href("/dossiers/\(row.choice.dossier)")) { row.title }
            " "
            small {
                Piece.code(row.choice.dossier)
                " · "
                row.applicant
            }
        }
    }
}
