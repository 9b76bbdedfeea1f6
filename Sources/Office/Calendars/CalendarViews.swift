// The page of the calendar's decisions.

import HTML
import WorkTime

struct CalendarView {
    let page: Calendars.Page
    let frame: Site.Frame
    var entered: Site.Form?
    var preview: Calendars.Preview?
    var refusal: Calendars.Rejection?

    var html: HTML {
        frame.page(title: frame.text("calendar.title"), section: nil) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [.init(frame.text("site.calendar"), "/clock"), .init(frame.text("calendar.title"))])
            Piece.head(frame.text("calendar.title")) { frame.text("calendar.lead") }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [
                        .init(
                            frame.say(refusal.sentence),
                            fieldID: page.mayAnnounce ? refusal.field : nil)
                    ])
            }
            if page.waiting > 0 {
                Piece.notice(.wait, frame.text("calendar.waiting", Self.count(page.waiting, frame)))
            }
            if let preview, let entered {
                CalendarPreviewView(preview: preview, entered: entered, frame: frame).html
            }
            Piece.columns {
                decisions
            } narrow: {
                if page.mayAnnounce { entry }
            }
        }
    }

    private var decisions: HTML {
        Piece.part(frame.text("calendar.decisions"), id: "decisions") {
            if page.decisions.isEmpty {
                Piece.emptyState(frame.text("calendar.none"), frame.text("calendar.noneHint"))
            } else {
                stackedTable(
                    TableCaption(frame.text("calendar.decisions"), isHidden: true),
                    columns: ["day", "kind", "basis", "by"].map {
                        TableColumn(frame.text("calendar.column.\($0)"))
                    },
                    rows: page.decisions.flatMap { decision in
                        decision.rules.map { row($0, decision) }
                    })
            }
        }
    }

    private func row(_ rule: DayRule, _ decision: Calendars.Page.Decision) -> TableRow {
        TableRow([
            TableCell { Piece.moment(frame.day(rule.day), machine: rule.day.text) },
            TableCell { Piece.twoVoices(frame.say(rule.kind.name), frame.say(rule.name)) },
            TableCell(decision.basis),
            TableCell {
                Piece.twoVoices(decision.by, frame.moment(decision.announcedAt))
            },
        ])
    }

    private var entry: HTML {
        Piece.part(frame.text("calendar.change"), id: "change", look: .panel) {
            form(.class("form"), .action("/calendar")) {
                Piece.radioField(
                    .init("kind", frame.text("calendar.kind"), error: mistake("kind")),
                    Calendars.Change.Kind.allCases.map {
                        .init($0.rawValue, frame.text("calendar.kind.\($0.rawValue)"))
                    }, chosen: value("kind", "off"))
                Piece.dateField(
                    .init("day", frame.text("calendar.column.day"), error: mistake("day")),
                    value: value("day"))
                Piece.dateField(
                    .init(
                        "pair", frame.text("calendar.pair"), optional: frame.text("word.optional"),
                        hint: frame.text("calendar.pairHint"), error: mistake("pair")),
                    value: value("pair"))
                Piece.textField(
                    .init(
                        "name", frame.text("calendar.name"), hint: frame.text("calendar.nameHint"),
                        error: mistake("name")),
                    value: value("name"), .maxlength(Calendars.nameMaximum))
                Piece.textField(
                    .init(
                        "basis", frame.text("calendar.column.basis"),
                        hint: frame.text("calendar.basisHint"), error: mistake("basis")),
                    value: value("basis"), .maxlength(Calendars.basisMaximum))
                div(.class("acts")) {
                    Piece.submit(frame.text("calendar.preview"), preview == nil ? .main : .usual)
                }
            }
        }
    }

    private func value(_ name: String, _ usual: String = "") -> String {
        entered?[name] ?? usual
    }

    private func mistake(_ field: String) -> String? {
        guard let refusal, refusal.field == field else { return nil }
        return frame.say(refusal.sentence)
    }

    /// Counting stops at the maximum.
    static func count(_ count: Int, _ frame: Site.Frame) -> String {
        let number = frame.number(count)
        return count < Calendars.countMaximum ? number : frame.text("calendar.atLeast", number)
    }
}

/// What the decision would move, and the way to make it.
struct CalendarPreviewView {
    let preview: Calendars.Preview
    let entered: Site.Form
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("calendar.moved"), id: "moved", look: .panel) {
            p { strong { proposal } }
            p { frame.text("calendar.movedLead", CalendarView.count(preview.count, frame)) }
            if !preview.rows.isEmpty { table }
            frame.commandForm(to: "/calendar") {
                for name in ["kind", "day", "pair", "name", "basis"] {
                    Piece.hiddenField(name, entered[name])
                }
                div(.class("acts")) {
                    Piece.submit(frame.text("calendar.announce"), .main)
                    Piece.act(frame.text("calendar.cancel"), "/calendar")
                }
            }
        }
    }

    /// `Thứ Ba 19/12/2017: nghỉ. Nghỉ theo thông báo (TB 12)`.
    private var proposal: String {
        func day(_ name: String) -> String {
            DayNumber(entered[name]).map(frame.day) ?? entered[name]
        }
        let pair = entered["pair"].isEmpty ? "" : frame.text("calendar.withPair", day("pair"))
        return frame.text(
            "calendar.proposal", day("day"), frame.text("calendar.kind.\(entered["kind"])"), pair,
            entered["name"], entered["basis"])
    }

    private var table: HTML {
        stackedTable(
            TableCaption(frame.text("calendar.movedCaption")),
            columns: ["code", "title", "before", "after"].map {
                TableColumn(frame.text("calendar.column.\($0)"))
            },
            rows: preview.rows.map { row in
                TableRow([
                    TableCell { a(.href("/dossiers/\(row.code)")) { Piece.code(row.code) } },
                    TableCell(row.title),
                    TableCell { Piece.moment(frame.moment(row.before), machine: row.before.text) },
                    TableCell {
                        Piece.moment(frame.moment(row.due), machine: row.due.text)
                        if row.due == row.before {
                            " "
                            small { frame.text("calendar.unmoved") }
                        }
                    },
                ])
            })
    }
}
