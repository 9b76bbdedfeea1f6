// The form of a procedure in JSON Schema (2020-12), for programs that make or check answers before
// they send them. What it takes, the office takes; what the office refuses, it refuses. Empty
// answers are left out, not sent empty.

import ProcessModel
import WorkTime

extension Forms {
    /// A value of JSON; keys of an object stand in their own order when it is written.
    indirect enum SchemaValue: Hashable, Sendable {
        case text(String)
        case whole(Int)
        case number(Double)
        case flag(Bool)
        case list([SchemaValue])
        case object([String: SchemaValue])

        static let empty = SchemaValue.object([:])
    }

    /// Of the object under `field` in what is sent to `/file/CODE`.
    static func schema(of form: Form?, process: ProcessCode, title: String) -> SchemaValue {
        let fields = form?.fields ?? []
        let conditions = SchemaConditions(fields)
        var properties: [String: SchemaValue] = [:]
        var required: [SchemaValue] = []
        var rules: [SchemaValue] = []
        for field in fields {
            guard let condition = field.condition else {
                properties[field.key] = field.schema
                if field.required { required.append(.text(field.key)) }
                continue
            }
            // What is not asked is dropped, whatever it holds.
            properties[field.key] = field.bareSchema(
                asked: ConditionText.text(of: condition))
            guard let holds = conditions.schema(of: condition) else { continue }
            rules.append(.object(["if": holds, "then": field.askedSchema]))
        }
        var schema: [String: SchemaValue] = [
            "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
            "$id": .text("/procedures/\(process)/form.schema.json"),
            "title": .text(form?.title ?? title), "type": .text("object"),
            "properties": .object(properties), "required": .list(required),
        ]
        if !rules.isEmpty { schema["allOf"] = .list(rules) }
        return .object(schema)
    }
}

extension FormField {
    /// Under its title, with its unit.
    fileprivate var schema: Forms.SchemaValue {
        var parts = type.schema
        parts["title"] = .text(label)
        if let unit = type == .money ? "VND" : unit { parts["x-unit"] = .text(unit) }
        return .object(parts)
    }

    fileprivate func bareSchema(asked condition: String) -> Forms.SchemaValue {
        .object(["title": .text(label), "x-if": .text(condition)])
    }

    fileprivate var askedSchema: Forms.SchemaValue {
        var parts: [String: Forms.SchemaValue] = ["properties": .object([key: schema])]
        if required { parts["required"] = .list([.text(key)]) }
        return .object(parts)
    }
}

extension FieldType {
    fileprivate var schema: [String: Forms.SchemaValue] {
        switch self {
        case .text: Self.text(Filings.textMaximum)
        case .longText: Self.text(Self.longTextMaximum, pattern: Self.line(breaks: true))
        case .number: ["type": .text("number")]
        case .boolean: ["type": .text("boolean")]
        case .date: Self.day
        case .choice(let choices): ["enum": .list(choices.map { .text($0) })]
        case .money: Self.amount
        case .identity(let oldCards):
            Self.text(12, pattern: "^((?!000)[0-9]{3}[0-3][0-9]{8}\(oldCards ? "|[0-9]{9}" : ""))$")
        case .phone: Self.text(11, pattern: "^0[0-9]{9,10}$")
        case .email: Self.text(254, pattern: Self.mail)
        case .address:
            Self.object([
                "line": Self.text(Self.lineMaximum, pattern: Self.line(breaks: false)),
                "ward": Self.text(Self.lineMaximum, pattern: Self.line(breaks: false)),
            ])
        case .table(let table): table.schema
        case .file: ["enum": .list([.text("file"), .text("paper")])]
        case .signature:
            Self.object([
                "name": Self.text(Self.nameMaximum, pattern: Self.line(breaks: false)),
                "consent": ["const": .flag(true)],
            ])
        }
    }

    fileprivate static var day: [String: Forms.SchemaValue] {
        var parts = text(10, pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
        parts["format"] = .text("date")
        return parts
    }

    fileprivate static var amount: [String: Forms.SchemaValue] {
        ["type": .text("integer"), "minimum": .whole(0), "maximum": .whole(dongMaximum)]
    }

    fileprivate static func text(
        _ most: Int, pattern: String = "[^ \\t\\r\\n]"
    ) -> [String: Forms.SchemaValue] {
        ["type": .text("string"), "maxLength": .whole(most), "pattern": .text(pattern)]
    }

    /// Something visible, and none of the characters that are refused.
    fileprivate static func line(breaks: Bool) -> String {
        let control = breaks ? "\\u0000-\\u0008\\u000b-\\u001f" : "\\u0000-\\u001f"
        return "^(?=[\\s\\S]*[^ \\t\\r\\n])"
            + "[^\(control)\\u007f-\\u009f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]*$"
    }

    private static let mail =
        "^(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + "@(?!.*\\.[0-9]+$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
        + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$"

    fileprivate static func object(
        _ properties: [String: [String: Forms.SchemaValue]]
    ) -> [String: Forms.SchemaValue] {
        [
            "type": .text("object"), "properties": .object(properties.mapValues { .object($0) }),
            "required": .list(properties.keys.sorted().map { .text($0) }),
        ]
    }
}

extension FieldTable {
    fileprivate var schema: [String: Forms.SchemaValue] {
        var properties: [String: Forms.SchemaValue] = [:]
        for column in columns { properties[column.key] = column.schema }
        let row: [String: Forms.SchemaValue] = [
            "type": .text("object"), "properties": .object(properties),
            "required": .list(columns.filter(\.required).map { .text($0.key) }),
            "minProperties": .whole(1),
        ]
        return [
            "type": .text("array"), "items": .object(row),
            "minItems": .whole(max(1, minimum)), "maxItems": .whole(maximum),
        ]
    }
}

extension FieldColumn {
    fileprivate var schema: Forms.SchemaValue {
        var parts: [String: Forms.SchemaValue] =
            switch kind {
            case .text:
                FieldType.text(FieldTable.cellMaximum, pattern: FieldType.line(breaks: false))
            case .number: ["type": .text("number")]
            case .money: FieldType.amount
            case .date: FieldType.day
            }
        parts["title"] = .text(label)
        if kind == .money { parts["x-unit"] = .text("VND") }
        return .object(parts)
    }
}
