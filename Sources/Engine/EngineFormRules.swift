// Values that are filled in, against the form that asks for them. Personal values stay outside: the
// event carries only their keys.

import ProcessModel

extension EngineWalk {
    func formFields(of step: Step) throws(EngineRejection) -> [FormField] {
        guard let code = step.form else { return [] }
        guard let form = process.forms.first(where: { $0.code == code }) else {
            throw .unknownForm(code: code)
        }
        return form.fields
    }

    /// Checks and records the values. A required field may have been filled in earlier. A key that
    /// the form has not is refused; the value of a field that is not asked is dropped.
    mutating func fill(
        _ values: [String: FieldValue], from fields: [FormField], allRequired: Bool
    ) throws(EngineRejection) {
        let keys = values.keys.sorted()
        for key in keys where !fields.contains(where: { $0.key == key }) {
            throw .unknownField(key: key)
        }
        var filled: [FilledField] = []
        var personal: [String] = []
        for field in fields.asked(of: values, known: state.fields) {
            guard let value = values[field.key], !value.isEmpty else {
                if allRequired && field.required && !isKnown(field.key) {
                    throw .fieldMissing(label: field.label)
                }
                continue
            }
            if !field.type.accepts(value) {
                throw .fieldOfWrongType(label: field.label, expected: field.type)
            }
            if field.personal {
                personal.append(field.key)
            } else {
                filled.append(FilledField(key: field.key, value: value))
            }
        }
        if filled.isEmpty && personal.isEmpty { return }
        filled.sort { $0.key < $1.key }
        record(.fieldsFilled(filled, personalKeys: personal.sorted()))
    }

    private func isKnown(_ key: String) -> Bool {
        state.fields[key] != nil || state.personalKeys.contains(key)
    }
}

extension FieldValue {
    var isEmpty: Bool {
        if case .text(let text) = self { text.isBlank } else { false }
    }
}
