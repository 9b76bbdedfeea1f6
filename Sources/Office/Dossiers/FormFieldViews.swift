// One field of a process's form, as an input of its type.

import HTML
import ProcessModel

struct FormFieldView {
    let field: FormField
    let frame: Site.Frame
    let value: String
    let id: String

    var html: HTML {
        let name = "field.\(field.key)"
        let piece = Piece.Field(
            name, field.label, width: .three,
            optional: field.required ? nil : frame.text("word.optional"), id: id)
        switch field.type {
        case .text: return Piece.textField(piece, value: value, .maxlength(500))
        case .number: return Piece.textField(piece, value: value, .inputmode("decimal"))
        case .date: return Piece.dateField(piece, value: value)
        case .boolean:
            return Piece.selectField(
                piece,
                [
                    Piece.Choice("true", frame.text("word.yes")),
                    Piece.Choice("false", frame.text("word.no")),
                ], chosen: value, none: frame.text("word.choose"))
        case .choice(let choices):
            return Piece.selectField(
                piece, choices.map { Piece.Choice($0, $0) }, chosen: value,
                none: frame.text("word.choose"))
        }
    }
}

extension FormField {
    /// The value of what was typed; `nil` when nothing was, or when it does not fit the type: then
    /// the engine names the field.
    func value(of text: String) -> FieldValue? {
        if text.isEmpty { return nil }
        switch type {
        case .text, .date, .choice: return .text(text)
        case .number:
            return Double(text.replacing(",", with: ".")).map(FieldValue.number) ?? .text(text)
        case .boolean: return .boolean(text == "true")
        }
    }
}
