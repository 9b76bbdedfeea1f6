// The page of the notices.

import HTML
import WorkTime

struct NoticeView {
    let page: Notices.Page
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("notice.page"), section: nil) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("house.account.title"), "/account"), .init(title)])
            Piece.head(title) { frame.text("notice.page.lead") }
            Piece.columns {
                troubles
            } narrow: {
                counts
            }
        }
    }

    private var title: String { frame.text("notice.page") }

    private var counts: HTML {
        Piece.part(frame.text("notice.page.counts"), id: "counts", look: .panel) {
            Piece.pairs(
                [
                    .init(frame.text("notice.page.open"), frame.number(page.open)),
                    .init(frame.text("notice.page.delivered"), frame.number(page.delivered)),
                    .init(frame.text("notice.page.givenUp"), frame.number(page.givenUp)),
                ] + since)
            if page.givenUp > 0 {
                frame.commandForm(to: "/notices/retries", class: nil) {
                    p(.class("note")) { frame.text("notice.page.retryHint") }
                    div(.class("acts")) { Piece.submit(frame.text("notice.page.retry")) }
                }
            }
        }
    }

    private var since: [Piece.Fact] {
        guard let since = page.openSince else { return [] }
        return [
            .init(frame.text("notice.page.since")) {
                Piece.moment(frame.moment(since), machine: since.text)
            }
        ]
    }

    private var troubles: HTML {
        Piece.part(frame.text("notice.page.troubles"), id: "troubles") {
            if page.rows.isEmpty {
                Piece.emptyState(
                    frame.text("notice.page.none"), frame.text("notice.page.noneHint"))
            } else {
                stackedTable(
                    TableCaption(frame.text("notice.page.troubles"), isHidden: true),
                    columns: ["code", "kind", "attempts", "failure", "at"].map {
                        TableColumn(
                            frame.text("notice.column.\($0)"),
                            cellClass: $0 == "attempts" ? "r" : nil)
                    },
                    rows: page.rows.map(row))
            }
        }
    }

    /// Whoever administers need not see the dossier: its code leads nowhere.
    private func row(_ row: Notices.Page.Row) -> TableRow {
        TableRow([
            TableCell { Piece.code(row.code) },
            TableCell(row.isText ? frame.text("notice.byText", kind(row)) : kind(row)),
            TableCell(frame.number(row.attempts)),
            TableCell { Piece.code(row.failure) },
            TableCell {
                if row.isGivenUp {
                    Piece.state(.late, frame.text("notice.page.givenUp"))
                    " "
                    Piece.moment(frame.moment(row.at), machine: row.at.text)
                } else {
                    Piece.state(.wait, frame.text("notice.again", frame.moment(row.at)))
                }
            },
        ])
    }

    private func kind(_ row: Notices.Page.Row) -> String {
        if row.kind == Contacts.codeKind { return frame.text("notice.kind.code") }
        if row.kind == "daySheet" { return frame.text("notice.kind.daySheet") }
        if row.kind.hasPrefix("petition.") { return frame.text("notice.kind.petition") }
        if row.kind.hasPrefix("privacy.") { return frame.text("notice.kind.privacy") }
        return Notices.Kind(rawValue: row.kind)
            .map { frame.text("notice.kind.\($0.rawValue)") } ?? row.kind
    }
}
