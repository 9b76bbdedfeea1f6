// The page of all tokens.

import Engine
import HTML
import WorkTime

struct TokenBookView {
    let book: Tokens.Book
    let frame: Site.Frame

    private func link(onlyLive: Bool) -> Link { onlyLive ? "/tokens" : "/tokens?list=all" }

    var html: HTML {
        let title = frame.text("tokens.title")
        return frame.page(title: title, section: .organisation) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.organisation"), "/organisation"), .init(title)])
            Piece.head(title) { frame.text("tokens.lead") }
            Piece.tabs(
                label: title,
                [true, false].map { live in
                    Piece.Tab(
                        frame.text(live ? "tokens.live" : "tokens.all"), link(onlyLive: live),
                        isCurrent: live == book.onlyLive)
                })
            if book.rows.isEmpty {
                Piece.emptyState(frame.text("tokens.empty"), frame.text("tokens.emptyHint"))
            } else {
                table
            }
            if let next = book.next {
                Piece.more(
                    frame.text("work.moreNote", String(Tokens.bookPage)),
                    label: frame.text("tokens.pages"),
                    first: .init(frame.text("word.first"), link(onlyLive: book.onlyLive)),
                    next: .init(
                        frame.text("word.next"),
                        link(onlyLive: book.onlyLive).adding("after", next)))
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("tokens.title"), isHidden: true),
            columns: [TableColumn(frame.text("tokens.owner"))]
                + ["name", "scopes", "expires", "used", "standing"].map {
                    TableColumn(frame.text("token.column.\($0)"))
                },
            rows: book.rows.map(row))
    }

    private func row(_ row: Tokens.BookRow) -> TableRow {
        let token = row.token
        let owner = TableCell {
            a(.href("/people/\(token.person.rawValue)")) { row.owner }
        }
        return TableRow(
            [owner] + frame.cells(of: token, revokedAt: "/tokens/\(token.id)/revocation"))
    }
}
