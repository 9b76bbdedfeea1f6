// Limits on files, functions and lines.

enum SizeLimit {
    static let fileLines = 500
    static let functionLines = 70
    static let medianFileLines = 80
    static let columns = 100
}

func sizeFindings(_ file: SourceFile) -> [Finding] {
    var findings: [Finding] = []
    if file.lines.count > SizeLimit.fileLines {
        findings.append(
            Finding(
                file.path, breaks: "\(file.lines.count) lines, over \(SizeLimit.fileLines)",
                mend: "Split it by sub-noun."))
    }
    for size in functionSizes(file) where size.lines > SizeLimit.functionLines {
        let rule = "`\(size.name)` takes \(size.lines) lines, over \(SizeLimit.functionLines)"
        findings.append(
            Finding(file.path, line: size.line, breaks: rule, mend: "Give its parts names."))
    }
    for (index, line) in file.lines.enumerated() where line.count > SizeLimit.columns {
        if line.contains("://") { continue }
        findings.append(
            Finding(
                file.path, line: index + 1,
                breaks: "\(line.count) columns, over \(SizeLimit.columns)", mend: "Break the line.")
        )
    }
    return findings
}

/// The usual file is small, not only the largest bounded.
func medianFindings(_ files: [SourceFile]) -> [Finding] {
    let sizes = files.map(\.lines.count).sorted()
    guard !sizes.isEmpty, sizes[sizes.count / 2] >= SizeLimit.medianFileLines else { return [] }
    let rule = "the median file has \(sizes[sizes.count / 2]) lines"
    let mend = "Keep it under \(SizeLimit.medianFileLines): split files by noun and role."
    return [Finding("Sources", breaks: rule, mend: mend)]
}

/// What is proved takes at least as much text as what is claimed; empty lines do not count.
func testTextFindings(sources: [SourceFile], tests: [SourceFile]) -> [Finding] {
    func count(_ files: [SourceFile]) -> Int {
        files.reduce(0) { $0 + $1.lines.count { !$0.allSatisfy(\.isWhitespace) } }
    }
    let (source, test) = (count(sources), count(tests))
    if test >= source { return [] }
    let rule = "tests have \(test) lines, sources \(source)"
    return [Finding("Tests", breaks: rule, mend: "Prove what is not proved yet.")]
}
