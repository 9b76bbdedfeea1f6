// Conditions of fields in JSON Schema. An answer counts only where its own field is asked, so what
// asks for it asks for that too.

import ProcessModel

extension Forms {
    struct SchemaConditions {
        private let fields: [FormField]

        init(_ fields: [FormField]) { self.fields = fields }

        /// `nil` where JSON Schema has no words for it: an order of texts.
        func schema(of condition: Condition, depth: Int = 0) -> SchemaValue? {
            // A circle is no form that was published.
            if depth > 64 { return nil }
            switch condition {
            case .compare(let key, let comparison, let value):
                guard let test = Self.test(comparison, value) else { return nil }
                return holding(key, test, depth)
            case .isOneOf(let key, let values):
                return holding(key, ["enum": .list(values.map(\.schema))], depth)
            case .isSet(let key): return holding(key, [:], depth)
            case .not(let inner):
                return schema(of: inner, depth: depth + 1).map { .object(["not": $0]) }
            case .all(let parts): return joined(parts, "allOf", depth)
            case .any(let parts): return joined(parts, "anyOf", depth)
            }
        }

        private func joined(
            _ parts: [Condition], _ word: String, _ depth: Int
        ) -> SchemaValue? {
            let schemas = parts.compactMap { schema(of: $0, depth: depth + 1) }
            guard schemas.count == parts.count else { return nil }
            if !schemas.isEmpty { return .object([word: .list(schemas)]) }
            return word == "allOf" ? .empty : .object(["not": .empty])
        }

        /// The field is there, is asked, and passes the test.
        private func holding(
            _ key: String, _ test: [String: SchemaValue], _ depth: Int
        ) -> SchemaValue? {
            let here = SchemaValue.object([
                "properties": .object([key: .object(test)]), "required": .list([.text(key)]),
            ])
            let field = fields.first { $0.key == key }
            // What the form has not is never there.
            guard let field else { return .object(["not": .empty]) }
            guard let condition = field.condition else { return here }
            return schema(of: condition, depth: depth + 1).map {
                .object(["allOf": .list([$0, here])])
            }
        }

        private static func test(
            _ comparison: Condition.Comparison, _ value: FieldValue
        ) -> [String: SchemaValue]? {
            switch comparison {
            case .equal: return ["const": value.schema]
            case .notEqual: return ["not": .object(["const": value.schema])]
            default: break
            }
            guard case .number = value else { return nil }
            let words: [Condition.Comparison: String] = [
                .less: "exclusiveMaximum", .lessOrEqual: "maximum",
                .greater: "exclusiveMinimum", .greaterOrEqual: "minimum",
            ]
            return words[comparison].map { ["type": .text("number"), $0: value.schema] }
        }
    }
}

extension FieldValue {
    fileprivate var schema: Forms.SchemaValue {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): Int(exactly: number).map { .whole($0) } ?? .number(number)
        case .boolean(let flag): .flag(flag)
        }
    }
}
