// The words of the interface, `Assets/texts.csv`: key, Vietnamese, English.

struct TextTable {
    static let path = "Sources/Office/Assets/texts.csv"

    struct Row {
        let line: Int
        let cells: [String]
        var key: String { cells.first ?? "" }
    }

    let rows: [Row]

    /// Rows below the header; cells in quotation marks may hold commas, line ends and `""`.
    init(_ text: String) {
        var rows: [Row] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var line = 1
        var start = 1
        func endRow() {
            cells.append(cell)
            if cells != [""] { rows.append(Row(line: start, cells: cells)) }
            (cells, cell) = ([], "")
        }
        var characters = Array(text.replacing("\r\n", with: "\n"))[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                cell.append("\"")
                characters.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                endRow()
                line += 1
                start = line
            default:
                cell.append(character)
                if character == "\n" { line += 1 }
            }
        }
        endRow()
        self.rows = Array(rows.dropFirst())
    }
}

/// Rows that are not a key with a text in each language, or that stand twice.
func textRowFindings(_ table: TextTable) -> [Finding] {
    var seen: Set<String> = []
    return table.rows.flatMap { row in
        var rules: [String] = []
        if row.cells.count != 3 { rules.append("has \(row.cells.count) cells, not key, vi, en") }
        if row.cells.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            rules.append("has an empty cell")
        }
        if !seen.insert(row.key).inserted { rules.append("stands twice") }
        if Set(row.cells.dropFirst().map(places)).count > 1 {
            rules.append("has other places for values in Vietnamese than in English")
        }
        return rules.map {
            Finding(
                TextTable.path, line: row.line, breaks: "\(row.key) \($0)",
                mend: "Give each key one row with both languages.")
        }
    }
}

/// The numbers of `{0}`, `{1}` …, each once.
private func places(_ text: String) -> Set<String> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(parts.map { String($0.prefix { $0 != "}" }) })
}
