// Reads the words and signs of a condition by recursive descent, to a fixed depth.

struct ConditionParser {
    private let tokens: [PlacedToken]
    private var position = 0

    init(tokens: [PlacedToken]) { self.tokens = tokens }

    var isAtEnd: Bool { position == tokens.count }
    var current: PlacedToken? { isAtEnd ? nil : tokens[position] }

    mutating func condition(depth: Int) throws(ConditionError) -> Condition {
        let first = try part(depth: depth)
        for (word, isAll) in [("and", true), ("or", false)] where current?.token == .word(word) {
            var parts = [first]
            while take(.word(word)) { parts.append(try part(depth: depth)) }
            return isAll ? .all(parts) : .any(parts)
        }
        return first
    }

    private mutating func part(depth: Int) throws(ConditionError) -> Condition {
        let placed = try next()
        guard depth < ConditionText.depthLimit else { throw .tooDeep(column: placed.column) }
        switch placed.token {
        case .word("not"): return .not(try part(depth: depth + 1))
        case .word("all"): return .all(try conditions(depth: depth + 1))
        case .word("any"): return .any(try conditions(depth: depth + 1))
        case .word("set"):
            try expect(.sign("("))
            let key = try key(of: next())
            try expect(.sign(")"))
            return .isSet(key)
        case .sign("("):
            let inner = try condition(depth: depth + 1)
            try expect(.sign(")"))
            return inner
        default: return try comparison(of: key(of: placed))
        }
    }

    private mutating func comparison(of key: String) throws(ConditionError) -> Condition {
        let placed = try next()
        if placed.token == .word("in") { return .isOneOf(key, try values()) }
        guard case .sign(let sign) = placed.token,
            let comparison = Condition.Comparison(rawValue: sign)
        else { throw .unexpected(placed.source, column: placed.column) }
        return .compare(key, comparison, try value())
    }

    /// `(`, items between commas, `)`.
    private mutating func list<Item>(
        of item: (inout ConditionParser) throws(ConditionError) -> Item
    ) throws(ConditionError) -> [Item] {
        try expect(.sign("("))
        if take(.sign(")")) { return [] }
        var items = [try item(&self)]
        while take(.sign(",")) { items.append(try item(&self)) }
        try expect(.sign(")"))
        return items
    }

    private mutating func conditions(depth: Int) throws(ConditionError) -> [Condition] {
        try list { (parser) throws(ConditionError) in try parser.condition(depth: depth) }
    }

    private mutating func values() throws(ConditionError) -> [FieldValue] {
        try list { (parser) throws(ConditionError) in try parser.value() }
    }

    private mutating func value() throws(ConditionError) -> FieldValue {
        let placed = try next()
        switch placed.token {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .word("true"): return .boolean(true)
        case .word("false"): return .boolean(false)
        case .word, .quotedKey, .sign:
            throw .unexpected(placed.source, column: placed.column)
        }
    }

    private func key(of placed: PlacedToken) throws(ConditionError) -> String {
        switch placed.token {
        case .quotedKey(let key): return key
        case .word(let key) where !ConditionText.words.contains(key): return key
        case .word, .number, .text, .sign:
            throw .unexpected(placed.source, column: placed.column)
        }
    }

    private mutating func next() throws(ConditionError) -> PlacedToken {
        guard let placed = current else {
            let column = tokens.last.map { $0.column + $0.source.count } ?? 1
            throw .endTooEarly(column: column)
        }
        position += 1
        return placed
    }

    private mutating func take(_ token: ConditionToken) -> Bool {
        guard current?.token == token else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ token: ConditionToken) throws(ConditionError) {
        let placed = try next()
        if placed.token != token { throw .unexpected(placed.source, column: placed.column) }
    }
}
