// Words and signs of the text of a condition.

enum ConditionToken: Hashable {
    case word(String)
    case quotedKey(String)
    case number(Double)
    case text(String)
    case sign(String)
}

struct PlacedToken {
    var token: ConditionToken
    /// Characters from 1.
    var column: Int
    var source: String
}

/// Cuts the text of a condition into words and signs.
struct ConditionScanner {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) { characters = Array(text) }

    static func tokens(of text: String) throws(ConditionError) -> [PlacedToken] {
        var scanner = ConditionScanner(text)
        var tokens: [PlacedToken] = []
        while let token = try scanner.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() throws(ConditionError) -> PlacedToken? {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
        guard position < characters.count else { return nil }
        let start = position
        let token = try token()
        let source = String(characters[start..<position])
        return PlacedToken(token: token, column: start + 1, source: source)
    }

    private mutating func token() throws(ConditionError) -> ConditionToken {
        let first = characters[position]
        if first == "\"" { return .text(try text(until: "\"")) }
        if first == "`" { return .quotedKey(try text(until: "`")) }
        if first.isASCII, first.isNumber || first == "-" { return try number() }
        if Self.isWordStart(first) { return .word(take(while: Self.isWordPart)) }
        for sign in ["==", "!=", "<=", ">=", "<", ">", "(", ")", ","]
        where characters[position...].starts(with: Array(sign)) {
            position += sign.count
            return .sign(sign)
        }
        throw .unexpected(String(first), column: position + 1)
    }

    private mutating func number() throws(ConditionError) -> ConditionToken {
        let column = position + 1
        position += 1
        let text =
            String(characters[position - 1])
            + take { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard let value = Double(text), value.isFinite else {
            throw .badNumber(text, column: column)
        }
        return .number(value)
    }

    private mutating func text(until mark: Character) throws(ConditionError) -> String {
        let column = position + 1
        position += 1
        var text = ""
        while position < characters.count {
            let character = characters[position]
            position += 1
            if character == mark { return text }
            if character == "\\" { text.append(try escaped()) } else { text.append(character) }
        }
        throw .unclosedText(column: column)
    }

    private mutating func escaped() throws(ConditionError) -> Character {
        guard position < characters.count else { throw .unclosedText(column: position) }
        position += 1
        switch characters[position - 1] {
        case "\"": return "\""
        case "`": return "`"
        case "\\": return "\\"
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case let other: throw .badEscape("\\\(other)", column: position - 1)
        }
    }

    private mutating func take(while belongs: (Character) -> Bool) -> String {
        let start = position
        while position < characters.count, belongs(characters[position]) { position += 1 }
        return String(characters[start..<position])
    }

    static func isWordStart(_ character: Character) -> Bool {
        character.isLetter || character == "_"
    }

    static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_.-".contains(character)
    }
}
