// Prints a condition in its text form.

extension ConditionText {
    /// The text form; reads back as the same condition while numbers are finite.
    public static func text(of condition: Condition) -> String {
        switch condition {
        case .compare(let key, let comparison, let value):
            "\(text(ofKey: key)) \(comparison.rawValue) \(text(of: value))"
        case .isOneOf(let key, let values):
            "\(text(ofKey: key)) in (\(values.map(text(of:)).joined(separator: ", ")))"
        case .isSet(let key): "set(\(text(ofKey: key)))"
        case .not(let inner): "not \(part(inner))"
        case .all(let parts): list(parts, word: "and", function: "all")
        case .any(let parts): list(parts, word: "or", function: "any")
        }
    }

    /// `and` needs two parts; fewer are written as a function, so that nothing is lost.
    private static func list(_ parts: [Condition], word: String, function: String) -> String {
        if parts.count > 1 { return parts.map(part).joined(separator: " \(word) ") }
        return "\(function)(\(parts.map(text(of:)).joined(separator: ", ")))"
    }

    private static func part(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1: "(\(text(of: condition)))"
        case .any(let parts) where parts.count > 1: "(\(text(of: condition)))"
        default: text(of: condition)
        }
    }

    static func text(ofKey key: String) -> String {
        isKey(key) ? key : quoted(key, by: "`")
    }

    /// `5000000`, `0.5`, `"A"`, `true`.
    public static func text(of value: FieldValue) -> String {
        switch value {
        case .text(let text): quoted(text, by: "\"")
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        }
    }

    private static func quoted(_ text: String, by mark: Character) -> String {
        var quoted = String(mark)
        // By scalars: a line end may be one character with what stands before it.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case let other where Character(other) == mark: quoted += "\\\(mark)"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        quoted.append(mark)
        return quoted
    }
}
