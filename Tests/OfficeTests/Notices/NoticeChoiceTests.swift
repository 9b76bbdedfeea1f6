// How a citizen wants to be told: on filing, on the page where the dossier is followed, by the link
// of a mail.

import Engine
import HTTPTypes
import Ledger
import Mail
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `How a citizen is told` {
    private func kinds(_ office: DossierTestOffice) async throws -> [String] {
        try await office.noticeRows().map { try $0.text("kind") }
    }

    private func choice(_ office: DossierTestOffice, _ code: String) async throws -> String? {
        try await office.desk.read { try $0.noticeChoice(of: code)?.word }
    }

    private func choose(
        _ office: DossierTestOffice, _ word: String, _ code: String, wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/track/notices", as: nil,
            [("code", code), ("proof", try await office.proof(code)), ("notices", word)],
            wantsJSON: wantsJSON)
    }

    @Test func `is one of four ways, written as forms write them`() {
        for word in ["email", "sms", "both", "none"] {
            #expect(Notices.Choice(word: word)?.word == word)
        }
        for word in ["", "fax", "Email"] { #expect(Notices.Choice(word: word) == nil) }
        #expect(Notices.Choice.usual.word == "email")
        let applicant = Dossiers.Applicant(
            name: "A", phone: "0912 345 678", email: "a@b.vn")
        let ways = ["email", "sms", "both", "none"].map { word in
            Notices.Choice(word: word)?.addresses(of: applicant).map(\.channel.rawValue) ?? []
        }
        #expect(ways == [["email"], ["sms"], ["email", "sms"], []])
        let landline = Dossiers.Applicant(name: "A", phone: "02412345678")
        #expect(Notices.Choice(email: true, sms: true).addresses(of: landline).isEmpty)
    }

    @Test func `is by e-mail while nobody chose, as before`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            #expect(try await choice(office, code) == nil)
            #expect(try await kinds(office) == ["notice.received"])
        }
    }

    @Test func `is chosen on filing, and goes on with the dossier`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let page = try await citizen.open("/file/KS-01/contact")
            page.expectSound("contact")
            for word in ["email", "sms", "both", "none"] {
                #expect(page.text.contains("value=\"\(word)\""), "\(word)")
            }
            _ = try await citizen.post(
                "/file/KS-01/contact", FilingSamples.fields + [("notices", "both")])
            _ = try await citizen.fill()
            _ = try await citizen.post(
                "/file/KS-01/contact", FilingSamples.fields + [("notices", "both")])
            let review = try await citizen.open("/file/KS-01/review")
            #expect(review.text.contains("Thư điện tử và SMS"))
            _ = try await citizen.post("/file/KS-01/review")
            let filing = "DK-PA-170703-0001"
            #expect(try await choice(office, filing) == "both")
            try await office.answer(.accept(filing), by: "chi")
            let dossier = try #require(try await office.filing(filing).dossier)
            #expect(try await choice(office, dossier) == "both")
            #expect(try await kinds(office) == ["notice.received", "sms.received"])
        }
    }

    @Test func `without SMS is by e-mail or not at all`() async throws {
        try await DossierTestOffice.runWithCodes(Contacts.Settings(channels: [.email])) { office in
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let page = try await citizen.open("/file/KS-01/contact")
            #expect(page.text.contains("value=\"none\""))
            #expect(!page.text.contains("value=\"sms\"") && !page.text.contains("value=\"both\""))
        }
    }

    @Test func `is changed where the dossier is followed, after the digits`() async throws {
        try await DossierTestOffice.run { plain in
            let office = try plain.with(contacts: DossierTestOffice.both)
            let code = try await office.receiveWithAddress()
            let chosen = try await choose(office, "sms", code)
            chosen.expectSound("chosen")
            #expect(chosen.text.contains("Đã lưu cách báo."))
            #expect(try await choice(office, code) == "sms")
            try await office.reply(about: code, by: "chi")
            #expect(try await kinds(office) == ["notice.received", "sms.message"])
            _ = try await choose(office, "none", code)
            try await office.reply(about: code, by: "chi")
            #expect(try await kinds(office).count == 2, "nothing more")
            let json = try await choose(office, "email", code, wantsJSON: true).json()
            #expect((json["details"] as? [String: Any])?["notices"] as? String == "email")
        }
    }

    @Test func `is not changed by who has not shown to be the applicant`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            let other = try await office.receive()
            let foreign = try await office.proof(other)
            for proof in ["", "x", foreign] {
                let answer = try await office.post(
                    "/track/notices", as: nil,
                    [("code", code), ("proof", proof), ("notices", "none")], wantsJSON: true)
                #expect(try answer.code() == "messages.proofOld")
            }
            let odd = try await choose(office, "fax", code, wantsJSON: true)
            #expect(odd.status == .notFound)
            #expect(try await choice(office, code) == nil)
            // A server that sends no SMS stores none.
            _ = try await choose(office, "both", code)
            #expect(try await choice(office, code) == "email")
        }
    }

    // MARK: The link of a mail

    /// The link at the end of the last mail.
    private func link(_ box: NoticeTestBox) throws -> String {
        let body = try #require(box.mails.last?.body)
        let start = try #require(body.firstRange(of: "/notices/stop?"))
        return String(body[start.lowerBound...].prefix { !$0.isWhitespace })
    }

    @Test func `ends by the link of a mail, once it was confirmed`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box)
            let link = try link(box)
            let page = try await office.open(link, as: nil)
            page.expectSound("stop")
            #expect(page.status == .ok && page.text.contains(code))
            #expect(!page.text.contains("Hư Cấu") && !page.text.contains("@"))
            #expect(try await choice(office, code) == nil, "opening it changes nothing")
            // As a browser sends it: the form's own token comes first.
            let fields = try ["token", "key", "code", "stop"].map { ($0, try page.hidden($0)) }
            let done = try await office.post("/notices/stop", as: nil, fields)
            done.expectSound("stopped")
            #expect(done.text.contains("Đã thôi gửi thư"))
            #expect(try await choice(office, code) == "none")
            try await office.reply(about: code, by: "chi")
            #expect(try await kinds(office) == ["notice.received"])
        }
    }

    private func tokenOf(_ link: String) -> String {
        String(link.split(separator: "token=").last ?? "")
    }

    @Test func `does not end by a link that somebody made up, or of another dossier`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveWithAddress()
            let other = try await office.receiveWithAddress()
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box)
            let token = tokenOf(try link(box))
            #expect(token.count == 64)
            for (name, wrong) in [
                (code, token), (code, ""), (code, String(repeating: "0", count: 64)),
                ("KHONG-CO", token), ("", token), (other, token + "0"),
            ] {
                let answer = try await office.post(
                    "/notices/stop", as: nil, [("code", name), ("stop", wrong)])
                #expect(answer.status == .notFound, "\(name) \(wrong)")
                let page = try await office.open(
                    "/notices/stop?code=\(name)&token=\(wrong)", as: nil)
                #expect(page.status == .notFound)
            }
            #expect(try await choice(office, code) == nil)
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let forged = try await office.send(
                .post, "/notices/stop", [name: "cross-site"],
                body: DossierTestOffice.encoded([("code", other), ("stop", token)]))
            #expect(forged.status == .unprocessableContent)
            #expect(try await choice(office, other) == nil)
        }
    }

    @Test func `keeps its key over nodes, and no link where the site is not known`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveWithAddress()
            let key = try await office.desk.noticeKey()
            #expect(try await office.node().desk.noticeKey() == key && key.count == 64)
            let box = NoticeTestBox()
            _ = try await office.deliver(to: box, site: nil)
            #expect(box.mails.last?.body.contains("/notices/stop") == false)
        }
    }
}
