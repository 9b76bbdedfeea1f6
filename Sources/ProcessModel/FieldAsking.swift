// Which fields of a form are asked, given the answers. A field that is not asked has no answer,
// whatever was sent: what hangs on it is not asked either.

extension Sequence where Element == FormField {
    /// - Parameter known: Values that were filled in before.
    public func asked(
        of values: [String: FieldValue], known: [String: FieldValue] = [:]
    ) -> [FormField] {
        var seen = known
        var asked: [FormField] = []
        for field in self {
            guard field.condition?.holds(for: seen) ?? true else {
                seen[field.key] = nil
                continue
            }
            asked.append(field)
            // Whether a personal value was given is all that the ledger knows of it.
            if !field.personal, let value = values[field.key], !value.isBlank {
                seen[field.key] = value
            }
        }
        return asked
    }

    /// Everything that is wrong, in the order of the form.
    /// - Parameters:
    ///   - knownKeys: Required fields that were filled in before need no answer.
    public func mistakes(
        in values: [String: FieldValue], known: [String: FieldValue] = [:],
        knownKeys: Set<String> = [], allRequired: Bool = true
    ) -> [FormMistake] {
        asked(of: values, known: known).compactMap { field in
            guard let value = values[field.key], !value.isBlank else {
                let isMissing =
                    allRequired && field.required && known[field.key] == nil
                    && !knownKeys.contains(field.key)
                return isMissing ? FormMistake(field: field, flaw: .missing) : nil
            }
            return field.type.flaw(in: value).map { FormMistake(field: field, flaw: $0) }
        }
    }
}

/// A field and what is wrong with its answer.
public struct FormMistake: Hashable, Sendable {
    public let field: FormField
    public let flaw: FieldFlaw
    public init(field: FormField, flaw: FieldFlaw) {
        self.field = field
        self.flaw = flaw
    }
}
