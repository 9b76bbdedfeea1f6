// Compares the import lines of a file with the import table.

/// Modules that a file imports, with their lines.
func imports(of file: SourceFile) -> [(line: Int, module: String)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    let modifiers: Set = ["public", "package", "internal", "fileprivate", "private"]
    return file.numberedCode.compactMap { number, code in
        let words = code.split(separator: " ").map(String.init)
            .drop { $0.hasPrefix("@") || modifiers.contains($0) }
        guard words.first == "import" else { return nil }
        let path = words.dropFirst().first { !kinds.contains($0) } ?? ""
        return (number, String(path.prefix { $0 != "." }))
    }
}

func importFindings(_ file: SourceFile) -> [Finding] {
    guard let target = file.sourceTarget else { return [] }
    guard let allowed = ImportTable.allowed(for: file) else {
        let mend = "Add a row for it to ImportTable.targets, or move the file."
        return [Finding(file.path, breaks: "the import table has no target \(target)", mend: mend)]
    }
    return imports(of: file).filter { !allowed.contains($0.module) }.map { line, module in
        let list = allowed.sorted().joined(separator: ", ")
        return Finding(
            file.path, line: line, breaks: "\(file.name) may not import \(module)",
            mend: list.isEmpty
                ? "\(target) is pure: take what you need as an argument."
                : "Allowed here: \(list). Give the file the role it has, or pass a value in.")
    }
}
