// Every name that the glossary explains stands in the sources, so that it speaks of what is there.

enum Glossary {
    static let path = "docs/GLOSSARY.md"
    /// Names below this heading are kept for what is not built yet.
    static let keptHeading = "## Words kept"
}

/// Names in code from the first column of the tables, with their lines.
func glossaryNames(_ file: SourceFile) -> [(line: Int, name: String)] {
    let built = file.lines.prefix { !$0.hasPrefix(Glossary.keptHeading) }
    return built.enumerated().flatMap { index, line -> [(line: Int, name: String)] in
        guard line.hasPrefix("| `") else { return [] }
        let cell = line.dropFirst().prefix { $0 != "|" }
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { $0 % 2 == 1 }
            .map { (line: index + 1, name: String(parts[$0])) }
    }
}

func glossaryFindings(_ file: SourceFile, sources: [SourceFile]) -> [Finding] {
    glossaryNames(file).filter { entry in
        !sources.contains { $0.codeLines.contains { holds($0, word: entry.name) } }
    }.map {
        Finding(
            file.path, line: $0.line, breaks: "no source knows \($0.name)",
            mend: "Use the name of the code, or move the row under \"\(Glossary.keptHeading)\".")
    }
}
