// Replies of an SMTP server: three digits and words, over one line or several (RFC 5321, 4.2).

/// One whole reply. The words are kept only as far as programs read them.
struct SMTPReply: Hashable, Sendable {
    /// 200...599.
    let code: Int
    /// `5.1.1` (RFC 3463), where the server says it.
    let status: String?

    /// `550 5.1.1`: all that may be kept of it.
    var numbers: String { status.map { "\(code) \($0)" } ?? String(code) }
    var kind: Int { code / 100 }
}

/// Puts lines together to replies.
struct SMTPReplyReader: Sendable {
    /// What a server sent is no reply.
    struct Malformed: Error {}

    /// A server that goes on and on is none.
    static let lineMaximum = 100
    private var first: SMTPReply?
    private var count = 0

    /// - Parameter line: Without its end.
    /// - Returns: The reply when the line was its last.
    mutating func take(_ line: [UInt8]) throws(Malformed) -> SMTPReply? {
        count += 1
        if count > Self.lineMaximum { throw Malformed() }
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Malformed()
        }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let mark = line.count > 3 ? line[3] : UInt8(ascii: " ")
        guard (200...599).contains(code), first.map({ $0.code == code }) ?? true,
            mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-")
        else { throw Malformed() }
        let reply = first ?? SMTPReply(code: code, status: Self.status(line.dropFirst(4)))
        if mark == UInt8(ascii: "-") {
            first = reply
            return nil
        }
        (first, count) = (nil, 0)
        return reply
    }

    /// The first word when it is `class.subject.detail`.
    private static func status(_ text: ArraySlice<UInt8>) -> String? {
        let word = text.prefix { $0 != UInt8(ascii: " ") }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 1,
            parts.allSatisfy({ part in
                (1...3).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return nil }
        return String(decoding: word, as: UTF8.self)
    }
}
