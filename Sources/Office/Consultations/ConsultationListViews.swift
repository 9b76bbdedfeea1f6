// The list of what is asked, and of who is silent.

import HTML
import WorkTime

struct ConsultationListView {
    let list: Consultations.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("consultation.list"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.work"), "/work"), .init(frame.text("consultation.list"))])
            Piece.head(frame.text("consultation.list")) {
                frame.text("consultation.listLead.\(list.tab.rawValue)")
            }
            if list.seesSilent || list.tab == .silent { tabs }
            if list.rows.isEmpty {
                Piece.emptyState(
                    frame.text("consultation.none"),
                    frame.text("consultation.empty.\(list.tab.rawValue)"))
            } else {
                table
                if let next = list.next {
                    Piece.more(
                        "", label: frame.text("consultation.list"),
                        next: .init(
                            frame.text("word.next"), link(list.tab).adding("after", next)))
                }
            }
        }
    }

    private func link(_ tab: Consultations.Tab) -> Link { "/consultations?list=\(tab.rawValue)" }

    private var tabs: HTML {
        Piece.tabs(
            label: frame.text("consultation.lists"),
            Consultations.Tab.allCases.map { tab in
                Piece.Tab(
                    frame.text("consultation.tab.\(tab.rawValue)"), link(tab),
                    isCurrent: tab == list.tab)
            })
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("consultation.list"), isHidden: true), class: "work",
            columns: ["dossier", "body", "asker", "standing"].map {
                TableColumn(frame.text("consultation.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell {
                        a(.href("/dossiers/\(row.dossier)/consultations")) { row.title }
                        " "
                        small { Piece.code(row.dossier) }
                    },
                    TableCell(row.name),
                    TableCell {
                        Piece.twoVoices(
                            row.askedBy, frame.text("consultation.since", frame.moment(row.from)))
                    },
                    TableCell {
                        if row.isSilent {
                            Piece.state(
                                .late,
                                frame.text("consultation.silent", frame.moment(row.silentFrom)))
                        } else {
                            frame.timeLeft(row.left, due: row.due)
                        }
                    },
                ])
            })
    }
}
