// The page of a bank's statement: the field to paste it into, then the table of its lines.

import HTML
import WorkTime

struct PaymentStatementView {
    let table: Payments.StatementTable
    let frame: Site.Frame
    /// Whether a statement was read, be it without a line.
    var isRead = false
    var entered = ""
    var refusal: Payments.Rejection?

    var html: HTML {
        frame.page(title: frame.text("payment.statement"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("payment.title"), "/payments"),
                    Piece.Place(frame.text("payment.statement")),
                ])
            Piece.head(frame.text("payment.statement")) { frame.text("payment.statementLead") }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [Piece.Mistake(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            if isRead { result } else { entry }
        }
    }

    private var entry: HTML {
        frame.commandForm(to: "/payments/statement") {
            Piece.textArea(
                Piece.Field(
                    "statement", frame.text("payment.paste"),
                    hint: frame.text("payment.pasteHint"),
                    error: refusal?.field == "statement"
                        ? refusal.map { frame.say($0.sentence) } : nil),
                value: entered, rows: 14, .spellcheck(false))
            Piece.acts { Piece.submit(frame.text("payment.read"), .main) }
        }
    }

    private var result: HTML {
        Piece.columns {
            if table.lines.isEmpty {
                Piece.emptyState(
                    frame.text("payment.noLines"), frame.text("payment.noLinesHint"))
            } else {
                lines
            }
        } narrow: {
            Piece.part(frame.text("payment.result"), id: "result", look: .panel) {
                Piece.tally(sums)
                confirming
            }
        }
    }

    private var sums: [Piece.Fact] {
        Payments.Match.allCases.map {
            Piece.Fact(frame.text("payment.match.\($0.rawValue)"), frame.number(table.count($0)))
        } + [
            Piece.Fact(frame.text("payment.passedOver"), frame.number(table.passedOver)),
            Piece.Fact(frame.text("payment.matchedAmount"), isTotal: true) {
                frame.dong(table.matchedAmount)
            },
        ]
    }

    private var confirming: HTML {
        frame.commandForm(to: "/payments/statement/confirmation") {
            for line in table.matched {
                if let chosen = Payments.ChosenLine(line) {
                    Piece.hiddenField("line", chosen.text)
                }
            }
            Piece.acts {
                if !table.matched.isEmpty {
                    Piece.submit(
                        frame.text("payment.record", frame.number(table.matched.count)), .main)
                }
                Piece.act(frame.text("payment.again"), "/payments/statement")
            }
        }
    }

    private var lines: HTML {
        stackedTable(
            TableCaption(frame.text("payment.statementCaption")),
            columns: [
                TableColumn(frame.text("payment.column.line"), cellClass: "r"),
                TableColumn(frame.text("payment.day")),
                TableColumn(frame.text("payment.amount"), cellClass: "r"),
                TableColumn(frame.text("payment.column.words")),
                TableColumn(frame.text("payment.column.match")),
            ],
            rows: table.lines.map(row))
    }

    private func row(_ matched: Payments.MatchedLine) -> TableRow {
        let line = matched.line
        return TableRow([
            TableCell(String(line.line)),
            line.day.map { day in
                TableCell { Piece.moment(frame.date(day), machine: day.text) }
            } ?? .empty,
            line.amount.map { TableCell(frame.number($0)) } ?? .empty,
            TableCell { Piece.twoVoices(line.description, line.reference) },
            TableCell { state(matched) },
        ])
    }

    @HTMLBuilder private func state(_ line: Payments.MatchedLine) -> HTML {
        Piece.state(Self.look(line.match), frame.text("payment.match.\(line.match.rawValue)"))
        if let dossier = line.dossier {
            " "
            a(.href(Payments.address(of: dossier))) { Piece.code(dossier) }
        }
        if line.match == .wrongAmount, let asked = line.asked {
            " "
            small { frame.text("payment.askedAmount", frame.dong(asked)) }
        }
        if line.isExtra {
            " "
            small { frame.text("payment.extra") }
        }
    }

    private static func look(_ match: Payments.Match) -> Piece.State {
        switch match {
        case .matched: .ok
        case .already: .done
        case .wrongAmount: .late
        case .unknownCode: .paused
        case .unreadable: .today
        }
    }
}
