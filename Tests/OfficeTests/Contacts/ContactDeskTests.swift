// Codes at the desk: ten minutes, five tries, not too many, on both stores.

import Engine
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `Codes that are sent` {
    @Test func `show an address once, within ten minutes`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("A@b.vn", holder: "h")
            let code = try await office.lastCode()
            let shown = try await office.check(code, holder: "h")
            #expect(shown.text == "a@b.vn" && shown.channel == .email)
            await #expect(throws: Contacts.Rejection.codeOld) {
                try await office.check(code, holder: "h")
            }
            try await office.send("c@d.vn", holder: "k")
            let late = try await office.lastCode()
            office.pass(minutes: 10)
            await #expect(throws: Contacts.Rejection.codeOld) {
                try await office.check(late, holder: "k")
            }
        }
    }

    @Test func `belong to the browser that asked`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            let code = try await office.lastCode()
            for other in ["k", "", Site.digest(of: "h")] {
                await #expect(throws: Contacts.Rejection.codeOld) {
                    try await office.check(code, holder: other)
                }
            }
            #expect(try await office.check(code, holder: "h").text == "a@b.vn")
        }
    }

    @Test func `take five tries, also when the sixth is right`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            let (code, wrong) = (try await office.lastCode(), try await office.wrongCode())
            for left in (0..<Contacts.triesMaximum).reversed() {
                await #expect(throws: Contacts.Rejection.codeWrong(left: left)) {
                    try await office.check(wrong, holder: "h")
                }
            }
            await #expect(throws: Contacts.Rejection.codeOld) {
                try await office.check(code, holder: "h")
            }
            // What is no code is no try.
            await #expect(throws: Contacts.Rejection.codeMissing) {
                try await office.check("12", holder: "h")
            }
        }
    }

    @Test func `take five tries from several nodes at once`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            let wrong = try await office.wrongCode()
            let nodes = [office.desk, try office.node().desk]
            let told = await withTaskGroup(of: Bool.self) { group -> Int in
                for number in 0..<20 {
                    let desk = nodes[number % 2]
                    group.addTask {
                        do {
                            _ = try await desk.checkCode(wrong, holder: "h", from: "203.0.113.1")
                            return true
                        } catch Contacts.Rejection.codeWrong {
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(told == Contacts.triesMaximum)
        }
    }

    @Test func `come again after a minute, and then the first is worth nothing`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            let first = try await office.lastCode()
            await #expect(throws: Contacts.Rejection.tooSoon(seconds: 60)) {
                try await office.send("a@b.vn", holder: "h")
            }
            #expect(try await office.codes().count == 1)
            office.pass(minutes: 1)
            try await office.send("a@b.vn", holder: "h")
            let second = try await office.lastCode()
            #expect(first != second)
            await #expect(throws: Contacts.Rejection.codeWrong(left: 4)) {
                try await office.check(first, holder: "h")
            }
            #expect(try await office.check(second, holder: "h").text == "a@b.vn")
        }
    }

    @Test func `are five an hour for an address, whoever asks`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            for number in 0..<Contacts.addressMaximum {
                try await office.send(
                    "a@b.vn", holder: "h\(number)", from: "203.0.113.\(number)")
            }
            await #expect(throws: Contacts.Rejection.tooMany(seconds: 3_600)) {
                try await office.send("A@B.vn", holder: "x", from: "198.51.100.1")
            }
            try await office.send("c@b.vn", holder: "x", from: "198.51.100.1")
            office.pass(minutes: 60)
            try await office.send("a@b.vn", holder: "y", from: "198.51.100.1")
            #expect(try await office.codes().count == Contacts.addressMaximum + 2)
        }
    }

    @Test func `are twenty an hour for who asks, whatever the address`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            for number in 0..<Contacts.clientMaximum {
                try await office.send("a\(number)@b.vn", holder: "h\(number)")
            }
            let before = try await office.codes().count
            await #expect(throws: Contacts.Rejection.self) {
                try await office.send("moi@b.vn", holder: "x")
            }
            #expect(try await office.codes().count == before, "nothing is sent")
            #expect(
                try await office.number(
                    "SELECT count(*) AS n FROM contactCode WHERE address = 'moi@b.vn'") == 0)
            try await office.send("moi@b.vn", holder: "x", from: "198.51.100.2")
        }
    }

    @Test func `leave by mail without telling more, and not once they have run out`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            let code = try await office.lastCode()
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box).sent == 1)
            let mail = try #require(box.mails.first)
            #expect(mail.recipient.text == "a@b.vn" && mail.subject == "Mã xác nhận liên hệ")
            #expect(mail.body.contains("Mã xác nhận của ông/bà: \(code)"))
            #expect(mail.body.contains("Your code: \(code)") && !mail.subject.contains(code))
            try await office.send("c@d.vn", holder: "k")
            office.pass(minutes: 10)
            let late = try await office.deliver(to: box)
            #expect(late.sent == 0 && late.ended == 1 && box.mails.count == 1)
        }
    }

    @Test func `that were typed, or followed by another, are not sent any more`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.send("a@b.vn", holder: "h")
            office.pass(minutes: 2)
            try await office.send("a@b.vn", holder: "h")
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 1 && delivered.ended == 1)
            let last = try await office.lastCode()
            #expect(box.mails.first?.body.contains(last) == true)
        }
    }

    @Test func `leave no word in the ledger, and are forgotten within an hour`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let before = try await office.sequence()
            try await office.send("a@b.vn", holder: "bi-mat")
            let code = try await office.lastCode()
            try await office.check(code, holder: "bi-mat")
            #expect(try await office.sequence() == before)
            let kept = try await office.desk.read {
                try $0.rows("SELECT * FROM contactCode").map { "\($0.values)" }.joined()
            }
            #expect(!kept.contains("bi-mat") && !kept.contains(code))
            office.pass(minutes: 70)
            _ = try await office.house.makeRound()
            #expect(try await office.number("SELECT count(*) AS n FROM contactCode") == 0)
        }
    }

    @Test func `given up stand on the page of the notices without their digits`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            try await office.hireAdministrator()
            try await office.send("a@b.vn", holder: "h")
            let code = try await office.lastCode()
            _ = try await office.deliver(to: NoticeTestBox([.refused("recipient: 550")]))
            let page = try await office.noticePage()
            #expect(page.givenUp == 1 && page.rows.map(\.kind) == ["code"])
            let shown = try await office.open("/notices", as: "quantri")
            #expect(shown.text.contains("mã xác nhận"))
            #expect(!shown.text.contains(code) && !shown.text.contains("a@b.vn"))
        }
    }
}
