// The tables that a list of migrations leaves behind, read from its portable text, so that whole
// offices can be copied without asking a database what it holds.

/// A table with its columns in order.
public struct SchemaTable: Hashable, Sendable {
    public private(set) var name: String
    public private(set) var columns: [String]
    /// Columns of the primary key, in its order.
    public private(set) var key: [String]
    /// The column that the database numbers by itself, if there is one.
    public private(set) var identity: String?

    /// All tables after the migrations, in the order in which they were made.
    public static func all(after migrations: [Migration]) -> [SchemaTable] {
        var tables: [SchemaTable] = []
        for statement in migrations.flatMap(\.statements) {
            let words = words(of: statement)
            switch words.prefix(2).map({ $0.uppercased() }) {
            case ["CREATE", "TABLE"]:
                if let table = SchemaTable(statement, name: words[2]) { tables.append(table) }
            case ["DROP", "TABLE"]: tables.removeAll { $0.name == words[2] }
            case ["ALTER", "TABLE"]:
                guard let index = tables.firstIndex(where: { $0.name == words[2] }) else {
                    continue
                }
                tables[index].alter(words.dropFirst(3))
            default: continue
            }
        }
        return tables
    }

    /// The words behind the table's name.
    private mutating func alter(_ words: ArraySlice<String>) {
        let words = Array(words)
        switch words.prefix(2).map({ $0.uppercased() }) {
        case ["RENAME", "TO"]: name = words[2]
        case ["ADD", "COLUMN"]: columns.append(words[2])
        case ["DROP", "COLUMN"]: columns.removeAll { $0 == words[2] }
        case ["RENAME", "COLUMN"]:
            columns = columns.map { $0 == words[2] ? words[4] : $0 }
            key = key.map { $0 == words[2] ? words[4] : $0 }
        default: return
        }
    }

    private init?(_ statement: String, name: String) {
        guard let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")")
        else { return nil }
        var columns: [String] = []
        var key: [String] = []
        var identity: String?
        for part in Self.parts(of: statement[statement.index(after: open)..<close]) {
            let words = Self.words(of: part)
            guard let first = words.first else { continue }
            let isKey = part.uppercased().contains("PRIMARY KEY")
            switch first.uppercased() {
            case "PRIMARY": key = Array(words.dropFirst(2))
            case "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT": continue
            default:
                columns.append(first)
                if part.contains("{{identity}}") { identity = first }
                if isKey || identity == first { key = [first] }
            }
        }
        if key.isEmpty { return nil }
        self.name = name
        self.columns = columns
        self.key = key
        self.identity = identity
    }

    /// Splits at commas that stand outside of parentheses.
    private static func parts(of body: Substring) -> [String] {
        var parts = [""]
        var depth = 0
        for character in body {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    private static func words(of text: String) -> [String] {
        text.split { $0.isWhitespace || "(),".contains($0) }.map(String.init)
    }
}
