// /metrics as people and programs get it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of metrics` {
    @Test(arguments: ["/metrics", "/metrics?period=2017-Q3", "/metrics?office=p"])
    func `are whole in both languages, and the same values in JSON`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for language in ["vi", "en"] {
                let page = try await office.open(path, as: "anh", language: language)
                #expect(page.status == .ok)
                #expect(page.text.hasPrefix("<!doctype html>"))
                #expect(!page.text.contains("[metrics.") && !page.text.contains("[reports."))
                #expect(!page.text.contains("style="))
            }
            let json = try await office.open(path, as: "anh", wantsJSON: true).json()
            let lines = try #require(json["lines"] as? [[String: Any]])
            #expect(lines.count == 24)
            #expect(lines.first?["standing"] as? String == "missing")
            let stranger = try await office.open(path, as: nil)
            #expect(stranger.location == "/sign-in")
            let machine = try await office.open(path, as: nil, wantsJSON: true)
            #expect(machine.status == .unauthorized)
        }
    }

    @Test func `say what is counted, entered, missing and not asked, and what is unconfirmed`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.channel = .online }
            try await office.metricAct(.enter(MetricSamples.value))
            let page = try await office.open("/metrics?period=2017", as: "anh").text
            for words in [
                "Bộ chỉ số 766 năm 2026", "UBND phường A", "Tính từ hồ sơ", "Số nhập",
                "Không có số liệu ở đây", "Chỉ tính cấp tỉnh", "chưa được xác nhận",
                "tối đa 20 điểm, chưa xác nhận", "nguồn không cho điểm tối đa", "92,50 %",
                "Người anh nhập lúc 09:00, 03/07/2017", "không chấm điểm",
                "10. Tỷ lệ hồ sơ theo hình thức nộp: trực tuyến", "100,00 %", "<svg",
                "/metrics.xlsx?period=2017&amp;office=p",
                "/metrics/5?period=2017&amp;office=p",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(!page.contains("NaN"))
        }
    }

    @Test func `of an empty office draw nothing and say so`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/metrics", as: "anh").text
            #expect(page.contains("Chưa có tỷ lệ nào có số liệu trong kỳ này."))
            #expect(page.contains("Kỳ này không có gì để tính"))
        }
    }

    @Test(arguments: 1...24)
    func `of one metric are whole in both languages`(_ number: Int) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for language in ["vi", "en"] {
                let page = try await office.open(
                    "/metrics/\(number)", as: "anh", language: language)
                #expect(page.status == .ok)
                #expect(!page.text.contains("[metrics."), "\(number)")
                let isEntered = MetricSamples.entered.contains(number)
                #expect(page.text.contains("name=\"source\"") == isEntered)
            }
        }
    }

    @Test func `of one metric list the records of a part, each with its page`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open(
                "/metrics/5?period=2017&part=openInTime", as: "anh"
            ).text
            #expect(page.contains("href=\"/dossiers/\(code)\""))
            #expect(page.contains("Danh sách: Đang giải quyết, trong hạn"))
            #expect(page.contains("chỉ mẫu số") && page.contains("tử số và mẫu số"))
            #expect(page.contains("part=openInTime"))
            let dossier = try await office.open("/dossiers/\(code)", as: "anh")
            #expect(dossier.status == .ok, "found means allowed")
            let petition = try await office.petition()
            let other = try await office.open("/metrics/21?part=openInTime", as: "anh").text
            #expect(other.contains("href=\"/petitions/\(petition)\""))
            #expect(!other.contains(PetitionSamples.sender.subject))
        }
    }

    @Test func `take a value from the form and show it`() async throws {
        try await DossierTestOffice.run { office in
            let form = try await office.open("/metrics/11?period=2017", as: "anh").text
            #expect(form.contains("action=\"/metrics/11\"") && form.contains("Nhập số"))
            let answer = try await office.post("/metrics/11", as: "anh", MetricSamples.fields)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/metrics/11?period=2017&office=p")
            let page = try await office.open(answer.location, as: "anh").text
            for words in [
                "92,50 %", "925/1.000", "Báo cáo 12/BC-UBND (hư cấu), trang 3", "Người anh",
                "Các số đã nhập cho kỳ này", "Rút số đã nhập",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            let back = try await office.post(
                "/metrics/11", as: "anh",
                [
                    ("act", "withdraw"), ("period", "2017"), ("office", "p"),
                    ("reason", "Nhập nhầm kỳ"),
                ])
            #expect(back.status == .seeOther)
            let after = try await office.open(back.location, as: "anh").text
            #expect(after.contains("Không có số liệu ở đây"))
            #expect(after.contains("Nhập nhầm kỳ"))
            try await office.expectProven()
        }
    }

    /// Field that is wrong, its value, what the page says.
    static let mistakes = [
        ("part", "x", "Hãy ghi tử số và mẫu số"), ("part", "-1", "Hãy ghi tử số và mẫu số"),
        ("part", "", "Hãy ghi tử số và mẫu số"), ("whole", "0", "mẫu số từ 1 trở lên"),
        ("whole", "99999999999999999999", "Hãy ghi tử số và mẫu số"),
        ("part", "1001", "Tử số lớn hơn mẫu số"), ("source", "", "Hãy ghi nguồn"),
        ("source", String(repeating: "a", count: 301), "Dài quá 300 chữ"),
        ("period", "2018", "Kỳ này chưa bắt đầu"),
    ]

    @Test(arguments: mistakes)
    func `hand the form back with what is wrong`(
        _ field: String, _ value: String, _ words: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let fields = MetricSamples.fields.map { $0.0 == field ? (field, value) : $0 }
            let answer = try await office.post("/metrics/11", as: "anh", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(words), "\(field)")
            #expect(answer.text.contains("name=\"source\""))
            if field != "source" {
                #expect(answer.text.contains("trang 3"), "what was typed stays")
            }
            let json = try await office.post(
                "/metrics/11", as: "anh", fields, wantsJSON: true)
            #expect(json.status == .unprocessableContent)
            #expect(try json.code().hasPrefix("metrics."))
            #expect(try await office.metricBook().entries.isEmpty)
        }
    }

    @Test func `take grouped numbers and answer programs with the stream`() async throws {
        try await DossierTestOffice.run { office in
            let fields = MetricSamples.fields.map { $0.0 == "whole" ? ("whole", "1.000") : $0 }
            let answer = try await office.post("/metrics/11", as: "anh", fields, wantsJSON: true)
            #expect(try answer.json()["stream"] as? String == "metric/p")
            #expect(try answer.json()["version"] as? Int == 1)
            #expect(try await office.share(11).whole == 1_000)
        }
    }

    @Test func `take no form without its token`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                "/metrics/11", as: "anh", MetricSamples.fields, withToken: false)
            #expect(answer.status == .unprocessableContent)
            #expect(try await office.metricBook().entries.isEmpty)
            let stranger = try await office.post("/metrics/11", as: nil, MetricSamples.fields)
            #expect(stranger.location == "/sign-in")
        }
    }

    @Test(arguments: ["binh", "chi", "tam", "ha", "ke", "la"] as [PersonID])
    func `are hidden from all but leaders and figures`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            for path in ["/metrics", "/metrics/5", "/metrics/11", "/metrics.csv", "/metrics.xlsx"] {
                #expect(try await office.open(path, as: person).status == .notFound, "\(path)")
            }
            let posted = try await office.post("/metrics/11", as: person, MetricSamples.fields)
            #expect(posted.status != .seeOther && posted.status != .ok)
            #expect(try await office.metricBook().entries.isEmpty)
            let reports = try await office.open("/reports", as: person)
            #expect(!reports.text.contains("href=\"/metrics\""))
        }
    }

    @Test func `of another office are not found, nor entered`() async throws {
        try await DossierTestOffice.run { office in
            for path in ["/metrics?office=r", "/metrics/11?office=r", "/metrics.xlsx?office=r"] {
                let answer = try await office.open(path, as: "anh", wantsJSON: true)
                #expect(try answer.code() == "reports.officeUnknown", "\(path)")
            }
            let fields = MetricSamples.fields.map { $0.0 == "office" ? ("office", "r") : $0 }
            let answer = try await office.post("/metrics/11", as: "anh", fields, wantsJSON: true)
            #expect(try answer.code() == "reports.officeUnknown")
            #expect(try await office.metricBook(of: "r").entries.isEmpty)
        }
    }

    @Test(arguments: [
        "/metrics/0", "/metrics/25", "/metrics/x", "/metrics/-1", "/metrics/99999999999999999999",
        "/metrics/%3Cscript%3E",
    ])
    func `of no metric are not found`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(path, as: "anh")
            #expect(page.status == .notFound)
            #expect(!page.text.contains("<script>"))
        }
    }

    @Test(arguments: [
        "/metrics?period=2017-13", "/metrics?period=%3Cb%3E", "/metrics/5?period=x",
        "/metrics.csv?period=2017-H3",
    ])
    func `of no period are refused`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(path, as: "anh", wantsJSON: true)
            #expect(try page.code() == "reports.periodUnknown")
        }
    }

    @Test func `write a source as text, and never as a formula`() async throws {
        try await DossierTestOffice.run { office in
            var value = MetricSamples.value
            value.source = "=HYPERLINK(\"x\") <script>alert(1)</script>"
            try await office.metricAct(.enter(value))
            for path in ["/metrics", "/metrics/11"] {
                let page = try await office.open(path, as: "anh").text
                #expect(!page.contains("<script>alert"))
                #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            }
            let sheet = try await office.workbook("/metrics.xlsx")
            let cell = try #require(sheet.cells.values.first { $0.value.contains("HYPERLINK") })
            #expect(!cell.isFormula && cell.kind == "text")
        }
    }

    @Test func `as a workbook have a row for each share and a format for each number`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.channel = .online }
            try await office.receive()
            try await office.metricAct(.enter(MetricSamples.value))
            let sheet = try await office.workbook("/metrics.xlsx?period=2017")
            #expect(sheet.name == "Bộ chỉ số 766")
            #expect(sheet["A1"] == "Bộ chỉ số 766 năm 2026 – UBND phường A")
            #expect(sheet["A2"].contains("chưa được xác nhận"))
            // Metric 10 has three rows.
            #expect(
                sheet.column("A").compactMap { Int($0) }
                    == Array(1...10) + [10, 10] + Array(11...24))
            let online = try #require(sheet.column("C").firstIndex { $0.hasSuffix(": Trực tuyến") })
            let row = sheet.row(online + 5, columns: 7)
            #expect(row[3] == "1" && row[4] == "2" && row[5] == "0.5")
            #expect(sheet.cells["F\(online + 5)"]?.format == "0.00%")
            let entered = try #require(sheet.column("A").firstIndex(of: "11"))
            #expect(sheet["F\(entered + 5)"] == "0.925" && sheet["G\(entered + 5)"] == "Số nhập")
            let first = sheet.row(5, columns: 7)
            #expect(first[3].isEmpty && first[5].isEmpty, "no data is no number")
            #expect(first[6] == "Không có số liệu ở đây")
            let text = try await office.open("/metrics.csv?period=2017", as: "anh").text
            #expect(
                text.contains("\r\n11,Số hóa,Tỷ lệ hồ sơ có cấp kết quả điện tử,925,1000,92.50"))
        }
    }

    @Test func `are reached from the reports, and lead back`() async throws {
        try await DossierTestOffice.run { office in
            let reports = try await office.open("/reports", as: "anh").text
            #expect(reports.contains("href=\"/metrics\""))
            #expect(reports.contains("href=\"/reports/overdue\""))
            let page = try await office.open("/metrics/11", as: "anh").text
            #expect(page.contains("href=\"/reports\""))
            #expect(page.contains("href=\"/metrics?period=2017&amp;office=p\""))
        }
    }
}
