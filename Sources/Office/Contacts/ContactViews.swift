// The pages of /my: an address, the code, what was filed.

import HTML
import WorkTime

struct ContactEntryView {
    let settings: Contacts.Settings
    let sent: Contacts.Sent?
    let frame: Site.Frame
    var refusal: (any Refusal)?
    var typed = ""

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(
            title: lead + frame.text("my.title"), section: .tracking, bodyClass: "public"
        ) {
            Piece.head(frame.text("my.title")) { frame.text("my.lead") }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: fieldID(of: refusal))])
            }
            if settings.channels.isEmpty {
                Piece.emptyState(frame.text("my.off"), frame.text("my.offHint")) {
                    Piece.act(frame.text("tracking.title"), "/track")
                }
            } else {
                if let waiting {
                    ContactCodeForm(
                        action: "/my", address: waiting.address, frame: frame, refusal: refusal
                    ).html
                }
                ask
            }
        }
    }

    private var waiting: Contacts.Sent? { sent.flatMap { $0.isShown ? nil : $0 } }

    private func fieldID(of refusal: any Refusal) -> String? {
        switch refusal.field {
        case "code": waiting == nil ? "address" : "code"
        case let field: field
        }
    }

    private var ask: HTML {
        frame.commandForm(to: "/my", class: "form") {
            Piece.textField(
                .init(
                    "address",
                    frame.text(
                        settings.channels.contains(.sms) ? "my.addressOrPhone" : "my.address"),
                    width: .three, hint: frame.text("my.addressHint"),
                    error: refusal?.field == "address"
                        ? refusal.map { frame.say($0.sentence) } : nil),
                value: typed, .autocomplete("email"), .maxlength(254))
            Piece.acts {
                Piece.submit(frame.text("my.send"), waiting == nil ? .main : .usual)
            }
        }
    }
}

struct ContactListView {
    let list: Contacts.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("my.title"), section: .tracking, bodyClass: "public") {
            Piece.head(frame.text("my.title")) { frame.text("my.of", list.address) }
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("my.empty"), frame.text("my.emptyHint")) {
                    Piece.act(frame.text("menu.procedures"), "/procedures")
                }
            } else {
                table
                if let next = list.next {
                    p {
                        a(.rel("next"), .href(Link("/my").adding("after", next))) {
                            frame.text("filings.more")
                        }
                    }
                }
            }
            p { a(.href("/my/prefill")) { frame.text("prefill.title") } }
            frame.commandForm(to: "/my/leave", class: nil) {
                Piece.acts { Piece.submit(frame.text("my.leave")) }
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("my.title"), isHidden: true), class: "work",
            columns: ["code", "title", "since", "standing"].map {
                TableColumn(frame.text("my.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell { a(.href("/my/\(row.code)")) { Piece.code(row.code) } },
                    TableCell(row.title),
                    TableCell { Piece.moment(frame.moment(row.since), machine: row.since.text) },
                    TableCell(
                        row.status.map { frame.text("status.\($0.rawValue)") }
                            ?? frame.text("filing.standing.\(row.standing.rawValue)")),
                ])
            })
    }
}

extension Site.Frame {
    /// Whether the citizen has shown to be reached, and how.
    func shownContact(_ channel: Contacts.Channel?) -> String {
        channel.map { text("contact.shown.\($0.rawValue)") } ?? text("contact.notShown")
    }
}
