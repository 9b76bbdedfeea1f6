// Choices by chance: what lies in the outbox is what was wished when it happened, and no more.

import Engine
import HTTPTypes
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `Notices by chance` {
    private static let words = ["email", "sms", "both", "none"]

    private func kinds(_ office: DossierTestOffice, of code: String) async throws -> [String] {
        try await office.noticeRows().filter { row in
            let payload = try Payload(decoding: try row.blob("payload"))
            return try payload.optionalText("code") == code
        }.map { try $0.text("kind") }
    }

    @Test(arguments: [4, 2_017, 808] as [UInt64])
    func `go the way that was wished when they arose`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { plain in
            let office = try plain.with(contacts: DossierTestOffice.both)
            var chance = DossierTestChance(seed: seed)
            var expected: [String: [String]] = [:]
            var wishes: [String: Notices.Choice] = [:]
            var codes: [String] = []
            for _ in 0..<5 {
                let hasMail = chance.below(2) == 0
                let code = try await office.receive {
                    $0.applicant.email = hasMail ? DossierTestOffice.address : ""
                }
                codes.append(code)
                wishes[code] = .usual
                expected[code] = hasMail ? ["notice.received"] : []
            }
            for _ in 0..<60 {
                office.sources.set(office.now + chance.below(30))
                let code = chance.pick(codes)
                if chance.below(2) == 0 {
                    let word = chance.pick(Self.words)
                    let proof = try await office.proof(code)
                    let chosen = try await office.post(
                        "/track/notices", as: nil,
                        [("code", code), ("proof", proof), ("notices", word)], wantsJSON: true)
                    #expect(chosen.status == .ok)
                    wishes[code] = Notices.Choice(word: word)
                } else {
                    try await office.reply(about: code, by: "chi")
                    let applicant = try await office.desk.read { reading in
                        try reading.applicant(of: try reading.toldDossier(code).state)
                    }
                    let known = try #require(applicant)
                    let wish = try #require(wishes[code])
                    expected[code, default: []] += wish.addresses(of: known).map {
                        $0.channel == .email ? "notice.message" : "sms.message"
                    }
                }
            }
            for code in codes {
                #expect(try await kinds(office, of: code) == expected[code] ?? [], "\(code)")
            }
            let (mails, texts) = (NoticeTestBox(), TextTestBox())
            _ = try await office.deliver(to: mails)
            _ = try await office.deliverTexts(to: texts)
            let all = expected.values.flatMap { $0 }
            #expect(mails.mails.count == all.count { $0.hasPrefix("notice.") })
            #expect(texts.texts.count == all.count { $0.hasPrefix("sms.") })
            for text in texts.texts { #expect(text.text.count <= 160) }
        }
    }
}
