// Sentences for documents that are no YAML, and the search for aliases before anything is built.

import ProcessModel
import WorkTime

extension FileReport {
    mutating func anchor(_ name: String, line: Int) {
        add(
            .yamlAnchor, line: line,
            Bilingual(
                vi: "tệp dùng neo YAML “\(name)” (& và *), không được phép",
                en: "the file uses the YAML anchor “\(name)” (& and *), which is refused"),
            mend: Bilingual(
                vi: "chép lại nội dung tại chỗ; văn bản có & hoặc * thì đặt trong dấu \"",
                en: "write the content out; put text with & or * in \" marks"))
    }

    mutating func deep(line: Int) {
        add(
            .yamlSyntax, line: line,
            Bilingual(
                vi: "lồng quá sâu, hoặc tên mục không phải là chữ",
                en: "nested too deeply, or a key that is no text"),
            mend: Bilingual(
                vi: "viết theo mẫu trong docs/schema/step-table.md",
                en: "write it as docs/schema/step-table.md shows"))
    }

    mutating func syntax(problem: String, line: Int, text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let content = lines.indices.contains(line - 1) ? lines[line - 1] : ""
        if content.prefix(while: \.isWhitespace).contains("\t") || problem.contains("tab") {
            add(
                .yamlSyntax, line: line,
                Bilingual(
                    vi: "dòng thụt vào bằng dấu tab", en: "the line is indented with a tab"),
                mend: Bilingual(
                    vi: "thay mỗi tab bằng 2 dấu cách", en: "write 2 spaces for each tab"))
            return
        }
        let known = Self.problems.first { problem.contains($0.words) }
        add(
            .yamlSyntax, line: line,
            Bilingual(
                vi: "không đúng cú pháp YAML: \(known?.sentence.vi ?? problem)",
                en: "this is no YAML: \(known?.sentence.en ?? problem)"),
            mend: known?.mend
                ?? Bilingual(
                    vi: "xem lại thụt dòng, dấu hai chấm và dấu \" ở dòng này và dòng trên",
                    en: "look at indentation, colons and \" marks of this line and the one above"))
    }

    private static let problems: [(words: String, sentence: Bilingual, mend: Bilingual)] = [
        (
            "mapping values are not allowed",
            Bilingual(
                vi: "dấu hai chấm giữa văn bản, hoặc thụt dòng sai",
                en: "a colon inside a text, or wrong indentation"),
            Bilingual(
                vi: "đặt văn bản có dấu hai chấm trong dấu \"",
                en: "put text with a colon in \" marks")
        ),
        (
            "did not find expected key",
            Bilingual(vi: "thụt dòng không khớp", en: "the indentation does not fit"),
            Bilingual(
                vi: "thụt dòng này bằng với các mục cùng cấp",
                en: "indent the line like the keys beside it")
        ),
        (
            "could not find expected ':'",
            Bilingual(vi: "thiếu dấu hai chấm sau tên mục", en: "the colon after a key is missing"),
            Bilingual(vi: "ghi “tên mục: giá trị”", en: "write “key: value”")
        ),
        (
            "unexpected end of stream",
            Bilingual(vi: "dấu \" chưa được đóng", en: "a \" is not closed"),
            Bilingual(vi: "thêm dấu \" ở cuối văn bản", en: "add the closing \"")
        ),
    ]
}

/// Aliases repeat what an anchor names; nested, a short text grows without end while it is read.
/// So a document in which a name stands after `&` and after `*` is refused before it is read.
enum AliasScan {
    static func alias(in text: String) -> (text: String, line: Int)? {
        var anchors: Set<[UInt8]> = []
        var aliases: [(name: [UInt8], line: Int)] = []
        var line = 1
        var before = UInt8(ascii: " ")
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), !isNamePart(before) {
                let name = Array(rest.prefix(while: isNamePart))
                if byte == UInt8(ascii: "&") { anchors.insert(name) }
                if byte == UInt8(ascii: "*") { aliases.append((name, line)) }
            }
            before = byte
        }
        let used = aliases.first { !$0.name.isEmpty && anchors.contains($0.name) }
        return used.map { (String(decoding: $0.name, as: UTF8.self), $0.line) }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: byte >= 0x80
        }
    }
}
