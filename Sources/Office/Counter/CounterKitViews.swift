// The kit as it is printed: the block of numbers first, then a blank form for each procedure.

import HTML
import WorkTime

struct CounterKitView {
    let kit: Counter.Kit
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("kit.title"), section: .counter) {
            div(.class("noprint")) {
                Piece.crumbs(
                    label: frame.text("site.path"),
                    [
                        Piece.Place(frame.text("menu.counter"), "/counter"),
                        Piece.Place(frame.text("kit.title")),
                    ])
                Piece.head(frame.text("kit.title")) {
                    frame.text("kit.lead")
                } acts: {
                    Piece.printButton(frame.text("site.print"), .main)
                    Piece.act(frame.text("counter.title"), "/counter")
                }
                choice
                ol {
                    for step in ["print", "fill", "number", "enter", "keep"] {
                        li { frame.text("kit.step.\(step)") }
                    }
                }
            }
            block
            for (index, form) in kit.forms.enumerated() { blank(form, index) }
        }
    }

    private var choice: HTML {
        form(.class("filter"), .action("/counter/offline-kit")) {
            label {
                frame.text("kit.day")
                " "
                input(.type(.date), .name("day"), .value(kit.day.text))
            }
            label {
                frame.text("queue.myWindow")
                " "
                input(
                    .type(.number), .name("window"), .min("1"), .max("\(Counter.kitWindows)"),
                    .value(String(kit.window)))
            }
            Piece.submit(frame.text("reports.show"), .small)
        }
    }

    /// The numbers of the day, each with room for when and what, and the code it gets later.
    private var block: HTML {
        Piece.paper(titleID: "kit-block") {
            p { strong { kit.officeName } }
            h2(.id("kit-block")) { frame.text("kit.block") }
            p { frame.text("kit.blockOf", frame.day(kit.day), String(kit.window)) }
            table(.class("slip")) {
                caption(.class("vh")) { frame.text("kit.block") }
                thead {
                    tr {
                        for key in ["number", "time", "procedure", "code"] {
                            th(.scope(.column)) { frame.text("kit.column.\(key)") }
                        }
                    }
                }
                tbody {
                    for number in kit.numbers {
                        tr {
                            td { Piece.code(number) }
                            td { "" }
                            td { "" }
                            td { "" }
                        }
                    }
                }
            }
        }
    }

    private func blank(_ form: Counter.Kit.Form, _ index: Int) -> HTML {
        Piece.paper(titleID: "kit-form-\(index)") {
            p { strong { kit.officeName } }
            h2(.id("kit-form-\(index)")) { form.title }
            p { frame.text("kit.formNote", form.process) }
            Piece.paperLines(
                [
                    "kit.paperNumber", "kit.receivedAt", "applicant.name", "applicant.identity",
                    "applicant.phone", "applicant.address", "counter.submitter",
                    "applicant.request",
                ].map { line(frame.text($0)) } + form.fields.map(line)
                    + [line(frame.text("dossier.sets")), line(frame.text("dossier.returnWay"))])
            p { strong { frame.text("counter.papers") } }
            ul {
                for paper in form.papers { li { "☐ \(paper): ……" } }
                li { "☐ ………………………………" }
            }
            p {
                frame.text(
                    "kit.term",
                    Term(form.term).map { frame.say($0.phrase) } ?? frame.text("dossier.noTerm"))
            }
            frame.addedLines(kit.receipt)
            Piece.signatures(
                [frame.text("receipt.submitter"), frame.text("receipt.sign"), ""],
                [frame.text("receipt.officer"), frame.text("receipt.sign"), ""])
            if let receipt = kit.receipt {
                p(.class("tail")) { frame.text("kit.official", frame.citation(receipt)) }
            }
        }
    }

    private func line(_ name: String) -> Piece.PaperLine {
        Piece.PaperLine(name + ":") { "………………………………………………" }
    }
}
