// A mail as it is written: headers that no text can break, a body that comes out as it went in.

import Foundation
import Testing
import WorkTime

@testable import Mail

extension MailMessage {
    /// Invented.
    static func sample(
        _ body: String = "Kính gửi ông/bà", subject: String = "Đã tiếp nhận hồ sơ",
        id: String = "notice/dossier/LB.BD-170703-0012/1/received",
        from sender: String = "Một cửa <mot-cua@ubnd.example>"
    ) throws -> MailMessage {
        MailMessage(
            id: id, sender: try #require(MailSender(sender)),
            recipient: try #require(MailAddress("hu.cau@example.com")), subject: subject,
            body: body, date: Instant(milliseconds: 1_499_047_205_999), languages: [.vi, .en])
    }
}

@Suite struct `A mail` {
    @Test func `has the headers that a receiver and an absence notice ask for`() throws {
        let mail = try MailReading(try MailMessage.sample().bytes)
        #expect(
            mail.headers.map(\.name) == [
                "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
            ])
        #expect(mail["Date"] == "Mon, 3 Jul 2017 09:00:05 +0700")
        #expect(mail["From"] == "Một cửa <mot-cua@ubnd.example>")
        #expect(mail["To"] == "<hu.cau@example.com>")
        #expect(mail["Subject"] == "Đã tiếp nhận hồ sơ")
        #expect(
            mail["Message-ID"]
                == "<notice/dossier/LB.BD-170703-0012/1/received@ubnd.example>")
        #expect(mail["Content-Type"] == "text/plain; charset=utf-8")
        #expect(mail["Content-Language"] == "vi, en")
        #expect(mail["Auto-Submitted"] == "auto-generated")
        #expect(mail.body == "Kính gửi ông/bà")
    }

    @Test func `without a name of its sender has the address alone`() throws {
        let mail = try MailReading(try MailMessage.sample(from: "mot-cua@ubnd.example").bytes)
        #expect(mail["From"] == "<mot-cua@ubnd.example>")
    }

    @Test(arguments: [
        ("Mot cua", "Mot cua"), ("O'Mot & cua", "O'Mot & cua"), ("A, B", nil), ("A. B", nil),
        ("A \"B\" C", nil), ("=?UTF-8?B?QQ==?=", nil), ("Một cửa", nil),
    ])
    func `writes the sender's name as it is only where it is a row of atoms`(
        _ name: String, _ plain: String?
    ) throws {
        let address = try #require(MailAddress("a@b.vn"))
        let sender = try #require(MailSender(name: name, address: address))
        var message = try MailMessage.sample()
        message.sender = sender
        let mail = try MailReading(message.bytes)
        #expect(mail["From"] == "\(name) <a@b.vn>")
        let raw = try #require(mail.headers.first { $0.name == "From" }).value
        #expect(raw.hasPrefix("=?UTF-8?B?") == (plain == nil), "\(raw)")
    }

    /// RFC 5322, 2.1.1; RFC 2047, section 2.
    @Test func `has lines of 76 letters at most, all of ASCII, all with CR LF`() throws {
        let long = String(repeating: "Thủ tục đăng ký khai sinh quá hạn. ", count: 200)
        let message = try MailMessage.sample(long, subject: long)
        let mail = try MailReading(message.bytes)
        #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(message.bytes.allSatisfy { $0 < 0x7F })
        #expect(message.bytes.count { $0 == 13 } == message.bytes.count { $0 == 10 })
        #expect(mail["Subject"] == long && mail.body == long)
    }

    @Test(arguments: [
        "x\r\nBcc: y@z.vn", "x\nBcc: y@z.vn", "x\rBcc: y", "x\r\n\r\nbody", "x\u{0}", "x\u{85}y",
        "x\u{2028}y", "\u{1B}[2J",
    ])
    func `lets no subject begin another header`(_ subject: String) throws {
        let mail = try MailReading(try MailMessage.sample(subject: subject).bytes)
        #expect(mail.headers.count == 10 && mail["Bcc"] == nil)
        let decoded = try #require(mail["Subject"])
        #expect(!decoded.unicodeScalars.contains(where: MailWords.isControl))
        #expect(mail.body == "Kính gửi ông/bà")
    }

    /// CR LF, CR and LF as CR LF.
    private func withMailLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var ended: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 10, index > 0, bytes[index - 1] == 13 { continue }
            ended += byte == 10 || byte == 13 ? [13, 10] : [byte]
        }
        return ended
    }

    @Test func `carries any text of a body, with the line ends of mail`() throws {
        var chance = MailChance(seed: 3)
        for _ in 0..<3_000 {
            let text = chance.text(maximum: 200)
            let mail = try MailReading(try MailMessage.sample(text).bytes)
            #expect(Array(mail.body.utf8) == withMailLineEnds(Array(text.utf8)))
        }
    }

    @Test func `carries any text of a subject, control characters as spaces`() throws {
        var chance = MailChance(seed: 4)
        for _ in 0..<3_000 {
            let text = chance.text(maximum: 120)
            let message = try MailMessage.sample(subject: text)
            let mail = try MailReading(message.bytes)
            #expect(mail.headers.count == 10)
            var expected = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                expected.append(MailWords.isControl(scalar) ? " " : scalar)
            }
            let told = try #require(mail["Subject"])
            #expect(Array(told.utf8) == Array(String(expected).utf8))
            #expect(mail.lines.allSatisfy { $0.utf8.count <= 76 })
        }
    }

    @Test func `has the same Message-ID when it is made again, and another for another id`()
        throws
    {
        let ids = [
            "a", "a.", ".a", "a..b", "a.b", "a%2Eb", "a b", "ă", "", "a/b", "a@b", "a>b", "a\r\nb",
        ]
        var seen: Set<String> = []
        for id in ids {
            let message = try MailMessage.sample(id: "n/\(id)")
            #expect(message.messageID == (try MailMessage.sample(id: "n/\(id)")).messageID)
            #expect(seen.insert(message.messageID).inserted, "\(id)")
            let local = message.messageID.dropFirst().prefix { $0 != "@" }
            #expect(MailAddress("\(local)@b.vn") != nil, "\(local) is a dot-atom")
        }
    }

    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 07:00:00 +0700"),
        (1_499_047_205_999, "Mon, 3 Jul 2017 09:00:05 +0700"),
        (1_518_670_800_000, "Thu, 15 Feb 2018 12:00:00 +0700"),
        (-1_000, "Thu, 1 Jan 1970 06:59:59 +0700"),
    ])
    func `is dated as the clock of the office shows it`(_ at: Int64, _ text: String) {
        #expect(MailDate.text(Instant(milliseconds: at), in: .indochina) == text)
    }

    @Test func `is dated west of Greenwich with a minus`() throws {
        let zone = try #require(ZoneOffset(minutes: -210))
        #expect(
            MailDate.text(Instant(milliseconds: 0), in: zone) == "Wed, 31 Dec 1969 20:30:00 -0330")
    }

    @Test func `is encoded as Foundation encodes`() {
        var chance = MailChance(seed: 5)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8(chance.number(below: 256)) }
            let text = String(decoding: MailBase64.encoded(bytes), as: UTF8.self)
            #expect(text == Data(bytes).base64EncodedString())
        }
    }
}
