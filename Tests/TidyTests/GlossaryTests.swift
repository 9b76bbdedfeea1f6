// The glossary speaks of what is there.

import Testing

@Suite struct GlossaryTests {
    private let glossary = SourceFile(
        "docs/GLOSSARY.md",
        """
        | In code | Vietnamese |
        |---|---|
        | `Dossier` | hồ sơ |
        | `Entry`, `Chain` | mục sổ, `chuỗi` |

        ## Words kept for what is to come

        | `Meeting` | cuộc họp |
        """)

    @Test func `each name of the glossary stands in the sources`() throws {
        let file = try #require(Repository.texts.first { $0.path == Glossary.path })
        #expect(glossaryNames(file).count > 20)
        expectNone(glossaryFindings(file, sources: Repository.sources))
    }

    @Test func `names are those of the first column above the words that are kept`() {
        #expect(glossaryNames(glossary).map(\.name) == ["Dossier", "Entry", "Chain"])
        #expect(glossaryNames(glossary).map(\.line) == [3, 4, 4])
    }

    @Test func `a name that no source knows is found`() {
        let source = SourceFile("Sources/Ledger/Entry.swift", "struct Entry {}\nenum Dossiers {}")
        let found = glossaryFindings(glossary, sources: [source])
        #expect(found.map(\.rule) == ["no source knows Dossier", "no source knows Chain"])
    }

    @Test func `a name in a comment alone does not count`() {
        let source = SourceFile("a.swift", "// Dossier, Entry, Chain\n")
        #expect(glossaryFindings(glossary, sources: [source]).count == 3)
    }
}
