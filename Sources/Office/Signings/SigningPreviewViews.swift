// What is about to be signed, and what came of it.

import HTML
import WorkTime

struct SigningPreviewView {
    let list: Signings.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("signing.previewTitle"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("signing.title"), "/signing"),
                    Piece.Place(frame.text("signing.previewTitle")),
                ])
            Piece.head(frame.text("signing.previewTitle")) {
                frame.text("signing.count", frame.number(list.rows.count))
            }
            if list.isCut { p { frame.text("signing.someGone") } }
            if !list.rows.isEmpty { confirming }
        }
    }

    private var confirming: HTML {
        frame.commandForm(to: "/signing", class: nil) {
            for row in list.rows {
                Piece.hiddenField("item", row.choice.text)
                div(.class("section")) {
                    Piece.pairs([
                        Piece.Fact(frame.text("signing.asked")) {
                            Piece.twoVoices(row.asked, frame.signedInPlace(of: row))
                        },
                        Piece.Fact(frame.text("work.column.work")) { frame.signingSubject(row) },
                        Piece.Fact(frame.text("signing.prepared")) {
                            Piece.twoVoices(row.prepared, row.preparedBy)
                        },
                        Piece.Fact(frame.text("signing.yields"), row.product),
                    ])
                }
            }
            Piece.acts {
                Piece.submit(
                    frame.text("signing.sign", frame.number(list.rows.count)), .main)
                Piece.act(frame.text("signing.back"), "/signing")
            }
        }
    }
}

struct SigningOutcomeView {
    let outcomes: [Signings.Outcome]
    let frame: Site.Frame

    private var signed: Int { outcomes.count { $0.isSigned } }

    var html: HTML {
        frame.page(title: frame.text("signing.doneTitle"), section: .work) {
            Piece.head(frame.text("signing.doneTitle")) {
                frame.text(
                    "signing.done", frame.number(signed), frame.number(outcomes.count))
            } acts: {
                Piece.act(frame.text("signing.title"), "/signing", .main)
                Piece.act(frame.text("work.title"), "/work")
            }
            stackedTable(
                TableCaption(frame.text("signing.doneTitle"), isHidden: true),
                columns: [
                    TableColumn(frame.text("work.column.work")),
                    TableColumn(frame.text("signing.outcome")),
                ], rows: outcomes.map(row))
        }
    }

    private func row(_ outcome: Signings.Outcome) -> TableRow {
        frame.outcomeRow(
            of: outcome.choice.dossier, title: outcome.title,
            done: outcome.isSigned ? frame.text("signing.signed") : nil,
            why: frame.language == .vi ? outcome.vi : outcome.en)
    }
}

extension Site.Frame {
    /// What became of one of several dossiers that were acted on at once.
    /// - Parameter done: What was done; `nil` where it was not, and `why` says the reason.
    func outcomeRow(of dossier: String, title: String, done: String?, why: String?) -> TableRow {
        TableRow([
            TableCell {
                a(.href("/dossiers/\(dossier)")) { title.isEmpty ? dossier : title }
                " "
                small { Piece.code(dossier) }
            },
            TableCell { Piece.state(done == nil ? .late : .done, done ?? why ?? "") },
        ])
    }
}
