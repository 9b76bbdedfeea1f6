// The pages of figures: what a chairman, a clerk and a program get, and what is refused.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of figures` {
    @Test(arguments: [
        "/reports", "/reports?period=2017-H1", "/reports?period=2016", "/reports/article",
        "/reports?from=2017-01-01&to=2017-01-01", "/reports?office=p", "/reports?channel=post",
        "/reports?period=&office=&channel=", "/reports?from=0001-01-01&to=9999-12-31",
    ])
    func `are whole in both languages, and the same values in JSON`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for language in ["vi", "en"] {
                let page = try await office.open(path, as: "anh", language: language)
                #expect(page.status == .ok, "\(path)")
                #expect(page.text.hasPrefix("<!doctype html>"))
                #expect(!page.text.contains("[reports."), "\(path)")
                #expect(!page.text.contains("style="))
            }
            let json = try await office.open(path, as: "anh", wantsJSON: true)
            #expect(json.header("Content-Type").hasPrefix("application/json"))
            let stranger = try await office.open(path, as: nil)
            #expect(stranger.location == "/sign-in")
            let machine = try await office.open(path, as: nil, wantsJSON: true)
            #expect(machine.status == .unauthorized)
        }
    }

    @Test(arguments: [
        ("period=2017-13", "periodUnknown"), ("period=%3Cscript%3E", "periodUnknown"),
        ("period=2017%00", "periodUnknown"), ("from=2017-01-01", "periodUnknown"),
        ("to=2017-01-01", "periodUnknown"), ("from=2017-02-30&to=2017-03-01", "periodUnknown"),
        ("from=2017-03-02&to=2017-03-01", "periodUnknown"), ("channel=fax", "channelUnknown"),
        ("channel=%F0%9F%93%A0", "channelUnknown"), ("office=khong-co", "officeUnknown"),
        ("office=r", "officeUnknown"), ("office=p.mc", "officeUnknown"),
        ("office=%27+OR+1%3D1", "officeUnknown"), ("period=２０１７", "periodUnknown"),
    ])
    func `refuse what they do not know, in words and by name`(
        _ query: String, _ rule: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            let path = "/reports?" + query.replacing("２０１７", with: "%EF%BC%92%EF%BC%90")
            let json = try await office.open(path, as: "anh", wantsJSON: true)
            #expect(try json.code() == "reports.\(rule)")
            #expect(json.status == (rule == "officeUnknown" ? .notFound : .unprocessableContent))
            let page = try await office.open(path, as: "anh")
            #expect(page.status == json.status)
            #expect(!page.text.contains("<script>"))
        }
    }

    @Test func `give programs sums that add up`() async throws {
        try await DossierTestOffice.run { office in
            for channel in Dossiers.Channel.allCases {
                let code = try await office.receive { $0.channel = channel }
                if channel == .online { try await office.advance(code, times: 7) }
            }
            let json = try await office.open("/reports", as: "anh", wantsJSON: true).json()
            let total = try #require(json["total"] as? [String: Int])
            #expect(total["received"] == 3)
            #expect(total["taken"] == (total["received"] ?? 0) + (total["carriedOver"] ?? -1))
            #expect(total["taken"] == (total["resolved"] ?? 0) + (total["open"] ?? -1))
            #expect(total["early"] == 1 && total["open"] == 2)
            let rows = try #require(json["byOffice"] as? [[String: Any]])
            #expect(rows.map { $0["name"] as? String } == ["UBND phường A"])
            #expect((json["form06"] as? [[String: Any]])?.count == 2)
            #expect(json["broken"] as? [String] == [])
            #expect(json["isPartial"] as? Bool == false)
        }
    }

    @Test func `of a unit say that only its part is counted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.receive()
            try await office.advance(code)
            let page = try await office.open("/reports", as: "ha")
            #expect(page.text.contains("Chỉ tính các hồ sơ mà đơn vị của bạn tham gia."))
            let json = try await office.open("/reports", as: "ha", wantsJSON: true).json()
            #expect((json["total"] as? [String: Int])?["received"] == 1)
            let whole = try await office.open("/reports", as: "anh")
            #expect(!whole.text.contains("Chỉ tính các hồ sơ mà đơn vị"))
        }
    }

    @Test func `without a dossier say so instead of drawing nothing`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/reports?period=2016", as: "anh")
            #expect(page.text.contains("Chưa có hồ sơ nào trong kỳ này"))
            #expect(!page.text.contains("NaN") && !page.text.contains("inf"))
            let json = try await office.open("/reports?period=2016", as: "anh", wantsJSON: true)
            #expect((try json.json()["byMonth"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `show names of offices and procedures as text`() async throws {
        try await DossierTestOffice.run { office in
            let name = "<script>alert(1)</script> & \"nháy\""
            var version = DossierExtraSamples.withinTotal("XSS-1", total: .workingDays(1))
            version.title = name
            version.field = name
            try await office.publish(version)
            try await office.receive { $0.process = "XSS-1" }
            for language in ["vi", "en"] {
                let page = try await office.open("/reports", as: "anh", language: language)
                #expect(!page.text.contains("<script>alert"))
                #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"))
            }
        }
    }

    @Test func `of the newspaper list its seven figures beside those of the records`()
        async throws
    {
        try await DossierTestOffice.run(at: "2017-06-05T09:00") { office in
            for channel in [Dossiers.Channel.online, .online, .counter] {
                try await office.receive { $0.channel = channel }
            }
            let json = try await office.open("/reports/article", as: "anh", wantsJSON: true).json()
            #expect(json["agrees"] as? Bool == false)
            #expect(json["from"] as? String == "2017-01-01")
            #expect(json["through"] as? String == "2017-06-30")
            let figures = try #require(json["figures"] as? [[String: Any]])
            #expect(
                figures.map { $0["published"] as? String } == [
                    "7114", "935", "894", "95.61", "6179", "6167", "99.81",
                ])
            #expect(
                figures.map { $0["recomputed"] as? String } == [
                    "3", "0", "0", "–", "3", "2", "66.67",
                ])
            #expect(figures.last?["base"] as? String == "2/3")
            let page = try await office.open("/reports/article", as: "anh")
            #expect(page.text.contains("66,67") && page.text.contains("99,81"))
            let english = try await office.open("/reports/article", as: "anh", language: "en")
            #expect(english.text.contains("66.67"))
        }
    }

    @Test func `of the newspaper count only what the viewer may see`() async throws {
        try await DossierTestOffice.run(at: "2017-06-05T09:00") { office in
            try await office.receive()
            try await office.receive(by: "la") {
                $0.office = "r"
                $0.process = "CT-02"
            }
            for (person, count) in [("anh", "1"), ("la", "1"), ("ke", "0")]
                as [(PersonID, String)]
            {
                let json = try await office.open(
                    "/reports/article", as: person, wantsJSON: true
                ).json()
                let figures = try #require(json["figures"] as? [[String: Any]])
                #expect(figures.first?["recomputed"] as? String == count, "\(person)")
            }
        }
    }
}
