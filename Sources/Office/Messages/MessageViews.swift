// Messages as the office sees them.

import HTML
import WorkTime

struct MessageThreadView {
    let thread: Messages.Thread
    let frame: Site.Frame
    var refusal: Messages.Rejection?
    var typed = ""

    private var address: Link { "/dossiers/\(thread.dossier)/messages" }

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + frame.text("message.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.dossiers"), "/dossiers"),
                    .init(thread.dossier, "/dossiers/\(thread.dossier)"),
                    .init(frame.text("message.title")),
                ])
            Piece.head(frame.text("message.title")) {
                thread.title
            } acts: {
                Piece.act(
                    frame.text("dossier.back", thread.dossier), "/dossiers/\(thread.dossier)")
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            if thread.waits, let due = thread.due {
                Piece.notice(.wait, frame.text("message.answerBy", frame.moment(due)))
            }
            if thread.lines.isEmpty {
                Piece.emptyState(frame.text("message.none"), frame.text("message.noneHint"))
            } else {
                MessageLinesView(lines: thread.lines, frame: frame).html
            }
            if thread.mayWrite { answer } else { p(.class("note")) { why } }
        }
    }

    private var why: String {
        thread.lastDay.map { frame.text("message.until", frame.day($0)) }
            ?? frame.text("message.onlyHolder")
    }

    private var answer: HTML {
        frame.commandForm(to: address) {
            Piece.textArea(
                .init(
                    "words", frame.text("message.answer"), hint: frame.text("message.answerHint"),
                    error: refusal?.field == "words"
                        ? refusal.map { frame.say($0.sentence) } : nil),
                value: typed, rows: 5, .maxlength(Messages.wordsMaximum))
            Piece.acts { Piece.submit(frame.text("message.send"), .main) }
        }
    }
}

/// Who wrote what, oldest first.
struct MessageLinesView {
    let lines: [Messages.Line]
    let frame: Site.Frame
    /// The citizen reads it: officers are the office.
    var isForCitizen = false

    var html: HTML {
        ol(.class("plain")) {
            for line in lines {
                li {
                    p(.class("hint")) {
                        strong { who(line) }
                        " "
                        Piece.moment(frame.moment(line.at), machine: line.at.text)
                    }
                    p {
                        if let words = line.words {
                            HTML.paragraph(words)
                        } else {
                            frame.text("message.erased")
                        }
                    }
                }
            }
        }
    }

    private func who(_ line: Messages.Line) -> String {
        if line.isCitizen { return frame.text(isForCitizen ? "message.you" : "message.citizen") }
        return line.name.isEmpty ? frame.text("message.office") : line.name
    }
}

struct MessageListView {
    let list: Messages.List
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("message.waiting"), section: .work) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("menu.work"), "/work"), .init(frame.text("message.waiting"))])
            Piece.head(frame.text("message.waiting")) {
                frame.text("message.waitingLead", String(Messages.answerDays))
            }
            if list.rows.isEmpty {
                Piece.emptyState(frame.text("message.none"), frame.text("message.noneWaiting"))
            } else {
                table
                if let next = list.next {
                    p {
                        a(.rel("next"), .href(Link("/messages").adding("after", next))) {
                            frame.text("filings.more")
                        }
                    }
                }
            }
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("message.waiting"), isHidden: true), class: "work",
            columns: ["dossier", "applicant", "since", "due"].map {
                TableColumn(frame.text("message.column.\($0)"))
            },
            rows: list.rows.map { row in
                TableRow([
                    TableCell {
                        a(.href("/dossiers/\(row.dossier)/messages")) { row.title }
                        " "
                        small { Piece.code(row.dossier) }
                    },
                    row.applicant.isEmpty ? .empty : TableCell(row.applicant),
                    TableCell { Piece.moment(frame.moment(row.since), machine: row.since.text) },
                    TableCell { frame.timeLeft(row.left, due: row.due) },
                ])
            })
    }
}
