// What is an address, and all that is none: nothing in one may end a line or open a command.

import Testing

@testable import Mail

@Suite struct `An address` {
    @Test(arguments: [
        "a@b.vn", "nguyen.van.a@example.com", "ten+mot-cua@ubnd.longbien.hanoi.gov.vn",
        "x_1@a-b.example", "!#$%&'*+-/=?^_`{|}~@mau.example", "A@B.C", "1@2.example",
        "a@xn--bcher-kva.example",
    ])
    func `is local part and domain of letters, digits and their marks`(_ text: String) throws {
        let address = try #require(MailAddress(text))
        #expect(address.text == text)
        #expect(!address.local.contains("@") && !address.domain.contains("@"))
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@b.vn", "a@b", "a@@b.vn", "a@b@c.vn", ".a@b.vn", "a.@b.vn",
        "a..b@c.vn", "a@.vn", "a@b.", "a@b..vn", "a@-b.vn", "a@b-.vn", "a@b_c.vn", "a@1.2.3.4",
        "a@[127.0.0.1]", "\"a b\"@c.vn", "a b@c.vn", " a@b.vn", "a@b.vn ", "a@b.vn.",
        "tên@mien.vn", "ten@miền.vn", "a@b.vn,c@d.vn", "a@b.vn;", "A <a@b.vn>", "<a@b.vn>",
        "a(b)@c.vn", "a\\@b.vn", "a:b@c.vn",
    ])
    func `is nothing else`(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test(arguments: [
        "a@b.vn\r\nRCPT TO:<c@d.vn>", "a\r\n@b.vn", "a@b.vn\n", "a\u{0}@b.vn", "a@b.vn\u{0}",
        "a@b.vn>\r\nDATA", "a\t@b.vn", "a@b.vn\u{85}", "a@b.vn\u{2028}Bcc: x", "a\u{7F}@b.vn",
        "a@b.vn\r", "a%0d%0a@b\r.vn", "a\u{200B}@b.vn", "ａ@b.vn", "a@b。vn",
    ])
    func `holds no way out of its place`(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func `is no longer than the line allows`() {
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 63)
        #expect(MailAddress("\(local)@b.vn") != nil)
        #expect(MailAddress("\(local)a@b.vn") == nil)
        #expect(MailAddress("a@\(label).vn") != nil)
        #expect(MailAddress("a@\(label)b.vn") == nil)
        #expect(MailAddress("\(local)@\(label).\(label).\(label)") == nil)
        #expect(MailAddress(String(repeating: "a@b.", count: 100_000)) == nil)
    }

    /// Whatever is taken consists of bytes that the line takes as they are.
    @Test func `of random bytes is taken only without what the line reads otherwise`() {
        var chance = MailChance(seed: 7)
        let pieces = ["a", "b.vn", "@", ".", "-", "\r\n", "\0", " ", "<", ">", "ă", "\"", ",", ":"]
        var taken = 0
        for _ in 0..<100_000 {
            let text = (0..<chance.number(below: 8)).map { _ in chance.one(of: pieces) }.joined()
            guard let address = MailAddress(text) else { continue }
            taken += 1
            let isPlain = address.text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && !"<>\"(),:;\\[]".utf8.contains($0)
            }
            #expect(isPlain && address.text.utf8.count(where: { $0 == UInt8(ascii: "@") }) == 1)
        }
        #expect(taken > 5)
    }
}

@Suite struct `A sender` {
    @Test func `is an address with or without a name`() throws {
        let plain = try #require(MailSender("mot-cua@ubnd.example"))
        #expect(plain.name.isEmpty && plain.text == "mot-cua@ubnd.example")
        let named = try #require(MailSender("Bộ phận Một cửa <mot-cua@ubnd.example>"))
        #expect(named.name == "Bộ phận Một cửa")
        #expect(named.address.text == "mot-cua@ubnd.example")
        #expect(named.text == "Bộ phận Một cửa <mot-cua@ubnd.example>")
        let quoted = try #require(MailSender("\"Một cửa\" <a@b.vn>"))
        #expect(quoted.name == "Một cửa")
    }

    @Test(arguments: [
        "", "Một cửa", "Một cửa <>", "Một cửa <a@b>", "<a@b.vn>", "A <a@b.vn> B", "A <a@b.vn",
        "A <b <a@b.vn>", "A\r\nBcc: x@y.vn <a@b.vn>", "A\u{0} <a@b.vn>", "A > <a@b.vn>",
        "\u{2028}A <a@b.vn>", "a@b.vn>",
    ])
    func `is nothing else`(_ text: String) {
        #expect(MailSender(text) == nil)
    }

    @Test func `has a name that is no novel`() throws {
        let address = try #require(MailAddress("a@b.vn"))
        #expect(MailSender(name: String(repeating: "a", count: 200), address: address) != nil)
        #expect(MailSender(name: String(repeating: "a", count: 201), address: address) == nil)
    }
}
