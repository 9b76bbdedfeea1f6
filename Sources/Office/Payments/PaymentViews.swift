// The list of an office's payments, and the part of a dossier's page that tells what it owes.

import HTML
import WorkTime

struct PaymentListView {
    let list: Payments.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("payment.title"), section: .dossiers) {
            Piece.head(frame.text("payment.title")) {
                frame.text(
                    "payment.lead", list.officeName, frame.number(list.openCount),
                    frame.number(list.openAmount))
            } acts: {
                if list.mayWrite {
                    Piece.act(frame.text("payment.statement"), "/payments/statement")
                }
                Piece.act(frame.text("payment.settlement"), "/payments/settlement")
                Piece.act(
                    frame.text("payment.account"), Payments.accountAddress(of: list.office))
            }
            if !list.hasAccount { Piece.notice(.wait, frame.text("payment.noAccount")) }
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("payment.empty"), frame.text("payment.emptyHint"))
            } else {
                table
            }
            if let next = list.next {
                Piece.more(
                    frame.text("register.more", String(Payments.listPage)),
                    label: frame.text("work.pages"),
                    first: Piece.Place(frame.text("word.first"), address),
                    next: Piece.Place(frame.text("word.next"), address.adding("after", next)))
            }
        }
    }

    private var address: Link { "/payments?office=\(list.office)" }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("payment.title"), isHidden: true), class: "work sticky",
            columns: [
                TableColumn(frame.text("payment.column.dossier")),
                TableColumn(frame.text("payment.column.reason")),
                TableColumn(frame.text("payment.column.amount"), cellClass: "r"),
                TableColumn(frame.text("payment.column.state")),
                TableColumn(frame.text("payment.column.asked")),
            ],
            rows: list.rows.map(row))
    }

    private func row(_ row: Payments.Row) -> TableRow {
        TableRow([
            TableCell {
                a(.href(Payments.address(of: row.dossier))) { row.title }
                " "
                small { Piece.code(row.dossier) }
            },
            TableCell(row.reason),
            TableCell {
                frame.number(row.amount)
                if row.refunded > 0 {
                    " "
                    small { frame.text("payment.refundedOf", frame.number(row.refunded)) }
                }
            },
            TableCell {
                frame.paymentState(row.state)
                if let day = row.paidDay {
                    " "
                    small {
                        Piece.moment(frame.date(day), machine: day.text)
                        if !row.receipt.isEmpty {
                            ", "
                            frame.text("payment.receiptOf", row.receipt)
                        }
                    }
                }
            },
            TableCell {
                Piece.moment(frame.moment(row.askedAt), machine: row.askedAt.text)
            },
        ])
    }
}

extension Site.Frame {
    func paymentState(_ state: Payments.Payment.State) -> HTML {
        let look: Piece.State =
            switch state {
            case .open: .wait
            case .paid: .ok
            case .refunded: .done
            case .cancelled: .paused
            }
        return Piece.state(look, text("payment.state.\(state.rawValue)"))
    }

    func dong(_ amount: Int) -> String { text("word.dong", number(amount)) }
}
