// One field of a process's form, as an input of its type.

import HTML
import ProcessModel

struct FormFieldView {
    let field: FormField
    let frame: Site.Frame
    /// What was entered so far.
    let form: Site.Form
    let id: String
    var error: String?
    /// Wards to choose from; another can be typed.
    var wards: [String] = []
    /// Where all fields stand on one page: labels for the words that say when this one counts.
    var labels: [String: String]?
    /// The browser may fill in what it knows of the person at the keyboard.
    var isOwn = false
    /// What else is said of it, such as where its answer came from.
    var note: String?

    var html: HTML {
        switch field.type {
        case .address, .table, .signature, .file: FormPartView(view: self).html
        default: single
        }
    }

    /// A field that may not count is not demanded by the browser: the server asks again.
    var optional: String? {
        if field.condition != nil, labels != nil { return onlyIf }
        return field.required ? nil : frame.text("word.optional")
    }

    private var onlyIf: String? {
        guard let condition = field.condition, let labels else { return nil }
        return frame.text("form.onlyIf", frame.say(condition.phrase(labels: labels)))
    }

    var piece: Piece.Field {
        Piece.Field(
            field.input, field.label, width: width, optional: optional,
            hint: hints.isEmpty ? nil : hints.joined(separator: " "), error: error, id: id)
    }

    private var width: Piece.Field.Width {
        switch field.type {
        case .longText, .address, .table, .signature: .six
        default: .three
        }
    }

    private var hints: [String] { [hint, note].compactMap { $0 } }

    private var hint: String? {
        switch field.type {
        case .money: frame.text("form.hint.money")
        case .identity(let oldCards):
            frame.text(oldCards ? "form.hint.identityOld" : "form.hint.identity")
        case .phone: frame.text("form.hint.phone")
        case .email: frame.text("form.hint.email")
        case .longText: frame.text("form.hint.longText", frame.number(FieldType.longTextMaximum))
        case .file: frame.text("form.hint.file")
        case .number: field.unit.map { frame.text("form.hint.unit", $0) }
        case .table(let table):
            frame.text("form.hint.table", String(table.minimum), String(table.maximum))
        default: nil
        }
    }

    private var value: String { form[field.input] }

    private var single: HTML {
        switch field.type {
        case .number: line(.inputmode("decimal"))
        case .date: Piece.dateField(piece, value: value)
        case .boolean:
            Piece.selectField(
                piece,
                [
                    Piece.Choice("true", frame.text("word.yes")),
                    Piece.Choice("false", frame.text("word.no")),
                ], chosen: value, none: frame.text("word.choose"))
        case .choice(let choices):
            Piece.selectField(
                piece, choices.map { Piece.Choice($0, $0) }, chosen: value,
                none: frame.text("word.choose"))
        case .money: line(.inputmode("numeric"), .autocomplete("off"), .maxlength(30))
        case .identity: line(.inputmode("numeric"), .autocomplete("off"), .maxlength(20))
        case .phone: line(type: .tel, .autocomplete(isOwn ? "tel" : "off"), .maxlength(20))
        case .email: line(type: .email, .autocomplete(isOwn ? "email" : "off"), .maxlength(254))
        case .longText:
            Piece.textArea(piece, value: value, rows: 6, .maxlength(FieldType.longTextMaximum))
        default: line(.maxlength(500))
        }
    }

    private func line(type: InputType = .text, _ more: Attribute...) -> HTML {
        Piece.textField(piece, value: value, type: type, .all(more))
    }
}
