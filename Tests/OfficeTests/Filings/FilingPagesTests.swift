// /filings for the counter of the office: the list, one filing, and the three acts.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The pages of filings` {
    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await body(office)
        }
    }

    @Test func `list what waits and show one with what was said`() async throws {
        try await run { office in
            let empty = try await office.open("/filings", as: "chi")
            #expect(empty.text.contains("Không có hồ sơ nào ở đây"))
            let code = try await office.file { $0.applicant.name = "Phạm <b> Hư Cấu" }
            let list = try await office.open("/filings", as: "chi")
            #expect(list.status == .ok && list.text.contains(code))
            #expect(list.text.contains("Phạm &lt;b&gt; Hư Cấu") && !list.text.contains("<b> Hư"))
            let page = try await office.open("/filings/\(code)", as: "chi")
            for words in [
                "012345678901", "0912 345 678", "hu.cau@vi-du.vn", "Khai sinh cho con",
                "Bé Minh Họa", "Số bản sao", "Giấy chứng sinh", "17:30, 05/07/2017",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let json = try await office.open("/filings/\(code)", as: "chi", wantsJSON: true).json()
            #expect(json["missing"] as? [String] == ["Giấy chứng sinh"])
            let counted = try await office.open("/filings", as: "chi", wantsJSON: true).json()
            #expect(counted["waiting"] as? Int == 1)
            let english = try await office.open("/filings/\(code)", as: "chi", language: "en")
            #expect(english.text.contains("Take the dossier in"))
        }
    }

    @Test func `note who was shown the personal data`() async throws {
        try await run { office in
            let code = try await office.file()
            _ = try await office.open("/filings", as: "chi")
            let sql = "SELECT count(*) AS n FROM personalRead WHERE subject = ?"
            #expect(try await office.number(sql, [.text(code)]) == 0)
            _ = try await office.open("/filings/\(code)", as: "chi")
            #expect(try await office.number(sql, [.text(code)]) == 1)
        }
    }

    @Test func `lead from accepting to the receipt`() async throws {
        try await run { office in
            let code = try await office.file()
            let answer = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(answer.location == "/dossiers/PA-170703-0001/receipt?new=1")
            let page = try await office.open("/filings/\(code)", as: "chi")
            #expect(page.text.contains("href=\"/dossiers/PA-170703-0001\""))
            #expect(!page.text.contains("0912 345 678") && !page.text.contains("name=\"act\""))
            let again = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("đã kết thúc"))
            let second = try await office.file()
            let json = try await office.post(
                "/filings/\(second)/acts", as: "chi", [("act", "accept")], wantsJSON: true)
            #expect(json.status == .created)
            #expect(try json.json()["dossier"] as? String == "PA-170703-0002")
        }
    }

    @Test func `ask once with the list at hand, and say why something is refused`()
        async throws
    {
        try await run { office in
            let code = try await office.file()
            let path = "/filings/\(code)/acts"
            let bare = try await office.post(
                path, as: "chi", [("act", "askSupplement"), ("papers", "A<b>\nB"), ("reason", "")])
            #expect(bare.status == .unprocessableContent)
            #expect(bare.text.contains("A&lt;b&gt;") && bare.text.contains("Hãy ghi lý do."))
            let asked = try await office.post(
                path, as: "chi",
                [("act", "askSupplement"), ("papers", "A\n\nB"), ("reason", "thiếu")])
            #expect(asked.location == "/filings/\(code)")
            #expect(try await office.filing(code).request?.papers == ["A", "B"])
            let page = try await office.open("/filings/\(code)", as: "chi").text
            #expect(page.contains("thiếu") && !page.contains("value=\"askSupplement\""))
            #expect(!page.contains("value=\"accept\""), "it waits for the citizen")
            let refused = try await office.post(
                path, as: "chi", [("act", "refuse"), ("reason", "sai thẩm quyền")])
            #expect(refused.status == .seeOther)
            let ended = try await office.open("/filings/\(code)", as: "chi").text
            #expect(ended.contains("Lý do không tiếp nhận: sai thẩm quyền"))
        }
    }

    @Test func `are for the counter of that office`() async throws {
        try await run { office in
            let code = try await office.file()
            #expect(try await office.open("/filings", as: nil).location == "/sign-in")
            #expect(try await office.open("/filings", as: "ha").status == .unprocessableContent)
            for person in ["ha", "anh", "la"] as [PersonID] {
                let page = try await office.open("/filings/\(code)", as: person)
                #expect(page.status == .notFound && !page.text.contains("Hư Cấu"))
                let act = try await office.post(
                    "/filings/\(code)/acts", as: person, [("act", "accept")])
                #expect(act.status == .notFound)
            }
            let forged = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")], withToken: false)
            #expect(forged.status == .unprocessableContent)
            let odd = try await office.post("/filings/\(code)/acts", as: "chi", [("act", "x")])
            #expect(odd.status == .notFound)
            #expect(try await office.filing(code).standing == .waiting)
        }
    }

    @Test func `open by standing, page by page`() async throws {
        try await run { office in
            for _ in 0...Filings.pageSize { try await office.file() }
            let page = try await office.open("/filings?standing=waiting", as: "chi")
            #expect(page.text.contains("rel=\"next\""))
            let odd = try await office.open("/filings?standing=x&after=y%2Fz", as: "chi")
            #expect(odd.status == .ok)
            let ended = try await office.open("/filings?standing=refused", as: "chi")
            #expect(ended.text.contains("Không có hồ sơ nào ở đây"))
        }
    }
}
