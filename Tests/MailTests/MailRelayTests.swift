// Handing mail to a server over a real line: one that is kind, one that is not, and none.

import MailSink
import Testing
import WorkTime

@testable import Mail

@Suite struct `The address of a relay` {
    @Test(arguments: [
        ("smtp://127.0.0.1:25", "127.0.0.1", 25), ("smtp://127.0.0.1", "127.0.0.1", 25),
        ("smtp://relay.example:2525/", "relay.example", 2525), ("smtp://[::1]:25", "::1", 25),
        ("smtp://[::1]", "::1", 25), ("smtp://localhost:65535", "localhost", 65_535),
    ])
    func `is a host and a port`(_ text: String, _ host: String, _ port: Int) throws {
        let relay = try #require(MailRelay(text))
        #expect(relay.host == host && relay.port == port)
        #expect(MailRelay(relay.text) == relay)
    }

    @Test(arguments: [
        "", "127.0.0.1:25", "smtps://a:465", "http://a", "smtp://", "smtp://:25", "smtp://a:0",
        "smtp://a:65536", "smtp://a:x", "smtp://a:", "smtp://u:p@a:25", "smtp://a/b",
        "smtp://a b:25", "smtp://a\r\n:25", "smtp://a:25?x",
    ])
    func `is nothing else`(_ text: String) {
        #expect(MailRelay(text) == nil)
    }
}

@Suite struct `A relay` {
    private func relay(_ sink: MailSink) throws -> MailRelay {
        try #require(MailRelay(sink.address))
    }

    private func deliver(
        _ message: MailMessage? = nil, to sink: MailSink, limits: MailLimits = MailLimits()
    ) async throws -> MailOutcome {
        let message = try message ?? .sample()
        return try await relay(sink).deliver(message, limits: limits)
    }

    private var hasty: MailLimits {
        var limits = MailLimits()
        limits.connectMilliseconds = 2_000
        limits.replyMilliseconds = 1_500
        limits.contentMilliseconds = 1_500
        limits.farewellMilliseconds = 300
        return limits
    }

    @Test func `gets the mail as it was written`() async throws {
        try await MailSink.run { sink in
            let body = "Kính gửi\n.\n..hai chấm\n.\r\nQUIT\r\n"
            let message = try MailMessage.sample(body, subject: "Đã có kết quả")
            let told = try await deliver(message, to: sink)
            #expect(told == .accepted)
            let mail = try #require(sink.mails.first)
            #expect(sink.mails.count == 1 && sink.connections == 1)
            #expect(mail.sender == "mot-cua@ubnd.example")
            #expect(mail.recipient == "hu.cau@example.com")
            #expect(mail.bytes == message.bytes)
            let read = try MailReading(mail.bytes)
            #expect(read["Subject"] == "Đã có kết quả")
            #expect(read.body == "Kính gửi\r\n.\r\n..hai chấm\r\n.\r\nQUIT\r\n")
            // The farewell is sent after the outcome is known.
            for _ in 0..<1_000 where sink.lines.last != "QUIT" {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(sink.lines.last == "QUIT")
        }
    }

    @Test func `gets long mails whole`() async throws {
        try await MailSink.run { sink in
            let body = String(repeating: "Một dòng dài.\n", count: 20_000)
            let message = try MailMessage.sample(body)
            let told = try await deliver(message, to: sink)
            #expect(told == .accepted)
            #expect(sink.mails.first?.bytes == message.bytes)
        }
    }

    @Test(arguments: [
        (MailSink.Event.content, "451 4.3.0 later", MailOutcome.deferred("content: 451 4.3.0")),
        (.rcpt, "450 4.2.1 hu.cau@example.com", .deferred("recipient: 450 4.2.1")),
        (.rcpt, "550 5.1.1 <hu.cau@example.com>", .refused("recipient: 550 5.1.1")),
        (.mail, "550 5.7.1 not you", .refused("sender: 550 5.7.1")),
        (.connect, "421 busy", .deferred("greeting: 421")),
        (.connect, "554 no", .unreachable("greeting: 554")),
        (.connect, "HTTP/1.1 400 Bad Request", .unreachable("greeting: no SMTP")),
        (.ehlo, "250-a\r\n251 b", .unreachable("hello: no SMTP")),
    ])
    func `says what became of it`(
        _ event: MailSink.Event, _ reply: String, _ outcome: MailOutcome
    ) async throws {
        try await MailSink.run(MailSink.but(event, .say(reply))) { sink in
            let told = try await deliver(to: sink)
            #expect(told == outcome)
            #expect(sink.mails.isEmpty)
        }
    }

    @Test func `of old is greeted plainly`() async throws {
        try await MailSink.run(MailSink.but(.ehlo, .say("502 what"))) { sink in
            let told = try await deliver(to: sink)
            #expect(told == .accepted)
            #expect(sink.lines.prefix(2) == ["EHLO ubnd.example", "HELO ubnd.example"])
        }
    }

    @Test(arguments: [
        (MailSink.Event.connect, "greeting"), (.ehlo, "hello"), (.mail, "sender"),
        (.rcpt, "recipient"), (.data, "data"), (.content, "content"),
    ])
    func `that hangs up or says nothing any more is noticed`(
        _ event: MailSink.Event, _ place: String
    ) async throws {
        try await MailSink.run(MailSink.but(event, .drop)) { sink in
            let told = try await deliver(to: sink)
            #expect(told == .unreachable("\(place): line lost"))
        }
        try await MailSink.run(MailSink.but(event, .silence)) { sink in
            // A starved machine may give up at an earlier place.
            let told = try await deliver(to: sink, limits: hasty)
            guard case .unreachable(let reason) = told else {
                Issue.record("\(told)")
                return
            }
            #expect(reason.hasSuffix(": no answer in time"))
        }
    }

    @Test func `that speaks slowly is heard, and one that never ends is not waited for`()
        async throws
    {
        let slow = MailSink.but(.rcpt, .drip("250 ok", milliseconds: 10))
        try await MailSink.run(slow) { sink in
            let told = try await deliver(to: sink)
            #expect(told == .accepted)
        }
        let endless = MailSink.but(
            .rcpt, .drip(String(repeating: "250-x\r\n", count: 50), milliseconds: 20))
        try await MailSink.run(endless) { sink in
            let told = try await deliver(to: sink, limits: hasty)
            guard case .unreachable(let reason) = told else {
                Issue.record("\(told)")
                return
            }
            #expect(reason.hasSuffix(": no answer in time"))
        }
    }

    @Test func `that sends without an end of line is none`() async throws {
        let flood = MailSink.but(.connect, .say(String(repeating: "2", count: 100_000)))
        try await MailSink.run(flood) { sink in
            let told = try await deliver(to: sink)
            #expect(told == .unreachable("greeting: no SMTP"))
        }
    }

    @Test func `that takes the mail and does not answer the farewell has taken it`() async throws {
        var limits = MailLimits()
        limits.farewellMilliseconds = 300
        for answer in [MailSink.Answer.drop, .silence, .say("500 what")] {
            let patient = limits
            try await MailSink.run(MailSink.but(.quit, answer)) { sink in
                let told = try await deliver(to: sink, limits: patient)
                #expect(told == .accepted)
                #expect(sink.mails.count == 1)
            }
        }
    }

    @Test func `that is not there, or has no name, is told from one that refuses`() async throws {
        let sink = try await MailSink.start()
        let address = sink.address
        await sink.stop()
        let gone = try #require(MailRelay(address))
        let told = await gone.deliver(try .sample(), limits: hasty)
        // Another test may have been given the port meanwhile: then it is no relay of ours either.
        #expect(told != .accepted)
        let nameless = MailRelay(host: "khong-co.invalid", port: 25)
        guard case .unreachable = await nameless.deliver(try .sample(), limits: hasty) else {
            Issue.record("a name that does not exist is no refusal")
            return
        }
    }

    @Test func `is let go of when the server stops`() async throws {
        try await MailSink.run(MailSink.but(.connect, .silence)) { sink in
            let relay = try relay(sink)
            let message = try MailMessage.sample()
            let delivery = Task { await relay.deliver(message) }
            while sink.connections == 0 { try await Task.sleep(for: .milliseconds(5)) }
            delivery.cancel()
            #expect(await delivery.value == .unreachable("greeting: line lost"))
        }
    }

    /// A claim of twenty minutes outlasts any handing over.
    @Test func `is never waited for longer than its limits say`() {
        #expect(MailLimits().wholeMilliseconds < 20 * 60_000)
    }
}
