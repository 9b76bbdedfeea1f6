// /my: what was filed with an address that was shown, and nothing else, for half an hour.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Everything that was filed with an address` {
    /// An office in which one citizen has filed with an address that was shown.
    private func run(
        _ body: (DossierTestOffice, _ code: String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.runWithCodes { office in
            var citizen = FilingCitizen(office: office)
            let code = try await citizen.fileShown()
            office.pass(minutes: 2)
            try await body(office, code)
        }
    }

    @Test func `is shown after a code, page and JSON alike`() async throws {
        try await run { office, code in
            var visitor = ContactVisitor(office: office)
            let door = try await visitor.open()
            door.expectSound("my")
            #expect(door.status == .ok && !door.text.contains(code))
            try await visitor.enter("HU.CAU@vi-du.vn")
            let page = try await visitor.open()
            page.expectSound("my list")
            #expect(page.text.contains(code) && page.text.contains("Đăng ký khai sinh"))
            #expect(page.text.contains("h***@vi-du.vn") && !page.text.contains("Hư Cấu"))
            let json = try await visitor.open(wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.count == 1 && rows[0]["filing"] as? String == code)
        }
    }

    @Test func `opens as it does for who follows it with the digits`() async throws {
        try await run { office, code in
            var visitor = ContactVisitor(office: office)
            try await visitor.enter()
            let filing = try await visitor.open("/my/\(code)")
            filing.expectSound("my filing")
            #expect(filing.text.contains("Chờ kiểm tra") && filing.text.contains("Rút hồ sơ"))
            try await office.answer(.accept(code), by: "chi")
            let dossier = try #require(try await office.filing(code).dossier)
            for name in [code, dossier] {
                let page = try await visitor.open("/my/\(name)")
                page.expectSound("my dossier")
                #expect(page.status == .ok && page.text.contains("Hẹn trả kết quả"), "\(name)")
            }
            let list = try await visitor.open()
            #expect(list.text.contains(dossier) && list.text.contains("href=\"/my/\(dossier)\""))
            let json = try await visitor.open("/my/\(dossier)", wantsJSON: true).json()
            #expect(json["reach"] as? String == "full")
        }
    }

    @Test func `tells nobody whether an address is known`() async throws {
        try await run { office, _ in
            var (known, unknown) = (
                ContactVisitor(office: office), ContactVisitor(office: office)
            )
            let first = try await known.post("/my", [("address", "hu.cau@vi-du.vn")])
            let second = try await unknown.post("/my", [("address", "khong.biet@vi-du.vn")])
            #expect(first.status == second.status && first.location == second.location)
            #expect(try await office.codes().count == 3, "both get one")
            let entered = try await unknown.post(
                "/my", [("act", "check"), ("code", try await office.lastCode())])
            #expect(entered.status == .seeOther)
            let list = try await unknown.open()
            list.expectSound("my empty")
            #expect(list.text.contains("Chưa có hồ sơ nào"))
        }
    }

    @Test func `is not shown to who shows another address, nor by its code`() async throws {
        try await run { office, code in
            var other = ContactVisitor(office: office)
            try await other.enter("khac@vi-du.vn")
            for name in [code, "DK-PA-170703-0002", "%00", "..%2Fmy"] {
                let page = try await other.open("/my/\(name)")
                #expect(page.status == .notFound, "\(name)")
            }
            // One that was filed with the address, but without showing it.
            let plain = try await office.file()
            var owner = ContactVisitor(office: office)
            office.pass(minutes: 2)
            try await owner.enter()
            #expect(!(try await owner.open().text.contains(plain)))
            #expect(try await owner.open("/my/\(plain)").status == .notFound)
        }
    }

    @Test func `closes after half an hour, and when one leaves`() async throws {
        try await run { office, code in
            var visitor = ContactVisitor(office: office)
            try await visitor.enter()
            office.pass(minutes: 29)
            #expect(try await visitor.open().text.contains(code))
            office.pass(minutes: 1)
            #expect(!(try await visitor.open().text.contains(code)))
            #expect(try await visitor.open("/my/\(code)").location == "/my")
            let program = try await visitor.open(wantsJSON: true)
            #expect(program.status == .unauthorized)
            #expect(try program.code() == "contacts.sessionOver")
            try await visitor.enter()
            let open = visitor
            let left = try await visitor.post("/my/leave", [])
            #expect(left.location == "/my" && left.header("Set-Cookie").contains("Max-Age=0"))
            #expect(!(try await open.open().text.contains(code)), "also with the old cookie")
            _ = try await office.house.makeRound()
            #expect(try await office.number("SELECT count(*) AS n FROM contactSession") == 0)
        }
    }

    @Test func `has a cookie of its own that opens nothing else, and is a new one after the code`()
        async throws
    {
        try await run { office, code in
            var visitor = ContactVisitor(office: office)
            let asked = try await visitor.post("/my", [("address", "hu.cau@vi-du.vn")])
            let before = visitor.cookie
            for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=1800"] {
                #expect(asked.header("Set-Cookie").contains(part), "\(part)")
            }
            let entered = try await visitor.post(
                "/my", [("act", "check"), ("code", try await office.lastCode())])
            #expect(entered.status == .seeOther && visitor.cookie != before)
            #expect(visitor.cookie.hasPrefix("roviec_my="))
            var fixed = visitor
            fixed.cookie = before
            #expect(!(try await fixed.open().text.contains(code)), "nobody knew it beforehand")
            for path in ["/work", "/filings/\(code)", "/dossiers"] {
                #expect(try await visitor.open(path).location == "/sign-in", "\(path)")
            }
            let session = try await office.signIn("chi")
            var officer = ContactVisitor(office: office, cookie: "roviec_my=\(session)")
            #expect(!(try await officer.open().text.contains(code)))
            _ = try await officer.post("/my/leave", [])
            #expect(try await office.open("/work", as: "chi").status == .ok)
        }
    }

    @Test func `is not entered from another site, nor by a code of the wizard`() async throws {
        try await run { office, _ in
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let forged = try await office.send(
                .post, "/my", [name: "cross-site"],
                body: DossierTestOffice.encoded([("address", "hu.cau@vi-du.vn")]))
            #expect(forged.status == .unprocessableContent)
            var visitor = ContactVisitor(office: office)
            let typed = try await visitor.post(
                "/my", [("act", "check"), ("code", try await office.lastCode())])
            #expect(typed.status == .unprocessableContent)
            let odd = try await visitor.post("/my", [("address", "<script>")])
            odd.expectSound("odd address")
            #expect(odd.status == .unprocessableContent && !odd.text.contains("<script>\""))
            let many = try await visitor.post(
                "/my", [("address", String(repeating: "a", count: 5_000) + "@b.vn")],
                wantsJSON: true)
            #expect(try many.code() == "contacts.addressInvalid")
        }
    }

    @Test func `is limited by the network address of who asks`() async throws {
        try await run { office, _ in
            for number in 0..<Contacts.clientMaximum {
                var visitor = ContactVisitor(office: office)
                _ = try await visitor.post("/my", [("address", "a\(number)@b.vn")])
            }
            var next = ContactVisitor(office: office)
            let refused = try await next.post("/my", [("address", "moi@b.vn")])
            #expect(refused.status == .tooManyRequests)
            #expect(!refused.header("Retry-After").isEmpty)
            let elsewhere = try await next.post(
                "/my", [("address", "moi@b.vn")], from: "198.51.100.77")
            #expect([.seeOther, .tooManyRequests].contains(elsewhere.status))
        }
    }

    @Test func `is gone once the values were erased by law`() async throws {
        try await run { office, code in
            var visitor = ContactVisitor(office: office)
            try await visitor.enter()
            #expect(try await visitor.open().text.contains(code))
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "filing/\(code)", at: 1, basis: "Luật")
            }
            #expect(!(try await visitor.open().text.contains(code)))
            #expect(try await visitor.open("/my/\(code)").status == .notFound)
            _ = try await office.house.makeRound()
            #expect(try await office.linkRows().isEmpty, "no digest of the address stays")
        }
    }

    @Test func `says so where no code can be sent`() async throws {
        try await DossierTestOffice.run { office in
            var visitor = ContactVisitor(office: office)
            let page = try await visitor.open()
            page.expectSound("my off")
            #expect(page.text.contains("chưa gửi mã xác nhận"))
            let asked = try await visitor.post(
                "/my", [("address", "a@b.vn")], wantsJSON: true)
            #expect(asked.status == .notImplemented)
            #expect(try asked.code() == "contacts.notSetUp")
        }
    }

    @Test func `comes in pages, the newest first, each once`() async throws {
        try await run { office, _ in
            let address = try #require(Contacts.Address(.email, "hu.cau@vi-du.vn"))
            for _ in 0..<Contacts.pageSize + 5 {
                let code = try await office.file()
                office.pass(minutes: 1)
                let registration = try await office.filing(code).registration
                _ = try await office.desk.store.write {
                    try Contacts.link(registration, to: address, in: $0)
                }
            }
            var (codes, after) = ([String](), "")
            for _ in 0..<4 {
                let key = after
                let list = try await office.desk.read {
                    try $0.contactList(of: address, after: key)
                }
                codes += list.rows.map(\.filing)
                guard let next = list.next else { break }
                after = next
            }
            #expect(codes.count == Contacts.pageSize + 6 && Set(codes).count == codes.count)
            #expect(codes == codes.sorted(by: >))
        }
    }

    /// What belongs to an address is told again by the filings and the values that still stand.
    @Test func `is the same when it is told anew`() async throws {
        try await run { office, first in
            var citizen = FilingCitizen(office: office)
            let second = try await citizen.fileShown()
            try await office.answer(.accept(first), by: "chi")
            let lived = try await office.linkRows()
            #expect(lived.count == 2)
            let memory = office.desk.memory
            _ = try await office.desk.store.write { transaction in
                try transaction.execute("DELETE FROM contactLink", [])
                let reading = DeskReading(
                    reader: transaction, memory: memory, zone: .indochina)
                for code in [first, second] {
                    let filing = try reading.toldFiling(code).state
                    let taken = try filing.dossier.map { try reading.toldDossier($0).state }
                    let applicant =
                        try taken.map { try reading.applicant(of: $0) }
                        ?? reading.applicant(of: filing.registration)
                    for address in applicant?.addresses ?? []
                    where address.channel == filing.registration.shownContact {
                        try Contacts.link(filing.registration, to: address, in: transaction)
                    }
                    if let taken {
                        try Contacts.move(
                            code, to: taken.registration.code,
                            personal: taken.registration.applicant.id, in: transaction)
                    }
                }
            }
            #expect(try await office.linkRows() == lived)
        }
    }
}
