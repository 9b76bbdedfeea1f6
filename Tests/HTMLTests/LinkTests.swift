// Addresses: what may stand in a page, and that values cannot change where a link leads.

import HTML
import Testing

@Suite struct `Links from unknown text` {
    @Test(arguments: [
        "/", "/dossiers/12", "/a?b=c&d=e#f", "#top", "?page=2", "https://example.vn/a",
        "mailto:vanthu@example.vn", "tel:+842400000000", "/a:b", "/javascript:1",
    ])
    func `harmless addresses pass as they are`(_ text: String) {
        #expect(Link(checking: text)?.text == text)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
        "data:text/html,<script>", "DATA:text/html;base64,PA==", "vbscript:x", "blob:x",
        "file:///etc/passwd", "http://example.vn", "ftp://example.vn", "about:blank",
        "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
        "/\n/evil.example", "/\r/evil.example", "https:evil.example", "HTTPS://example.vn", "",
        "dossiers/12", "..", "/a b", "/\u{202E}/evil.example", "/\u{85}/evil.example",
        "/\u{0}/evil.example", "/hồ-sơ", "/\u{7F}/a",
    ])
    func `all others are refused`(_ text: String) {
        #expect(Link(checking: text) == nil)
    }

    @Test func `no link means no attribute`() {
        #expect(a(.href(Link(checking: "javascript:1"))) { "x" }.string == "<a>x</a>")
    }
}

@Suite struct `Links written in the program` {
    @Test func `a literal is taken as it stands`() {
        let link: Link = "/ho-so?trang=2#cuoi"
        #expect(link.text == "/ho-so?trang=2#cuoi")
    }

    @Test func `numbers and codes keep their look`() {
        let code = "000.00.16.H26-190626-0043"
        let link: Link = "/dossiers/\(code)/steps/\(5)"
        #expect(link.text == "/dossiers/000.00.16.H26-190626-0043/steps/5")
    }

    @Test(arguments: [
        ("../../admin", "..%2F..%2Fadmin"), ("a b", "a%20b"), ("a&b=c", "a%26b%3Dc"),
        ("#x", "%23x"), ("?x", "%3Fx"), ("\"><script>", "%22%3E%3Cscript%3E"),
        ("Đỗ", "%C4%90%E1%BB%97"), ("100%", "100%25"), ("a+b", "a%2Bb"), ("~-._", "~-._"),
        ("\u{0}\n", "%00%0A"), ("", ""),
    ])
    func `a value stays one piece of the address`(_ value: String, _ expected: String) {
        let link: Link = "/tim?q=\(value)&trang=1"
        #expect(link.text == "/tim?q=\(expected)&trang=1")
    }

    @Test func `a value cannot be an address of another scheme`() {
        let value = "javascript:alert(1)"
        let link: Link = "/\(value)"
        #expect(link.text == "/javascript%3Aalert%281%29")
    }

    @Test func `a checked link can be gone on with`() {
        let list: Link = "/work"
        let link: Link = "\(list)?sort=\("tên")"
        #expect(link.text == "/work?sort=t%C3%AAn")
    }

    @Test func `queries grow by one item at a time`() {
        let list: Link = "/work#dau"
        let second = list.adding("after", "9 giờ").adding("sort", "name")
        #expect(second.text == "/work?after=9%20gi%E1%BB%9D&sort=name#dau")
    }

    @Test func `an ampersand of an address is escaped in the page`() {
        #expect(a(.href("/a?b=1&c=2")).string == "<a href=\"/a?b=1&amp;c=2\"></a>")
    }

    @Test(arguments: [("/a", true), ("//a", false), ("", false)])
    func `attributes that load or send take the same checked type`(_ text: String, _ good: Bool) {
        let link = Link(checking: text)
        let tag = form(.action(link)) { button(.formaction(link)) { "x" } }
        let expected = "<form action=\"/a\"><button formaction=\"/a\">x</button></form>"
        #expect((tag.string == expected) == good)
        #expect((img(.src(link), .alt("")).string == "<img src=\"/a\" alt=\"\">") == good)
    }
}
