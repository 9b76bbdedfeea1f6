// Where sources ask for words of the interface: `text("meeting.title")`.

struct TextUse: Hashable {
    let path: String
    let line: Int
    let key: String
    /// Whether the key goes on with a value: `text("weekday.\(number)")`.
    let isBeginning: Bool
}

/// A key has two parts or more, so that `row.text("column")` is not taken for one.
func textUses(_ file: SourceFile) -> [TextUse] {
    file.lines.enumerated().flatMap { index, line in
        line.ranges(of: "text(\"").compactMap { range in
            let key = line[range.upperBound...].prefix { isKeyMark($0) }
            let after = line[range.upperBound...].dropFirst(key.count)
            let isBeginning = after.hasPrefix("\\(")
            guard key.contains("."), isBeginning || after.hasPrefix("\""),
                !runsOn(line[..<range.lowerBound].last)
            else { return nil }
            return TextUse(
                path: file.path, line: index + 1, key: String(key), isBeginning: isBeginning)
        }
    }
}

func missingTextFindings(_ uses: [TextUse], in table: TextTable) -> [Finding] {
    let keys = Set(table.rows.map(\.key))
    return uses.filter { use in
        use.isBeginning ? !keys.contains { $0.hasPrefix(use.key) } : !keys.contains(use.key)
    }.map {
        Finding(
            $0.path, line: $0.line, breaks: "there is no text \($0.key)",
            mend: "Add a row to \(TextTable.path).")
    }
}

/// A key counts as used where any source holds it as a string, or the beginning that it goes on.
func unusedTextFindings(_ table: TextTable, sources: [SourceFile]) -> [Finding] {
    let literals = Set(sources.flatMap(keyLiterals))
    let beginnings = literals.filter { $0.hasSuffix("\\") }.map { $0.dropLast() }
    return table.rows.filter { row in
        !literals.contains(row.key) && !beginnings.contains { row.key.hasPrefix($0) }
    }.map {
        Finding(
            TextTable.path, line: $0.line, breaks: "no source uses \($0.key)",
            mend: "Remove the row, or use it.")
    }
}

/// Strings that look like keys; a trailing backslash marks one that goes on with a value.
private func keyLiterals(_ file: SourceFile) -> [String] {
    file.lines.flatMap { line in
        line.indices.filter { line[$0] == "\"" }.compactMap { quote in
            let rest = line[line.index(after: quote)...]
            let key = rest.prefix { isKeyMark($0) }
            let after = rest.dropFirst(key.count)
            guard key.contains(".") else { return nil }
            if after.hasPrefix("\"") { return String(key) }
            return after.hasPrefix("\\(") ? key + "\\" : nil
        }
    }
}

private func isKeyMark(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
}
