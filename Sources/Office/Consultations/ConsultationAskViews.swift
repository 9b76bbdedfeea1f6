// The form that asks: question, bodies with their terms, how they are asked.

import Engine
import HTML
import WorkTime

struct ConsultationAskView {
    let page: Consultations.Page
    let frame: Site.Frame
    let refusal: Consultations.Rejection?
    let entered: Site.Form

    /// What was typed stands again, without empty lines in between.
    private var rows: [Consultations.FormRow] {
        let typed = Consultations.rows(of: entered)
        let missing = max(0, Consultations.rowsShown - typed.count)
        return typed + Array(repeating: Consultations.FormRow(), count: missing)
    }

    var html: HTML {
        Piece.part(frame.text("consultation.ask"), id: "ask", look: .panel) {
            if let appointment = page.appointment {
                p(.class("note")) {
                    frame.text("consultation.appointment", frame.moment(appointment))
                }
            }
            frame.commandForm(to: "/dossiers/\(page.dossier)/consultations") {
                Piece.textArea(
                    field("question", hint: frame.text("consultation.questionHint")),
                    value: entered["question"], rows: 4,
                    .maxlength(Consultations.questionMaximum))
                bodies
                Piece.radioField(
                    field("order"),
                    Consultations.Order.allCases.map {
                        .init(
                            $0.rawValue, frame.text("consultation.order.\($0.rawValue)"),
                            hint: frame.text("consultation.orderHint.\($0.rawValue)"))
                    }, chosen: entered["order"].isEmpty ? "parallel" : entered["order"])
                Piece.selectField(
                    field("lead", optional: frame.text("consultation.leadHint")),
                    (1...rows.count).map {
                        .init(String($0), frame.text("consultation.place", String($0)))
                    }, chosen: entered["lead"], none: frame.text("consultation.leadNone"))
                silence
                Piece.checkBox(
                    field("beyond", optional: frame.text("word.optional")),
                    isChecked: !entered["beyond"].isEmpty)
                Piece.acts { Piece.submit(frame.text("consultation.ask"), .main) }
            }
        }
    }

    @HTMLBuilder private var silence: HTML {
        Piece.radioField(
            field("silence"),
            Consultations.Silence.allCases.map {
                .init(
                    $0.rawValue, frame.text("consultation.silence.\($0.rawValue)"),
                    hint: frame.text("consultation.silenceHint.\($0.rawValue)"))
            }, chosen: entered["silence"].isEmpty ? "reported" : entered["silence"])
        Piece.textField(
            field("basis", optional: frame.text("consultation.basisHint")),
            value: entered["basis"], .maxlength(Consultations.documentMaximum))
    }

    /// Most ask one; the others unfold, and stand open once something is typed there.
    @HTMLBuilder private var bodies: HTML {
        body(1, rows[0])
        let others = rows.dropFirst()
        let isWrong = (2...rows.count).contains { place in
            refusal?.field?.hasSuffix(String(place)) ?? false
        }
        Piece.unfolding(
            frame.text("consultation.others"),
            isOpen: isWrong || others.contains { !$0.isEmpty }
        ) {
            for (index, row) in others.enumerated() { body(index + 2, row) }
        }
    }

    /// One body: a unit, or a name, and its term.
    @HTMLBuilder private func body(_ place: Int, _ row: Consultations.FormRow) -> HTML {
        let may = frame.text("word.optional")
        Piece.selectField(
            numbered("unit", place, .three, may),
            page.units.map { .init($0.unit.rawValue, $0.name) }, chosen: row.unit,
            none: frame.text("organisation.choose"))
        Piece.textField(
            numbered("name", place, .three, may), value: row.name,
            .maxlength(Consultations.nameMaximum))
        Piece.textField(
            numbered("amount", place, .three, may), value: row.amount, .inputmode("numeric"))
        Piece.selectField(
            numbered("scale", place, .three, may),
            Consultations.Scale.allCases.map {
                .init($0.rawValue, frame.text("consultation.scale.\($0.rawValue)"))
            }, chosen: row.scale.rawValue)
    }

    private func numbered(
        _ name: String, _ place: Int, _ width: Piece.Field.Width, _ optional: String
    ) -> Piece.Field {
        Piece.Field(
            "\(name)\(place)", frame.text("consultation.field.\(name)", String(place)),
            width: width, optional: optional, error: error("\(name)\(place)"))
    }

    private func field(
        _ name: String, optional: String? = nil, hint: String? = nil
    ) -> Piece.Field {
        Piece.Field(
            name, frame.text("consultation.field.\(name)"), optional: optional, hint: hint,
            error: error(name))
    }

    private func error(_ name: String) -> String? {
        refusal?.field == name ? refusal.map { frame.say($0.sentence) } : nil
    }
}
