// Messages over the web: the officer's pages, the citizen's form, rights, hostile input.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of messages` {
    private func run(_ body: (DossierTestOffice, String) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await body(office, try await office.receive())
        }
    }

    @Test func `the citizen writes where the dossier is followed, the officer answers`()
        async throws
    {
        try await run { office, code in
            let proof = try await office.proof(code)
            let sent = try await office.writeAsCitizen(
                MessageSamples.question, about: code, proof: proof)
            sent.expectSound("written")
            #expect(sent.status == .ok && sent.text.contains("Đã gửi tin nhắn."))
            #expect(sent.text.contains(MessageSamples.question))
            #expect(sent.text.contains("Trả lời trước"))
            let page = try await office.open("/dossiers/\(code)/messages", as: "chi")
            page.expectSound("messages")
            #expect(page.text.contains(MessageSamples.question))
            #expect(page.text.contains("không phải thời hạn luật định"))
            let answered = try await office.post(
                "/dossiers/\(code)/messages", as: "chi", [("words", MessageSamples.answer)])
            #expect(answered.location == "/dossiers/\(code)/messages")
            let back = try await office.track(code, "5678", wantsJSON: false)
            back.expectSound("answered")
            #expect(back.text.contains(MessageSamples.answer))
            #expect(!back.text.contains("Người chi"), "officers are the office")
        }
    }

    @Test func `are the same for a program`() async throws {
        try await run { office, code in
            let told = try await office.track(code, "5678").json()
            let details = try #require(told["details"] as? [String: Any])
            let thread = try #require(details["messages"] as? [String: Any])
            let proof = try #require(thread["proof"] as? String)
            #expect((thread["lines"] as? [Any])?.isEmpty == true)
            let sent = try await office.writeAsCitizen(
                "Xin hỏi", about: code, proof: proof, wantsJSON: true)
            #expect(sent.status == .ok)
            let list = try await office.open("/messages", as: "chi", wantsJSON: true).json()
            let rows = try #require(list["rows"] as? [[String: Any]])
            #expect(rows.map { $0["dossier"] as? String } == [code])
            let page = try await office.open(
                "/dossiers/\(code)/messages", as: "chi", wantsJSON: true
            ).json()
            #expect(page["waits"] as? Bool == true && page["proof"] == nil)
            let answered = try await office.post(
                "/dossiers/\(code)/messages", as: "chi", [("words", "Vâng")], wantsJSON: true)
            #expect(answered.status == .created)
            let empty = try await office.post(
                "/dossiers/\(code)/messages", as: "chi", [("words", " ")], wantsJSON: true)
            #expect(try empty.code() == "messages.wordsMissing")
        }
    }

    @Test func `show what is wrong beside what was typed`() async throws {
        try await run { office, code in
            let long = String(repeating: "a<b>", count: 501)
            let page = try await office.post(
                "/dossiers/\(code)/messages", as: "chi", [("words", long)])
            page.expectSound("too long")
            #expect(page.status == .unprocessableContent && page.text.contains("a&lt;b&gt;"))
            #expect(page.text.contains("href=\"#words\"") && !page.text.contains("a<b>"))
            let proof = try await office.proof(code)
            let citizen = try await office.writeAsCitizen(long, about: code, proof: proof)
            citizen.expectSound("citizen too long")
            #expect(citizen.status == .unprocessableContent)
            #expect(citizen.text.contains("href=\"#words\"") && !citizen.text.contains("a<b>"))
            let old = try await office.writeAsCitizen("Xin hỏi", about: code, proof: "x")
            #expect(old.status == .unprocessableContent && old.text.contains("mở quá lâu"))
            #expect(!old.text.contains("Đăng ký khai sinh"), "nothing more without a proof")
        }
    }

    @Test func `believe no proof of another dossier, and none of the day before yesterday`()
        async throws
    {
        try await run { office, code in
            let other = try await office.receive()
            let proof = try await office.proof(other)
            for wrong in [proof, "", "0", String(repeating: "f", count: 64)] {
                let answer = try await office.writeAsCitizen(
                    "Xin hỏi", about: code, proof: wrong, wantsJSON: true)
                #expect(try answer.code() == "messages.proofOld", "\(wrong)")
            }
            let own = try await office.proof(code)
            office.sources.set(office.now + 3 * 1_440)
            let late = try await office.writeAsCitizen(
                "Xin hỏi", about: code, proof: own, wantsJSON: true)
            #expect(try late.code() == "messages.proofOld")
            #expect(try await office.talk(code).turns.isEmpty)
        }
    }

    @Test func `stay closed to who may not see the dossier, and to who has not signed in`()
        async throws
    {
        try await run { office, code in
            try await office.ask(about: code)
            for stranger: PersonID in ["ha", "giang", "la"] {
                let page = try await office.open("/dossiers/\(code)/messages", as: stranger)
                #expect(page.status == .notFound, "\(stranger)")
                #expect(!page.text.contains(MessageSamples.question))
                let written = try await office.post(
                    "/dossiers/\(code)/messages", as: stranger, [("words", "x")])
                #expect(written.status == .notFound, "\(stranger)")
            }
            for path in ["/messages", "/dossiers/\(code)/messages"] {
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
            let forged = try await office.post(
                "/dossiers/\(code)/messages", as: "chi", [("words", "x")], withToken: false)
            #expect(forged.status == .unprocessableContent)
            // A leader sees the dossier and its messages, but does not answer for who has it.
            let leader = try await office.open("/dossiers/\(code)/messages", as: "anh")
            #expect(leader.status == .ok && leader.text.contains("Người đang giữ hồ sơ trả lời"))
            #expect(!leader.text.contains("<textarea"))
            let refused = try await office.post(
                "/dossiers/\(code)/messages", as: "anh", [("words", "x")])
            #expect(refused.status == .unprocessableContent)
            #expect(try await office.talk(code).turns.count == 1)
        }
    }

    @Test func `are not told by the code alone`() async throws {
        try await run { office, code in
            try await office.ask(about: code)
            let page = try await office.track(code, wantsJSON: false)
            #expect(!page.text.contains(MessageSamples.question))
            #expect(!page.text.contains("Tin nhắn về hồ sơ"))
        }
    }

    @Test func `leave the names out that people typed`() async throws {
        try await run { office, code in
            let name = DossierTestSamples.intake.applicant.name
            try await office.ask("Tôi là \(name)", about: code)
            try await office.reply("Chào \(name), Người chi đây", about: code, by: "chi")
            let page = try await office.track(code, "5678", wantsJSON: false)
            #expect(page.text.contains("Tôi là …") && !page.text.contains(name))
            #expect(!page.text.contains("Người chi"))
            let officer = try await office.open("/dossiers/\(code)/messages", as: "chi")
            #expect(officer.text.contains("Tôi là \(name)"))
        }
    }

    @Test func `escape what people typed, and keep their lines`() async throws {
        try await run { office, code in
            try await office.ask("<script>alert(1)</script>\r\nDòng hai", about: code)
            for page in [
                try await office.open("/dossiers/\(code)/messages", as: "chi"),
                try await office.track(code, "5678", wantsJSON: false),
            ] {
                #expect(!page.text.contains("<script>alert"))
                #expect(page.text.contains("&lt;script&gt;alert(1)"))
                #expect(page.text.contains("<br>Dòng hai") || page.text.contains("Dòng hai"))
            }
        }
    }

    @Test func `are logged when somebody looks`() async throws {
        try await run { office, code in
            func looks() async throws -> Int {
                try await office.number(
                    "SELECT count(*) AS n FROM personalRead WHERE paper = 'message'")
            }
            _ = try await office.open("/dossiers/\(code)/messages", as: "chi")
            #expect(try await looks() == 0, "there was nothing to see")
            try await office.ask(about: code)
            _ = try await office.open("/dossiers/\(code)/messages", as: "chi")
            #expect(try await looks() == 1)
            let log = try await office.open("/dossiers/\(code)/reads", as: "binh")
            #expect(log.text.contains("tin nhắn") && log.text.contains("Người chi"))
        }
    }

    @Test func `speak English too`() async throws {
        try await run { office, code in
            try await office.ask(about: code)
            let page = try await office.open(
                "/dossiers/\(code)/messages", as: "chi", language: "en")
            #expect(page.text.contains("Answer the citizen"))
            let list = try await office.open("/messages", as: "chi", language: "en")
            list.expectSound("waiting")
            #expect(list.text.contains("Messages to answer"))
        }
    }
}
