// One mail as it goes over the line: headers of RFC 5322, text in UTF-8 as base64 (RFC 2045).

import WorkTime

public struct MailMessage: Hashable, Sendable {
    /// Stable: a repetition has the same, and so the same Message-ID.
    public var id: String
    public var sender: MailSender
    public var recipient: MailAddress
    public var subject: String
    /// Lines may end in any way.
    public var body: String
    public var date: Instant
    public var zone: ZoneOffset
    /// Languages of the body, for instance `vi, en`.
    public var languages: [Language]

    public init(
        id: String, sender: MailSender, recipient: MailAddress, subject: String, body: String,
        date: Instant, zone: ZoneOffset = .indochina, languages: [Language] = [.vi]
    ) {
        self.id = id
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.date = date
        self.zone = zone
        self.languages = languages
    }

    /// Headers, an empty line and the body; all lines end with CR LF.
    public var bytes: [UInt8] {
        let name = sender.name.isEmpty ? "" : MailWords.phrase(sender.name) + "\r\n "
        let headers = [
            "Date: \(MailDate.text(date, in: zone))",
            "From: \(name)<\(sender.address.text)>",
            "To: <\(recipient.text)>",
            "Message-ID: \(messageID)",
            "Subject: \(MailWords.header(subject))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Content-Language: \(languages.map(\.rawValue).joined(separator: ", "))",
            // Nobody's absence notice answers it (RFC 3834, 5).
            "Auto-Submitted: auto-generated",
        ]
        let head = headers.joined(separator: "\r\n") + "\r\n\r\n"
        return Array(head.utf8) + MailBase64.lines(Self.canonical(body))
    }

    /// `<notice/dossier/LB.BD-170703-0012/3/received@ubnd.example>`.
    var messageID: String { "<\(Self.atom(id))@\(sender.address.domain)>" }

    /// The id as a dot-atom; two ids never become one. What may not stand there is written `%XX`.
    static func atom(_ id: String) -> String {
        let bytes = Array(id.utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isInner =
                index > 0 && index + 1 < bytes.count && bytes[index - 1] != UInt8(ascii: ".")
            let isDot = byte == UInt8(ascii: ".") && isInner
            if byte != UInt8(ascii: "%"), MailAddress.isAtomByte(byte) || isDot {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        Array("0123456789ABCDEF".utf8)[Int(value)]
    }

    /// Text of a mail has CR LF and no other line end (RFC 2045, 6.8).
    static func canonical(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 13: bytes += [13, 10]
            case 10: if last != 13 { bytes += [13, 10] }
            default: bytes.append(byte)
            }
            last = byte
        }
        return bytes
    }
}
