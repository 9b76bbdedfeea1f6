// Forms of those in charge of processes: change, publish, retire, check a step table.

import HTML
import ProcessModel
import WorkTime

/// What may be done with the issue on the page.
struct ProcessActsView {
    let sheet: Processes.Sheet
    let frame: Site.Frame

    private var code: String { sheet.row.code.rawValue }

    var html: HTML {
        Piece.part(frame.text("processes.acts"), id: "acts", look: .panel) {
            p {
                Piece.act(
                    frame.text("processes.change"),
                    Link("/processes/check").adding("from", code))
            }
            if sheet.row.standing == .draft { publishing }
            if sheet.row.standing == .inForce, sheet.row.through == nil { retiring }
        }
    }

    private var publishing: HTML {
        HTML {
            if !sheet.blocking.isEmpty {
                p {
                    Piece.reason(
                        frame.text(
                            "processes.publish.blocked", frame.number(sheet.blocking.count)))
                }
            } else {
                frame.commandForm(to: "/processes/\(code)/publish") {
                    Piece.hiddenField("issue", String(sheet.row.issue))
                    Piece.dateField(
                        .init(
                            "effective", frame.text("processes.publish.effective"), width: .two),
                        value: frame.now.day.next.text)
                    div(.class("acts")) {
                        Piece.submit(frame.text("processes.publish"), .main)
                    }
                }
            }
        }
    }

    private var retiring: HTML {
        Piece.unfolding(frame.text("processes.retire.title")) {
            frame.commandForm(to: "/processes/\(code)/retire") {
                Piece.dateField(
                    .init("through", frame.text("processes.retire.through"), width: .two),
                    value: frame.now.day.text)
                Piece.textField(
                    .init("reason", frame.text("processes.retire.reason"), width: .four),
                    .maxlength(500))
                div(.class("acts")) { Piece.submit(frame.text("processes.retire"), .stop) }
            }
        }
    }
}

extension DayNumber {
    fileprivate var next: DayNumber { self + 1 }
}

/// A step table is pasted, checked, and kept as a draft when it can be read.
struct ProcessCheckView {
    let text: String
    let check: Processes.Check?
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("processes.check.title"), section: .processes) {
            frame.processCrumbs(frame.text("processes.check.title"))
            Piece.head(frame.text("processes.check.title")) {
                frame.text("processes.check.lead")
            }
            if let check { result(check) }
            frame.commandForm(to: "/processes/check") {
                Piece.textArea(
                    .init(
                        "yaml", frame.text("processes.check.table"),
                        hint: frame.text("processes.check.hint")), value: text, rows: 24)
                div(.class("acts")) {
                    Piece.submit(frame.text("processes.check"), .main)
                    Piece.submit(frame.text("processes.keep"), to: "/processes")
                }
            }
        }
    }

    private func result(_ check: Processes.Check) -> HTML {
        HTML {
            if let code = check.code {
                p {
                    Piece.code(code.rawValue)
                    " "
                    check.title
                    ", "
                    frame.text("processes.issue", String(check.issue ?? 1))
                }
            } else if check.findings.isEmpty {
                Piece.notice(.late, frame.text("processes.check.nothing"), isUrgent: true)
            }
            if check.code != nil || !check.findings.isEmpty {
                ProcessGateView(findings: check.findings, code: nil, frame: frame).html
            }
        }
    }
}
