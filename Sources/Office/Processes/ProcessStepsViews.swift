// The step table with the sum of its times, and the neighbours of a process.

import HTML
import ProcessModel
import WorkTime

/// One row a step: person, work, responsibility, substitute, time, form, product.
struct ProcessStepsView {
    let sheet: Processes.Sheet
    let frame: Site.Frame

    var html: HTML {
        HTML {
            Piece.part(frame.text("processes.steps"), id: "steps", isHeadingHidden: true) {
                Piece.scrolling(label: frame.text("site.scroll", frame.text("processes.steps"))) {
                    stackedTable(
                        TableCaption(frame.text("processes.steps")),
                        columns: [
                            TableColumn(frame.text("processes.step.number"), labelsHeader: true)
                        ]
                            + [
                                "performer", "work", "accountable", "substitute", "time", "form",
                                "product",
                            ].map { TableColumn(frame.text("processes.step.\($0)")) },
                        rows: sheet.steps.map(row), totals: [total])
                }
                Piece.unfolding(frame.text("processes.sum")) { sum }
            }
        }
    }

    private func row(_ step: Processes.Step) -> TableRow {
        TableRow(
            [
                TableCell(String(step.number)),
                name(step.performer, step, ["performer", "performer-resolves", "unit-matched"]),
                TableCell(class: flaw(step, ["work", "title"])) { work(step) },
                name(step.accountable, step, ["accountable"]),
                name(step.substitute, step, ["substitute"]),
                TableCell(class: flaw(step, ["time", "within-total"])) {
                    Piece.twoVoices(step.time, step.clock)
                },
                step.form.isEmpty
                    ? missing(step, ["form", "form-field"])
                    : TableCell(step.form, class: flaw(step, ["form", "form-field"])),
                step.product.isEmpty
                    ? missing(step, ["product"])
                    : TableCell(step.product, class: flaw(step, ["product"])),
            ], id: "step-\(step.number)")
    }

    private func flaw(_ step: Processes.Step, _ rules: Set<String>) -> String? {
        rules.isDisjoint(with: step.unclear) ? nil : "flaw"
    }

    private var unclear: HTML { Piece.state(.late, frame.text("processes.unclear")) }

    private func missing(_ step: Processes.Step, _ rules: Set<String>) -> TableCell {
        flaw(step, rules) == nil ? .empty : TableCell(class: "flaw") { unclear }
    }

    private func name(
        _ name: ProcessNaming.Name?, _ step: Processes.Step, _ rules: Set<String>
    ) -> TableCell {
        let flaw = flaw(step, rules)
        if name == nil, flaw == nil { return .empty }
        return TableCell(class: flaw) {
            if let name { Piece.twoVoices(name.who, name.unit) }
            if flaw != nil {
                " "
                unclear
            }
        }
    }

    private func work(_ step: Processes.Step) -> HTML {
        let title = step.title.isEmpty ? step.work : step.title
        return HTML {
            title
            if step.work != title, !step.work.isEmpty { small { step.work } }
            for task in step.tasks { small { "– \(task)" } }
            for note in notes(of: step) { small { note } }
        }
    }

    private func notes(of step: Processes.Step) -> [String] {
        var notes: [String] = []
        if !step.cooperating.isEmpty {
            notes.append(
                frame.text(
                    "processes.step.with", step.cooperating.map(\.line).joined(separator: "; ")))
        }
        if step.isConditional { notes.append(frame.text("processes.step.conditional")) }
        if step.marksDone { notes.append(frame.text("processes.step.marksDone")) }
        if step.next.count > 1 {
            notes.append(
                frame.text("processes.step.next", step.next.joined(separator: " / ")))
        }
        if !step.returnsTo.isEmpty {
            notes.append(
                frame.text("processes.step.returns", step.returnsTo.joined(separator: "; ")))
        }
        if step.waived > 0 {
            notes.append(frame.text("processes.step.waived", frame.number(step.waived)))
        }
        return notes
    }

    private var total: TableRow {
        TableRow([
            .empty, .header(colspan: 4) { frame.text("processes.sum.all") },
            TableCell(total(of: sheet.sum)), TableCell(colspan: 2) { verdict },
        ])
    }

    private func total(of sum: Processes.Sum) -> String {
        sum.minutes == 0 && !sum.isComplete ? frame.text("processes.sum.none") : sum.total
    }

    /// How the sum stands to the published limit.
    private var verdict: String {
        let sum = sheet.sum
        guard let limit = sum.limit else { return frame.text("processes.sum.noLimit") }
        if sum.minutes > limit { return frame.text("processes.sum.over", sum.limitWords) }
        if !sum.isComplete { return frame.text("processes.sum.within", sum.limitWords) }
        return frame.text(
            sum.minutes == limit ? "processes.sum.equal" : "processes.sum.under", sum.limitWords)
    }

    private var sum: HTML {
        stackedTable(
            TableCaption(frame.text("processes.sum"), isHidden: true),
            columns: ["title", "time", "standing"].map {
                TableColumn(frame.text("processes.sum.column.\($0)"))
            },
            rows: sheet.sum.lines.map { line in
                TableRow([
                    TableCell(line.title), line.time.isEmpty ? .empty : TableCell(line.time),
                    TableCell(frame.text("processes.sum.standing.\(line.standing)")),
                ])
            })
    }
}

/// What the process calls, what calls it, and what others do as well.
struct ProcessNeighboursView {
    let sheet: Processes.Sheet
    let frame: Site.Frame

    var html: HTML {
        Piece.part(frame.text("processes.neighbours"), id: "neighbours") {
            if sheet.calls.isEmpty, sheet.calledBy.isEmpty, sheet.overlaps.isEmpty {
                p(.class("note")) { frame.text("processes.neighbours.none") }
            }
            ul {
                for call in sheet.calls { neighbour("processes.calls", call) }
                for call in sheet.calledBy { neighbour("processes.calledBy", call) }
                for shared in sheet.overlaps {
                    li {
                        frame.say(shared.explanation)
                        ": "
                        HTML.joined(shared.others.map(link), by: ", ")
                    }
                }
            }
        }
    }

    private func link(_ code: ProcessCode) -> HTML {
        a(.href("/processes/\(code.rawValue)")) { Piece.code(code.rawValue) }
    }

    private func neighbour(_ key: String, _ call: Processes.Neighbour) -> HTML {
        li {
            frame.texts.text(key, frame.language, [call.at])
            " "
            link(call.code)
            " "
            call.title
        }
    }
}
