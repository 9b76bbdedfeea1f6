// The pages of slots, duties, routes and hours, as people and as programs ask for them.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of slots and duties` {
    private static let path = "/deliveries/roster"

    private static let slots = [
        ("act", "slots"), ("first.1", "6"), ("last.1", "7"), ("from.1", "08:00"),
        ("through.1", "11:30"), ("holidays.1", "1"), ("first.2", "1"), ("last.2", "5"),
        ("from.2", "17:00"), ("through.2", "18:30"), ("first.3", "1"), ("last.3", "1"),
        ("from.3", ""), ("through.3", ""),
    ]

    @Test func `sets slots, and a row without hours is none`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open(Self.path, as: "binh")
            #expect(page.text.contains("đề xuất (chưa xác nhận)"))
            #expect(page.text.contains("name=\"from.4\""), "one more than there are")
            let set = try await office.post(Self.path, as: "binh", Self.slots)
            #expect(set.status == .seeOther, "\(set.text.prefix(900))")
            #expect(set.location == "/deliveries/roster?office=p")
            let told = try await office.desk.read { try $0.deliveryPlan(of: "p")?.state }
            let rules = try #require(told?.rules)
            #expect(rules.count == 2 && rules[0].onHolidays && !rules[1].onHolidays)
            #expect(rules[0].from.text == "08:00" && rules[1].through.text == "18:30")
            let after = try await office.open(Self.path, as: "chi")
            #expect(!after.text.contains("chưa xác nhận"))
            #expect(after.text.contains("Thứ Bảy – Chủ nhật, 08:00–11:30 kể cả ngày lễ"))
            #expect(!after.text.contains("name=\"from.1\""), "clerks read them")
        }
    }

    @Test(arguments: [
        ("from.2", "25:00", 2), ("through.1", "7:00", 1), ("from.1", "11:30", 1),
        ("first.2", "6", 2), ("last.1", "0", 1), ("first.1", "x", 1), ("from.3", "8h", 3),
    ])
    func `says which row is wrong and keeps what was typed`(
        _ field: String, _ value: String, _ row: Int
    ) async throws {
        try await DossierTestOffice.run { office in
            let fields = Self.slots.map { $0.0 == field ? (field, value) : $0 }
            let page = try await office.post(Self.path, as: "binh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Dòng \(row):"))
            #expect(page.text.contains("href=\"#first-\(row)\""))
            #expect(page.text.contains("value=\"18:30\""))
            #expect(try await office.desk.read { try $0.deliveryPlan(of: "p")?.state } == nil)
        }
    }

    @Test func `puts an officer on duty and takes the officer out`() async throws {
        try await DossierTestOffice.run { office in
            let duty = [("act", "roster"), ("slot", DeliverySamples.evening)]
            let set = try await office.post(Self.path, as: "chi", duty + [("officer", "ha")])
            #expect(set.status == .seeOther)
            let page = try await office.open(Self.path, as: "chi")
            #expect(page.text.contains("Người ha") && page.text.contains("ngày nghỉ"))
            let json = try await office.open(Self.path, as: "chi", wantsJSON: true).json()
            let lines = try #require(json["lines"] as? [[String: Any]])
            #expect((lines[0]["officer"] as? [String: Any])?["id"] as? String == "ha")
            #expect(lines[5]["isDayOff"] as? Bool == true)
            _ = try await office.post(Self.path, as: "chi", duty + [("officer", "")])
            let plan = try await office.desk.read { try $0.deliveryPlan(of: "p")?.state }
            #expect(plan?.roster.isEmpty == true)
        }
    }

    @Test func `refuses a stranger's duty at its place`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.post(
                Self.path, as: "chi",
                [("act", "roster"), ("slot", DeliverySamples.evening), ("officer", "la")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"#officer\"") && page.text.contains("id=\"officer\""))
            let slots = try await office.post(Self.path, as: "chi", Self.slots)
            #expect(slots.status == .unprocessableContent)
            #expect(slots.text.contains("Chỉ trưởng bộ phận một cửa hoặc lãnh đạo"))
        }
    }

    @Test func `is the same for programs`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "binh", .read, .work)
            let set = try await office.call(
                .post, Self.path, token,
                json: """
                    {"act": "slots", "first": {"1": 6}, "last": {"1": 7}, "from": {"1": "08:00"},
                     "through": {"1": "11:30"}, "holidays": {"1": true}}
                    """, key: "1")
            #expect(set.status == .ok, "\(set.text)")
            let roster = try await office.call(.get, Self.path, token).json()
            #expect((roster["rules"] as? [[String: Any]])?.count == 1)
            #expect(roster["isUsual"] as? Bool == false)
            let wrong = try await office.call(
                .post, Self.path, token, json: #"{"act": "roster", "slot": "2017-07-08T09:00"}"#)
            #expect(try wrong.code() == "deliveries.slotUnknown")
            #expect(wrong.status == .unprocessableContent)
        }
    }
}

@Suite struct `The page of a route` {
    @Test func `fits a telephone and a sheet of paper`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code) { $0.hasGift = true }
            try await office.schedule(code)
            let page = try await office.open("/deliveries/route?day=2017-07-03", as: "ha")
            for words in [
                "Tuyến trả kết quả Thứ Hai 03/07/2017", "Người ha: 1 nơi đến.",
                "href=\"tel:0912345678\"", "kèm hoa và thiệp", "17:30–19:00", "data-print",
                "Tờ in phải hủy", "href=\"/deliveries/route?day=2017-07-04\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("<script>") && !page.text.contains("style=\""))
            let clerk = try await office.open(
                "/deliveries/route?day=2017-07-03&officer=ha", as: "chi")
            #expect(clerk.text.contains("Chỉ hiện với người mang kết quả"))
            #expect(!clerk.text.contains("Minh Họa") && !clerk.text.contains("0912"))
            #expect(clerk.text.contains("day=2017-07-04&amp;officer=ha"))
        }
    }

    @Test func `escapes what citizens typed`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code) {
                $0.recipient.name = "<script>alert(1)</script>"
                $0.recipient.address = "\"><img src=x>, phố B"
            }
            try await office.schedule(code)
            for (path, person) in [
                ("/deliveries/route", "ha"), ("/deliveries/\(code)", "chi"),
            ] as [(String, PersonID)] {
                let page = try await office.open(path, as: person)
                #expect(page.text.contains("&lt;script"), "\(path)")
                #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src"))
            }
        }
    }

    @Test func `tells programs the same`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code)
            let own = try await office.open("/deliveries/route", as: "ha", wantsJSON: true).json()
            let stops = try #require(own["stops"] as? [[String: Any]])
            #expect(stops.first?["dossier"] as? String == code)
            #expect((stops.first?["recipient"] as? [String: Any])?["phone"] != nil)
            let other = try await office.open(
                "/deliveries/route?officer=ha", as: "chi", wantsJSON: true
            ).json()
            let hidden = try #require(other["stops"] as? [[String: Any]])
            #expect(hidden.first?["recipient"] == nil && other["isOwn"] as? Bool == false)
        }
    }

    @Test func `has nothing on an empty day, and says who sets the times`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/deliveries/route?day=2017-09-02", as: "tam")
            #expect(page.text.contains("Không có kết quả nào phải mang trong ngày"))
            #expect(page.text.contains("Ngày nghỉ: giờ làm được ghi để nghỉ bù."))
        }
    }
}

@Suite struct `The page of hours on days off` {
    @Test func `adds up, names the holiday, and downloads`() async throws {
        try await DossierTestOffice.run(at: "2017-09-01T09:00") { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code, "2017-09-02T08:00")
            try office.set("2017-09-02T08:05")
            try await office.order(.send, code, by: "ha")
            try office.set("2017-09-02T09:20")
            try await office.handOver(code)
            let page = try await office.open("/deliveries/leave?period=2017-Q3", as: "chi")
            for words in [
                "Thứ Bảy 02/09/2017", "Quốc khánh", "Người ha", ">75<", "NĐ 61/2018 Điều 11",
                "leave.csv?period=2017-Q3",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let file = try await office.open("/deliveries/leave.csv?period=2017-Q3", as: "chi")
            #expect(file.header("Content-Type").hasPrefix("text/csv"))
            #expect(file.header("Content-Disposition").contains("nghi-bu-2017-Q3.csv"))
            let rows = try CSVReading.rows(file.text)
            #expect(rows.count == 2 && rows[1][0] == "2017-09-02" && rows[1].last == "75")
            #expect(rows[0].map { $0.trimmingPrefix("\u{FEFF}") }.count == 6)
            let json = try await office.open(
                "/deliveries/leave?period=2017-Q3", as: "ha", wantsJSON: true
            ).json()
            #expect(json["isOwn"] as? Bool == true)
            #expect((json["lines"] as? [[String: Any]])?.first?["minutes"] as? Int == 75)
        }
    }

    @Test func `shows this quarter unless another time is named`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/deliveries/leave", as: "chi")
            #expect(page.text.contains("Quý 3 năm 2017"))
            #expect(page.text.contains("Không có giờ làm ngày nghỉ trong kỳ"))
            let other = try await office.open("/deliveries/leave?period=2017-07", as: "chi")
            #expect(other.text.contains("Tháng 7 năm 2017"))
        }
    }
}
