// Files lie with their noun, are named once, and say what they are for.

import Testing

@Suite struct PlaceTests {
    private var swiftFiles: [SourceFile] { Repository.sources + Repository.tests }

    @Test func `the repository is found`() {
        #expect(Repository.texts.contains { $0.path == "Package.swift" })
        #expect(Repository.sources.count > 10)
        #expect(Repository.tests.contains { $0.name == "PlaceTests.swift" })
    }

    @Test func `no folder is without owner`() {
        expectNone(swiftFiles.flatMap(folderFindings))
    }

    @Test func `file names are unique over the package`() {
        expectNone(nameFindings(swiftFiles))
    }

    @Test func `each file says what it is for`() {
        expectNone(swiftFiles.flatMap(openingFindings))
    }

    @Test(arguments: ["Core", "Common", "Shared", "Services", "Helpers", "Utils"])
    func `a folder without owner is found at any depth`(folder: String) {
        #expect(folderFindings(SourceFile("Sources/\(folder)/A.swift", "")).count == 1)
        #expect(folderFindings(SourceFile("Sources/Office/\(folder)/A.swift", "")).count == 1)
        #expect(folderFindings(SourceFile("Sources/Office/Plans/\(folder).swift", "")).isEmpty)
    }

    @Test func `a file name that stands twice is found once for each further file`() {
        let files = ["Sources/A/B.swift", "Sources/C/B.swift", "Tests/D/B.swift"]
            .map { SourceFile($0, "") }
        #expect(nameFindings(files).map(\.path) == ["Sources/C/B.swift", "Tests/D/B.swift"])
        #expect(nameFindings(Array(files.prefix(1))).isEmpty)
    }

    @Test func `a file must begin with a sentence`() {
        #expect(openingFindings(SourceFile("a.swift", "// Counts working days.\n")).isEmpty)
        #expect(openingFindings(SourceFile("a.swift", "import Testing\n// Late.")).count == 1)
        #expect(openingFindings(SourceFile("a.swift", "//\n")).count == 1)
        #expect(openingFindings(SourceFile("a.swift", "")).count == 1)
    }
}
