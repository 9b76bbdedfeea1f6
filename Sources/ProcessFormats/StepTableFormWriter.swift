// Writes the fields of a form.

import ProcessModel
import WorkTime

extension StepTableWriter {
    mutating func formField(_ field: FormField) {
        self.field("key", field.key)
        self.field("label", field.label)
        type(field.type)
        flag("required", field.required)
        flag("personal", field.personal)
        if let unit = field.unit { self.field("unit", unit) }
        if let condition = field.condition {
            self.field("if", ConditionText.text(of: condition))
        }
    }

    private mutating func type(_ type: FieldType) {
        line("type: \(type.name.rawValue)")
        switch type {
        case .choice(let choices): list("choices", choices)
        case .identity(let oldCards): flag("old_cards", oldCards)
        case .table(let table):
            line("min_rows: \(table.minimum)")
            line("max_rows: \(table.maximum)")
            if !table.columns.isEmpty { line("columns:") }
            for column in table.columns { item { $0.column(column) } }
        default: break
        }
    }

    private mutating func column(_ column: FieldColumn) {
        field("key", column.key)
        field("label", column.label)
        line("type: \(column.kind.rawValue)")
        flag("required", column.required)
    }
}

extension FieldType {
    fileprivate var name: StepTableReader.FieldTypeName {
        switch self {
        case .text: .text
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .choice: .choice
        case .money: .money
        case .identity: .identity
        case .phone: .phone
        case .email: .email
        case .address: .address
        case .longText: .longText
        case .table: .table
        case .file: .file
        case .signature: .signature
        }
    }
}
