// Which addresses are one, what a code looks like, and what is kept of it.

import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Addresses that can be shown` {
    @Test(
        arguments: [
            ("Hu.Cau@Vi-Du.VN", "hu.cau@vi-du.vn"), ("a@b.vn", "a@b.vn"),
            ("a@b", nil), ("", nil), ("a b@c.vn", nil), ("a@b.vn\r\nBcc: c@d.vn", nil),
            ("đ@b.vn", nil), ("<a@b.vn>", nil),
        ] as [(String, String?)])
    func `are the same in capitals`(_ typed: String, _ text: String?) {
        #expect(Contacts.Address(.email, typed)?.text == text)
    }

    /// Numbers of 01 with eleven digits ended in 2018; dossiers of 2017 hold them.
    @Test(
        arguments: [
            ("0912345678", "+84912345678"), ("0912 345 678", "+84912345678"),
            ("091-234-5678", "+84912345678"), ("0912.345.678", "+84912345678"),
            ("+84912345678", "+84912345678"), ("+84 912 345 678", "+84912345678"),
            ("0084912345678", "+84912345678"), ("0312345678", "+84312345678"),
            ("0512345678", "+84512345678"), ("0712345678", "+84712345678"),
            ("0812345678", "+84812345678"), ("01234567890", "+841234567890"),
            ("(091) 2345678", "+84912345678"),
            ("02412345678", nil), ("0212345678", nil), ("0612345678", nil), ("091234567", nil),
            ("09123456789", nil), ("912345678", nil), ("", nil), ("0", nil), ("09x2345678", nil),
            ("+1 212 555 0100", nil), ("٠٩١٢٣٤٥٦٧٨", nil), ("0912345678;0912345679", nil),
        ] as [(String, String?)])
    func `are mobile numbers as the world writes them`(_ typed: String, _ text: String?) {
        #expect(Contacts.Address(.sms, typed)?.text == text)
        #expect(Contacts.mobile(typed) == text)
    }

    @Test func `are told to who typed them and to nobody else`() throws {
        let mail = try #require(Contacts.Address(.email, "hu.cau@vi-du.vn"))
        #expect(mail.veiled == "h***@vi-du.vn")
        let phone = try #require(Contacts.Address(.sms, "0912 345 678"))
        #expect(phone.veiled == "+84*******78")
        #expect(!phone.veiled.contains("3456"))
        #expect(mail.digest != phone.digest && mail.digest.count == 64)
        #expect(Contacts.Address(.email, "HU.CAU@vi-du.vn")?.digest == mail.digest)
    }

    @Test func `of an applicant come e-mail first, and only those that can be reached`() {
        var applicant = Dossiers.Applicant(
            name: "Hư Cấu", phone: "0912 345 678", email: "a@b.vn")
        #expect(applicant.addresses.map(\.channel) == [.email, .sms])
        applicant.email = ""
        #expect(applicant.addresses.map(\.text) == ["+84912345678"])
        applicant.phone = "024 1234 5678"
        #expect(applicant.addresses.isEmpty)
    }

    @Test func `are asked for as the server is set up`() {
        #expect(Contacts.Settings().address(typed: "a@b.vn") == nil)
        let mail = Contacts.Settings(channels: [.email])
        #expect(mail.address(typed: "a@b.vn")?.channel == .email)
        #expect(mail.address(typed: "0912345678") == nil)
        #expect(DossierTestOffice.both.address(typed: "0912345678")?.channel == .sms)
        #expect(DossierTestOffice.both.address(typed: "gì đó") == nil)
    }
}

@Suite struct `A code` {
    @Test func `has six digits whatever chance gives`() {
        var chance = DossierTestChance(seed: 3)
        var seen: Set<String> = []
        for _ in 0..<2_000 {
            let code = Contacts.code(of: (0..<8).map { _ in UInt8(chance.below(256)) })
            #expect(code.count == Contacts.codeDigits && Int(code) != nil)
            seen.insert(code)
        }
        #expect(seen.count > 1_900, "they are spread")
        #expect(Contacts.code(of: [0, 0, 0, 0, 0, 0, 0, 7]) == "000007")
        #expect(Contacts.code(of: []) == "000000")
    }

    @Test(
        arguments: [
            ("123456", "123456"), ("123 456", "123456"), (" 12-34-56 ", "123456"),
            ("12345", nil), ("1234567", nil), ("", nil), ("12345a", nil), ("１２３４５６", nil),
        ] as [(String, String?)])
    func `is read as people type it`(_ typed: String, _ code: String?) {
        #expect((try? Contacts.code(typed: typed)) == code)
    }

    @Test func `is kept so that who has the table alone cannot try it`() {
        let kept = Contacts.digest(of: "123456", secret: "bí mật")
        #expect(kept != Contacts.digest(of: "123456", secret: "khác"))
        #expect(kept != Contacts.digest(of: "123457", secret: "bí mật"))
        #expect(kept.count == 64 && !kept.contains("123456"))
    }

    @Test func `stands in the outbox without an address, and is read back as it was put`() throws {
        for channel in Contacts.Channel.allCases {
            let letter = Contacts.Letter(
                channel: channel, holder: "abc", digits: "012345", sending: 2)
            let message = letter.message(dueAt: 5)
            #expect(try Contacts.Letter(message) == letter)
            #expect(message.dueAt == 5 && message.id == "notice/code/abc/5")
            // The page of the notices shows `code` of a payload, which is a dossier's there.
            #expect(try message.payload.optionalText("code") == nil)
        }
        let other = Notices.Notice(kind: .ready, code: "A", version: 1).message(dueAt: 0)
        #expect(try Contacts.Letter(other) == nil)
    }

    @Test func `that is not believed is refused in both languages, with the place`() {
        let refusals: [Contacts.Rejection] = [
            .addressInvalid, .notSetUp, .codeMissing, .codeWrong(left: 3), .codeOld,
            .tooSoon(seconds: 9), .tooMany(seconds: 61), .sessionOver, .unknown("X"),
        ]
        for refusal in refusals {
            #expect(!refusal.sentence.vi.isEmpty && !refusal.sentence.en.isEmpty)
            #expect(refusal.code.hasPrefix("contacts.") && !refusal.code.contains("("))
        }
        #expect(Contacts.Rejection.codeWrong(left: 3).field == "code")
        #expect(Contacts.Rejection.codeWrong(left: 3).sentence.vi.contains("3"))
        #expect(Contacts.Rejection.addressInvalid.field == "address")
        #expect(Contacts.Rejection.tooMany(seconds: 61).sentence.en.contains("2 min"))
        #expect(Contacts.Rejection.unknown("X").isNotFound)
    }
}
