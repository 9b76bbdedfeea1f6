// Workbooks: what goes in comes out, as what it is, and nothing a citizen wrote becomes a formula.

import Testing
import WorkTime

@testable import Office

@Suite struct `A workbook` {
    private static let moment = Instant(milliseconds: 1_499_070_600_000)

    private static func sheet(
        _ rows: [[Reports.Sheet.Value]], totals: [[Reports.Sheet.Value]] = [],
        name: String = "Biểu 06", columns: [Reports.Sheet.Column] = [.init("Tên", width: 30)]
    ) -> Reports.Sheet {
        Reports.Sheet(
            name: name, title: "Tình hình giải quyết", lead: "Kỳ: 2017", columns: columns,
            rows: rows, totals: totals)
    }

    private func read(_ sheets: Reports.Sheet...) throws -> ReportReadWorkbook {
        try ReportReadWorkbook(Site.Workbook.bytes(of: sheets, at: Self.moment))
    }

    @Test func `is an archive that spreadsheets know by its first bytes`() throws {
        let bytes = try Site.Workbook.bytes(of: [Self.sheet([])], at: Self.moment)
        #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(bytes.count > 2_000)
    }

    @Test func `has title, lead and heads above its rows, and the heads stay in view`() throws {
        let book = try read(Self.sheet([[.text("Hộ tịch")]], totals: [[.text("Cộng")]]))
        let page = try #require(book.sheets.first)
        #expect(page.name == "Biểu 06")
        #expect(page["A1"] == "Tình hình giải quyết")
        #expect(page["A2"] == "Kỳ: 2017")
        #expect(page["A3"].isEmpty)
        #expect(page["A4"] == "Tên")
        #expect(page["A5"] == "Hộ tịch")
        #expect(page["A6"] == "Cộng")
        #expect(page.frozenBefore == "B5")
        #expect(page.isLandscape)
        let bold = ["A1", "A2", "A4", "A5", "A6"].map { page.cells[$0]?.isBold }
        #expect(bold == [true, false, true, false, true])
    }

    @Test func `writes numbers, shares, days and moments as what they are`() throws {
        let day = try #require(DayNumber("2017-07-03"))
        let moment = try #require(LocalMinute("2017-07-03T09:30"))
        let columns = ["a", "b", "c", "d", "e", "f"].map { Reports.Sheet.Column($0) }
        let book = try read(
            Self.sheet(
                [
                    [
                        .number(1_234), .share(894, of: 935), .day(day), .moment(moment),
                        .share(0, of: 0), .empty,
                    ]
                ], columns: columns))
        let page = try #require(book.sheets.first)
        #expect(page["A5"] == "1234")
        #expect(page.cells["A5"]?.format == "#,##0")
        #expect(Double(page["B5"]).map { abs($0 - 894.0 / 935.0) < 1e-12 } == true)
        #expect(page.cells["B5"]?.format == "0.00%")
        // 2017-07-03 is day 42919 since the last of December 1899.
        #expect(page["C5"] == "42919")
        #expect(page.cells["C5"]?.format == "dd/mm/yyyy")
        #expect(Double(page["D5"]).map { abs($0 - 42_919.395_833) < 1e-5 } == true)
        #expect(page.cells["D5"]?.format == "dd/mm/yyyy hh:mm")
        #expect(page["E5"].isEmpty, "no share has no base")
        #expect(page["F5"].isEmpty)
    }

    static let hostile = [
        "=1+1", "=HYPERLINK(\"http://example.com\",\"Bấm\")", "+84 912", "-2", "@SUM(A1:A9)",
        "\t=1", "{=1}", "'=1", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "a & b",
        "\"nháy\"", "]]>", "_x0041_", "é\u{301}", "Nguyễn Thị Ánh Nguyệt", "😀 hồ sơ",
    ]

    @Test(arguments: hostile)
    func `keeps a text a text, whatever it begins with`(_ text: String) throws {
        let page = try #require(try read(Self.sheet([[.text(text)]])).sheets.first)
        let cell = try #require(page.cells["A5"])
        #expect(cell.kind == "text")
        #expect(!cell.isFormula)
        #expect(cell.value == text)
        #expect(!page.cells.values.contains { $0.isFormula })
    }

    @Test func `leaves out marks that no file may hold, and the rest stays`() throws {
        let dirty = "a\u{0}b\u{1}c\u{8}d\u{B}e\u{1F}f\r\ng\u{7F}h\u{FFFF}i"
        let page = try #require(try read(Self.sheet([[.text(dirty)]])).sheets.first)
        #expect(page["A5"] == "abcdef\nghi")
    }

    @Test func `ends a text where a cell ends, between two letters`() throws {
        let long = String(repeating: "ế", count: 40_000)
        let page = try #require(try read(Self.sheet([[.text(long)]])).sheets.first)
        #expect(page["A5"].unicodeScalars.count == 32_767)
        let wide = String(repeating: "😀", count: 20_000)
        let other = try #require(try read(Self.sheet([[.text(wide)]])).sheets.first)
        #expect(other["A5"].count == 16_383)
        #expect(other["A5"].allSatisfy { $0 == "😀" })
    }

    @Test func `is the same to the byte for the same sheets, and knows when it was made`() throws {
        let sheet = Self.sheet([[.text("Hộ tịch")], [.number(3)]])
        let bytes = try Site.Workbook.bytes(of: [sheet], at: Self.moment)
        #expect(try Site.Workbook.bytes(of: [sheet], at: Self.moment) == bytes)
        #expect(try ReportReadWorkbook(bytes).created == "2017-07-03T08:30:00Z")
    }

    @Test func `has a tab for each sheet, and no two of one name`() throws {
        let book = try read(
            Self.sheet([[.number(1)]], name: "Bảng"), Self.sheet([[.number(2)]], name: "Bảng"))
        #expect(book.sheets.map(\.name) == ["Bảng", "Bảng 2"])
        #expect(book.sheets.map { $0["A5"] } == ["1", "2"])
    }

    @Test(arguments: [
        ("Biểu 06", "Biểu 06"), ("a/b\\c:d?e*f[g]h", "abcdefgh"), ("", "Sheet"), ("'a'", "a"),
        ("///", "Sheet"), (String(repeating: "ắ", count: 40), String(repeating: "ắ", count: 31)),
        ("hai\ndòng", "haidòng"),
    ])
    func `has tabs whose names spreadsheets take`(_ words: String, _ name: String) throws {
        #expect(Site.Workbook.name(words, number: 1) == name)
        let book = try read(Self.sheet([[.number(1)]], name: words))
        #expect(book.sheets.map(\.name) == [name])
    }

    @Test func `keeps the number of a later tab when its name is long`() {
        let name = Site.Workbook.name(String(repeating: "a", count: 40), number: 12)
        #expect(name.count == 31)
        #expect(name.hasSuffix("a 12"))
    }

    @Test func `has columns as wide as they were asked to be`() throws {
        let columns = [Reports.Sheet.Column("a", width: 30), Reports.Sheet.Column("b", width: 8)]
        let page = try #require(
            try read(Self.sheet([[.number(1), .number(2)]], columns: columns)).sheets.first)
        #expect(page.widths.count == 2)
        #expect(abs(page.widths[0] - 30) < 1 && abs(page.widths[1] - 8) < 1)
    }

    @Test func `of twenty thousand rows is whole`() throws {
        let rows = (1...20_000).map { [Reports.Sheet.Value.number($0)] }
        let page = try #require(try read(Self.sheet(rows)).sheets.first)
        #expect(page["A5"] == "1" && page["A20004"] == "20000")
        #expect(page["A20005"].isEmpty)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `gives back any table`(_ seed: UInt64) throws {
        var chance = ReportChance(seed: seed)
        let letters = Array("aạăâbcdđeêghiôơuưy =+-@\"'<>&,;|\t")
        let width = 1 + chance.below(6)
        let table: [[String]] = (0..<(1 + chance.below(20))).map { _ in
            (0..<width).map { _ in
                let length = 1 + chance.below(12)
                return String((0..<length).map { _ in letters[chance.below(letters.count)] })
            }
        }
        let page = try #require(
            try read(
                Self.sheet(
                    table.map { $0.map { .text($0) } },
                    columns: (0..<width).map { .init("\($0)") })
            ).sheets.first)
        for (index, row) in table.enumerated() {
            #expect(page.row(index + 5, columns: width) == row)
        }
    }
}
