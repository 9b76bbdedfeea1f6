// Reads the fields of a form: their types, when they are asked, the columns of tables.

import ProcessModel
import WorkTime

extension StepTableReader {
    static let fieldKeys = [
        "key", "label", "type", "choices", "required", "personal", "if", "unit", "old_cards",
        "columns", "min_rows", "max_rows",
    ]
    static let columnKeys = ["key", "label", "type", "required"]

    /// Types as files name them.
    enum FieldTypeName: String, CaseIterable {
        case text, number, boolean, date, choice
        case money, identity, phone, email, address
        case longText = "long_text"
        case table, file, signature
    }

    mutating func formField(_ tree: YAMLTree) -> FormField? {
        guard let fields = YAMLFields(tree, known: Self.fieldKeys, into: &report) else {
            return nil
        }
        let key = required("key", of: fields)
        return FormField(
            key: key, label: fields.text("label", into: &report) ?? key,
            type: fieldType(of: fields), required: fields.flag("required", into: &report),
            personal: fields.flag("personal", into: &report), condition: condition(of: fields),
            unit: fields.text("unit", into: &report))
    }

    private mutating func fieldType(of fields: YAMLFields) -> FieldType {
        let choices = fields.texts("choices", into: &report)
        switch fields.choice("type", of: FieldTypeName.self, into: &report) {
        case .number: return .number
        case .boolean: return .boolean
        case .date: return .date
        case .choice: return .choice(choices)
        case .money: return .money
        case .identity:
            return .identity(oldCards: fields.flag("old_cards", into: &report))
        case .phone: return .phone
        case .email: return .email
        case .address: return .address
        case .longText: return .longText
        case .table: return .table(table(of: fields))
        case .file: return .file
        case .signature: return .signature
        case .text, nil: return .text
        }
    }

    private mutating func table(of fields: YAMLFields) -> FieldTable {
        let columns = fields.items("columns", into: &report).compactMap { column($0) }
        let usual = FieldTable(columns: columns)
        return FieldTable(
            columns: columns, minimum: count("min_rows", of: fields) ?? usual.minimum,
            maximum: count("max_rows", of: fields) ?? usual.maximum)
    }

    private mutating func column(_ tree: YAMLTree) -> FieldColumn? {
        guard let fields = YAMLFields(tree, known: Self.columnKeys, into: &report) else {
            return nil
        }
        let key = required("key", of: fields)
        return FieldColumn(
            key: key, label: fields.text("label", into: &report) ?? key,
            kind: fields.choice("type", of: FieldColumn.Kind.self, into: &report) ?? .text,
            required: fields.flag("required", into: &report))
    }

    private mutating func count(_ key: String, of fields: YAMLFields) -> Int? {
        guard let tree = fields[key], let text = report.text(of: tree) else { return nil }
        if let count = Int(text), count >= 0 { return count }
        report.value(text, key: key, line: tree.line, allowed: ["0", "1", "2", "…"])
        return nil
    }
}
