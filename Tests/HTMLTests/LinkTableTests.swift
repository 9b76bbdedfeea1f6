// Addresses row by row: schemes, hidden signs, each byte, queries that grow.

import HTML
import Testing

@Suite struct `Addresses byte by byte` {
    /// Bytes that break an address wherever they stand: controls, space, backslash, beyond ASCII.
    @Test(arguments: UInt8(0)..<128)
    func `a byte may stand in an address or not`(byte: UInt8) {
        let isBad = byte <= 0x20 || byte >= 0x7F || byte == 0x5C
        let sign = String(decoding: [byte], as: UTF8.self)
        #expect((Link(checking: "/a\(sign)b") == nil) == isBad)
        #expect((Link(checking: "https://example.vn/\(sign)") == nil) == isBad)
        #expect((Link(checking: "?\(sign)") == nil) == isBad)
    }

    /// RFC 3986, 2.3: what needs no percent sign.
    @Test(arguments: UInt8(0)..<128)
    func `a byte of a value is written as it is or by percent`(byte: UInt8) {
        let kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        let sign = String(decoding: [byte], as: UTF8.self)
        let high = "0123456789ABCDEF".map(String.init)[Int(byte >> 4)]
        let low = "0123456789ABCDEF".map(String.init)[Int(byte & 15)]
        let expected = kept.utf8.contains(byte) ? sign : "%\(high)\(low)"
        #expect(Link.percentEncoded(sign) == expected)
    }

    @Test(arguments: [
        ("ă", "%C4%83"), ("â", "%C3%A2"), ("đ", "%C4%91"), ("ê", "%C3%AA"), ("ô", "%C3%B4"),
        ("ơ", "%C6%A1"), ("ư", "%C6%B0"), ("ấ", "%E1%BA%A5"), ("ự", "%E1%BB%B1"),
        ("Ỹ", "%E1%BB%B8"), ("€", "%E2%82%AC"), ("🙂", "%F0%9F%99%82"), ("a\u{301}", "a%CC%81"),
        ("một cửa", "m%E1%BB%99t%20c%E1%BB%ADa"), ("%41", "%2541"), ("a/b?c#d", "a%2Fb%3Fc%23d"),
    ])
    func `letters beyond ASCII are written as their bytes`(text: String, encoded: String) {
        #expect(Link.percentEncoded(text) == encoded)
    }
}

@Suite struct `Addresses by their beginning` {
    @Test(arguments: [
        "/", "/a", "/a/b/c", "/a//b", "/?a=b", "/#a", "#", "#a", "#/a", "?", "?a", "?a=b&c=d",
        "https://a", "https://a.vn:8443/b?c#d", "https://", "mailto:a@b.vn", "mailto:",
        "tel:19001009", "tel:", "/https://a", "/..", "/.", "/%20", "/a'b\"c<d>", "/a;b=c", "/@a",
    ])
    func `pass`(text: String) {
        #expect(Link(checking: text)?.text == text)
        #expect(Link(checking: text) == Link(checking: text))
    }

    @Test(arguments: [
        "", "a", "a/b", "./a", "../a", "//", "///a", "//a.vn", "http://a.vn", "HTTP://a", "https:",
        "https:/a", "https:a", "Https://a", "MAILTO:a", "Tel:1", "ws://a", "wss://a", "ftp://a",
        "file:///a", "data:,", "javascript:", "JAVASCRIPT:a", "vbscript:a", "blob:a", "about:a",
        "sms:1", "intent:a", "view-source:a", "chrome://a", "@a", "&a", "=a", ":a", "%2F%2Fa",
        "&#x2F;a", "\u{FEFF}/a", "\u{200B}/a", "\u{A0}/a", "/a\u{2028}", "／a", "/а",
    ])
    func `are refused`(text: String) {
        #expect(Link(checking: text) == nil)
    }
}

@Suite struct `Queries that grow` {
    @Test(arguments: [
        ("/a", "/a?n=v"), ("/a?b=c", "/a?b=c&n=v"), ("/a#d", "/a?n=v#d"),
        ("/a?b=c#d", "/a?b=c&n=v#d"), ("?", "?&n=v"), ("#d", "?n=v#d"), ("/", "/?n=v"),
        ("/a#d#e", "/a?n=v#d#e"), ("/a#?", "/a?n=v#?"), ("https://a.vn", "https://a.vn?n=v"),
    ])
    func `keep what was there, the mark of the place last`(text: String, grown: String) throws {
        let link = try #require(Link(checking: text))
        #expect(link.adding("n", "v").text == grown)
    }

    @Test(arguments: ["a&b=c", "#", "?", "\"><b>", "\u{0}", "một", "%"])
    func `hold a value as one piece`(value: String) throws {
        let link = Link("/a").adding("n", value).adding("m", "1")
        #expect(link.text == "/a?n=\(Link.percentEncoded(value))&m=1")
        #expect(Link(checking: link.text) == link)
    }
}
