// The form with which a sheet is issued anew.

import HTML
import ProcessModel
import WorkTime

struct ProcedureIssueView {
    let form: Procedures.SheetForm
    let frame: Site.Frame
    var entered: Site.Form?
    var refusal: Procedures.Rejection?

    private var sheet: Procedures.Sheet { form.sheet }
    private var link: Link { "/procedures/\(sheet.code.rawValue)" }

    var html: HTML {
        let title = frame.text("procedure.newIssueOf", form.title)
        return frame.page(title: title, section: .processes) {
            Piece.crumbs(
                label: frame.text("site.path"),
                [
                    .init(frame.text("menu.procedures"), "/procedures"),
                    .init(form.title, form.issue > 0 ? link : nil),
                    .init(frame.text("procedure.newIssue")),
                ])
            Piece.head(title) {
                frame.text("procedure.issueNumber", String(form.issue + 1))
            }
            if let refusal {
                Piece.errors(
                    frame.text("site.refused"),
                    [.init(frame.say(refusal.sentence), fieldID: refusal.field)])
            }
            frame.commandForm(
                to: "/procedures/\(sheet.code.rawValue)/issue", class: "form long"
            ) {
                facts
                choices
                tables
                Piece.acts { Piece.submit(frame.text("procedure.issueIt"), .main) }
            }
        }
    }

    @HTMLBuilder private var facts: HTML {
        Piece.dateField(
            .init("effective", frame.text("procedure.effective"), error: mistake("effective")),
            value: entered?["effective"] ?? "")
        Piece.textField(
            field("nationalCode", "procedure.nationalCodeField"),
            value: value("nationalCode", sheet.nationalCode), .maxlength(20))
    }

    @HTMLBuilder private var choices: HTML {
        Piece.checkField(
            field("subject", "procedure.part.subjects"),
            options(Procedures.Subject.self, "subject"),
            chosen: chosen("subject", sheet.subjects.map(\.rawValue)))
        Piece.checkField(
            field("channel", "procedure.part.manner"),
            options(Dossiers.Channel.self, "procedure.channel"),
            chosen: chosen("channel", sheet.channels.map(\.rawValue)))
        Piece.selectField(
            field("onlineLevel", "procedure.onlineLevel"),
            options(Procedures.OnlineLevel.self, "onlineLevel"),
            chosen: value("onlineLevel", sheet.onlineLevel?.rawValue ?? ""),
            none: frame.text("onlineLevel.none"))
        Piece.checkField(
            field("returnWay", "procedure.returnWays"),
            options(Dossiers.ReturnWay.self, "returnWay"),
            chosen: chosen("returnWay", sheet.returnWays.map(\.rawValue)))
        Piece.checkField(
            field("requiresPresence", "procedure.presenceField"),
            [.init("1", frame.text("procedure.presence"))],
            chosen: chosen("requiresPresence", sheet.requiresPresence ? ["1"] : []))
        Piece.checkField(
            field("lifeEvent", "procedures.events"),
            options(Procedures.LifeEvent.self, "lifeEvent"),
            chosen: chosen("lifeEvent", sheet.lifeEvents.map(\.rawValue)))
        Piece.checkField(
            field("unconfirmed", "procedure.unconfirmedField"),
            options(Procedures.Part.self, "procedure.part"),
            chosen: chosen("unconfirmed", sheet.unconfirmed.map(\.rawValue)))
    }

    @HTMLBuilder private var tables: HTML {
        lines("results", "procedure.part.results", sheet.results)
        lines("conditions", "procedure.part.conditions", sheet.conditions)
        lines("keywords", "procedure.keywords", sheet.keywords)
        lines("fees", "procedure.part.fees", sheet.fees.map(\.line), hint: "procedure.feesHint")
        lines("terms", "procedure.terms", sheet.terms.map(\.line), hint: "procedure.termsHint")
    }

    private func lines(
        _ name: String, _ key: String, _ lines: [String], hint: String? = nil
    ) -> HTML {
        Piece.textArea(
            .init(
                name, frame.text(key), optional: frame.text("word.optional"),
                hint: hint.map { frame.text($0) }, error: mistake(name)),
            value: value(name, lines.joined(separator: "\n")), rows: 3)
    }

    private func options<Value: CaseIterable & RawRepresentable>(
        _ type: Value.Type, _ key: String
    ) -> [Piece.Choice] where Value.RawValue == String {
        type.allCases.map { .init($0.rawValue, frame.text("\(key).\($0.rawValue)")) }
    }

    private func field(_ name: String, _ key: String) -> Piece.Field {
        .init(name, frame.text(key), error: mistake(name))
    }

    private func value(_ name: String, _ usual: String) -> String { entered?[name] ?? usual }

    private func chosen(_ name: String, _ usual: [String]) -> Set<String> {
        Set(entered?.all(name) ?? usual)
    }

    private func mistake(_ name: String) -> String? {
        guard let refusal, refusal.field == name else { return nil }
        return frame.say(refusal.sentence)
    }
}
