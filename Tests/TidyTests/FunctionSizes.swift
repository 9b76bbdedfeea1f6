// Finds the functions of a file and how many lines each takes, from its code alone.

struct FunctionSize: Equatable {
    let name: String
    /// Line of the declaration.
    let line: Int
    /// From the declaration to the closing brace.
    let lines: Int
}

/// Functions, initialisers, subscripts and computed variables with a body, nested ones too.
func functionSizes(_ file: SourceFile) -> [FunctionSize] {
    let tokens = CodeToken.all(in: file)
    return tokens.indices.compactMap { index in
        guard let name = declaredName(tokens, at: index),
            let opening = bodyOpening(tokens, after: index),
            let closing = matchingBrace(tokens, from: opening)
        else { return nil }
        let line = tokens[index].line
        return FunctionSize(name: name, line: line, lines: tokens[closing].line - line + 1)
    }
}

private func declaredName(_ tokens: [CodeToken], at index: Int) -> String? {
    if index > 0, tokens[index - 1].text == "." { return nil }
    guard index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1].text
    switch tokens[index].text {
    case "func", "var": return next
    case "deinit": return "deinit"
    case "init", "subscript": return ["(", "<", "?", "!"].contains(next) ? tokens[index].text : nil
    default: return nil
    }
}

/// The brace that opens the body; nil for a requirement, or a variable that only stores.
private func bodyOpening(_ tokens: [CodeToken], after index: Int) -> Int? {
    let starters: Set = [
        "func", "var", "let", "case", "init", "subscript", "static", "mutating", "public",
        "private", "internal", "fileprivate", "package", "struct", "enum", "extension", "class",
        "associatedtype", "typealias", "import", "return",
    ]
    var depth = 0
    for position in tokens.indices[(index + 1)...] {
        let token = tokens[position]
        switch token.text {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        case "{" where depth == 0: return position
        case "}" where depth == 0: return nil
        case "=" where depth == 0 && tokens[index].text == "var": return nil
        default:
            let isNewLine = token.line > tokens[position - 1].line
            if depth == 0, isNewLine, starters.contains(token.text) { return nil }
        }
        if depth < 0 { return nil }
    }
    return nil
}

private func matchingBrace(_ tokens: [CodeToken], from opening: Int) -> Int? {
    var depth = 0
    for position in tokens.indices[opening...] {
        if tokens[position].text == "{" { depth += 1 }
        if tokens[position].text == "}" { depth -= 1 }
        if depth == 0 { return position }
    }
    return nil
}

/// A word or a single mark of code.
struct CodeToken {
    let text: String
    let line: Int

    static func all(in file: SourceFile) -> [CodeToken] {
        file.numberedCode.flatMap { number, code in
            var tokens: [CodeToken] = []
            var word = ""
            for character in code + " " {
                if character.isLetter || character.isNumber || character == "_" {
                    word.append(character)
                    continue
                }
                if !word.isEmpty { tokens.append(CodeToken(text: word, line: number)) }
                word = ""
                if character != " " { tokens.append(CodeToken(text: "\(character)", line: number)) }
            }
            return tokens
        }
    }
}
