// One mail handed over: what to say after each reply (RFC 5321, 3.3 and 4.3.2). No line, no clock:
// replies come in, commands and the outcome go out.

struct SMTPDialog: Sendable {
    /// What was said last and is to be answered.
    enum Place: String, Sendable {
        case greeting, hello, plainHello, sender, recipient, data, content, quit
    }

    enum Action: Hashable, Sendable {
        case say([UInt8])
        /// All is known: say farewell and wait a little for its answer.
        case quit(MailOutcome)
        /// Hang up.
        case end
    }

    let message: MailMessage
    /// By which name we greet: a domain, or an address literal as `[127.0.0.1]`.
    let hostname: String
    private(set) var place = Place.greeting

    init(_ message: MailMessage, hostname: String) {
        self.message = message
        self.hostname = hostname
    }

    static let farewell = Array("QUIT\r\n".utf8)

    mutating func take(_ reply: SMTPReply) -> Action {
        if reply.code == 421, place != .quit { return finish(.deferred(reason(reply))) }
        switch (place, reply.kind) {
        case (.greeting, 2): return say("EHLO \(hostname)", at: .hello)
        case (.hello, 2), (.plainHello, 2):
            return say("MAIL FROM:<\(message.sender.address.text)>", at: .sender)
        // Servers of old know only the plain one.
        case (.hello, 5): return say("HELO \(hostname)", at: .plainHello)
        // What is refused before the mail was named is we, not the mail.
        case (.greeting, _), (.hello, _), (.plainHello, _):
            return finish(.unreachable(reason(reply)))
        case (.sender, 2): return say("RCPT TO:<\(message.recipient.text)>", at: .recipient)
        case (.recipient, 2): return say("DATA", at: .data)
        case (.data, 3):
            place = .content
            return .say(Self.stuffed(message.bytes))
        case (.content, 2): return finish(.accepted)
        case (.quit, _): return .end
        case (_, 4): return finish(.deferred(reason(reply)))
        case (_, 5): return finish(.refused(reason(reply)))
        case (_, _): return finish(.unreachable(reason(reply)))
        }
    }

    private mutating func say(_ command: String, at next: Place) -> Action {
        place = next
        return .say(Array((command + "\r\n").utf8))
    }

    private mutating func finish(_ outcome: MailOutcome) -> Action {
        place = .quit
        return .quit(outcome)
    }

    private func reason(_ reply: SMTPReply) -> String { "\(place.rawValue): \(reply.numbers)" }

    /// A line that begins with a dot gets another before it; a dot alone ends it all (RFC 5321,
    /// 4.5.2).
    static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 5)
        var isLineStart = true
        for byte in bytes {
            if isLineStart, byte == UInt8(ascii: ".") { text.append(byte) }
            text.append(byte)
            isLineStart = byte == 10
        }
        if !isLineStart { text += [13, 10] }
        return text + [UInt8(ascii: "."), 13, 10]
    }
}
