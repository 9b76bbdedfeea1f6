// The tables that a list of migrations leaves behind, read from its portable text, so that whole
// offices can be copied without asking a database what it holds.

/// A table with its columns in order.
public struct SchemaTable: Hashable, Sendable {
    public let name: String
    public internal(set) var columns: [String]
    /// Columns of the primary key, in its order.
    public let key: [String]
    /// The column that the database numbers by itself, if there is one.
    public let identity: String?

    /// All tables after the migrations, in the order in which they were made.
    public static func all(after migrations: [Migration]) -> [SchemaTable] {
        var tables: [SchemaTable] = []
        for statement in migrations.flatMap(\.statements) {
            let words = words(of: statement)
            switch words.prefix(2).map({ $0.uppercased() }) {
            case ["CREATE", "TABLE"]:
                if let table = SchemaTable(statement, name: words[2]) { tables.append(table) }
            case ["DROP", "TABLE"]: tables.removeAll { $0.name == words[2] }
            case ["ALTER", "TABLE"] where words.count > 5 && words[4].uppercased() == "COLUMN":
                guard let index = tables.firstIndex(where: { $0.name == words[2] }) else {
                    continue
                }
                if words[3].uppercased() == "ADD" { tables[index].columns.append(words[5]) }
                if words[3].uppercased() == "DROP" {
                    tables[index].columns.removeAll { $0 == words[5] }
                }
            default: continue
            }
        }
        return tables
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
