// /, /procedures and /procedures/CODE for everybody; the form of an issue for those in charge.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The first page` {
    @Test func `leads citizens in and people of the house to their work`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let page = try await office.open("/", as: nil)
            #expect(page.status == .ok)
            #expect(page.text.contains("action=\"/track\""))
            #expect(page.text.contains("action=\"/procedures\""))
            #expect(page.text.contains("href=\"/procedures?event=birth\""))
            #expect(page.text.contains("Có 1 thủ tục"))
            #expect(page.text.contains("class=\"public\""))
            let officer = try await office.open("/", as: "chi")
            #expect(officer.status == .seeOther && officer.location == "/work")
            let english = try await office.open("/", as: nil, language: "en")
            #expect(english.text.contains("A child is born"))
            let json = try await office.open("/", as: nil, wantsJSON: true).json()
            #expect(json["count"] as? Int == 1)
        }
    }
}

@Suite struct `The pages of procedures` {
    @Test func `list and find without an account`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            let all = try await office.open("/procedures", as: nil)
            #expect(all.status == .ok && all.text.contains("Có 2 thủ tục."))
            #expect(all.text.contains("href=\"/procedures/KS-01\""))
            #expect(all.text.contains("nộp trực tuyến được"))
            #expect(all.text.contains("aria-current=\"page\""))
            let found = try await office.open("/procedures?q=khai+sinh", as: nil)
            #expect(found.text.contains("value=\"khai sinh\""))
            #expect(!found.text.contains("/procedures/CT-02"))
            let event = try await office.open("/procedures?event=certification", as: nil)
            #expect(event.text.contains("<h1>Chứng thực giấy tờ</h1>"))
            #expect(!event.text.contains("/procedures/KS-01"))
            let nothing = try await office.open("/procedures?q=%3Cscript%3E", as: nil)
            #expect(nothing.status == .ok && !nothing.text.contains("<script>"))
            #expect(nothing.text.contains("Không tìm thấy thủ tục nào"))
            let odd = try await office.open("/procedures?event=x&field=y&q=%00", as: nil)
            #expect(odd.status == .ok)
            let broken = try await office.open("/procedures?q=%FF", as: nil)
            #expect(broken.status == .unprocessableContent)
            let json = try await office.open("/procedures?q=khai", as: nil, wantsJSON: true)
            let list = try #require(try json.json()["procedures"] as? [[String: Any]])
            #expect(list.map { $0["code"] as? String } == ["KS-01"])
        }
    }

    @Test func `tell all eight parts, and mark what no text has confirmed`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let page = try await office.open("/procedures/KS-01", as: nil)
            #expect(page.status == .ok)
            for part in [
                "Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ",
                "Thời hạn giải quyết", "Đối tượng thực hiện", "Cơ quan thực hiện",
                "Mẫu đơn, tờ khai", "Kết quả", "Yêu cầu, điều kiện", "Phí, lệ phí",
                "Căn cứ pháp lý",
            ] {
                #expect(page.text.contains("\(part)"), "\(part)")
            }
            for fact in [
                "Giấy chứng sinh", "Tiếp nhận hồ sơ", "Thẩm định hồ sơ", "2 ngày làm việc",
                "Luật Hộ tịch 2014, Điều 16", "Công dân", "Trẻ sinh tại phường", "5.000 đồng",
                "8.000 đồng/bản", "Không thu", "từ 01/08/2017",
                "đến 31/12/2017",
                "Cần xác minh: thêm 5 ngày làm việc", "Mã quốc gia 1.001193", "mức độ 3",
                "Lần công bố 1",
            ] {
                #expect(page.text.contains(fact), "\(fact)")
            }
            #expect(page.text.contains("href=\"/file/KS-01\""))
            // The code, and two of the three fees.
            #expect(page.text.split(separator: ">chưa xác nhận<").count == 4)
            #expect(page.text.contains("hãy hỏi bộ phận một cửa"))
            let english = try await office.open("/procedures/KS-01", as: nil, language: "en")
            #expect(english.text.contains("not confirmed"))
            let json = try await office.open("/procedures/KS-01", as: nil, wantsJSON: true).json()
            #expect(
                (json["steps"] as? [Any])?.count == 4 && json["term"] as? String == "2 working_days"
            )
        }
    }

    @Test func `leave out what is over, and say where it cannot be filed online`() async throws {
        try await DossierTestOffice.run(at: "2018-01-03T09:00") { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            let birth = try await office.open("/procedures/KS-01", as: nil).text
            #expect(!birth.contains("5.000 đồng"), "that fee has ended")
            let page = try await office.open("/procedures/CT-02", as: nil).text
            #expect(page.contains("Nộp tại bộ phận một cửa hoặc qua bưu chính."))
            #expect(!page.contains("href=\"/file/"))
            #expect(page.contains("Bản sao &lt;có&gt; chứng thực"))
            #expect(page.contains("Người yêu cầu phải có mặt"))
            #expect(page.contains("Chưa công bố phí, lệ phí"))
        }
    }

    @Test(arguments: ["KHONG-CO", "XN-03", "%3Cb%3E", "KS-01'--"])
    func `say not found for what is not offered`(_ code: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let page = try await office.open("/procedures/\(code)", as: nil)
            #expect(page.status == .notFound && page.text.contains("Không có thủ tục"))
            #expect(!page.text.contains("<b>"))
            let json = try await office.open("/procedures/\(code)", as: nil, wantsJSON: true)
            #expect(try json.code() == "procedures.unknown")
        }
    }
}

@Suite struct `The form of an issue` {
    private static let fields = [
        ("effective", "2017-09-01"), ("nationalCode", "1.001193"), ("subject", "citizen"),
        ("subject", "household"), ("channel", "counter"), ("channel", "online"),
        ("onlineLevel", "level4"), ("returnWay", "counter"), ("returnWay", "home"),
        ("lifeEvent", "birth"), ("unconfirmed", "fees"), ("results", "Giấy khai sinh\nBản sao"),
        ("conditions", ""), ("keywords", "em bé"), ("fees", "Bản sao | 8.000 | bản"),
        ("terms", ""),
    ]

    private func with(_ name: String, _ value: String) -> [(String, String)] {
        Self.fields.filter { $0.0 != name } + (value.isEmpty ? [] : [(name, value)])
    }

    @Test func `shows the last issue and makes the next`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue()
            let link = try await office.open("/procedures/KS-01", as: "quy")
            #expect(link.text.contains("href=\"/procedures/KS-01/issue\""))
            let page = try await office.open("/procedures/KS-01/issue", as: "quy")
            #expect(page.status == .ok && page.text.contains("lần công bố 2"))
            #expect(page.text.contains("Bản sao | 8000 | bản | online | 2017-08-01"))
            let answer = try await office.post(
                "/procedures/KS-01/issue", as: "quy", Self.fields)
            #expect(answer.status == .seeOther && answer.location == "/procedures/KS-01")
            let told = try await office.desk.read { try $0.procedure("KS-01") }
            let sheet = try #require(told?.issues.last?.sheet)
            #expect(sheet.onlineLevel == .level4 && sheet.subjects == [.citizen, .household])
            #expect(sheet.results == ["Giấy khai sinh", "Bản sao"])
            #expect(sheet.fees == [.init(when: "Bản sao", amount: 8_000, per: "bản")])
            #expect(sheet.unconfirmed == [.fees] && !sheet.requiresPresence)
            let json = try await office.post(
                "/procedures/KS-01/issue", as: "quy", with("effective", "2017-10-01"),
                wantsJSON: true)
            #expect(json.status == .created)
        }
    }

    @Test(arguments: [
        ("effective", "", "procedures.effectiveMissing"),
        ("effective", "1/9", "procedures.effectiveMissing"),
        ("effective", "2017-01-01", "procedures.effectiveBeforeLast"),
        ("nationalCode", "x", "procedures.nationalCodeInvalid"),
        ("subject", "", "procedures.subjectsMissing"),
        ("subject", "alien", "procedures.subjectsMissing"),
        ("channel", "counter", "procedures.onlineLevelUnclear"),
        ("onlineLevel", "level9", "procedures.onlineLevelUnclear"),
        ("returnWay", "", "procedures.returnWaysMissing"),
        ("requiresPresence", "1", "procedures.presenceAtHome"),
        ("fees", "a | b", "procedures.unreadable"),
        ("fees", "a | 9999999999", "procedures.feeInvalid"),
        ("terms", "a", "procedures.unreadable"),
    ])
    func `comes back with what is wrong`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue()
            let fields = with(field, value)
            let page = try await office.post("/procedures/KS-01/issue", as: "quy", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"errors\"") && page.text.contains("Giấy khai sinh"))
            let json = try await office.post(
                "/procedures/KS-01/issue", as: "quy", fields, wantsJSON: true)
            #expect(json.status == .unprocessableContent)
            #expect(try json.code() == code)
            let told = try await office.desk.read { try $0.procedure("KS-01") }
            #expect(told?.issues.count == 1)
        }
    }

    @Test func `is for those in charge alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let path = "/procedures/KS-01/issue"
            #expect(try await office.open(path, as: nil).location == "/sign-in")
            #expect(try await office.open(path, as: "chi").status == .unprocessableContent)
            let posted = try await office.post(path, as: "chi", Self.fields, wantsJSON: true)
            #expect(try posted.code() == "procedures.mayNotIssue")
            let forged = try await office.post(path, as: "chi", Self.fields, withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await office.post(path, as: nil, Self.fields).location == "/sign-in")
            let usual = try await office.open("/procedures/KS-01", as: "chi").text
            #expect(!usual.contains("/procedures/KS-01/issue"))
        }
    }

    @Test func `of a process without a sheet begins empty`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            let page = try await office.open("/procedures/KS-01/issue", as: "quy")
            #expect(page.status == .ok && page.text.contains("lần công bố 1"))
            let none = try await office.open("/procedures/KHONG-CO/issue", as: "quy")
            #expect(none.status == .unprocessableContent)
        }
    }
}
