// The fields of the intake, in the order in which the officer asks.

import HTML
import ProcessModel

struct CounterFields {
    let intake: Counter.Intake
    let frame: Site.Frame
    let refusal: (any Refusal)?
    let entered: Site.Form?
    var copied: Counter.Copy?

    @HTMLBuilder var html: HTML {
        h2 { frame.text("counter.person") }
        Piece.textField(
            field("name", "applicant.name", .three), value: value("name"), .autocomplete("off"),
            .maxlength(200), .if(refusal == nil, .autofocus))
        Piece.textField(
            field("identity", "applicant.identity", .three, isOptional: true),
            value: value("identity"), .autocomplete("off"), .maxlength(20))
        Piece.textField(
            field("phone", "applicant.phone", .two, isOptional: true), value: value("phone"),
            type: .tel, .autocomplete("off"))
        Piece.textField(
            field("address", "applicant.address", .four, isOptional: true),
            value: value("address"), .autocomplete("off"), .maxlength(300))
        Piece.textField(
            field("submitter", "counter.submitter", .three, isOptional: true),
            value: value("submitter"), .autocomplete("off"), .maxlength(200))
        Piece.textField(
            field("filerRelation", "filer.relation", .three, isOptional: true),
            value: value("filerRelation"), .autocomplete("off"), .maxlength(200))
        Piece.textField(
            field("filerIdentity", "filer.identity", .three, isOptional: true),
            value: value("filerIdentity"), .autocomplete("off"), .maxlength(20))
        Piece.textField(
            field("filerPhone", "filer.phone", .three, isOptional: true),
            value: value("filerPhone"), type: .tel, .autocomplete("off"))
        Piece.textField(
            field("email", "applicant.email", .three, isOptional: true), value: value("email"),
            type: .email, .autocomplete("off"))
        h2 { frame.text("counter.dossier") }
        Piece.textArea(
            field("request", "applicant.request", .six, isOptional: true),
            value: value("request"), rows: 2, .maxlength(2000))
        for formField in intake.fields {
            FormFieldView(
                field: formField, frame: frame, form: entered ?? Site.Form(pairs: []),
                id: formField.input, error: frame.error(of: formField, in: refusal?.mistakes ?? []),
                wards: intake.wards, labels: intake.fields.labels
            ).html
        }
        papers
        Piece.textField(
            field("sets", "dossier.sets", .three), value: value("sets", "1"), type: .number,
            .min("1"), .max("99"))
        Piece.textField(
            field("fee", "counter.fee", .three, isOptional: true), value: value("fee"),
            .inputmode("numeric"))
        Piece.selectField(
            field("returnWay", "dossier.returnWay", .three),
            Dossiers.ReturnWay.allCases.map {
                Piece.Choice($0.rawValue, frame.text("returnWay.\($0.rawValue)"))
            }, chosen: value("returnWay", "counter"))
        Piece.selectField(
            field("channel", "register.channel", .three),
            Dossiers.Channel.allCases.map {
                Piece.Choice($0.rawValue, frame.text("channel.\($0.rawValue)"))
            }, chosen: value("channel", "counter"))
    }

    private func value(_ name: String, _ usual: String = "") -> String {
        entered.map { $0[name] } ?? copied?.value(name) ?? usual
    }

    private func field(
        _ name: String, _ key: String, _ width: Piece.Field.Width, isOptional: Bool = false
    ) -> Piece.Field {
        let isWrong = refusal?.field == name
        return Piece.Field(
            name, frame.text(key), width: width,
            optional: isOptional ? frame.text("word.optional") : nil,
            error: isWrong ? refusal.map { frame.say($0.sentence) } : nil)
    }

    private var papers: HTML {
        fieldset(.if(refusal?.field == "papers", .class("bad"))) {
            legend { frame.text("counter.papers") }
            table(.class("checks")) {
                caption(.class("vh")) { frame.text("dossier.papers") }
                thead {
                    tr {
                        th(.scope(.column)) { frame.text("counter.has") }
                        th(.scope(.column)) { frame.text("dossier.paper") }
                        th(.scope(.column)) { frame.text("dossier.copies") }
                    }
                }
                tbody {
                    for (index, name) in intake.version.components.enumerated() {
                        paperRow(index, name)
                    }
                }
            }
            Piece.textArea(
                Piece.Field(
                    "otherPapers", frame.text("counter.otherPapers"),
                    optional: frame.text("word.optional"), hint: frame.text("counter.otherHint")),
                value: value("otherPapers"), rows: 2)
        }
    }

    private func paperRow(_ index: Int, _ name: String) -> HTML {
        tr {
            td {
                input(
                    .type(.checkbox), .id("paper.\(index)"), .name("paper.\(index)"),
                    .value("1"), .aria("label", frame.text("counter.hasPaper", name)),
                    .if(value("paper.\(index)") == "1", .checked))
            }
            th(.scope(.row)) { label(.for("paper.\(index)")) { name } }
            td {
                input(
                    .type(.number), .name("copies.\(index)"), .min("1"), .max("99"),
                    .value(value("copies.\(index)", "1")),
                    .aria("label", frame.text("counter.copiesOf", name)))
            }
        }
    }
}
