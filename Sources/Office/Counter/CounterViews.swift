// The pages of the counter: choosing a procedure, and the intake.

import HTML
import ProcessModel
import WorkTime

/// Choosing the procedure.
struct CounterChoiceView {
    let choices: Counter.Choices
    let frame: Site.Frame
    var ticket: Int?
    /// An earlier dossier of the same person.
    var copy = ""

    var html: HTML {
        frame.page(title: frame.text("counter.title"), section: .counter) {
            Piece.head(frame.text("counter.title")) {
                frame.text("counter.lead")
            } acts: {
                Piece.act(
                    frame.text("counter.filings", CalendarView.count(choices.filings, frame)),
                    "/filings")
                Piece.act(frame.text("payment.title"), "/payments")
                Piece.act(frame.text("delivery.title"), "/deliveries")
                Piece.act(frame.text("queue.title"), "/queue")
                Piece.act(frame.text("counter.kit"), "/counter/offline-kit")
            }
            frame.turn(of: ticket)
            form(.classes("filter", "first"), .action("/counter"), .role("search")) {
                label {
                    frame.text("counter.search")
                    " "
                    input(
                        .type(.search), .name("q"), .value(choices.search), .size(36), .autofocus)
                }
                if let ticket { Piece.hiddenField("ticket", String(ticket)) }
                if !copy.isEmpty { Piece.hiddenField("copy", copy) }
                Piece.submit(frame.text("register.go"))
            }
            if choices.procedures.isEmpty {
                Piece.emptyState(
                    frame.text("counter.empty"), frame.text("register.emptyHint")
                ) { Piece.act(frame.text("register.all"), "/counter") }
            } else if choices.search.isEmpty {
                usual
                rest
            } else {
                table(choices.procedures, frame.text("counter.choose"), isCaptionHidden: true)
            }
        }
    }

    /// What people ask for every day stands at hand; the rest is folded by field.
    private static let usualMaximum = 10

    private var usualOnes: [Counter.Choice] {
        Array(choices.procedures.prefix(Self.usualMaximum).prefix { $0.received > 0 })
    }

    @HTMLBuilder private var usual: HTML {
        if !usualOnes.isEmpty { table(usualOnes, frame.text("counter.usual")) }
    }

    private var rest: HTML {
        let others = choices.procedures.dropFirst(usualOnes.count)
        let fields = Dictionary(grouping: others, by: \.field).sorted { $0.key < $1.key }
        let title = usualOnes.isEmpty ? "counter.allByField" : "counter.byField"
        return Piece.part(frame.text(title), id: "by-field") {
            for (name, procedures) in fields {
                Piece.unfolding("\(name) (\(procedures.count))", isOpen: fields.count == 1) {
                    table(procedures, name, isCaptionHidden: true)
                }
            }
        }
    }

    private func way(to choice: Counter.Choice) -> Link {
        var link: Link = "/counter/\(choice.code)"
        if let ticket { link = link.adding("ticket", String(ticket)) }
        return copy.isEmpty ? link : link.adding("copy", copy)
    }

    private func table(
        _ procedures: [Counter.Choice], _ caption: String, isCaptionHidden: Bool = false
    ) -> HTML {
        stackedTable(
            TableCaption(caption, isHidden: isCaptionHidden), class: "work choices",
            columns: [
                TableColumn(frame.text("counter.procedure")),
                TableColumn(frame.text("counter.field")),
                TableColumn(frame.text("processes.column.term")),
                TableColumn(frame.text("counter.lately"), cellClass: "r"),
            ],
            rows: procedures.map { choice in
                TableRow([
                    TableCell {
                        a(.href(way(to: choice))) { choice.title }
                        " "
                        small { Piece.code(choice.code) }
                    },
                    TableCell(choice.field),
                    TableCell(
                        Term(choice.term).map { frame.say($0.phrase) }
                            ?? frame.text("dossier.noTerm")),
                    choice.received == 0 ? .empty : TableCell(frame.number(choice.received)),
                ])
            })
    }
}

/// The intake of one procedure.
struct CounterIntakeView {
    let intake: Counter.Intake
    let frame: Site.Frame
    var refusal: (any Refusal)?
    /// What was entered when it was refused: nothing typed is lost.
    var entered: Site.Form?
    var ticket: Int?
    /// An earlier dossier of the same person: the code that was typed, and what it lent.
    var copy = ""
    var copied: Counter.Copy?
    var copyRefusal: Counter.Rejection?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.page(title: lead + intake.version.title, section: .counter) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.counter"), "/counter"),
                    Piece.Place(intake.version.title),
                ])
            Piece.head(intake.version.title) { frame.text("counter.required") }
            frame.turn(of: ticket)
            if let refusal {
                Piece.errors(
                    frame.text("counter.errors"),
                    refusal.mistakes.isEmpty
                        ? [
                            Piece.Mistake(
                                frame.say(refusal.sentence), fieldID: refusal.field.map(fieldID))
                        ] : frame.lines(of: refusal.mistakes, id: \.input))
            }
            if entered == nil {
                CounterCopyView(
                    process: intake.version.code.rawValue, copy: copy, copied: copied,
                    refusal: copyRefusal, ticket: ticket, frame: frame
                ).html
            }
            div(.class("cols")) {
                frame.commandForm(
                    to: "/counter/\(intake.version.code.rawValue)", class: "form long"
                ) {
                    if let ticket { Piece.hiddenField("ticket", String(ticket)) }
                    CounterFields(
                        intake: intake, frame: frame, refusal: refusal,
                        entered: entered, copied: copied
                    ).html
                    CounterLateFields(frame: frame, refusal: refusal, entered: entered).html
                    Piece.acts { Piece.submit(frame.text("counter.go"), .main) }
                }
                appointment
            }
        }
    }

    /// The list of papers has no single field; the first box stands for it.
    private func fieldID(_ name: String) -> String { name == "papers" ? "paper.0" : name }

    private var appointment: HTML {
        Piece.sidePanel(frame.text("counter.appointment"), id: "appointment") {
            if let explanation = intake.explanation {
                p(.class("appoint")) {
                    Piece.moment(
                        frame.text(
                            "counter.before", frame.day(explanation.due.day),
                            frame.clock(explanation.due)), machine: explanation.due.text)
                }
                for line in explanation.lines {
                    p {
                        strong { frame.text("rule.\(line.rule.rawValue)") }
                        br()
                        frame.say(line.sentence)
                        " "
                        small { frame.say(line.article) }
                    }
                }
            } else {
                p { frame.text("dossier.noTerm") }
            }
            if let next = intake.next {
                h3 { frame.text("counter.next") }
                p(.class("note")) { frame.text("counter.nextPerson", next.name, next.unit) }
            }
        }
    }
}

extension Site.Frame {
    /// Whose turn it is at the window, from the queue.
    @HTMLBuilder func turn(of ticket: Int?) -> HTML {
        if let ticket {
            Piece.notice(.hand, text("queue.turn", Queues.text(of: ticket))) {
                a(.href("/queue")) { text("queue.back") }
            }
        }
    }
}
