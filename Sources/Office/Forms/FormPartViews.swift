// Fields with parts: an address, a table, a signature, a paper. A group with its own legend, whose
// first input has the identity of the field, so that links to mistakes find it.

import HTML
import ProcessModel

struct FormPartView {
    let view: FormFieldView

    private var field: FormField { view.field }
    private var frame: Site.Frame { view.frame }
    private var piece: Piece.Field { view.piece }

    @HTMLBuilder var html: HTML {
        switch field.type {
        case .file:
            Piece.radioField(
                piece,
                ["file", "paper"].map { Piece.Choice($0, frame.text("form.file.\($0)")) },
                chosen: view.form[field.input])
        default:
            fieldset(piece.frameClass, piece.describing) {
                legend { Piece.labelText(piece) }
                Piece.mistake(of: piece)
                parts
                Piece.hint(of: piece)
            }
        }
    }

    @HTMLBuilder private var parts: HTML {
        switch field.type {
        case .address: address
        case .signature: signature
        case .table(let table): rows(of: table)
        default: HTML()
        }
    }

    /// The parts of a value that is kept as one text stand in its lines.
    private func value(_ name: String, line: Int) -> String {
        let typed = view.form["\(field.input).\(name)"]
        if !typed.isEmpty { return typed }
        let lines = view.form[field.input].split { $0.isNewline }
        return line < lines.count ? String(lines[line]) : ""
    }

    private func part(
        _ name: String, _ label: String, id: String? = nil, isOptional: Bool = false
    ) -> Piece.Field {
        Piece.Field(
            "\(field.input).\(name)", label,
            optional: isOptional || view.optional != nil ? frame.text("word.optional") : nil,
            id: id ?? "\(view.id).\(name)")
    }

    @HTMLBuilder private var address: HTML {
        Piece.textField(
            part("line", frame.text("form.address.line"), id: view.id),
            value: value("line", line: 0),
            .autocomplete(view.isOwn ? "street-address" : "off"),
            .maxlength(FieldType.lineMaximum))
        Piece.suggestingField(
            part("ward", frame.text("form.address.ward")), value: value("ward", line: 1),
            suggestions: view.wards, .autocomplete("off"), .maxlength(100))
    }

    @HTMLBuilder private var signature: HTML {
        Piece.textField(
            part("name", frame.text("form.signature.name"), id: view.id),
            value: value("name", line: 0), .autocomplete(view.isOwn ? "name" : "off"),
            .maxlength(FieldType.nameMaximum))
        Piece.checkBox(
            part("consent", frame.text("form.signature.consent")),
            isChecked: Forms.consents.contains(view.form["\(field.input).consent"]),
            isRequired: view.optional == nil)
        p(.class("hint")) { frame.text("form.signature.means") }
    }

    /// The rows that are needed stand open, the others unfold.
    @HTMLBuilder private func rows(of table: FieldTable) -> HTML {
        let filled = table.rows(of: view.form[field.input])
        let most = min(table.maximum, FieldTable.rowsMaximum)
        let open = min(most, max(1, table.minimum, filled.count, typed(in: table)))
        for number in 0..<open { row(number, of: table, filled) }
        if open < most {
            Piece.unfolding(frame.text("form.moreRows", String(open + 1), String(most))) {
                for number in open..<most { row(number, of: table, filled) }
            }
        }
    }

    /// Number of rows up to the last that says something.
    private func typed(in table: FieldTable) -> Int {
        (0..<FieldTable.rowsMaximum).last { number in
            table.columns.contains { !view.form["\(field.input).\(number).\($0.key)"].isEmpty }
        }.map { $0 + 1 } ?? 0
    }

    private func row(_ number: Int, of table: FieldTable, _ filled: [[String]]) -> HTML {
        fieldset(.class("field")) {
            legend { frame.text("form.row", String(number + 1)) }
            for (index, column) in table.columns.enumerated() {
                let name = "\(number).\(column.key)"
                let typed = view.form["\(field.input).\(name)"]
                let kept = number < filled.count ? filled[number][index] : ""
                Piece.textField(
                    part(
                        name, column.label,
                        id: number == 0 && index == 0 ? view.id : nil,
                        isOptional: !column.required || number >= table.minimum),
                    value: typed.isEmpty ? kept : typed,
                    type: column.kind == .date ? .date : .text, .inputmode(column.mode),
                    .autocomplete("off"), .maxlength(FieldTable.cellMaximum))
            }
        }
    }
}

extension FieldColumn {
    fileprivate var mode: String? {
        switch kind {
        case .number: "decimal"
        case .money: "numeric"
        case .text, .date: nil
        }
    }
}
