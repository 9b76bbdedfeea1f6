// A short text goes to a gateway over a real line: what is sent, and what each answer means.

import Foundation
import MailSink
import Testing

@testable import Mail

@Suite struct `A gateway for short texts` {
    private let message = TextMessage(
        id: "sms/notice/dossier/PA-170703-0001/1/received", recipient: "+84912345678",
        text: "Ho so PA-170703-0001: da tiep nhan.")

    private var quick: MailLimits {
        var limits = MailLimits()
        limits.connectMilliseconds = 2_000
        limits.replyMilliseconds = 400
        return limits
    }

    @Test func `is given id, number and text as JSON, with its secret`() async throws {
        try await TextSink.run { sink in
            let gateway = try #require(TextGateway(sink.address, secret: "bi-mat-123"))
            #expect(await gateway.deliver(message) == .accepted)
            let sunk = try #require(sink.texts.first)
            #expect(sunk.head.first == "POST /sms HTTP/1.1")
            #expect(sunk.header("Authorization") == "Bearer bi-mat-123")
            #expect(sunk.header("Content-Type") == "application/json")
            #expect(sunk.header("Host") == "127.0.0.1:\(sink.port)")
            #expect(sunk.header("Idempotency-Key") == "\"\(message.id)\"")
            let json = try JSONSerialization.jsonObject(with: Data(sunk.body.utf8))
            let value = try #require(json as? [String: String])
            #expect(
                value == ["id": message.id, "to": "+84912345678", "text": message.text])
        }
    }

    @Test func `has no secret where none is set, and shows none`() async throws {
        try await TextSink.run { sink in
            let gateway = try #require(TextGateway(sink.address))
            #expect(await gateway.deliver(message) == .accepted)
            #expect(sink.texts.first?.header("Authorization") == "")
        }
        let gateway = try #require(TextGateway("http://a.vn/x", secret: "bi-mat"))
        #expect(gateway.text == "http://a.vn:80/x" && !gateway.text.contains("bi-mat"))
    }

    @Test(
        arguments: [
            (200, .accepted), (202, .accepted), (204, .accepted), (400, .refused("http 400")),
            (422, .refused("http 422")), (429, .deferred("http 429")),
            (408, .deferred("http 408")), (500, .deferred("http 500")),
            (503, .deferred("http 503")), (401, .unreachable("http 401")),
            (403, .unreachable("http 403")), (404, .unreachable("http 404")),
            (301, .unreachable("http 301")),
        ] as [(Int, MailOutcome)])
    func `means by its number what becomes of the text`(
        _ status: Int, _ outcome: MailOutcome
    ) async throws {
        try await TextSink.run([.status(status)]) { sink in
            let gateway = try #require(TextGateway(sink.address))
            #expect(await gateway.deliver(message) == outcome)
            #expect(sink.texts.count == 1)
        }
    }

    @Test(
        arguments: [
            (.drop, .deferred("line lost")), (.silence, .deferred("no answer in time")),
            (.say("220 smtp ready\r\n"), .unreachable("no HTTP")),
            (.say("HTTP/1.1 abc\r\n"), .unreachable("no HTTP")),
            (.say(String(repeating: "x", count: 3_000)), .unreachable("no HTTP")),
            (.drip("HTTP/1.1 202 Accepted\r\n\r\n"), .accepted),
        ] as [(TextSink.Answer, MailOutcome)])
    func `that answers oddly, or not at all, may have taken it`(
        _ answer: TextSink.Answer, _ outcome: MailOutcome
    ) async throws {
        try await TextSink.run([answer]) { sink in
            let gateway = try #require(TextGateway(sink.address))
            #expect(await gateway.deliver(message, limits: quick) == outcome)
        }
    }

    @Test func `that is not there stops the pass`() async throws {
        let port = try await TextSink.run { $0.port }
        let gateway = try #require(TextGateway("http://127.0.0.1:\(port)/sms"))
        let outcome = await gateway.deliver(message, limits: quick)
        guard case .unreachable(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.hasPrefix("connect: "))
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:9000/sms", "http://127.0.0.1:9000/sms"),
            ("http://sms.example", "http://sms.example:80/"),
            ("http://[::1]:90/a?b=c", "http://[::1]:90/a?b=c"),
            ("https://sms.example/", nil), ("sms.example", nil), ("http://", nil),
            ("http://:90/", nil), ("http://a:0/", nil), ("http://a:70000/", nil),
            ("http://user:pass@a/", nil), ("http://a b/", nil), ("http://a/x y", nil),
            ("http://a/x\r\nHost: b", nil), ("http://a/đ", nil), ("", nil),
        ] as [(String, String?)])
    func `has an address that can end no line`(_ address: String, _ text: String?) {
        #expect(TextGateway(address)?.text == text)
    }

    @Test(arguments: ["a b", "a\r\nX: y", "đ", "\u{7F}"])
    func `has no secret that can`(_ secret: String) {
        #expect(TextGateway("http://a/", secret: secret) == nil)
    }

    @Test(
        arguments: [
            "plain", "a\"b\\c", "dòng\nhai", "tab\t", "\u{0}\u{1F}", "đ ữ 😀", "</script>", "",
        ])
    func `is given JSON that holds whatever was written`(_ text: String) throws {
        let written = TextMessage(id: "1", recipient: "+84912345678", text: text)
        let json = try JSONSerialization.jsonObject(with: Data(written.json))
        #expect((json as? [String: String])?["text"] == text)
    }

    @Test func `reads the first line of an answer alone`() {
        #expect(TextReply(Array("HTTP/1.1 20".utf8)) == .unfinished)
        #expect(TextReply([]) == .unfinished)
        #expect(TextReply(Array("HTTP/1.0 200\r\n".utf8)) == .status(200))
        #expect(TextReply(Array("HTTP/1.1 099 x\r\n".utf8)) == .none)
        #expect(TextReply(Array("HTTP/1.1 2000 x\r\n".utf8)) == .none)
        #expect(TextReply(Array("\r\n".utf8)) == .none)
    }
}
