// The pages of the house: the working calendar with the clock of a demo office, help, account.

import HTML
import WorkTime

struct SiteClockView {
    let value: Site.CalendarYear
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("house.clock.title"), section: nil) {
            Piece.head(frame.text("house.clock.title")) {
                frame.text(
                    "house.clock.lead", String(value.year), String(value.workingDays),
                    value.calendar)
            } acts: {
                Piece.act("\(value.year - 1)", "/clock?year=\(value.year - 1)", .small)
                Piece.act("\(value.year + 1)", "/clock?year=\(value.year + 1)", .small)
                Piece.act(frame.text("calendar.title"), "/calendar", .small)
            }
            if value.isDemo { control }
            Piece.columns {
                special
            } narrow: {
                months
            }
        }
    }

    private var control: HTML {
        Piece.part(frame.text("house.clock.demo"), id: "demo-clock", look: .panel) {
            p { frame.text("house.clock.now", frame.moment(value.now)) }
            frame.commandForm(to: "/clock") {
                div(.class("acts")) {
                    for minutes in [15, 60, 240, 1_440] {
                        Piece.submit(
                            frame.text("house.clock.move.\(minutes)"), name: "minutes",
                            value: String(minutes))
                    }
                    Piece.submit(
                        frame.text("house.clock.morning"), .main, name: "to", value: "morning")
                }
            }
            p(.class("note")) { frame.text("house.clock.note") }
        }
    }

    private var special: HTML {
        Piece.part(frame.text("house.clock.special"), id: "special") {
            if value.specialDays.isEmpty {
                p(.class("note")) { frame.text("house.clock.noSpecial") }
            } else {
                stackedTable(
                    TableCaption(frame.text("house.clock.special"), isHidden: true),
                    columns: ["day", "name", "kind", "source"].map {
                        TableColumn(frame.text("house.clock.column.\($0)"))
                    },
                    rows: value.specialDays.map(row))
            }
        }
    }

    private func row(_ rule: DayRule) -> TableRow {
        TableRow([
            TableCell { Piece.moment(frame.day(rule.day), machine: rule.day.text) },
            TableCell(frame.say(rule.name)),
            TableCell {
                frame.say(rule.kind.name)
                if rule.confidence != .confirmed {
                    " "
                    Piece.state(.wait, frame.say(rule.confidence.name))
                }
            },
            TableCell(rule.source),
        ])
    }

    private var months: HTML {
        Piece.part(frame.text("house.clock.months"), id: "months") {
            stackedTable(
                TableCaption(frame.text("house.clock.months"), isHidden: true),
                columns: [
                    TableColumn(frame.text("house.clock.column.month")),
                    TableColumn(frame.text("house.clock.column.workingDays"), cellClass: "r"),
                ],
                rows: value.months.map {
                    TableRow([
                        TableCell("\($0.month)/\(value.year)"), TableCell(String($0.workingDays)),
                    ])
                },
                totals: [
                    TableRow([
                        TableCell(frame.text("house.clock.total")),
                        TableCell(String(value.workingDays)),
                    ])
                ])
        }
    }
}

struct SiteHelpView {
    struct Words: Sendable, Encodable { let states: [String] }

    let frame: Site.Frame

    /// The states a reader meets, in the order of their urgency.
    static let states: [Piece.State] = [
        .late, .today, .soon, .ok, .paused, .wait, .hand, .done, .wasLate,
    ]

    var html: HTML {
        frame.page(title: frame.text("house.help.title"), section: nil) {
            Piece.head(frame.text("house.help.title")) { frame.text("house.help.lead") }
            Piece.part(frame.text("house.help.states"), id: "states") {
                Piece.pairs(
                    Self.states.map { state in
                        Piece.Fact(frame.text("house.help.state.\(state.rawValue)")) {
                            Piece.state(state, frame.text("house.help.state.\(state.rawValue)"))
                            " "
                            frame.text("house.help.means.\(state.rawValue)")
                        }
                    })
            }
            Piece.part(frame.text("house.help.keys"), id: "keys-list") {
                Piece.keys(
                    label: frame.text("house.help.keys"),
                    [
                        .init("/", does: frame.text("house.help.key.search")),
                        .init("j", "k", does: frame.text("house.help.key.rows")),
                        .init("Enter", does: frame.text("house.help.key.open")),
                        .init("?", does: frame.text("house.help.key.help")),
                    ])
            }
        }
    }
}

struct SiteAccountView {
    let record: Site.AccountRecord
    let frame: Site.Frame
    var issued: String?
    var refusal: Tokens.Rejection?
    var entered: Site.Form?

    var html: HTML {
        frame.page(title: frame.text("house.account.title"), section: nil) {
            Piece.head(record.person.person.name) {
                record.office
            } acts: {
                if frame.viewer?.has(.administer) ?? false {
                    Piece.act(frame.text("notice.page"), "/notices")
                    Piece.act(frame.text("tokens.title"), "/tokens")
                }
                frame.commandForm(to: "/sign-out", class: nil) {
                    Piece.submit(frame.text("house.account.signOut"))
                }
            }
            if !record.actsFor.isEmpty {
                Piece.notice(.hand, frame.text("house.account.actsFor")) {
                    record.actsFor.joined(separator: ", ")
                }
            }
            Piece.part(frame.text("organisation.positions"), id: "positions") {
                OrganisationWords.positions(record.person.positions, showsUnit: true, frame)
            }
            Piece.part(frame.text("organisation.substitutes"), id: "substitutes") {
                OrganisationWords.substitutions(record.person.substitutions, frame)
            }
            TokenView(
                tokens: record.tokens, frame: frame, issued: issued, refusal: refusal,
                entered: entered
            ).html
        }
    }
}
