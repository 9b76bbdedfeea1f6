// One procedure, part by part as the law lists them.

import HTML
import ProcessModel
import WorkTime

struct ProcedureView {
    let page: Procedures.Page
    let frame: Site.Frame

    private var sheet: Procedures.Sheet { page.sheet }

    var html: HTML {
        frame.page(title: page.title, section: .procedures, bodyClass: "public") {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.procedures"), "/procedures"),
                    .init(page.title),
                ])
            Piece.head(page.title) {
                page.field
                if !sheet.nationalCode.isEmpty {
                    " · "
                    frame.text("procedure.nationalCode", sheet.nationalCode)
                    mark(.nationalCode)
                }
            } acts: {
                if frame.viewer?.has(.processes) ?? false {
                    Piece.act(
                        frame.text("procedure.newIssue"), "/procedures/\(sheet.code.rawValue)/issue"
                    )
                }
            }
            lead
            part("steps") { steps }
            part("manner") { manner }
            part("components", .components) { components }
            part("term", .term) { term }
            part("subjects") { list(sheet.subjects.map { frame.text("subject.\($0.rawValue)") }) }
            part("agency") { p { page.agency } }
            if !page.forms.isEmpty { part("forms") { list(page.forms) } }
            if !sheet.results.isEmpty { part("results", .results) { list(sheet.results) } }
            if !sheet.conditions.isEmpty || sheet.requiresPresence {
                part("conditions", .conditions) { conditions }
            }
            part("fees", .fees) { fees }
            if !page.legalBasis.isEmpty { part("basis") { list(page.legalBasis) } }
            p(.class("note")) {
                frame.text("procedure.issue", String(page.issue), frame.day(page.effective))
                if !sheet.unconfirmed.isEmpty || hasUnconfirmedRows {
                    " "
                    frame.text("procedure.unconfirmedNote")
                }
            }
        }
    }

    /// The two things people come for: how long, and how to begin.
    private var lead: HTML {
        section(.class("lead"), .aria("label", frame.text("procedure.short"))) {
            p(.class("hint")) { frame.text("procedure.part.term") }
            p(.class("appoint")) { termWords }
            if sheet.isOnline {
                p {
                    a(.classes("btn", "main"), .href("/file/\(sheet.code.rawValue)")) {
                        frame.text("procedure.file")
                    }
                }
            } else {
                p { frame.text("procedure.counterOnly") }
            }
        }
    }

    private var termWords: String {
        page.term.map { frame.say($0.phrase) } ?? frame.text("dossier.noTerm")
    }

    private func part(
        _ key: String, _ fact: Procedures.Part? = nil, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        section(.class("section"), .aria("labelledby", "part-\(key)")) {
            h2(.id("part-\(key)")) {
                frame.text("procedure.part.\(key)")
                if let fact { mark(fact) }
            }
            content()
        }
    }

    /// What no text has confirmed says so, in words.
    @HTMLBuilder private func mark(_ fact: Procedures.Part) -> HTML {
        if sheet.unconfirmed.contains(fact) { unconfirmed }
    }

    @HTMLBuilder private var unconfirmed: HTML {
        " "
        small(.class("guess")) { frame.text("procedure.unconfirmed") }
    }

    private var hasUnconfirmedRows: Bool {
        page.fees.contains { !$0.isConfirmed } || sheet.terms.contains { !$0.isConfirmed }
    }

    private var steps: HTML {
        ol(.class("plain")) {
            for step in page.steps {
                li {
                    step.title
                    if !step.unit.isEmpty {
                        " "
                        span(.class("hint")) { step.unit }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var manner: HTML {
        list(
            sheet.channels.map { channel in
                let name = frame.text("procedure.channel.\(channel.rawValue)")
                guard channel == .online, let level = sheet.onlineLevel else { return name }
                return "\(name): \(frame.text("onlineLevel.\(level.rawValue)"))"
            })
        p {
            frame.text(
                "procedure.returns",
                sheet.returnWays.map { inSentence(frame.text("returnWay.\($0.rawValue)")) }
                    .joined(separator: ", "))
        }
    }

    /// A name that stands inside a sentence begins with a small letter.
    private func inSentence(_ name: String) -> String {
        name.prefix(1).lowercased() + name.dropFirst()
    }

    @HTMLBuilder private var components: HTML {
        if page.components.isEmpty {
            p { frame.text("procedure.noComponents") }
        } else {
            list(page.components)
            p(.class("hint")) { frame.text("procedure.sets") }
        }
    }

    @HTMLBuilder private var term: HTML {
        p { termWords }
        if !sheet.terms.isEmpty {
            ul(.class("plain")) {
                for row in sheet.terms {
                    li {
                        frame.text(
                            row.isExtension ? "procedure.termExtra" : "procedure.termInstead",
                            row.when, frame.say(row.term.phrase))
                        basis(row.basis)
                        if !row.isConfirmed { unconfirmed }
                    }
                }
            }
        }
        p(.class("hint")) { frame.text("procedure.termHint") }
    }

    @HTMLBuilder private var conditions: HTML {
        if sheet.requiresPresence { p { frame.text("procedure.presence") } }
        list(sheet.conditions)
    }

    @HTMLBuilder private var fees: HTML {
        if page.fees.isEmpty {
            p { frame.text("procedure.noFees") }
        } else {
            stackedTable(
                TableCaption(frame.text("procedure.part.fees"), isHidden: true),
                columns: ["when", "amount", "basis"].map {
                    TableColumn(frame.text("procedure.fee.\($0)"))
                },
                rows: page.fees.map(feeRow))
        }
    }

    private func feeRow(_ fee: Procedures.Fee) -> TableRow {
        TableRow([
            TableCell { Piece.twoVoices(feeCase(fee), feeSpan(fee)) },
            TableCell {
                amount(fee)
                if !fee.isConfirmed { unconfirmed }
            },
            fee.basis.isEmpty ? .empty : TableCell(fee.basis),
        ])
    }

    private func feeCase(_ fee: Procedures.Fee) -> String {
        let channel = fee.channel.map { frame.text("procedure.channel.\($0.rawValue)") }
        let words = [fee.when, channel ?? ""].filter { !$0.isEmpty }
        return words.isEmpty ? frame.text("procedure.fee.usual") : words.joined(separator: ", ")
    }

    private func feeSpan(_ fee: Procedures.Fee) -> String? {
        let words = [
            fee.from.map { frame.text("procedure.fee.from", $0.civil.officeText) },
            fee.through.map { frame.text("procedure.fee.through", $0.civil.officeText) },
        ].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private func amount(_ fee: Procedures.Fee) -> String {
        if fee.amount == 0 { return frame.text("procedure.fee.none") }
        let amount = frame.text("word.dong", frame.number(fee.amount))
        return fee.per.isEmpty ? amount : "\(amount)/\(fee.per)"
    }

    @HTMLBuilder private func basis(_ text: String) -> HTML {
        if !text.isEmpty {
            " "
            span(.class("hint")) { text }
        }
    }

    private func list(_ lines: [String]) -> HTML {
        ul(.class("plain")) { for line in lines { li { line } } }
    }
}
