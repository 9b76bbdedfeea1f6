// Small files, small functions, lines that fit, and tests no shorter than what they prove.

import Testing

@Suite struct SizeTests {
    @Test func `files, functions and lines keep to their limits`() {
        expectNone((Repository.sources + Repository.tests).flatMap(sizeFindings))
    }

    @Test func `the median source file is small`() {
        expectNone(medianFindings(Repository.sources))
    }

    @Test func `test text is at least as long as source text`() {
        expectNone(
            testTextFindings(
                sources: Repository.sources, tests: Repository.tests + Repository.stories))
    }

    private func file(lines: Int) -> SourceFile {
        SourceFile("a.swift", String(repeating: "let a = 1\n", count: lines))
    }

    private func function(lines: Int) -> SourceFile {
        let body = String(repeating: "    go()\n", count: lines - 2)
        return SourceFile("a.swift", "func walk() {\n\(body)}\n")
    }

    @Test func `a file may have its limit and not one line more`() {
        #expect(sizeFindings(file(lines: 500)).isEmpty)
        #expect(sizeFindings(file(lines: 501)).count == 1)
    }

    @Test func `a function may have its limit and not one line more`() {
        #expect(sizeFindings(function(lines: 70)).isEmpty)
        #expect(sizeFindings(function(lines: 71)).map(\.line) == [1])
    }

    @Test func `a line may fill its columns, marks counted once, and links may run over`() {
        let full = "// " + String(repeating: "ễ", count: 97)
        #expect(sizeFindings(SourceFile("a.swift", full)).isEmpty)
        #expect(sizeFindings(SourceFile("a.swift", full + "ễ")).count == 1)
        let link = "// https://example.vn/" + String(repeating: "a", count: 100)
        #expect(sizeFindings(SourceFile("a.swift", link)).isEmpty)
    }

    @Test func `the median counts, not the largest`() {
        #expect(medianFindings([file(lines: 10), file(lines: 79), file(lines: 400)]).isEmpty)
        #expect(medianFindings([file(lines: 10), file(lines: 80), file(lines: 90)]).count == 1)
        #expect(medianFindings([]).isEmpty)
    }

    @Test func `empty lines do not make tests longer`() {
        let padded = SourceFile("b.swift", "let a = 1\n\n\n\n")
        #expect(
            testTextFindings(sources: [file(lines: 2)], tests: [padded]).count == 1)
        #expect(
            testTextFindings(sources: [file(lines: 2)], tests: [file(lines: 2)]).isEmpty)
    }
}
