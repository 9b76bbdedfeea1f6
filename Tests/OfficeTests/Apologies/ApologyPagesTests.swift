// /apologies and /dossiers/CODE/apology: list, form, paper, and who may do what.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The pages of apologies` {
    private static let fields = [("reason", "Chờ <xác minh>"), ("day", "2017-07-07")]

    @Test func `lead from the list over the form to the paper`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let calm = try await office.open("/apologies", as: "anh")
            #expect(calm.text.contains("Không có hồ sơ nào dự kiến trễ"))
            try office.set("2017-07-05T16:00")
            let list = try await office.open("/apologies", as: "anh")
            #expect(list.status == .ok && list.text.contains(code))
            #expect(list.text.contains("Sẽ không kịp"))
            #expect(list.text.contains("href=\"/dossiers/\(code)/apology\""))
            let form = try await office.open("/dossiers/\(code)/apology", as: "anh")
            #expect(form.text.contains("value=\"2017-07-06\""), "the suggested day")
            let answer = try await office.post(
                "/dossiers/\(code)/apology", as: "anh", Self.fields)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/dossiers/\(code)/apology")
            let paper = try await office.open("/dossiers/\(code)/apology", as: "chi")
            for words in [
                "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Đặng Thị Hư Cấu",
                "Chờ &lt;xác minh&gt;", "17:30, 07/07/2017", "Người anh", "\(code)/PXL",
                "UBND phường A", "sau thời điểm luật định",
            ] {
                #expect(paper.text.contains(words), "\(words)")
            }
            #expect(!paper.text.contains("<xác minh>") && !paper.text.contains("name=\"reason\""))
            let dossier = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(dossier.text.contains("đã ký phiếu xin lỗi"))
            let english = try await office.open(
                "/dossiers/\(code)/apology", as: "chi", language: "en")
            #expect(english.text.contains("APOLOGY AND NEW APPOINTMENT"))
        }
    }

    @Test func `answer programs with the same`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set("2017-07-05T16:00")
            let list = try await office.open("/apologies", as: "anh", wantsJSON: true).json()
            #expect((list["rows"] as? [[String: Any]])?.first?["code"] as? String == code)
            let path = "/dossiers/\(code)/apology"
            let form = try await office.open(path, as: "anh", wantsJSON: true).json()
            #expect(form["maySign"] as? Bool == true && form["apology"] == nil)
            let signed = try await office.post(path, as: "anh", Self.fields, wantsJSON: true)
            #expect(signed.status == .created)
            let again = try await office.post(path, as: "anh", Self.fields, wantsJSON: true)
            #expect(try again.code() == "apologies.alreadyApologised")
            let paper = try await office.open(path, as: "anh", wantsJSON: true).json()
            #expect((paper["apology"] as? [String: Any])?["reason"] as? String == "Chờ <xác minh>")
        }
    }

    @Test(arguments: [
        ("reason", "", "apologies.reasonMissing"), ("day", "", "apologies.dayMissing"),
        ("day", "7/7", "apologies.dayMissing"), ("day", "2017-07-08", "apologies.dayOff"),
        ("day", "2017-07-05", "apologies.dayTooEarly"),
    ])
    func `give the form back with what is wrong`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let dossier = try await office.receive()
            let fields = Self.fields.map { $0.0 == field ? ($0.0, value) : $0 }
            let path = "/dossiers/\(dossier)/apology"
            let page = try await office.post(path, as: "anh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"errors\"") && page.text.contains("name=\"reason\""))
            if field == "day" { #expect(page.text.contains("Chờ &lt;xác minh&gt;")) }
            let json = try await office.post(path, as: "anh", fields, wantsJSON: true)
            #expect(try json.code() == code)
            #expect(try await office.state(dossier).apology == nil)
        }
    }

    @Test func `keep to the rights of the dossier`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/apology"
            #expect(try await office.open(path, as: nil).location == "/sign-in")
            #expect(try await office.open("/apologies", as: nil).location == "/sign-in")
            #expect(try await office.open(path, as: "giang").status == .notFound)
            let foreign = try await office.post(path, as: "giang", Self.fields)
            #expect(foreign.status == .notFound)
            let clerk = try await office.open(path, as: "chi").text
            #expect(clerk.contains("do lãnh đạo cơ quan ký") && !clerk.contains("name=\"day\""))
            let posted = try await office.post(path, as: "chi", Self.fields)
            #expect(posted.status == .unprocessableContent)
            let forged = try await office.post(path, as: "anh", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await office.state(code).apology == nil)
            #expect(try await office.open("/apologies", as: "ha").status == .unprocessableContent)
            let leader = try await office.open("/work", as: "anh").text
            #expect(leader.contains("href=\"/apologies\""))
            #expect(!(try await office.open("/work", as: "ha").text.contains("/apologies")))
        }
    }
}
