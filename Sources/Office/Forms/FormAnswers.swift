// The names of a field's inputs, and what was posted under them as one canonical value.

import ProcessModel
import WorkTime

extension FormField {
    /// The input, or what the names of its inputs begin with.
    var input: String { "field.\(key)" }

    /// Whether an input of that name belongs to the field.
    func owns(_ name: String) -> Bool { name == input || name.hasPrefix(input + ".") }

    /// The value of what was typed; `nil` when nothing was. What does not fit the type stays as it
    /// was typed: then the check names the field.
    func value(of text: String) -> FieldValue? { type.value(of: text) }

    /// - Parameter day: On which a signature is given; without one there is none.
    func value(in form: Site.Form, on day: DayNumber? = nil) -> FieldValue? {
        type.value(of: text(in: form, on: day))
    }

    /// Inputs of parts are put together; a value in its canonical text is taken as well.
    private func text(in form: Site.Form, on day: DayNumber?) -> String {
        switch type {
        case .address: lines(of: ["line", "ward"], in: form)
        case .signature: signature(in: form, on: day)
        case .table(let table): rows(of: table, in: form)
        default: form[input]
        }
    }

    private func part(_ name: String, in form: Site.Form) -> String {
        String(form["\(input).\(name)"].map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    private func lines(of parts: [String], in form: Site.Form) -> String {
        let text = parts.map { part($0, in: form) }.joined(separator: "\n")
        return text.allSatisfy(\.isNewline) ? form[input] : text
    }

    /// The day is that of the office, never one that was sent.
    private func signature(in form: Site.Form, on day: DayNumber?) -> String {
        let name = part("name", in: form)
        let isGiven = Forms.consents.contains(form["\(input).consent"])
        if name.isEmpty { return "" }
        return isGiven ? "\(name)\n\(day?.text ?? "")" : name
    }

    /// Rows by the numbers in the names of their inputs; one beyond the most is enough to be told.
    private func rows(of table: FieldTable, in form: Site.Form) -> String {
        let prefix = input + "."
        var numbers: Set<Int> = []
        for pair in form.pairs where pair.name.hasPrefix(prefix) {
            let rest = pair.name.dropFirst(prefix.count)
            guard let number = Int(rest.prefix { $0 != "." }), (0..<1_000).contains(number) else {
                continue
            }
            numbers.insert(number)
        }
        if numbers.isEmpty { return form[input] }
        return numbers.sorted().compactMap { number in
            table.row(table.columns.map { part("\(number).\($0.key)", in: form) })
        }.map(FieldTable.line).joined(separator: "\n")
    }
}

extension Sequence where Element == FormField {
    /// Values of all fields, asked or not.
    func values(in form: Site.Form, on day: DayNumber? = nil) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in self { values[field.key] = field.value(in: form, on: day) }
        return values
    }
}

extension [FormField] {
    /// Labels by key, for the words of conditions.
    var labels: [String: String] {
        Dictionary(map { ($0.key, $0.label) }, uniquingKeysWith: { first, _ in first })
    }
}
