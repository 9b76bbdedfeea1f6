// The lists of the office: who has what, since when, and how much time is left.

import HTML
import WorkTime

struct PetitionListView {
    let list: Petitions.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("petitions.title"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.work"), "/work"), .init(frame.text("petitions.title"))])
            Piece.head(frame.text("petitions.title")) {
                frame.text("petitions.officeLead")
            } acts: {
                if list.mayCount {
                    Piece.act(frame.text("petitions.figures"), "/petitions/figures")
                }
                Piece.act(frame.text("petitions.published"), "/petitions/published")
            }
            strip
            tabs
            if list.rows.isEmpty {
                Piece.emptyState(
                    frame.text("petitions.empty"),
                    frame.text("petitions.empty.\(list.tab.rawValue)"))
            } else {
                table
            }
            if let next = list.next {
                Piece.more(
                    frame.text("work.moreNote", String(Petitions.pageSize)),
                    label: frame.text("petitions.pages"),
                    first: .init(frame.text("word.first"), link(list.tab)),
                    next: .init(frame.text("word.next"), link(list.tab).adding("after", next)))
            }
        }
    }

    private func link(_ tab: Petitions.Tab) -> Link { "/petitions?list=\(tab.rawValue)" }

    private func number(_ count: Int) -> String {
        count >= Petitions.countMaximum ? "\(frame.number(count))+" : frame.number(count)
    }

    private var strip: HTML {
        let counts = list.counts
        var shown = [
            Piece.Count(number(counts.mine), frame.text("petitions.count.mine"), link(.mine))
        ]
        if list.tabs.count > 1 {
            shown += [
                Piece.Count(
                    number(counts.incoming), frame.text("petitions.count.incoming"),
                    link(.incoming), state: counts.incoming > 0 ? .hand : nil),
                Piece.Count(
                    number(counts.open), frame.text("petitions.count.open"), link(.open)),
                Piece.Count(
                    number(counts.late), frame.text("petitions.count.late"), link(.open),
                    state: counts.late > 0 ? .late : nil),
            ]
        }
        return Piece.strip(label: frame.text("petitions.counts"), shown)
    }

    private var tabs: HTML {
        Piece.tabs(
            label: frame.text("petitions.title"),
            list.tabs.map { tab in
                Piece.Tab(
                    frame.text("petitions.tab.\(tab.rawValue)"), link(tab),
                    isCurrent: tab == list.tab)
            })
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("petitions.tab.\(list.tab.rawValue)"), isHidden: true),
            class: "work",
            columns: ["subject", "kind", "standing", "holder", "left"].map {
                TableColumn(frame.text("petitions.column.\($0)"))
            },
            rows: list.rows.map(row))
    }

    private func row(_ row: Petitions.Row) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/petitions/\(row.code)")) { row.subject }
                " "
                small { Piece.code(row.code) }
            },
            TableCell(frame.text("petition.kind.\(row.kind.rawValue)")),
            TableCell {
                Piece.twoVoices(
                    frame.text("petition.standing.\(row.standing.rawValue)"),
                    frame.text("petition.since", frame.moment(row.since)))
            },
            TableCell {
                if row.holder.isEmpty {
                    frame.text("petition.nobody")
                } else {
                    Piece.twoVoices(
                        row.holder,
                        row.asked.isEmpty ? row.unit : frame.text("petition.asks", row.asked))
                }
            },
            TableCell { time(row) },
        ])
    }

    @HTMLBuilder private func time(_ row: Petitions.Row) -> HTML {
        if let left = row.left {
            frame.timeLeft(left, due: row.due)
        } else {
            Piece.state(
                row.isLate ? .wasLate : .done,
                frame.text(row.isLate ? "result.late" : "result.onTime"))
        }
    }
}
