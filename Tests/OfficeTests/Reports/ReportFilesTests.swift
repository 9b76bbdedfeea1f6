// Reports as files: the numbers of the page, as a workbook and as comma-separated values.

import Engine
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// The bytes of a file, as they are.
    func fetch(_ path: String, as person: PersonID) async throws -> [UInt8] {
        let headers: HTTPFields = [.cookie: "roviec_session=\(try await signIn(person))"]
        return try await Application(router: house.router()).test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers) { response in
                #expect(response.status == .ok)
                return Array(response.body.readableBytesView)
            }
        }
    }

    func workbook(_ path: String, as person: PersonID = "anh") async throws
        -> ReportReadWorkbook.Sheet
    {
        let book = try ReportReadWorkbook(try await fetch(path, as: person))
        #expect(book.sheets.count == 1)
        return try #require(book.sheets.first)
    }
}

@Suite struct `Reports as files` {
    static let paths = [
        "/reports/form06", "/reports/officers", "/reports/overdue", "/metrics", "/today",
    ]

    @Test(arguments: paths)
    func `say what they are and are kept by nobody in between`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let book = try await office.open("\(path).xlsx", as: "anh")
            #expect(book.status == .ok)
            #expect(
                book.header("Content-Type")
                    == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            #expect(book.header("Content-Disposition").hasPrefix("attachment; filename=\""))
            #expect(book.header("Content-Disposition").hasSuffix(".xlsx\""))
            #expect(book.header("Cache-Control") == "no-store")
            let values = try await office.open("\(path).csv", as: "anh")
            #expect(values.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(values.header("Content-Disposition").hasSuffix(".csv\""))
            #expect(values.text.hasPrefix("\u{FEFF}"))
            for kind in ["csv", "xlsx"] {
                let stranger = try await office.open("\(path).\(kind)", as: nil)
                #expect(stranger.location == "/sign-in")
            }
        }
    }

    @Test(arguments: [5, 66] as [UInt64])
    func `of form 06 have its columns, its lines and its identities`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(seed)
            let page = try await office.workbook("/reports/form06.xlsx?period=2017-07")
            #expect(page.name == "Biểu 06")
            #expect(page.frozenBefore == "B5" && page.isLandscape)
            #expect(page["A4"] == "(2) Lĩnh vực" && page["B4"] == "(3) Nhận giải quyết")
            #expect(page["L4"].hasPrefix("(13) "))
            #expect(page["A2"].hasPrefix("Kỳ: 01/07/2017 – 31/07/2017."))
            let names = page.column("A")
            #expect(names.last == "Cộng")
            let json = try await office.open(
                "/reports?period=2017-07", as: "anh", wantsJSON: true
            ).json()
            let lines = try #require(json["form06"] as? [[String: Any]])
            #expect(names.count == lines.count)
            for (index, line) in lines.enumerated() {
                let numbers = page.row(index + 5, columns: 12).dropFirst().map { Int($0) ?? -1 }
                let keys = [
                    "taken", "online", "direct", "carriedOver", "resolved", "early", "onTime",
                    "late", "open", "openInTime", "overdue",
                ]
                #expect(numbers == keys.map { line[$0] as? Int ?? -2 })
                #expect(numbers[0] == numbers[1] + numbers[2] + numbers[3])
                #expect(numbers[0] == numbers[4] + numbers[8])
                #expect(numbers[8] == numbers[9] + numbers[10])
            }
            #expect(page.cells["B5"]?.format == "#,##0" && page.cells["B5"]?.kind == "number")
        }
    }

    @Test func `of form 06 in both kinds hold the same`() async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(9, count: 20)
            let page = try await office.workbook("/reports/form06.xlsx?period=2017")
            let text = try await office.open("/reports/form06.csv?period=2017", as: "anh").text
            let lines = text.dropFirst().split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            for (index, line) in lines.dropFirst().enumerated() {
                #expect(page.row(index + 5, columns: 12) == line)
            }
        }
    }

    @Test func `of officers have the numbers of the page and their sum`() async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(12)
            let officers = try await office.officers(period: "2017-07")
            let page = try await office.workbook("/reports/officers.xlsx?period=2017-07")
            #expect(page.name == "Theo cán bộ")
            #expect(page.row(4, columns: 3) == ["Cán bộ", "Đơn vị", "Tiếp nhận"])
            let names = page.column("A")
            #expect(
                names == officers.officers.map(\.name)
                    + ["Đơn vị khác, chưa rõ đầu mối", "Cộng"])
            for (index, officer) in officers.officers.enumerated() {
                let row = page.row(index + 5, columns: 17)
                #expect(row[1] == officer.unit)
                #expect(
                    row[2...9].map { Int($0) ?? -1 }
                        == ReportOfficerView.numbers(of: officer.dossiers))
                #expect(
                    row[11...16].map { Int($0) ?? -1 }
                        == ReportOfficerView.numbers(of: officer.steps))
            }
            let received = page.column("C").map { Int($0) ?? 0 }
            #expect(received.dropLast().reduce(0, +) == received.last)
            let share = try #require(page.cells["K\(4 + names.count)"])
            #expect(share.format == "0.00%" && share.isBold)
        }
    }

    @Test func `of what is overdue have days as days and no applicant`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set("2017-07-10T09:00")
            let page = try await office.workbook("/reports/overdue.xlsx")
            #expect(page.name == "Hồ sơ quá hạn")
            #expect(page["A5"] == code && page["B5"] == "Đăng ký khai sinh")
            #expect(page.cells["D5"]?.format == "dd/mm/yyyy hh:mm")
            #expect(page.cells["D5"]?.kind == "number")
            #expect(page["G5"] == "Người chi")
            #expect(!page.cells.values.contains { $0.value.contains("Hư Cấu") })
            let text = try await office.open("/reports/overdue.csv", as: "anh").text
            #expect(text.contains("\r\n\(code),Đăng ký khai sinh,UBND phường A,2017-07-03 09:00,"))
            #expect(!text.contains("Hư Cấu"))
        }
    }

    @Test func `hold titles that look like formulas as texts`() async throws {
        try await DossierTestOffice.run { office in
            var version = DossierExtraSamples.withinTotal("CT-99", total: .workingDays(1))
            version.title = "=HYPERLINK(\"http://example.com\")"
            version.field = "+84 & <đất>"
            try await office.publish(version)
            try await office.receive { $0.process = "CT-99" }
            try office.set("2017-07-10T09:00")
            let page = try await office.workbook("/reports/overdue.xlsx")
            #expect(page["B5"] == "=HYPERLINK(\"http://example.com\")")
            #expect(page.cells["B5"]?.isFormula == false && page.cells["B5"]?.kind == "text")
            let form = try await office.workbook("/reports/form06.xlsx?period=2017")
            #expect(form["A5"] == "+84 & <đất>")
            #expect(form.cells["A5"]?.isFormula == false)
            let text = try await office.open("/reports/overdue.csv", as: "anh").text
            #expect(text.contains(",\"'=HYPERLINK(\"\"http://example.com\"\")\","))
            let lines = try await office.open("/reports/form06.csv?period=2017", as: "anh").text
            #expect(lines.contains("\r\n'+84 & <đất>,"))
        }
    }

    @Test func `speak the language of the reader`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let text = try await office.open(
                "/reports/form06.csv", as: "anh", language: "en"
            ).text
            #expect(text.contains("(2) Field,(3) Taken,"))
            for path in Self.paths {
                for language in ["vi", "en"] {
                    let text = try await office.open("\(path).csv", as: "anh", language: language)
                    #expect(!text.text.contains("[reports.") && !text.text.contains("[metrics."))
                }
            }
        }
    }

    @Test func `hold what the viewer may see, no more`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            for (person, count) in [("anh", "1"), ("giang", "1"), ("ke", "0")]
                as [(PersonID, String)]
            {
                let page = try await office.workbook("/reports/form06.xlsx", as: person)
                let last = 4 + page.column("A").count
                #expect(page["B\(last)"] == count, "\(person)")
            }
            let other = try await office.open(
                "/reports/form06.xlsx?office=r", as: "anh", wantsJSON: true)
            #expect(try other.code() == "reports.officeUnknown")
        }
    }

    @Test func `of the day hold the lines of the sheet`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive { $0.process = "CT-02" }
            let sheet = try await office.open("/today", as: "chi").text
            #expect(sheet.contains("/today.csv") && sheet.contains("/today.xlsx"))
            let text = try await office.open("/today.csv", as: "chi").text
            #expect(text.hasPrefix("\u{FEFF}Nhóm,Mã hồ sơ,Việc,Bước,Hạn,Từ lúc\r\n"))
            #expect(text.contains(",\(code),Chứng thực bản sao,Tiếp nhận hồ sơ,2017-07-03 "))
            let page = try await office.workbook("/today.xlsx", as: "chi")
            #expect(page["B5"] == code)
            #expect(page.cells["E5"]?.format == "dd/mm/yyyy hh:mm")
            let nobody = try await office.open("/today.csv", as: "giang").text
            #expect(!nobody.contains(code))
        }
    }
}

@Suite struct `A drawing of shares` {
    private func drawn(_ bars: [Reports.ShareChart.Bar]) -> String {
        String(
            decoding: Reports.ShareChart(
                id: "x", title: "Tỷ lệ", summary: "Tóm tắt", bars: bars,
                percent: { "\($0)/\($1)" }
            ).html.bytes, as: UTF8.self)
    }

    @Test func `has a bar for each share and says its number beside it`() {
        let html = drawn([
            .init(name: "Một", part: 1, whole: 2), .init(name: "Hai", part: 2, whole: 2),
        ])
        #expect(html.contains("Một") && html.contains("1/2") && html.contains("2/2"))
        #expect(html.ranges(of: "class=\"c1\"").count == 2)
        #expect(html.contains("width=\"260\"") && html.contains("width=\"520\""))
        #expect(html.contains("aria-labelledby=\"x-t x-d\""))
        #expect(html.contains("<title id=\"x-t\">Tỷ lệ</title>"))
        #expect(!html.contains("style="))
    }

    @Test(arguments: [(0, 0), (5, 2), (-1, 3), (0, 9)])
    func `never leaves its room`(_ part: Int, _ whole: Int) {
        let bar = Reports.ShareChart.Bar(name: "x", part: part, whole: whole)
        #expect((0...1).contains(bar.share))
        let html = drawn([bar])
        #expect(!html.contains("NaN") && !html.contains("inf"))
    }

    @Test func `writes names as text`() {
        let html = drawn([.init(name: "<script>", part: 1, whole: 2)])
        #expect(html.contains("&lt;script&gt;") && !html.contains("<script>"))
    }
}
