// A sheet as comma-separated values: for programs, and safe for spreadsheets.

import Testing
import WorkTime

@testable import Office

@Suite struct `A sheet as comma-separated values` {
    private func written(
        _ rows: [[Reports.Sheet.Value]], totals: [[Reports.Sheet.Value]] = [],
        heads: [String] = ["Tên", "Số"]
    ) -> String {
        Reports.Sheet(
            name: "x", title: "Tiêu đề", lead: "Kỳ", columns: heads.map { .init($0) }, rows: rows,
            totals: totals
        ).commaSeparated
    }

    @Test func `begins with a mark, then heads, rows and totals, each line ended`() {
        let text = written(
            [[.text("Hộ tịch"), .number(3)]], totals: [[.text("Cộng"), .number(3)]])
        #expect(text == "\u{FEFF}Tên,Số\r\nHộ tịch,3\r\nCộng,3\r\n")
    }

    @Test func `has neither title nor lead: a program reads the first line as heads`() {
        let text = written([])
        #expect(text == "\u{FEFF}Tên,Số\r\n")
        #expect(!text.contains("Tiêu đề"))
    }

    @Test func `writes each kind of value so that a program reads it back`() throws {
        let day = try #require(DayNumber("2017-07-03"))
        let moment = try #require(LocalMinute("2017-07-03T09:05"))
        let text = written(
            [
                [
                    .empty, .number(-1_234), .share(894, of: 935), .share(0, of: 0), .day(day),
                    .moment(moment),
                ]
            ], heads: ["a", "b", "c", "d", "e", "f"])
        #expect(text.hasSuffix("\r\n,-1234,95.61,,2017-07-03,2017-07-03 09:05\r\n"))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+84", "'+84"), ("-2", "'-2"), ("@a", "'@a"), ("a,b", "\"a,b\""),
        ("a\"b", "\"a\"\"b\""), ("hai\ndòng", "\"hai\ndòng\""), ("a;b", "\"a;b\""),
        (" =1", "' =1"), ("=a,b", "\"'=a,b\""), ("bình thường", "bình thường"), ("", ""),
    ])
    func `takes the sting out of what begins like a formula`(_ text: String, _ cell: String) {
        #expect(written([[.text(text), .number(1)]]).hasSuffix("\r\n\(cell),1\r\n"))
        #expect(written([], heads: [text, "b"]).hasPrefix("\u{FEFF}\(cell),b\r\n"))
    }
}
