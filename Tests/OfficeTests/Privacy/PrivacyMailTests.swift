// What the claimant is told by e-mail, and how little the mail and the outbox hold.

import Engine
import Ledger
import Mail
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Mail about a claim` {
    /// Nothing of it may stand in a mail: who asks, what is asked, and what is answered.
    private static let secrets = [
        "Hư Cấu", "0912", "hu.cau", "Xin xóa", PrivacySamples.secret, "Người",
        "Chỉ có tên của bà.", "Chờ xác minh", "Xóa dữ liệu", "Xem dữ liệu",
    ]

    private func kinds(_ office: DossierTestOffice) async throws -> [String] {
        try await office.noticeRows().map { try $0.text("kind") }
    }

    @Test func `tells that it came and that it is answered, and nothing of either`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see) { $0.claimant.subjects = "" }
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.extend(days: 5, "Chờ xác minh."), on: code, by: "ha")
            try await office.claimAct(.finish("Chỉ có tên của bà."), on: code, by: "ha")
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 2 && delivered.failures.isEmpty)
            #expect(
                box.mails.map(\.subject) == [
                    "Đã nhận yêu cầu \(code)", "Đã trả lời yêu cầu \(code)",
                ])
            for mail in box.mails {
                #expect(mail.recipient.text == "hu.cau@example.com")
                #expect(mail.body.contains("Số của yêu cầu: \(code)"))
                #expect(mail.body.contains("UBND phường A"))
                #expect(mail.body.contains("https://mot-cua.example/privacy/follow"))
                #expect(mail.body.contains("Read it with the number and the secret"))
                for word in Self.secrets { #expect(!mail.body.contains(word), "\(word)") }
            }
            #expect(try await office.deliver(to: box).sent == 0, "each goes once")
        }
    }

    @Test func `promises the first terms, though it leaves after an extension`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.extend(days: 5, "Chờ."), on: code, by: "ha")
            #expect(try await office.claimState(code).due?.day.text == "2017-07-31")
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box, site: nil)
            let body = try #require(box.mails.first?.body)
            #expect(body.contains("Hạn trả lời: Thứ Tư 05/07/2017"))
            #expect(body.contains("Hạn giải quyết: Thứ Hai 24/07/2017"))
            #expect(!body.contains("http"), "no site is known")
            #expect(body.contains("đã nhận khi gửi: UBND phường A"))
        }
    }

    @Test func `does not tell whether it was refused`() async throws {
        try await DossierTestOffice.run { office in
            let (done, refused) = (try await office.claim(.see), try await office.claim(.see))
            for code in [done, refused] {
                try await office.claimAct(.assign("ha"), on: code, by: "anh")
            }
            try await office.claimAct(.finish("Đây."), on: done, by: "ha")
            try await office.claimAct(.refuse(.notThePerson, "Không."), on: refused, by: "ha")
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box)
            let told = [done, refused].map { code in
                box.mails.filter { $0.subject == "Đã trả lời yêu cầu \(code)" }
                    .map { $0.body.split(separator: code).joined(separator: "SỐ") }
            }
            #expect(told[0] == told[1] && told[0].count == 1)
        }
    }

    @Test func `is not written without an address, nor once the address was erased`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let silent = try await office.claim(.see) { $0.claimant.email = "" }
            try await office.claimAct(.assign("ha"), on: silent, by: "anh")
            try await office.claimAct(.finish("Đây."), on: silent, by: "ha")
            #expect(try await kinds(office).isEmpty)
            let code = try await office.claim(.see)
            #expect(try await kinds(office) == ["notice.privacy.received"])
            let payload = try await office.noticeRows().map {
                String(decoding: try $0.blob("payload"), as: UTF8.self)
            }.joined()
            #expect(payload.contains(code) && !payload.contains("@"))
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: Privacy.stream(of: code), at: 1, basis: "Luật")
            }
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.ended == 1 && box.mails.isEmpty)
        }
    }

    @Test func `a form sent twice writes one mail`() async throws {
        try await DossierTestOffice.run { office in
            let fields =
                PrivacySamples.fields + [("email", "hu.cau@example.com"), ("key", "mot-lan")]
            for _ in 0..<2 {
                let sent = try await office.post("/privacy/new", as: nil, fields, wantsJSON: true)
                #expect(try sent.code() == "DL-PA-170703-0001")
            }
            #expect(try await kinds(office) == ["notice.privacy.received"])
        }
    }

    @Test func `stands on the page of the notices when it was given up`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            let code = try await office.claim(.see)
            _ = try await office.deliver(to: NoticeTestBox([.refused("recipient: 550")]))
            let page = try await office.open("/notices", as: "quan")
            #expect(page.text.contains("về dữ liệu cá nhân") && page.text.contains(code))
        }
    }
}

@Suite struct `A note about a claim in the outbox` {
    @Test(arguments: Privacy.NoteKind.allCases)
    func `says which claim and what, and comes back as it was`(
        _ kind: Privacy.NoteKind
    ) throws {
        let note = Privacy.Note(kind: kind, code: "DL-PA-170703-0001", version: 4)
        let message = note.message(dueAt: 9)
        #expect(message.id == "notice/privacy/DL-PA-170703-0001/4/\(kind.rawValue)")
        #expect(message.lane == "notice/DL-PA-170703-0001" && message.dueAt == 9)
        #expect(message.kind == "notice.privacy.\(kind.rawValue)")
        #expect(message.payload.fields.map(\.key).sorted() == ["code", "version"])
        #expect(try Privacy.Note(message) == note)
        #expect(try Petitions.Note(message) == nil)
    }

    @Test(arguments: ["notice.received", "notice.petition.received", "notice.privacy.later"])
    func `is told apart from what other features send`(_ kind: String) throws {
        let message = OutboxMessage(
            id: "x", lane: "x", kind: kind,
            payload: ["code": .text("DL-1"), "version": .int(1)], dueAt: 0)
        #expect(try Privacy.Note(message) == nil)
    }

    @Test func `is made by an end alone`() {
        var claims: [Privacy.Standing: Privacy.Claim] = [:]
        for standing in Privacy.Standing.allCases {
            claims[standing] = Privacy.Claim(registration: PrivacySamples.registration())
            claims[standing]?.standing = standing
        }
        let made = Privacy.Standing.allCases.map { before in
            Privacy.Standing.allCases.map { after in
                guard let one = claims[after], let other = claims[before] else { return "?" }
                return Privacy.NoteKind(after: one, before: other)?.rawValue ?? ""
            }
        }
        let ending = ["", "", "answered", "answered"]
        let none = ["", "", "", ""]
        #expect(made == [ending, ending, none, none])
    }
}
