// The sheet on the screen and on paper.

import HTML
import WorkTime

struct DaySheetView {
    let page: DaySheets.Page
    let frame: Site.Frame
    var refusal: DaySheets.Rejection?
    var entered: Site.Form?

    private var sheet: DaySheets.Sheet { page.sheet }

    var html: HTML {
        frame.page(title: frame.text("today.title"), section: .work) {
            Piece.head(frame.text("today.title")) {
                "\(frame.day(sheet.now.day)), \(frame.clock(sheet.now)) · \(sheet.name), "
                "\(sheet.unit)"
            } acts: {
                Piece.printButton(frame.text("site.print"))
                Piece.act(frame.text("menu.work"), "/work")
                frame.fileActs { $0 == .csv ? "/today.csv" : "/today.xlsx" }
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            if sheet.isEmpty {
                Piece.emptyState(frame.text("today.empty"), frame.text("today.emptyHint"))
            } else {
                table
            }
            mail
        }
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("today.title"), isHidden: true), class: "work sheet",
            columns: ["work", "step", "due"].map { TableColumn(frame.text("today.column.\($0)")) },
            rows: sheet.parts.flatMap(rows))
    }

    private func rows(_ part: DaySheets.Part) -> [TableRow] {
        let heading = TableRow.group(id: part.group.rawValue) {
            frame.text("today.group.\(part.group.rawValue)")
            if part.group == .tomorrow { ": \(frame.day(sheet.tomorrow))" }
        }
        return [heading] + part.lines.map { row($0, part.group) } + more(part)
    }

    private func more(_ part: DaySheets.Part) -> [TableRow] {
        if part.more == 0, !part.isOpenEnded { return [] }
        let count = "\(part.more)\(part.isOpenEnded ? "+" : "")"
        return [
            TableRow([
                TableCell(colspan: 3) {
                    a(.href(list(of: part.group))) {
                        frame.text("today.more", count)
                    }
                }
            ])
        ]
    }

    private func list(of group: DaySheets.Group) -> Link {
        switch group {
        case .petitions: "/petitions"
        case .messages: "/messages"
        case .waiting: "/work?list=waiting"
        default: "/work?list=mine"
        }
    }

    private func row(_ line: DaySheets.Line, _ group: DaySheets.Group) -> TableRow {
        TableRow([
            TableCell {
                div(.class("whole")) {
                    a(.href(target(of: line, in: group))) {
                        line.isPetition ? frame.text("petition.one") : line.title
                    }
                    " "
                    small { Piece.code(line.code) }
                }
            },
            line.step.isEmpty ? .empty : TableCell(line.step),
            TableCell {
                if group == .late { Piece.state(.late, frame.text("result.late")) }
                " "
                frame.dayLineTime(line, in: group)
            },
        ])
    }

    private func target(of line: DaySheets.Line, in group: DaySheets.Group) -> Link {
        if line.isPetition { return "/petitions/\(line.code)" }
        if group == .messages { return "/dossiers/\(line.code)/messages" }
        return "/dossiers/\(line.code)"
    }

    private var mail: HTML {
        div(.class("noprint section")) {
            Piece.unfolding(
                frame.text(page.mail == nil ? "today.mail.want" : "today.mail.have"),
                isOpen: refusal != nil
            ) {
                frame.commandForm(to: "/today/mail") {
                    Piece.textField(
                        .init(
                            "email", frame.text("today.mail.address"), width: .three,
                            hint: frame.text("today.mail.hint", minute),
                            error: refusal.map { frame.say($0.sentence) }),
                        value: entered?["email"] ?? page.mail?.email ?? "",
                        .autocomplete("email"), .inputmode("email"))
                    Piece.acts {
                        Piece.submit(frame.text("today.mail.on"), name: "act", value: "on")
                        if page.mail != nil {
                            Piece.submit(
                                frame.text("today.mail.off"), name: "act", value: "off",
                                .formnovalidate)
                        }
                    }
                }
            }
        }
    }

    private var minute: String {
        frame.clock(LocalMinute(startOf: sheet.now.day) + page.mailFrom)
    }
}
