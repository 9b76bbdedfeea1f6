// Showing an address while filing: page by page, back and forth, and for the officer.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `An address that is shown while filing` {
    private func run(
        _ settings: Contacts.Settings = DossierTestOffice.both,
        _ body: (FilingCitizen) async throws -> Void
    ) async throws {
        try await DossierTestOffice.runWithCodes(settings) { office in
            try await body(FilingCitizen(office: office))
        }
    }

    @Test func `stands with the filing, and the officer reads it`() async throws {
        try await run { visitor in
            var citizen = visitor
            let code = try await citizen.fileShown()
            let filing = try await citizen.office.filing(code)
            #expect(filing.registration.shownContact == .email)
            let page = try await citizen.office.open("/filings/\(code)", as: "chi")
            #expect(page.text.contains("Đã xác nhận thư điện tử"))
            try await citizen.office.answer(.accept(code), by: "chi")
            let dossier = try #require(try await citizen.office.filing(code).dossier)
            #expect(
                try await citizen.office.state(dossier).registration.shownContact == .email)
            let record = try await citizen.office.open("/dossiers/\(dossier)", as: "chi")
            #expect(record.text.contains("Đã xác nhận thư điện tử"))
        }
    }

    @Test func `is asked for after the contact, on a page that sends nothing by itself`()
        async throws
    {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let next = try await citizen.post("/file/KS-01/contact", FilingSamples.fields)
            #expect(next.location == "/file/KS-01/verify")
            let page = try await citizen.open("/file/KS-01/verify")
            page.expectSound("verify")
            #expect(page.text.contains("Gửi mã đến h***@vi-du.vn"))
            #expect(page.text.contains("Gửi mã đến +84*******78"))
            #expect(!page.text.contains("hu.cau@vi-du.vn") && !page.text.contains("name=\"code\""))
            #expect(try await citizen.office.codes().isEmpty, "opening a page sends nothing")
            try await citizen.reachCode(by: "sms")
            let sent = try await citizen.open("/file/KS-01/verify")
            sent.expectSound("verify sent")
            #expect(sent.text.contains("name=\"code\"") && sent.text.contains("one-time-code"))
            let message = try await citizen.office.desk.read {
                try $0.rows("SELECT kind FROM outboxMessage").map { try $0.text("kind") }
            }
            #expect(message == ["sms.code"])
        }
    }

    @Test func `takes a wrong code for wrong, and says how often one may try`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            try await citizen.reachCode()
            let wrong = try await citizen.type(try await citizen.office.wrongCode())
            #expect(wrong.status == .unprocessableContent)
            wrong.expectSound("wrong code")
            #expect(wrong.text.contains("Còn 4 lần nhập") && wrong.text.contains("id=\"errors\""))
            let none = try await citizen.type("abc")
            #expect(none.status == .unprocessableContent && none.text.contains("6 chữ số"))
            let right = try await citizen.type(try await citizen.office.lastCode())
            #expect(right.location == "/file/KS-01/address")
            let back = try await citizen.open("/file/KS-01/verify")
            #expect(back.text.contains("Đã xác nhận h***@vi-du.vn"))
            let review = try await citizen.open("/file/KS-01/address")
            #expect(review.status == .ok)
        }
    }

    @Test func `waits a minute before it is sent again`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            try await citizen.reachCode()
            let soon = try await citizen.post("/file/KS-01/verify", [("send", "email")])
            #expect(soon.status == .tooManyRequests && soon.header("Retry-After") == "60")
            #expect(soon.text.contains("chờ 60 giây"))
            let foreign = try await citizen.post("/file/KS-01/verify", [("send", "fax")])
            #expect(foreign.status == .unprocessableContent)
            #expect(try await citizen.office.codes().count == 1)
        }
    }

    @Test func `may be left out where the office does not ask for it`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            let met = try await citizen.fill()
            #expect(met.prefix(4) == ["person", "contact", "verify", "address"])
            _ = try await citizen.post("/file/KS-01/review")
            let filing = try await citizen.office.filing("DK-PA-170703-0001")
            #expect(filing.registration.shownContact == nil)
            #expect(try await citizen.office.linkRows().isEmpty)
            let page = try await citizen.office.open("/filings/DK-PA-170703-0001", as: "chi")
            #expect(page.text.contains("Chưa xác nhận liên hệ"))
        }
    }

    @Test func `is not asked where nothing can be sent, and everything is as before`() async throws
    {
        try await run(Contacts.Settings()) { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            #expect(!(try await citizen.fill()).contains("verify"))
            let unknown = try await citizen.open("/file/KS-01/verify")
            #expect(unknown.status == .notFound)
        }
        // By e-mail alone: who gave a telephone number is not kept waiting.
        try await run(Contacts.Settings(channels: [.email])) { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            let next = try await citizen.post(
                "/file/KS-01/contact", [("phone", "0912 345 678")])
            #expect(next.location == "/file/KS-01/address")
        }
    }

    @Test func `must be shown where the office asks for it`() async throws {
        let strict = Contacts.Settings(channels: [.email], isRequired: true)
        try await run(strict) { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            _ = try await citizen.post("/file/KS-01/person", FilingSamples.fields)
            _ = try await citizen.post("/file/KS-01/contact", [("phone", "0912 345 678")])
            let page = try await citizen.open("/file/KS-01/verify")
            page.expectSound("no address")
            #expect(page.text.contains("Cần một địa chỉ thư điện tử"))
            #expect(!page.text.contains("value=\"go\""))
            let around = try await citizen.post("/file/KS-01/verify", [("act", "go")])
            #expect(around.status == .unprocessableContent)
            #expect(around.text.contains("chỉ nhận hồ sơ trực tuyến khi"))
            #expect(try await citizen.open("/file/KS-01/review").location.hasSuffix("verify"))
            // All at once is no way around either.
            let program = try await citizen.office.post(
                "/file/KS-01", as: nil, FilingSamples.fields, wantsJSON: true)
            #expect(try program.code() == "filings.contactNotShown")
            #expect(try await citizen.office.number("SELECT count(*) AS n FROM filing") == 0)
        }
        try await run(strict) { visitor in
            var citizen = visitor
            let code = try await citizen.fileShown()
            #expect(try await citizen.office.filing(code).registration.shownContact == .email)
        }
    }

    @Test func `must be shown anew once another was typed`() async throws {
        let strict = Contacts.Settings(channels: [.email], isRequired: true)
        try await run(strict) { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            try await citizen.reachCode()
            _ = try await citizen.type(try await citizen.office.lastCode())
            let changed = try await citizen.post(
                "/file/KS-01/contact", [("phone", "0912 345 678"), ("email", "khac@vi-du.vn")])
            #expect(changed.location == "/file/KS-01/verify")
            let page = try await citizen.open("/file/KS-01/verify")
            #expect(!page.text.contains("Đã xác nhận") && page.text.contains("k***@vi-du.vn"))
            // The address that was shown is shown again when it comes back.
            let back = try await citizen.post("/file/KS-01/contact", FilingSamples.fields)
            #expect(back.location == "/file/KS-01/address")
        }
    }

    @Test func `is not that of a code which was sent to the one before`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin()
            try await citizen.reachCode()
            let code = try await citizen.office.lastCode()
            _ = try await citizen.post(
                "/file/KS-01/contact", [("phone", "0912 345 678"), ("email", "khac@vi-du.vn")])
            let typed = try await citizen.type(code)
            #expect(typed.status == .unprocessableContent)
            #expect(typed.text.contains("lấy mã mới"))
        }
    }

    @Test func `is not another browser's`() async throws {
        try await run { visitor in
            var (first, second) = (visitor, visitor)
            _ = try await first.begin()
            try await first.reachCode()
            let code = try await visitor.office.lastCode()
            _ = try await second.begin()
            _ = try await second.post("/file/KS-01/person", FilingSamples.fields)
            _ = try await second.post("/file/KS-01/contact", FilingSamples.fields)
            let typed = try await second.type(code)
            #expect(typed.status == .unprocessableContent)
            #expect(try await first.type(code).location == "/file/KS-01/address")
            #expect(try await second.open("/file/KS-01/verify").text.contains("Gửi mã đến"))
        }
    }

    @Test func `needs no code from who is at home at /my`() async throws {
        try await run { visitor in
            var mine = ContactVisitor(office: visitor.office)
            try await mine.enter()
            var citizen = visitor
            _ = try await citizen.begin()
            citizen.cookie += "; " + mine.cookie
            #expect(!(try await citizen.fill()).contains("verify"))
            _ = try await citizen.post("/file/KS-01/review")
            let filing = try await citizen.office.filing("DK-PA-170703-0001")
            #expect(filing.registration.shownContact == .email)
            #expect(try await mine.open().text.contains("DK-PA-170703-0001"))
        }
    }

    @Test func `lives on in the ledger as the way alone, and old entries are read`() async throws {
        try await run { visitor in
            var citizen = visitor
            let code = try await citizen.fileShown()
            let text = try await citizen.office.desk.read { reading in
                try reading.reader.entries(of: "filing/\(code)", after: 0).map {
                    "\(try $0.decodedPayload())"
                }.joined()
            }
            #expect(text.contains("shownContact") && !text.contains("vi-du.vn"))
            let plain = try await citizen.office.file()
            let old = try await citizen.office.desk.read { reading in
                try reading.reader.entries(of: "filing/\(plain)", after: 0).map {
                    "\(try $0.decodedPayload())"
                }.joined()
            }
            #expect(!old.contains("shownContact"), "the shape of before")
            try await citizen.office.isPetitionClean()
        }
    }
}
