// What the code alone tells, and what the digits add (TT 01/2018/TT-VPCP, article 16).

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Following a dossier without an account` {
    @Test func `the code alone tells the state and the degree of completion, nothing else`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let answer = try await office.track(code)
            #expect(answer.status == .ok)
            let value = try answer.json()
            #expect(
                Set(value.keys) == ["code", "reach", "status", "state", "done", "steps"],
                "\(value.keys)")
            #expect(value["reach"] as? String == "codeOnly")
            #expect(value["status"] as? String == "processing")
            #expect(value["state"] as? Int == 4)
            #expect(value["done"] as? Int == 1 && value["steps"] as? Int == 4)
            let page = try await office.track(code, wantsJSON: false)
            #expect(page.text.contains("Mức độ hoàn thành: 1 trên 4 bước."))
            for hidden in ["khai sinh", "Tư pháp", "2017-07-05", "Hẹn trả"] {
                #expect(!page.text.contains(hidden), "\(hidden)")
            }
        }
    }

    @Test func `the digits add the procedure, the office, the appointment and every step`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.status == .ok)
            for told in [
                "Đăng ký khai sinh", "UBND phường A", "Thứ Tư 05/07/2017, 17:30",
                "Thẩm định hồ sơ", "Tư pháp phường A", "Ký kết quả", "không phải làm gì thêm",
                "Bộ luật Dân sự 2015, Điều 147", "Vì sao ngày này?", "public",
            ] {
                #expect(page.text.contains(told), "\(told)")
            }
            let details = try await office.details(code)
            #expect(details.appointment == LocalMinute("2017-07-05T17:30"))
            #expect(details.promised == details.appointment)
            #expect(details.left.state == .ok || details.left.state == .soon)
            #expect(details.duty == .nothing)
            #expect(details.rating == nil, "there is nothing to rate yet")
            #expect(details.unit == "Tư pháp phường A")
        }
    }

    @Test func `English has a page of its own`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false, language: "en")
            #expect(page.text.contains("The result is promised for"))
            #expect(page.text.contains("Follow a dossier"))
            #expect(!page.text.contains("Tra cứu hồ sơ"))
            #expect(!page.text.contains("[tracking."), "a key without words")
        }
    }

    @Test func `the address of a receipt fills the code in and asks nothing yet`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open("/track?code=\(code)", as: nil)
            #expect(page.status == .ok)
            #expect(page.text.contains("value=\"\(code)\""))
            #expect(!page.text.contains("Mức độ hoàn thành"), "asking is a POST")
            #expect(page.text.contains("method=\"post\" action=\"/track\""))
            let value = try await office.open("/track?code=\(code)", as: nil, wantsJSON: true)
            #expect(value.text == "{\"code\":\"\(code)\"}")
        }
    }

    @Test func `digits in an address are not read`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open(
                "/track?code=\(code)&digits=\(DossierTestOffice.digits)", as: nil)
            #expect(!page.text.contains("khai sinh") && !page.text.contains("5678"))
        }
    }

    @Test func `a dossier without a telephone gives the short answer and says where to ask`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.applicant.phone = "" }
            let answer = try await office.told(code, "0000")
            #expect(answer.reach == .noPhone && answer.details == nil)
            #expect(answer.office?.counter == "Một cửa phường A")
            let page = try await office.track(code, "0000", wantsJSON: false)
            #expect(page.text.contains("không ghi số điện thoại"))
            #expect(page.text.contains("Một cửa phường A"))
            #expect(!page.text.contains("Đăng ký khai sinh"))
        }
    }

    @Test func `values erased by law leave the short answer`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.desk.store.write {
                try $0.erasePersonal(id: "applicant/\(code)", at: 1, basis: "theo yêu cầu")
            }
            #expect(try await office.told(code).reach == .noPhone)
        }
    }

    @Test(arguments: [" PA-170703-0001 ", "pa-170703-0001", "PA-1707 03-0001"])
    func `a code is found however it is typed`(_ typed: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(code == "PA-170703-0001")
            #expect(try await office.told(typed).code == code)
        }
    }

    @Test(
        arguments: [
            ("0912 345 678", "5678"), ("0912.345.678", "5678"), ("09123456789", "6789"),
            ("123", nil),
            ("", nil), ("không", nil), ("٠١٢٣٤٥٦٧٨٩", nil),
        ] as [(String, String?)])
    func `the digits are the last four of the number`(_ phone: String, _ digits: String?) {
        #expect(Tracking.digits(of: phone) == digits)
    }
}

@Suite struct `A question that is not understood` {
    @Test(arguments: [
        ("", "", "tracking.codeMissing", "code"), ("   ", "1234", "tracking.codeMissing", "code"),
        ("PA-1", "12", "tracking.digitsInvalid", "digits"),
        ("PA-1", "12345", "tracking.digitsInvalid", "digits"),
        ("PA-1", "12a4", "tracking.digitsInvalid", "digits"),
        ("PA-1", "１２３４", "tracking.digitsInvalid", "digits"),
    ])
    func `is told at its field, with 422`(
        _ code: String, _ digits: String, _ refusal: String, _ field: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.track(code, digits)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == refusal)
            #expect(try answer.json()["field"] as? String == field)
            let page = try await office.track(code, digits, wantsJSON: false)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"#\(field)\""))
            #expect(page.text.contains("aria-invalid=\"true\""))
            #expect(try await office.number("SELECT count(*) AS n FROM trackingTry") == 0)
        }
    }

    @Test func `a wrong code and wrong digits are one sentence and one status`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let wrongCode = try await office.track("PA-170703-9999", "5678", from: "203.0.113.1")
            let wrongDigits = try await office.track(code, "0000", from: "203.0.113.2")
            let nothing = try await office.track("khong-co", from: "203.0.113.3")
            #expect(wrongCode.status == .notFound)
            #expect(wrongCode.text == wrongDigits.text && wrongCode.text == nothing.text)
            #expect(wrongCode.headers == wrongDigits.headers)
            // The same work is done for both: two counts each.
            #expect(
                try await office.number("SELECT count(*) AS n FROM trackingTry") == 2 + 2 + 1)
        }
    }

    @Test(arguments: [
        "%", "' OR 1=1 --", "../dossiers", "<script>alert(1)</script>", "PA-170703-0001/x",
        String(repeating: "9", count: 500), "a\u{0}b", "PA-170703-0001;DROP TABLE dossier",
    ])
    func `hostile codes are nothing but codes that do not exist`(_ code: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let answer = try await office.track(code, "5678", wantsJSON: false)
            #expect(answer.status == .notFound, "\(answer.text.prefix(300))")
            #expect(!answer.text.contains("<script>alert"))
            #expect(!answer.text.contains("5678"), "digits are not handed back")
        }
    }

    @Test func `a form from another site is not read`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var headers: HTTPFields = [.accept: "application/json"]
            headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = "cross-site"
            let answer = try await office.send(
                .post, "/track", headers, body: DossierTestOffice.encoded([("code", code)]))
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test func `people of the house follow a dossier like anybody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.post("/track", as: "la", [("code", code)])
            #expect(page.status == .ok && page.text.contains("Mức độ hoàn thành"))
            let token = try await office.post(
                "/track", as: "la", [("code", code)], withToken: false)
            #expect(token.status == .unprocessableContent)
        }
    }
}
