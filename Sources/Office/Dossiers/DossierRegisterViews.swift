// The page of the register.

import HTML
import WorkTime

struct DossierRegisterView {
    let page: Dossiers.Register
    let filter: Dossiers.Filter
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("register.title"), section: .dossiers) {
            Piece.head(frame.text("register.title")) {
                frame.text("register.count", count)
            } acts: {
                Piece.act(frame.text("official.title"), "/registers")
            }
            search
            if page.rows.isEmpty {
                Piece.emptyState(
                    frame.text("register.empty"), frame.text("register.emptyHint")
                ) { Piece.act(frame.text("register.all"), "/dossiers") }
            } else {
                table
            }
            if let next = page.next {
                Piece.more(
                    frame.text("register.more", String(Dossiers.registerPage)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), filter.link),
                    next: Piece.Place(
                        frame.text("word.next"), filter.link.adding("after", next)))
            }
        }
    }

    private var count: String {
        page.count >= Dossiers.registerCountMaximum
            ? "\(frame.number(page.count))+" : frame.number(page.count)
    }

    private var search: HTML {
        form(.class("filter"), .action("/dossiers"), .role("search")) {
            label {
                frame.text("register.search")
                " "
                input(.type(.search), .name("q"), .value(filter.search), .size(28))
            }
            choice(
                "state", frame.text("register.state"),
                Dossiers.Filter.State.allCases.map {
                    Piece.Choice($0.rawValue, frame.text("register.state.\($0.rawValue)"))
                }, filter.state?.rawValue)
            choice(
                "channel", frame.text("register.channel"),
                Dossiers.Channel.allCases.map {
                    Piece.Choice($0.rawValue, frame.text("channel.\($0.rawValue)"))
                }, filter.channel?.rawValue)
            day("from", frame.text("register.from"), filter.from)
            day("to", frame.text("register.to"), filter.through)
            Piece.submit(frame.text("register.go"), .small)
        }
    }

    private func choice(
        _ name: String, _ words: String, _ choices: [Piece.Choice], _ chosen: String?
    ) -> HTML {
        label {
            words
            " "
            select(.name(name)) {
                option(.value("")) { frame.text("register.any") }
                for choice in choices {
                    option(.value(choice.value), .if(choice.value == chosen, .selected)) {
                        choice.words
                    }
                }
            }
        }
    }

    private func day(_ name: String, _ words: String, _ day: DayNumber?) -> HTML {
        label {
            words
            " "
            input(.type(.date), .name(name), .value(day?.text ?? ""))
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("register.caption"), isHidden: true),
            class: "work sticky register",
            columns: [
                TableColumn(frame.text("register.dossier")),
                TableColumn(frame.text("applicant.name")),
                TableColumn(frame.text("dossier.received")),
                TableColumn(frame.text("dossier.status")),
                TableColumn(frame.text("dossier.due")),
                TableColumn(frame.text("dossier.holder")),
            ],
            rows: page.rows.map(row))
    }

    private func row(_ row: Dossiers.RegisterRow) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/dossiers/\(row.code)")) { row.title }
                " "
                small { Piece.code(row.code) }
            },
            TableCell {
                Piece.twoVoices(
                    row.applicant, row.office == frame.viewer?.officeName ? nil : row.office)
            },
            TableCell {
                Piece.twoVoices(
                    frame.date(row.receivedAt.day),
                    "\(frame.clock(row.receivedAt)), "
                        + frame.text("channel.\(row.channel.rawValue)")
                        + (row.enteredAt == nil ? "" : " · " + frame.text("register.late")))
            },
            TableCell { Piece.twoVoices(frame.text("status.\(row.status.rawValue)"), row.step) },
            TableCell { time(row) },
            row.holder.isEmpty ? .empty : TableCell(row.holder),
        ])
    }

    @HTMLBuilder private func time(_ row: Dossiers.RegisterRow) -> HTML {
        if let result = row.timeliness {
            frame.timeliness(result)
        } else if row.endedAt != nil {
            frame.text("dossier.noTerm")
        } else {
            frame.timeLeft(row.left, due: row.due)
        }
    }
}
