// Conditions on form fields, as flows carry them. Text form: `so_tien > 1000000 and loai == "A"`.

/// A condition over the fields of an instance. A field without a value makes a comparison false.
public indirect enum Condition: Hashable, Sendable, Codable {
    case compare(String, Comparison, FieldValue)
    case isOneOf(String, [FieldValue])
    case isSet(String)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// Whether it holds for these values. Values of different types are unequal and unordered.
    public func holds(for fields: [String: FieldValue]) -> Bool {
        switch self {
        case .compare(let key, let comparison, let value):
            guard let field = fields[key] else { return false }
            return comparison.holds(between: field, and: value)
        case .isOneOf(let key, let values):
            guard let field = fields[key] else { return false }
            return values.contains(field)
        case .isSet(let key): return fields[key] != nil
        case .not(let condition): return !condition.holds(for: fields)
        case .all(let conditions): return conditions.allSatisfy { $0.holds(for: fields) }
        case .any(let conditions): return conditions.contains { $0.holds(for: fields) }
        }
    }

    /// Keys of all fields it reads.
    public var fieldKeys: [String] {
        switch self {
        case .compare(let key, _, _), .isOneOf(let key, _), .isSet(let key): [key]
        case .not(let condition): condition.fieldKeys
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.fieldKeys)
        }
    }
}

extension Condition.Comparison {
    func holds(between field: FieldValue, and value: FieldValue) -> Bool {
        switch self {
        case .equal: field == value
        case .notEqual: field != value
        case .less: field.isLess(than: value) ?? false
        case .lessOrEqual: value.isLess(than: field).map { !$0 } ?? false
        case .greater: value.isLess(than: field) ?? false
        case .greaterOrEqual: field.isLess(than: value).map { !$0 } ?? false
        }
    }
}

extension FieldValue {
    /// `nil` when the two have no order.
    func isLess(than other: FieldValue) -> Bool? {
        switch (self, other) {
        case (.text(let a), .text(let b)): a < b
        case (.number(let a), .number(let b)): a < b
        default: nil
        }
    }
}
