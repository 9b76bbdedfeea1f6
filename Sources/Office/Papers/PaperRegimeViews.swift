// Which official form a paper follows: on the sheet, beside it for the officer, and all of them.

import HTML
import WorkTime

extension Site.Frame {
    /// Number and document of a form; where it stands in for others that were not found, that too.
    func citation(_ form: Papers.Form) -> String {
        let cited = say(form.citation)
        if form.confidence != .nearest { return cited }
        return text("regime.nearest", cited, Papers.Regime.named(form.regime).document)
    }

    /// Title of the form in capitals, as papers begin.
    /// - Parameter key: Words where the regime has no such form.
    func heading(_ form: Papers.Form?, or key: String) -> String {
        form.map { say($0.title).uppercased() } ?? text(key)
    }

    /// The lines that the office added, as the citizen gets them.
    @HTMLBuilder func addedLines(_ form: Papers.Form?) -> HTML {
        for line in form?.lines ?? [] {
            p { line.way == .text ? say(line.label) : "\(say(line.label)): \(Papers.dots)" }
        }
    }

    /// For the officer alone: the form, how sure we are of it, and which lines nobody has checked.
    @HTMLBuilder func formNote(_ form: Papers.Form?) -> HTML {
        if let form {
            div(.class("noprint")) {
                p(.class("note")) {
                    say(form.citation) + ". "
                    text("regime.confidence.\(form.confidence.rawValue)")
                    " "
                    a(.href("/papers/regimes")) { text("regime.title") }
                }
                if !form.lines.isEmpty {
                    ul {
                        for line in form.lines {
                            li {
                                Piece.state(.soon, text("regime.unverified"))
                                " "
                                say(line.label)
                            }
                        }
                    }
                }
            }
        }
    }
}

struct PaperRegimeView {
    let page: Papers.RegimePage
    let frame: Site.Frame

    var html: HTML {
        frame.page(title: frame.text("regime.title"), section: .dossiers) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    Piece.Place(frame.text("menu.dossiers"), "/dossiers"),
                    Piece.Place(frame.text("regime.title")),
                ])
            Piece.head(frame.text("regime.title")) {
                frame.text("regime.lead")
            } acts: {
                if page.mayWrite { Piece.act(frame.text("regime.lines"), "/papers/fields") }
            }
            for section in page.sections { part(section) }
        }
    }

    private func part(_ section: Papers.RegimePage.Section) -> HTML {
        let regime = section.regime
        return Piece.part(regime.document, id: regime.name.rawValue) {
            if section.isCurrent { Piece.state(.ok, frame.text("regime.current")) }
        } content: {
            p { days(regime) }
            p(.class("note")) { frame.say(regime.source) }
            stackedTable(
                TableCaption(regime.document, isHidden: true), class: "work regimes",
                columns: ["number", "form", "confidence", "fields", "lines"].map {
                    TableColumn(frame.text("regime.column.\($0)"))
                },
                rows: regime.forms.map { row($0, in: section) })
        }
    }

    private func days(_ regime: Papers.Regime) -> String {
        switch (regime.from, regime.until) {
        case (let from?, let until?):
            frame.text("regime.between", frame.date(from), frame.date(until))
        case (let from?, nil): frame.text("regime.since", frame.date(from))
        case (nil, let until?): frame.text("regime.through", frame.date(until))
        case (nil, nil): ""
        }
    }

    private func row(_ form: Papers.Form, in section: Papers.RegimePage.Section) -> TableRow {
        let fields = section.fields.first { $0.form == form.name }?.fields ?? []
        return TableRow([
            TableCell(form.number), TableCell(frame.say(form.title)),
            TableCell {
                Piece.state(
                    form.confidence.isUnconfirmed ? .soon : .ok,
                    frame.text("regime.confidence.\(form.confidence.rawValue)"))
            },
            TableCell {
                Piece.unfolding(
                    frame.text("regime.fields", frame.say(form.title), String(fields.count))
                ) {
                    ul { for field in fields { li { words(field) } } }
                }
            },
            TableCell { lines(form) },
        ])
    }

    private func words(_ field: Papers.Field) -> String {
        let need = field.need == .always ? "" : frame.text("regime.need.\(field.need.rawValue)")
        let standing =
            field.standing == .printed
            ? "" : frame.text("regime.standing.\(field.standing.rawValue)")
        let more = [need, standing].filter { !$0.isEmpty }.joined(separator: "; ")
        return more.isEmpty ? frame.say(field.label) : "\(frame.say(field.label)) (\(more))"
    }

    @HTMLBuilder private func lines(_ form: Papers.Form) -> HTML {
        for line in form.lines {
            frame.say(line.label)
            " "
            small { frame.text("regime.unverified") }
            br()
        }
        if page.mayWrite {
            a(
                .href(Papers.fieldsAddress(of: form.key)),
                .aria(
                    "label",
                    frame.text("regime.editNamed", frame.say(form.title), form.document))
            ) { frame.text("regime.edit") }
        }
    }
}
