// The text form of conditions: `so_tien > 1000000 and (loai == "A" or not set(ngay_hop))`.
//
//     condition := part { "and" part } | part { "or" part }
//     part      := "not" part | "(" condition ")" | "set(" key ")"
//                | ("all" | "any") "(" [condition, …] ")"
//                | key ("==" | "!=" | "<" | "<=" | ">" | ">=") value | key "in" "(" [value, …] ")"
//     value     := number | "text" | true | false
//     key       := letters, digits, _ . - | any characters between ` marks
//
// `and` and `or` are not mixed without brackets: no reader has to know which binds tighter.

/// Reads and prints conditions.
public enum ConditionText {
    /// Most levels of brackets and `not` inside one another.
    public static let depthLimit = 32
    /// Most characters of one condition.
    public static let lengthLimit = 4000

    /// Reads the text form. What was printed by `text(of:)` reads back as the same condition.
    public static func condition(from text: String) throws(ConditionError) -> Condition {
        guard text.count <= lengthLimit else { throw .tooLong(text.count) }
        var parser = ConditionParser(tokens: try ConditionScanner.tokens(of: text))
        guard !parser.isAtEnd else { throw .empty }
        let condition = try parser.condition(depth: 0)
        if let rest = parser.current { throw .unexpected(rest.source, column: rest.column) }
        return condition
    }

    /// Whether a key of a field can stand in the text form as it is.
    public static func isKey(_ key: String) -> Bool {
        guard let first = key.first, ConditionScanner.isWordStart(first) else { return false }
        return key.allSatisfy(ConditionScanner.isWordPart) && !words.contains(key)
    }

    /// Words with a meaning of their own, which no field may have as its key.
    static let words: Set<String> = [
        "and", "or", "not", "in", "set", "all", "any", "true", "false",
    ]
}
