// What is said after each reply, and what is made of it (RFC 5321, 4.3.2).

import Testing

@testable import Mail

@Suite struct `A reply` {
    private func reply(_ lines: String...) throws -> SMTPReply? {
        var reader = SMTPReplyReader()
        var reply: SMTPReply?
        for line in lines { reply = try reader.take(Array(line.utf8)) }
        return reply
    }

    @Test func `is three digits and words, over one line or several`() throws {
        #expect(try reply("250 ok")?.code == 250)
        #expect(try reply("250")?.code == 250)
        #expect(try reply("250 ")?.code == 250)
        #expect(try reply("250-a") == nil)
        #expect(try reply("250-a", "250-b", "250 c")?.code == 250)
    }

    @Test func `keeps its numbers and none of its words`() throws {
        let refused = try reply("550 5.1.1 <hu.cau@example.com>: no such user")
        #expect(refused?.numbers == "550 5.1.1")
        #expect(try reply("550 user hu.cau@example.com unknown")?.numbers == "550")
        #expect(try reply("550-5.7.1 a", "550 5.7.2 b")?.numbers == "550 5.7.1")
        for words in ["5.1", "5.1.1.1", "55.1.1", "5.1111.1", "5..1", "5.a.1", "a@b.c.d"] {
            #expect(try reply("550 \(words)")?.numbers == "550", "\(words)")
        }
    }

    @Test(arguments: [
        [""], ["25"], ["abc"], ["199 x"], ["600 x"], ["250x"], ["2500"], ["250-a", "251 b"],
        ["-250"], ["２50 x"], ["GET / HTTP/1.1"], ["\u{16}\u{3}\u{1}"],
    ])
    func `is nothing else`(_ lines: [String]) {
        #expect(throws: SMTPReplyReader.Malformed.self) {
            var reader = SMTPReplyReader()
            for line in lines { _ = try reader.take(Array(line.utf8)) }
        }
    }

    @Test func `ends at last`() {
        #expect(throws: SMTPReplyReader.Malformed.self) {
            var reader = SMTPReplyReader()
            for _ in 0...SMTPReplyReader.lineMaximum { _ = try reader.take(Array("250-a".utf8)) }
        }
    }
}

@Suite struct `A dialog` {
    private func text(_ action: SMTPDialog.Action) -> String {
        switch action {
        case .say(let bytes): String(decoding: bytes, as: UTF8.self)
        case .quit(let outcome): "quit \(outcome)"
        case .end: "end"
        }
    }

    private func reply(_ code: Int, _ status: String? = nil) -> SMTPReply {
        SMTPReply(code: code, status: status)
    }

    /// What is said in answer to each of the replies.
    private func said(_ codes: [Int]) throws -> [String] {
        var dialog = SMTPDialog(try .sample(), hostname: "ubnd.example")
        return codes.map { text(dialog.take(reply($0))) }
    }

    @Test func `of a mail that is taken has five commands and a farewell`() throws {
        let said = try said([220, 250, 250, 250, 354, 250, 221])
        #expect(
            Array(said.prefix(4)) == [
                "EHLO ubnd.example\r\n", "MAIL FROM:<mot-cua@ubnd.example>\r\n",
                "RCPT TO:<hu.cau@example.com>\r\n", "DATA\r\n",
            ])
        #expect(said[4].hasPrefix("Date: ") && said[4].hasSuffix("\r\n.\r\n"))
        #expect(said[5...] == ["quit accepted", "end"])
    }

    @Test func `falls back to the plain greeting of old servers`() throws {
        let said = try said([220, 502, 250])
        #expect(said[1] == "HELO ubnd.example\r\n")
        #expect(said[2].hasPrefix("MAIL FROM"))
    }

    /// Place by place: put off, refused, and what is no answer to what was said.
    @Test(arguments: [
        ([554], "quit unreachable(\"greeting: 554\")"),
        ([450], "quit unreachable(\"greeting: 450\")"),
        ([421], "quit deferred(\"greeting: 421\")"),
        ([220, 421], "quit deferred(\"hello: 421\")"),
        ([220, 450], "quit unreachable(\"hello: 450\")"),
        ([220, 502, 550], "quit unreachable(\"plainHello: 550\")"),
        ([220, 250, 451], "quit deferred(\"sender: 451\")"),
        ([220, 250, 530], "quit refused(\"sender: 530\")"),
        ([220, 250, 250, 450], "quit deferred(\"recipient: 450\")"),
        ([220, 250, 250, 550], "quit refused(\"recipient: 550\")"),
        ([220, 250, 250, 354], "quit unreachable(\"recipient: 354\")"),
        ([220, 250, 250, 251, 452], "quit deferred(\"data: 452\")"),
        ([220, 250, 250, 250, 554], "quit refused(\"data: 554\")"),
        ([220, 250, 250, 250, 250], "quit unreachable(\"data: 250\")"),
        ([220, 250, 250, 250, 354, 451], "quit deferred(\"content: 451\")"),
        ([220, 250, 250, 250, 354, 552], "quit refused(\"content: 552\")"),
        ([220, 250, 250, 250, 354, 354], "quit unreachable(\"content: 354\")"),
    ])
    func `ends with what the last reply means`(_ codes: [Int], _ last: String) throws {
        #expect(try said(codes).last == last)
        #expect(try said(codes + [421]).last == "end", "whatever answers the farewell")
    }

    @Test func `names the status that the server gave`() throws {
        var dialog = SMTPDialog(try .sample(), hostname: "ubnd.example")
        for code in [220, 250, 250] { _ = dialog.take(reply(code)) }
        #expect(dialog.take(reply(550, "5.1.1")) == .quit(.refused("recipient: 550 5.1.1")))
    }

    @Test(arguments: [
        ("", ".\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        ("a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n"), ("..a\r\n", "...a\r\n.\r\n"),
        ("a.b\r\n", "a.b\r\n.\r\n"), ("a\r\n.b", "a\r\n..b\r\n.\r\n"), ("\r\n.", "\r\n..\r\n.\r\n"),
    ])
    func `doubles the dots that begin a line`(_ text: String, _ stuffed: String) {
        #expect(String(decoding: SMTPDialog.stuffed(Array(text.utf8)), as: UTF8.self) == stuffed)
    }

    @Test func `sends nothing that ends a mail before its end`() throws {
        var chance = MailChance(seed: 11)
        for _ in 0..<2_000 {
            let bytes = Array(
                chance.text(maximum: 60).replacing("\r\n", with: "\n")
                    .replacing("\r", with: "\n").replacing("\n", with: "\r\n").utf8)
            let text = String(decoding: SMTPDialog.stuffed(bytes), as: UTF8.self)
            let ends = ("\r\n" + text).ranges(of: "\r\n.\r\n")
            #expect(ends.count == 1)
            #expect(text.hasSuffix(".\r\n"))
        }
    }
}
