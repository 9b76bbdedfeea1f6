// Codes by chance: whatever is asked for and typed, in whichever order, an address counts as shown
// only where its own code was typed, in time, by who asked.

import Engine
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

/// What must be true of one browser, reckoned apart from the tables.
private struct ContactModel {
    var address = ""
    var code = ""
    var sentAt: LocalMinute?
    var tries = 0
    var isShown = false

    func isOpen(at now: LocalMinute) -> Bool {
        guard let sentAt, !isShown, tries < Contacts.triesMaximum else { return false }
        return now.rawValue - sentAt.rawValue < 10
    }
}

@Suite struct `Codes by chance` {
    private static let addresses = ["a@b.vn", "b@b.vn", "0912345678", "0987654321"]

    @Test(arguments: [1, 77, 2_017, 424_242] as [UInt64])
    func `show what was typed in time, and nothing else`(_ seed: UInt64) async throws {
        try await DossierTestOffice.runWithCodes { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.node()]
            var models: [String: ContactModel] = [:]
            var (shown, refused) = (0, 0)
            for step in 0..<220 {
                office.pass(minutes: chance.below(4))
                let holder = "h\(chance.below(5))"
                var model = models[holder] ?? ContactModel()
                let node = chance.pick(nodes)
                let client = "203.0.113.\(step)"
                if chance.below(3) == 0 {
                    let address = chance.pick(Self.addresses)
                    do {
                        try await node.send(address, holder: holder, from: client)
                        let passed = model.sentAt.map { office.now.rawValue - $0.rawValue }
                        #expect(passed ?? 1 >= 1)
                        model = ContactModel(
                            address: address, code: try await office.lastCode(),
                            sentAt: office.now)
                    } catch Contacts.Rejection.tooSoon {
                        #expect(model.sentAt == office.now)
                    } catch Contacts.Rejection.tooMany {
                        refused += 1
                    }
                } else {
                    let isRight = chance.below(3) != 0
                    let typed = isRight ? model.code : "99999\(chance.below(10))"
                    let wasOpen = model.isOpen(at: office.now)
                    do {
                        let address = try await node.check(typed, holder: holder, from: client)
                        #expect(wasOpen && typed == model.code, "\(step)")
                        #expect(
                            address
                                == Contacts.Address(
                                    model.address.contains("@") ? .email : .sms, model.address))
                        model.isShown = true
                        shown += 1
                    } catch Contacts.Rejection.codeWrong(let left) {
                        model.tries += 1
                        #expect(wasOpen && typed != model.code)
                        #expect(left == Contacts.triesMaximum - model.tries)
                        refused += 1
                    } catch Contacts.Rejection.codeOld {
                        #expect(!wasOpen, "\(step)")
                        refused += 1
                    } catch Contacts.Rejection.codeMissing {
                        #expect(typed.isEmpty)
                    }
                }
                models[holder] = model
            }
            #expect(shown > 3 && refused > 10, "\(shown) \(refused)")
            for (holder, model) in models {
                let known = try await office.desk.read {
                    try $0.shownAddresses(draft: Site.digest(of: holder), session: nil)
                }
                #expect(known.isEmpty != model.isShown, "\(holder)")
            }
        }
    }

    @Test func `of many browsers at once go each to its own`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let desk = office.desk
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        let address = try #require(
                            Contacts.Address(.email, "a\(number)@b.vn"))
                        try await desk.sendCode(
                            to: address, holder: "h\(number)", from: "203.0.113.\(number)")
                    }
                }
                try await group.waitForAll()
            }
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box).sent == 12)
            for mail in box.mails {
                let number = String(mail.recipient.local.dropFirst())
                let start = try #require(mail.body.firstRange(of: "ông/bà: "))
                let code = String(mail.body[start.upperBound...].prefix(6))
                let shown = try await office.check(code, holder: "h\(number)")
                #expect(shown.text == mail.recipient.text)
            }
        }
    }

    @Test func `asked for twice at once by one browser are one`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let desks = [office.desk, try office.node().desk]
            let address = try #require(Contacts.Address(.email, "a@b.vn"))
            let sent = await withTaskGroup(of: Bool.self) { group -> Int in
                for number in 0..<8 {
                    let desk = desks[number % 2]
                    group.addTask {
                        do {
                            try await desk.sendCode(to: address, holder: "h", from: "203.0.113.1")
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(sent == 1)
            #expect(try await office.codes().count == 1)
        }
    }
}
