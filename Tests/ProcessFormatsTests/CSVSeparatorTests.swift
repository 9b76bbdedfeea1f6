// The reader of tables with another separator: what a spreadsheet or a bank writes.

import ProcessFormats
import Testing
import WorkTime

struct CSVSeparatorTests {
    private static let separators: [UInt8] = [0x2C, 0x3B, 0x09]

    /// Fields that hold the other separators, and this one behind marks.
    @Test(arguments: separators)
    func `a table is read by its separator alone`(_ separator: UInt8) throws {
        let mark = String(UnicodeScalar(separator))
        for others in Self.separators where others != separator {
            let other = String(UnicodeScalar(others))
            let text = "a\(other)b\(mark)\"c\(mark)d\"\(mark)\r\n\n\(mark)\"e\"\"\n\"\(mark)f"
            let lines = try CSVRows.lines(of: text, separator: separator)
            #expect(lines.map(\.fields) == [["a\(other)b", "c\(mark)d", ""], ["", "e\"\n", "f"]])
            #expect(lines.map(\.line) == [1, 3])
        }
    }

    @Test(arguments: separators)
    func `what has no separator is one field a line`(_ separator: UInt8) throws {
        let lines = try CSVRows.lines(of: "một\nhai\r\n\rba", separator: separator)
        #expect(lines.map(\.fields) == [["một"], ["hai"], ["ba"]])
        #expect(try CSVRows.lines(of: "", separator: separator).isEmpty)
        #expect(try CSVRows.lines(of: "\n\r\n\r", separator: separator).isEmpty)
    }

    @Test(arguments: [
        ("a;b\n\"c", 2, "không được đóng"), ("a;b\nc;d\"", 2, "không có ngoặc kép"),
        ("\"a\"b", 1, "còn chữ sau dấu"), ("a\n\n\"b\n\nc", 3, "không được đóng"),
    ])
    func `what breaks the grammar is named with its line`(
        _ text: String, _ line: Int, _ words: String
    ) {
        do {
            _ = try CSVRows.lines(of: text, separator: 0x3B)
            Issue.record("read: \(text)")
        } catch {
            #expect(error.line == line && error.message.vi.contains(words), "\(error)")
            #expect(!error.message.en.isEmpty)
        }
    }

    /// The reader of files of the product is as it was: a comma, and nothing else.
    @Test func `a file of the product keeps its comma`() throws {
        let rows = try CSVRows.read(Array("a;b,c\n".utf8), file: "x.csv")
        #expect(rows == [["a;b", "c"]])
    }
}
