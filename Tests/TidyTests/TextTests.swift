// Every word of the interface exists in both languages, and none is left over.

import Testing

@Suite struct TextTests {
    static let shipped = Repository.texts.first { $0.path == TextTable.path }
    private var office: [SourceFile] {
        Repository.sources.filter { ["Office", "RoViec"].contains($0.sourceTarget) }
    }

    @Test(.enabled(if: shipped != nil, "the interface has no texts.csv yet"))
    func `the interface's words are whole, asked for and used`() throws {
        let table = TextTable(try #require(Self.shipped).text)
        expectNone(textRowFindings(table))
        expectNone(missingTextFindings(office.flatMap(textUses), in: table))
        expectNone(unusedTextFindings(table, sources: office))
    }

    private let table = TextTable(
        "key,vi,en\nplan.title,\"Kế hoạch, tháng\",Plan\nday.1,Hai,Monday\nday.2,Ba,Tuesday\n")

    private func page(_ code: String) -> SourceFile { SourceFile("Sources/Office/A.swift", code) }

    @Test func `cells may hold commas, quotation marks and line ends`() {
        let table = TextTable("key,vi,en\r\na.b,\"một, \"\"hai\"\"\nba\",one\r\nc.d,e,f")
        #expect(
            table.rows.map(\.cells) == [["a.b", "một, \"hai\"\nba", "one"], ["c.d", "e", "f"]])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test(arguments: [
        ("a.b,một,", "has an empty cell"), ("a.b,một", "has 2 cells, not key, vi, en"),
        ("a.b,một,one\na.b,hai,two", "stands twice"),
        ("a.b,{0} ngày,{1} days", "has other places for values in Vietnamese than in English"),
    ])
    func `a row that is not whole is found`(rows: String, rule: String) {
        #expect(textRowFindings(TextTable("key,vi,en\n" + rows)).map(\.rule) == ["a.b " + rule])
    }

    @Test func `whole rows pass`() {
        #expect(textRowFindings(table).isEmpty)
        #expect(textRowFindings(TextTable("key,vi,en\na.b,{0}/{1},{1} of {0}")).isEmpty)
    }

    @Test func `a key that is asked for must exist`() {
        let uses = textUses(page("h1(text(\"plan.title\"))\ntexts.text(\"plan.titel\", 1)"))
        #expect(missingTextFindings(uses, in: table).map(\.line) == [2])
    }

    @Test func `a key that goes on with a value needs one key that begins so`() {
        let uses = textUses(page(#"text("day.\(n)") + text("month.\(n)")"#))
        #expect(missingTextFindings(uses, in: table).map(\.rule) == ["there is no text month."])
    }

    @Test(arguments: [#"row.text("person")"#, #"HTML.text("Rõ Việc")"#, #"context("a.b")"#])
    func `what is not asked of the table is not a key`(code: String) {
        #expect(textUses(page(code)).isEmpty)
    }

    @Test func `a key that nobody uses is found`() {
        let sources = [page(#"menu("plan.title")"#)]
        let found = unusedTextFindings(table, sources: sources)
        #expect(found.map(\.line) == [3, 4])
        #expect(unusedTextFindings(table, sources: sources + [page(#"key("day.\(n)")"#)]).isEmpty)
    }
}
