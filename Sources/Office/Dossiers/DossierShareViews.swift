// What each unit was given and used, on the page of the dossier and on the control slip.

import HTML
import WorkTime

struct DossierSharesView {
    let shares: [Dossiers.Share]
    let frame: Site.Frame

    var table: HTML {
        stackedTable(
            TableCaption(frame.text("share.title")), class: "slip",
            columns: [
                TableColumn(frame.text("share.unit")), TableColumn(frame.text("share.kind")),
                TableColumn(frame.text("share.allotted")), TableColumn(frame.text("share.used")),
            ],
            rows: shares.map { share in
                TableRow([
                    TableCell(share.unitName),
                    TableCell(frame.text("share.kind.\(share.kind.rawValue)")),
                    TableCell(
                        share.allotted.map { frame.worked(workingMinutes: $0) }
                            ?? frame.text("slip.noTime")),
                    TableCell {
                        frame.worked(workingMinutes: share.used)
                        if share.isOpen {
                            " "
                            small { frame.text("share.goesOn") }
                        }
                        if let allotted = share.allotted, share.used > allotted {
                            " "
                            Piece.state(
                                .late,
                                frame.text(
                                    "share.over",
                                    frame.worked(workingMinutes: share.used - allotted)))
                        }
                    },
                ])
            })
    }
}
