// Lines out of bytes: pieces of any size, line ends of both kinds, lines that are too long.

import Foundation
import Testing
import WorkTime

@testable import Office

@Suite struct LineBatchTests {
    /// Answers each line with its length, and refuses those that begin with `!`.
    private let measuring: LineBatch.Answering = { (line) throws(LineFlaw) in
        if line.first == UInt8(ascii: "!") { throw LineFlaw(vi: "không \"được\"", en: "no\t\\") }
        return "\(line.count)"
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `the size of the pieces changes nothing`(_ size: Int) {
        let text = Array("a\nbb\r\n\nccc\n!x\ndddd".utf8)
        var batch = LineBatch(measuring)
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: size) {
            bytes += batch.take(text[start..<min(start + size, text.count)])
        }
        bytes += batch.finish()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.prefix(4) == ["1", "2", "0", "3"])
        #expect(lines.last == "4")
        #expect(batch.flawCount == 1)
        #expect(batch.lineCount == 6)
    }

    @Test func `nothing in gives nothing out`() {
        var batch = LineBatch(measuring)
        #expect(batch.take([]).isEmpty)
        #expect(batch.finish().isEmpty)
        #expect(batch.lineCount == 0)
    }

    @Test func `errors are JSON whatever they say`() throws {
        var batch = LineBatch(measuring)
        let line = batch.take(Array("!\n".utf8))
        let value = try JSONSerialization.jsonObject(with: Data(line))
        let fields = try #require(value as? [String: String])
        #expect(fields["error"] == "Dòng 1: không \"được\" / Line 1: no\t\\")
    }

    @Test func `a line longer than the most is refused and the next one is read`() {
        var batch = LineBatch(measuring)
        let long = [UInt8](repeating: 97, count: LineBatch.lineMaximum + 1)
        let bytes = batch.take(long + [10] + [97, 10])
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last == "1")
        #expect(batch.flawCount == 1)
    }

    @Test(arguments: ["", "a", "\"", "\\", "\n\r\t", "\u{0}\u{1F}", "ư ợ 🙂", "</script>"])
    func `a quoted text reads back as it was`(_ text: String) throws {
        let line = Data("[\(JSONLine.quoted(text))]".utf8)
        let value = try JSONSerialization.jsonObject(with: line) as? [String]
        #expect(value == [text])
    }
}
