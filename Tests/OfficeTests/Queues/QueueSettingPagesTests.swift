// /queue/settings as people and programs see it, and what the hall then shows.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of the settings of a queue` {
    @Test func `is a form for the head, and to read for who calls`() async throws {
        try await DossierTestOffice.run { office in
            let head = try await office.open("/queue/settings", as: "binh")
            head.expectSound("queue settings")
            for words in [
                "name=\"ordinaryBetween\"", "name=\"fields\"", "Chưa thiết lập gì", "chưa xác nhận",
                "Người cao tuổi | Elderly people",
            ] {
                #expect(head.text.contains(words), "\(words)")
            }
            let officer = try await office.open("/queue/settings", as: "chi")
            officer.expectSound("queue settings to read")
            #expect(officer.status == .ok && !officer.text.contains("name=\"fields\""))
            #expect(officer.text.contains("chưa có văn bản"))
            #expect(try await office.open("/queue/settings", as: nil).location == "/sign-in")
            let other = try await office.open("/queue/settings", as: "ha", wantsJSON: true)
            #expect(try other.code() == "queues.maySetNothing")
            let desk = try await office.open("/queue", as: "binh")
            #expect(desk.text.contains("href=\"/queue/settings\""))
            let plain = try await office.open("/queue", as: "chi")
            #expect(!plain.text.contains("href=\"/queue/settings\""))
        }
    }

    @Test func `takes what is typed, and shows who said so`() async throws {
        try await DossierTestOffice.run { office in
            let sent = try await office.post(
                "/queue/settings", as: "binh", QueueSamples.setting)
            #expect(sent.location == "/queue/settings", "\(sent.text)")
            let page = try await office.open("/queue/settings", as: "binh")
            page.expectSound("queue settings set")
            for words in ["Người binh thiết lập lúc 09:00, 03/07/2017", "Hộ tịch | 1, 2"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("chưa xác nhận theo văn bản"), "its text is named")
            let json = try await office.open(
                "/queue/settings", as: "chi", wantsJSON: true
            ).json()
            let terms = try #require(json["terms"] as? [String: Any])
            #expect(terms["callsMaximum"] as? Int == 3)
            let fields = try #require(terms["fields"] as? [[String: Any]])
            #expect(fields.map { $0["windows"] as? [Int] } == [[1, 2], [3]])
            #expect(json["maySet"] as? Bool == false)
        }
    }

    @Test func `says what is wrong at its field and keeps what was typed`() async throws {
        try await DossierTestOffice.run { office in
            for (name, value, words) in [
                ("fields", "Hộ tịch | <99>", "ghi cửa từ 1 đến 20"),
                ("priorities", "Người <cao tuổi>", "tên tiếng Việt | tên tiếng Anh"),
                ("callsMaximum", "0", "Số lần gọi: từ 1 đến 20"),
            ] {
                let fields = QueueSamples.setting.filter { $0.0 != name } + [(name, value)]
                let page = try await office.post("/queue/settings", as: "binh", fields)
                page.expectSound("queue settings refused")
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains(words) && page.text.contains("href=\"#\(name)\""))
                #expect(page.text.contains("Chứng thực | 3") || name == "fields")
                #expect(!page.text.contains("<99>") && !page.text.contains("<cao"))
            }
            let json = try await office.post(
                "/queue/settings", as: "binh", [("fields", "x")], wantsJSON: true)
            #expect(try json.code() == "queues.numberOutOfRange")
            let officer = try await office.post(
                "/queue/settings", as: "chi", QueueSamples.setting, wantsJSON: true)
            #expect(try officer.code() == "queues.maySetNothing")
            let plain = try await office.post(
                "/queue/settings", as: "binh", QueueSamples.setting, wantsJSON: true,
                withToken: false)
            #expect(try plain.code() == "site.form.tokenMissing")
            #expect(try await office.queueTerms() == Queues.terms)
        }
    }

    @Test func `shows the hall its fields and windows`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.open("/queue/p", as: nil)
            #expect(before.text.contains("Việc khác, hoặc chưa rõ"))
            _ = try await office.post("/queue/settings", as: "binh", QueueSamples.setting)
            let entrance = try await office.open("/queue/p", as: nil)
            entrance.expectSound("entrance by field")
            #expect(entrance.text.contains("value=\"Chứng thực\""))
            #expect(!entrance.text.contains("Việc khác, hoặc chưa rõ"))
            #expect(entrance.text.contains("Người từ 80 tuổi. Không phải khai lý do."))
            let asked = try await office.post("/queue/p", as: nil, [("wish", "")])
            #expect(asked.status == .unprocessableContent)
            #expect(asked.text.contains("mỗi việc có cửa riêng"))
            let drawn = try await office.post("/queue/p", as: nil, [("wish", "Hộ tịch")])
            let slip = try await office.open(drawn.location, as: nil)
            slip.expectSound("slip by field")
            #expect(slip.text.contains("Hộ tịch") && slip.text.contains("Cửa 1, 2"))
            let screen = try await office.open("/queue/p/screen", as: nil)
            screen.expectSound("screen by field")
            #expect(screen.text.contains("Hộ tịch, cửa 1, 2: 1 người chờ"))
            #expect(screen.text.contains("Chứng thực, cửa 3: 0 người chờ"))
            let json = try await office.open("/queue/p/screen", as: nil, wantsJSON: true).json()
            let fields = try #require(json["fields"] as? [[String: Any]])
            #expect(fields.map { $0["waiting"] as? Int } == [1, 0])
            #expect(fields.first?["next"] as? [String] == ["001"])
        }
    }

    @Test func `gives each window its own fields to call`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.post("/queue/settings", as: "binh", QueueSamples.setting)
            try await office.draw(Queues.Wish(field: "Hộ tịch"))
            let third = try await office.open("/queue?window=3", as: "chi")
            third.expectSound("desk of a window")
            #expect(third.text.contains("Theo lĩnh vực") && third.text.contains("(cửa 1, 2)"))
            #expect(third.text.contains("Không có ai chờ"))
            let none = try await office.post(
                "/queue", as: "chi", [("act", "next"), ("window", "7"), ("field", "")])
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Cửa 7 chưa được giao lĩnh vực nào"))
            let elsewhere = try await office.post(
                "/queue", as: "chi",
                [("act", "next"), ("window", "3"), ("field", "Hộ tịch")], wantsJSON: true)
            #expect(try elsewhere.code() == "queues.fieldElsewhere")
            let first = try await office.post(
                "/queue", as: "chi", [("act", "next"), ("window", "1"), ("field", "Hộ tịch")])
            #expect(first.status == .seeOther)
            #expect(try await office.queueDay().called(at: 1)?.number == 1)
        }
    }

    @Test func `says the same in English`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/queue/settings", as: "binh", language: "en")
            page.expectSound("queue settings in English")
            #expect(page.text.contains("Fields and their windows"))
            #expect(page.text.contains("Nothing was set"))
        }
    }
}
