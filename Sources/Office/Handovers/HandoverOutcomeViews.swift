// What came of passing several on, and the list of sheets.

import HTML
import WorkTime

struct HandoverOutcomeView {
    let result: Handovers.Result
    let frame: Site.Frame

    private var done: Int { result.outcomes.count { $0.isDone } }

    var html: HTML {
        frame.page(title: frame.text("handover.doneTitle"), section: .work) {
            Piece.head(frame.text("handover.doneTitle")) {
                frame.text(
                    "handover.done", frame.number(done), frame.number(result.outcomes.count))
            } acts: {
                if let sheet = result.sheet {
                    Piece.act(
                        frame.text("handover.openSheet", sheet), "/handovers/sheets/\(sheet)",
                        .main)
                }
                Piece.act(frame.text("handover.title"), "/handovers")
                Piece.act(frame.text("work.title"), "/work")
            }
            stackedTable(
                TableCaption(frame.text("handover.doneTitle"), isHidden: true),
                columns: [
                    TableColumn(frame.text("handover.column.dossier")),
                    TableColumn(frame.text("signing.outcome")),
                ], rows: result.outcomes.map(row))
        }
    }

    private func row(_ outcome: Handovers.Outcome) -> TableRow {
        frame.outcomeRow(
            of: outcome.choice.dossier, title: outcome.title,
            done: outcome.isDone ? frame.text("handover.passed") : nil,
            why: frame.language == .vi ? outcome.vi : outcome.en)
    }
}

struct HandoverSheetListView {
    let list: Handovers.SheetList
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("handover.sheets"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("handover.title"), "/handovers"),
                    Piece.Place(frame.text("handover.sheets")),
                ])
            Piece.head(frame.text("handover.sheets"))
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("handover.noSheets"), frame.text("handover.noneHint"))
            } else {
                stackedTable(
                    TableCaption(frame.text("handover.sheets"), isHidden: true), class: "work",
                    columns: ["sheet", "from", "to", "at", "by", "count"].map {
                        TableColumn(frame.text("handover.column.\($0)"))
                    }, rows: list.rows.map(row))
            }
            if let next = list.next {
                Piece.more(
                    frame.text("work.moreNote", String(Handovers.pageSize)),
                    label: frame.text("handover.sheets"),
                    first: .init(frame.text("word.first"), "/handovers/sheets"),
                    next: .init(
                        frame.text("word.next"),
                        ("/handovers/sheets" as Link).adding("after", next)))
            }
        }
    }

    private func row(_ row: Handovers.SheetRow) -> TableRow {
        TableRow([
            TableCell { a(.href("/handovers/sheets/\(row.code)")) { Piece.code(row.code) } },
            TableCell(row.fromName), TableCell(row.toName), TableCell(frame.moment(row.at)),
            TableCell(row.person), TableCell(frame.number(row.count)),
        ])
    }
}
