// A printed slip beside the ledger.

import HTML
import WorkTime

struct PaperCheckView {
    let check: Papers.Check
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("stamp.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(check.code, "/dossiers/\(check.code)"),
                    Piece.Place(frame.text("stamp.title")),
                ])
            Piece.head(frame.text("stamp.title")) {
                Piece.state(
                    check.isGenuine ? .ok : .late,
                    frame.text(check.isGenuine ? "stamp.genuine" : "stamp.foreign"))
            } acts: {
                Piece.act(frame.text("dossier.slip"), "/dossiers/\(check.code)/slip")
                Piece.act(frame.text("dossier.back", check.code), "/dossiers/\(check.code)")
            }
            p { check.title }
            p { frame.text("stamp.place", frame.number(check.stamp.version), check.stamp.text) }
            if check.isGenuine { table } else { p { frame.text("stamp.foreignHint") } }
        }
    }

    @HTMLBuilder private var table: HTML {
        p {
            check.entriesSince == 0
                ? frame.text("stamp.nothingSince")
                : frame.text("stamp.since", frame.number(check.entriesSince))
        }
        if check.lines.isEmpty {
            p { frame.text("stamp.noLines") }
        } else {
            stackedTable(
                TableCaption(frame.text("stamp.lines")),
                columns: [
                    TableColumn(frame.text("slip.number"), labelsHeader: true),
                    TableColumn(frame.text("slip.units")), TableColumn(frame.text("slip.times")),
                    TableColumn(frame.text("stamp.standing")),
                ],
                rows: check.lines.enumerated().map { row($0 + 1, $1) })
        }
    }

    private func row(_ number: Int, _ checked: Papers.CheckedLine) -> TableRow {
        let line = checked.line
        return TableRow([
            TableCell(String(number)),
            TableCell {
                frame.text("slip.giver", line.giver.unit)
                br()
                frame.text("slip.receiver", line.receiver.unit)
            },
            TableCell { Piece.moment(frame.moment(line.given), machine: line.given.text) },
            TableCell {
                Piece.state(
                    checked.standing == .agrees ? .ok : .soon,
                    frame.text("stamp.\(checked.standing.rawValue)"))
            },
        ])
    }
}
