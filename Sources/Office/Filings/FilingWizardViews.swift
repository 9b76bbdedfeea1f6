// The citizen's pages: what is needed, one question, all answers, the number.

import Engine
import HTML
import ProcessModel
import WorkTime

/// Before the first question: what one needs and how long it takes.
struct FilingStartView {
    let wizard: Filings.Wizard
    let frame: Site.Frame
    var prefill: Prefills.Offer?

    var html: HTML {
        frame.filingPage(wizard.page.title, of: wizard.process) {
            Piece.head(wizard.page.title) { frame.text("filing.startLead") }
            section(.class("lead"), .aria("label", frame.text("procedure.part.term"))) {
                p(.class("hint")) { frame.text("procedure.part.term") }
                p(.class("appoint")) {
                    wizard.page.term.map { frame.say($0.phrase) }
                        ?? frame.text("dossier.noTerm")
                }
            }
            Piece.part(frame.text("filing.need"), id: "need") {
                ul(.class("plain")) { for paper in wizard.offer.components { li { paper } } }
                p(.class("hint")) { frame.text("filing.needHint") }
            }
            if let draft = wizard.draft, draft.filing == nil, !draft.answers.seen.isEmpty {
                Piece.notice(.wait, frame.text("filing.resume"))
                p {
                    a(.classes("btn", "main"), .href(next(after: draft.answers))) {
                        frame.text("filing.goOn")
                    }
                }
            }
            frame.commandForm(to: "/file/\(wizard.process.rawValue)", class: "form") {
                if let prefill { PrefillOfferView(offer: prefill, frame: frame).html }
                Piece.acts { Piece.submit(frame.text("filing.begin"), .main) }
            }
            if prefill == nil, !wizard.offer.contacts.channels.isEmpty {
                p(.class("note")) {
                    frame.text("prefill.elsewhere")
                    " "
                    a(.href("/my/prefill")) { frame.text("prefill.title") }
                }
            }
            p(.class("note")) { frame.text("filing.kept", String(Filings.draftDays)) }
        }
    }

    private func next(after answers: Filings.Answers) -> Link {
        let id = wizard.offer.next(after: answers)?.id ?? "review"
        return "/file/\(wizard.process.rawValue)/\(id)"
    }
}

/// One question.
struct FilingQuestionView {
    let wizard: Filings.Wizard
    let question: Filings.Question
    let frame: Site.Frame
    var refusal: Filings.Rejection?
    var entered: Site.Form?

    var html: HTML {
        let lead = refusal == nil ? "" : frame.text("site.error") + " "
        return frame.filingPage(lead + title, of: wizard.process) {
            p(.class("hint")) {
                frame.text("filing.step", String(number), String(wizard.questions.count))
            }
            h1 { title }
            if let refusal {
                Piece.errors(
                    frame.text("filing.mend"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            frame.commandForm(
                to: "/file/\(wizard.process.rawValue)/\(question.id)", class: "form"
            ) {
                inputs
                Piece.acts {
                    Piece.submit(frame.text("filing.next"), .main)
                    Piece.act(frame.text("filing.back"), back)
                }
            }
        }
    }

    private var number: Int {
        (wizard.questions.firstIndex(of: question) ?? 0) + 1
    }

    private var back: Link {
        number < 2
            ? "/file/\(wizard.process.rawValue)"
            : "/file/\(wizard.process.rawValue)/\(wizard.questions[number - 2].id)"
    }

    private var title: String { frame.title(of: question) }

    private var inputs: HTML {
        let form = entered ?? wizard.answers.form
        return FilingInputs(wizard: wizard, frame: frame, form: form, refusal: refusal)
            .html(of: question)
    }
}

/// The inputs of a question.
struct FilingInputs {
    let wizard: Filings.Wizard
    let frame: Site.Frame
    let form: Site.Form
    let refusal: Filings.Rejection?

    @HTMLBuilder func html(of question: Filings.Question) -> HTML {
        switch question {
        case .office:
            Piece.radioField(
                field("office", "filing.office"),
                zip(wizard.offer.offices, wizard.officeNames).map { .init($0.rawValue, $1) },
                chosen: form["office"])
        case .person:
            text("name", "applicant.name", autocomplete: "name")
            identity
            Piece.radioField(
                field("behalf", "filing.behalf", hint: "filing.behalfHint"),
                ["self", "other"].map { .init($0, frame.text("filing.behalf.\($0)")) },
                chosen: form["behalf"] == "other" ? "other" : "self")
            text("filerName", "filer.name", autocomplete: "name", isOptional: true)
            text("filerIdentity", "filer.identity", isOptional: true)
            text("filerPhone", "filer.phone", type: .tel, autocomplete: "tel", isOptional: true)
            text("filerRelation", "filer.relation", isOptional: true, hint: "filer.relationHint")
        case .contact:
            text(
                "phone", "applicant.phone", type: .tel, autocomplete: "tel",
                hint: "filing.phoneHint")
            text("email", "applicant.email", type: .email, autocomplete: "email", isOptional: true)
            Piece.radioField(
                field("notices", "notice.choice", hint: "notice.choiceHint"),
                frame.noticeChoices, chosen: chosenNotices)
        // A page of its own, which sends and takes a code.
        case .proof: HTML()
        case .address:
            text("address", "applicant.address", autocomplete: "street-address", isOptional: true)
            Piece.textArea(
                field("request", "applicant.request", isOptional: true), value: form["request"],
                rows: 3, .maxlength(Filings.textMaximum))
        case .field(let formField): formInput(formField)
        case .papers:
            Piece.checkField(
                field("paper", "filing.papers", hint: "filing.papersHint"),
                wizard.offer.components.map { .init($0, $0) }, chosen: Set(form.all("paper")))
        // Has a page of its own, for its form sends files.
        case .files: HTML()
        case .returnWay:
            Piece.radioField(
                field("returnWay", "dossier.returnWay"),
                wizard.offer.sheet.returnWays.map {
                    .init($0.rawValue, frame.text("returnWay.\($0.rawValue)"))
                }, chosen: form["returnWay"])
        }
    }

    /// A number that was filled in is not shown: it is kept while nothing else is typed.
    @HTMLBuilder private var identity: HTML {
        if let filled = wizard.answers.prefill, let number = filled.values["identity"] {
            Piece.textField(
                field(
                    "identity", "applicant.identity", isOptional: true,
                    hint: "filing.identityHint"),
                value: form["identity"] == number ? "" : form["identity"], .autocomplete("off"),
                .maxlength(300))
            Piece.checkBox(
                .init(
                    "keepIdentity",
                    frame.text("prefill.keepIdentity", Dossiers.masked(number)),
                    hint: frame.prefilled(filled)),
                isChecked: form["identity"] == number || form["keepIdentity"] == Prefills.tick)
        } else {
            text("identity", "applicant.identity", isOptional: true, hint: "filing.identityHint")
        }
    }

    /// Where an answer came from that stands as it was filled in.
    private func mark(_ name: String) -> String? {
        guard let filled = wizard.answers.prefill, let value = filled.values[name],
            form[name] == value
        else { return nil }
        return frame.prefilled(filled)
    }

    private var chosenNotices: String {
        form["notices"].isEmpty ? Notices.Choice.usual.word : form["notices"]
    }

    private func formInput(_ formField: FormField) -> HTML {
        let isWrong = refusal?.field == formField.input
        return FormFieldView(
            field: formField, frame: frame, form: form, id: formField.input,
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil,
            wards: wizard.offer.wards, isOwn: true, note: mark(formField.input)
        ).html
    }

    private func text(
        _ name: String, _ key: String, type: InputType = .text, autocomplete: String = "off",
        isOptional: Bool = false, hint: String? = nil
    ) -> HTML {
        Piece.textField(
            field(name, key, isOptional: isOptional, hint: hint), value: form[name], type: type,
            .autocomplete(autocomplete), .maxlength(300))
    }

    private func field(
        _ name: String, _ key: String, isOptional: Bool = false, hint: String? = nil
    ) -> Piece.Field {
        let hints = [hint.map { frame.text($0) }, name == "identity" ? nil : mark(name)]
            .compactMap { $0 }
        return .init(
            name, frame.text(key), optional: isOptional ? frame.text("word.optional") : nil,
            hint: hints.isEmpty ? nil : hints.joined(separator: " "),
            error: refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil)
    }
}

/// All answers, each with the way back to it.
struct FilingReviewView {
    let wizard: Filings.Wizard
    let frame: Site.Frame

    var html: HTML {
        frame.filingPage(frame.text("filing.review"), of: wizard.process) {
            Piece.head(frame.text("filing.review")) { wizard.page.title }
            dl(.class("review")) {
                for question in wizard.questions {
                    div {
                        dt { frame.title(of: question) }
                        dd {
                            for line in lines(of: question) { p { line } }
                        }
                        dd(.class("way")) {
                            a(
                                .href("/file/\(wizard.process.rawValue)/\(question.id)"),
                                .aria(
                                    "label",
                                    frame.text("filing.changeNamed", frame.title(of: question)))
                            ) { frame.text("filing.change") }
                        }
                    }
                }
            }
            if let filled = wizard.answers.prefill, !filled.values.isEmpty {
                p(.class("note")) { frame.prefilled(filled) }
            }
            p { frame.text("filing.promise") }
            frame.commandForm(
                to: "/file/\(wizard.process.rawValue)/review", class: "form"
            ) {
                Piece.acts { Piece.submit(frame.text("filing.send"), .main) }
            }
        }
    }

    /// One that was filled in, and never typed here, stays masked.
    private var identity: String {
        let number = wizard.answers.form["identity"]
        return wizard.answers.prefill?.hasIdentity == true ? Dossiers.masked(number) : number
    }

    private func lines(of question: Filings.Question) -> [String] {
        let form = wizard.answers.form
        let lines: [String] =
            switch question {
            case .office:
                zip(wizard.offer.offices, wizard.officeNames)
                    .filter { $0.0.rawValue == form["office"] }.map(\.1)
            case .papers: form.all("paper")
            case .files: wizard.files.map { "\($0.paper): \($0.name)" }
            case .returnWay: [frame.text("returnWay.\(form["returnWay"])")]
            case .field(let field):
                [
                    wizard.submission.value(of: field).map { frame.shown($0.text, in: field) }
                        ?? ""
                ]
            case .proof: [frame.shownContact(wizard.shownAddress?.channel)]
            case .contact:
                [form["phone"], form["email"]]
                    + (Notices.Choice(word: form["notices"]).map {
                        [frame.text("notice.choice.\($0.word)")]
                    } ?? [])
            case .person:
                [form["name"], identity]
                    + (form["behalf"] == "other"
                        ? [frame.text("filing.behalf.other")]
                            + ["filerName", "filerIdentity", "filerPhone", "filerRelation"].map {
                                form[$0]
                            } : [])
            case .address: question.inputs.map { form[$0.name] }
            }
        let filled = lines.filter { !$0.isEmpty }
        return filled.isEmpty ? [frame.text("filing.nothing")] : filled
    }
}

/// The number, and what happens now.
struct FilingReceiptView {
    let receipt: Filings.Receipt
    let process: ProcessCode
    let frame: Site.Frame

    var html: HTML {
        frame.filingPage(frame.text("filing.done"), of: process) {
            Piece.head(frame.text("filing.done")) { receipt.title }
            section(.class("lead"), .aria("label", frame.text("filing.number"))) {
                p(.class("hint")) { frame.text("filing.number") }
                p(.class("appoint")) { Piece.code(receipt.filing) }
                p { frame.text("filing.sentTo", receipt.office, frame.moment(receipt.submittedAt)) }
            }
            Piece.part(frame.text("filing.now"), id: "now") {
                ol(.class("plain")) {
                    li { frame.text("filing.now.check") }
                    li { frame.text("filing.now.accept") }
                    li { frame.text("filing.now.ask") }
                }
            }
            Piece.acts {
                Piece.printButton(frame.text("filing.print"))
                Piece.act(frame.text("filing.sheet"), "/file/\(process.rawValue)/sheet")
                Piece.act(frame.text("paper.pdf"), "/file/\(process.rawValue)/sheet.pdf")
                Piece.act(
                    frame.text("filing.follow"), Link("/track").adding("code", receipt.filing))
            }
            p(.class("note")) { frame.text("filing.keep") }
        }
    }
}

extension Site.Frame {
    /// The page of the wizard, with the way back to the procedure.
    func filingPage(
        _ title: String, of process: ProcessCode, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        page(title: title, section: .procedures, bodyClass: "public") {
            Piece.crumbs(
                label: text("site.path"),
                [
                    .init(text("menu.procedures"), "/procedures"),
                    .init(text("filing.procedure"), "/procedures/\(process.rawValue)"),
                    .init(text("filing.title")),
                ])
            content()
        }
    }

    fileprivate func title(of question: Filings.Question) -> String {
        switch question {
        case .field(let field): field.label
        default: text("filing.question.\(question.id)")
        }
    }

    /// A value of a field as people say it.
    fileprivate func shown(_ value: String, in field: FormField) -> String {
        switch field.type {
        case .boolean where !value.isEmpty: text(value == "true" ? "word.yes" : "word.no")
        case .date: DayNumber(value).map(day) ?? value
        case .file: text("form.file.\(value)")
        default: field.type.shown(value)
        }
    }
}
