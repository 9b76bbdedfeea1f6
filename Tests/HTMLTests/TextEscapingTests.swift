// Text of any origin, written into content and into attributes, must stay text.

import HTML
import Testing

/// Reads a page the way a parser does, just far enough to see whether text broke out.
struct MarkupReader {
    let bytes: [UInt8]

    /// Names of the tags in order, closing tags with a slash.
    var tagNames: [String] {
        var names: [String] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                var end = index + 1
                while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
                names.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            }
            index += 1
        }
        return names
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            || (0x41...0x5A).contains(byte)
    }
}

/// Undoes the five references, so that what a reader sees can be compared with what was meant.
func unescaped(_ text: String) -> String {
    var rest = Substring(text)
    var result = ""
    let references = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    outer: while let first = rest.first {
        for (reference, character) in references where rest.hasPrefix(reference) {
            result += character
            rest.removeFirst(reference.count)
            continue outer
        }
        result.append(first)
        rest.removeFirst()
    }
    return result
}

let hostileTexts = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</td></tr></table><h1>chiếm trang</h1>",
    "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>",
    "&lt;script&gt;", "&#60;script&#62;", "&amp;amp;", "&", "&&", "&#",
    "javascript:alert(1)", "data:text/html,<b>",
    "<<<<>>>>", "\"\"''", "<a href='javascript:1'>", "{{7*7}}", "${7*7}", "`alert(1)`",
    "<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
    "<style>*{display:none}</style>", "<base href=//x>", "<meta http-equiv=refresh>",
    "＜script＞", "‹script›", "\u{FEFF}<b>", "Ủy ban <nhân dân> & \"quận\"",
]

@Suite struct `Escaping of text` {
    @Test(arguments: hostileTexts)
    func `content holds no tag but those of the program`(_ text: String) {
        let page = p { text }
        #expect(MarkupReader(bytes: page.bytes).tagNames == ["p", "/p"])
    }

    @Test(arguments: hostileTexts)
    func `an attribute holds neither quote nor bracket`(_ text: String) {
        let page = input(.name(text), .value(text), .title(text), .data("label", text))
        #expect(MarkupReader(bytes: page.bytes).tagNames == ["input"])
        #expect(page.bytes.filter { $0 == UInt8(ascii: "\"") }.count == 8)
        #expect(!page.bytes.contains(UInt8(ascii: "'")))
    }

    @Test(arguments: hostileTexts)
    func `what is read is what was meant`(_ text: String) {
        let meant = text.filter { $0 != "\u{0}" }
        #expect(unescaped(HTML.text(text).string) == meant)
    }

    @Test(arguments: hostileTexts)
    func `fields and titles cannot be closed from inside`(_ text: String) {
        let area = textarea(.name("a"), text: text)
        #expect(MarkupReader(bytes: area.bytes).tagNames == ["textarea", "/textarea"])
        let page = document(lang: text, title: text, body: HTML.empty)
        let names = ["", "html", "head", "meta", "meta", "title", "/title", "/head", "body"]
        #expect(MarkupReader(bytes: page.bytes).tagNames == names + ["/body", "/html"])
    }

    @Test func `the five characters become references`() {
        #expect(HTML.text("<>&\"'").string == "&lt;&gt;&amp;&quot;&#39;")
        #expect(HTML.text("a=b;c/d").string == "a=b;c/d")
    }

    @Test func `an ampersand is escaped once however often fragments are nested`() {
        let nested = div { div { div { HTML { "a & b" } } } }
        #expect(nested.string == "<div><div><div>a &amp; b</div></div></div>")
    }
}

@Suite struct `Characters that are dropped` {
    @Test(arguments: Array(0..<0x20) + [0x7F] + Array(0x80..<0xA0))
    func `control characters`(_ value: Int) throws {
        let character = Character(try #require(UnicodeScalar(value)))
        let expected =
            switch value {
            case 0x09: "a\tb"
            case 0x0A, 0x0D: "a\nb"
            default: "ab"
            }
        #expect(HTML.text("a\(character)b").string == expected)
        #expect(p(.title("a\(character)b")).string == "<p title=\"\(expected)\"></p>")
    }

    @Test func `line ends of every kind are one line feed`() {
        #expect(HTML.text("a\r\nb\rc\n\rd\r").string == "a\nb\nc\n\nd\n")
    }

    @Test(arguments: Array(0x202A...0x202E) + Array(0x2066...0x2069))
    func `characters that turn the direction of the line`(_ value: Int) throws {
        let character = Character(try #require(UnicodeScalar(value)))
        #expect(HTML.text("Lê\(character)Văn").string == "LêVăn")
    }

    @Test(arguments: [0xA0, 0xA9, 0xB2, 0xB7, 0x2013, 0x2019, 0x201C, 0x2026, 0x2028, 0x206A])
    func `their neighbours stay`(_ value: Int) throws {
        let character = String(Character(try #require(UnicodeScalar(value))))
        #expect(HTML.text("a\(character)b").string == "a\(character)b")
        #expect(HTML.text(character).string == character)
    }

    @Test(arguments: ["Ễ Ộ ữ ẵ Đ ỹ", "e\u{302}\u{303}", "日本 한국", "👩‍👩‍👧 👍🏽", "\u{10FFFF}", "à đủ 100 %"])
    func `letters of all scripts stay`(_ text: String) {
        #expect(Array(HTML.text(text).string.utf8) == Array(text.utf8))
    }

    @Test func `half a character of a broken source does not reach the page`() {
        let broken = String(decoding: [0x61, 0xC2, 0x3C, 0xE2, 0x80, 0x3E, 0xFF], as: UTF8.self)
        let page = HTML.text(broken)
        #expect(String(validating: page.bytes, as: UTF8.self) != nil)
        #expect(page.string == "a\u{FFFD}&lt;\u{FFFD}&gt;\u{FFFD}")
    }
}

@Suite struct `Very long texts` {
    @Test func `a megabyte of brackets comes out whole`() {
        let text = String(repeating: "<", count: 1_000_000)
        #expect(p(.title(text)) { text }.bytes.count == 2 * 4_000_000 + 16)
    }

    @Test func `a megabyte of letters comes out as it was`() {
        let text = String(repeating: "ệ", count: 350_000)
        #expect(HTML.text(text).string == text)
    }

    @Test func `hundreds of levels can be nested`() {
        var page = HTML.text("giữa")
        for _ in 0..<500 { page = div { page } }
        #expect(page.string.hasPrefix("<div><div>"))
        #expect(page.bytes.count == 500 * 11 + "giữa".utf8.count)
    }
}
