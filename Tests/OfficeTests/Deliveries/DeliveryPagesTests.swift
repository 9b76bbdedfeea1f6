// The pages of deliveries, as officers and as programs ask for them.

import Engine
import HTML
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    func postDelivery(
        _ code: String, as person: PersonID, _ fields: [(String, String)],
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await post("/deliveries/\(code)", as: person, fields, wantsJSON: wantsJSON)
    }

    static let requestFields = [
        ("act", "request"), ("name", DeliverySamples.recipient.name),
        ("phone", DeliverySamples.recipient.phone),
        ("address", DeliverySamples.recipient.address), ("carrier", "officer"),
        ("payer", "office"),
    ]
}

@Suite struct `The page of a delivery` {
    @Test func `leads a clerk from the dossier to a time, and an officer to the door`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let path = "/deliveries/\(code)"
            let dossier = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(dossier.text.contains("href=\"\(path)\""))
            #expect(dossier.text.contains("Yêu cầu trả tại nhà"))
            let empty = try await office.open(path, as: "chi")
            #expect(empty.text.contains("value=\"Đặng Thị Hư Cấu\""), "the applicant is proposed")
            let asked = try await office.postDelivery(code, as: "chi", Self.fields)
            #expect(asked.status == .seeOther && asked.location == path)
            let page = try await office.open(path, as: "chi")
            for words in [
                "Chờ xếp lịch", "Số 12, ngõ 5, phố Minh Họa", "href=\"tel:0912345678\"",
                "Xếp lịch trả", "Để người dân nhận tại quầy", "Cơ quan",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let scheduled = try await office.postDelivery(
                code, as: "chi",
                [("act", "schedule"), ("slot", DeliverySamples.evening), ("officer", "ha")])
            #expect(scheduled.status == .seeOther)
            let route = try await office.open("/deliveries/route", as: "ha")
            #expect(route.text.contains("Số 12, ngõ 5") && route.text.contains("Đặng Thị Nhận"))
            #expect(route.text.contains("href=\"\(path)\""))
            let before = try await office.open(path, as: "ha")
            #expect(before.text.contains("Bắt đầu mang đi"))
            let sent = try await office.postDelivery(code, as: "ha", [("act", "send")])
            #expect(sent.status == .seeOther)
            let door = try #require(try await office.doorCode(code))
            let handed = try await office.postDelivery(
                code, as: "ha",
                [("act", "handOver"), ("code", door), ("identity", "1"), ("receipt", "1")])
            #expect(handed.status == .seeOther, "\(handed.text.prefix(2_000))")
            let done = try await office.open(path, as: "chi")
            #expect(done.text.contains("Đã trao") && done.text.contains("đúng mã nhận"))
            #expect(done.text.contains("Người đang giữ bước trả kết quả hãy hoàn thành"))
            let told = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(told.text.contains("hãy hoàn thành bước đó"))
        }
    }

    private static let fields = DossierTestOffice.requestFields

    @Test func `says at its place what is wrong`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            var fields = Self.fields
            fields[1].1 = ""
            let page = try await office.postDelivery(code, as: "chi", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"#delivery-name\""))
            #expect(page.text.contains("Hãy ghi họ tên người nhận."))
            #expect(page.text.contains("phố Minh Họa"), "the rest is kept")
            try await office.askHome(code)
            let late = try await office.postDelivery(
                code, as: "chi",
                [("act", "schedule"), ("slot", DeliverySamples.evening), ("officer", "")])
            #expect(late.text.contains("href=\"#schedule-officer\""))
            #expect(late.text.contains("id=\"schedule-officer\""))
        }
    }

    @Test func `refuses a wrong code with how many tries are left, then any code`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let ticks = [("act", "handOver"), ("identity", "1"), ("receipt", "1")]
            for left in (1..<Deliveries.mistakesMaximum).reversed() {
                let page = try await office.postDelivery(
                    code, as: "ha", ticks + [("code", "12")])
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("Mã nhận không đúng, còn \(left) lần thử."))
                #expect(!page.text.contains("value=\"12\""), "a code is not handed back")
            }
            let json = try await office.postDelivery(
                code, as: "ha", ticks + [("code", "12")], wantsJSON: true)
            #expect(try json.code() == "deliveries.codeLocked")
            let door = try #require(try await office.doorCode(code))
            let locked = try await office.postDelivery(
                code, as: "ha", ticks + [("code", door)])
            #expect(locked.status == .unprocessableContent)
            #expect(locked.text.contains("không dùng được"))
            let page = try await office.postDelivery(
                code, as: "ha", ticks + [("receiver", "Lê Văn Nhận"), ("paper", "8901")])
            #expect(page.status == .seeOther)
        }
    }

    @Test(arguments: [("identity", "đối chiếu giấy tờ"), ("receipt", "xem giấy tiếp nhận")])
    func `hands nothing over without the checks of the counter`(
        _ missing: String, _ words: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let door = try #require(try await office.doorCode(code))
            let ticks = ["identity", "receipt"].filter { $0 != missing }.map { ($0, "1") }
            let page = try await office.postDelivery(
                code, as: "ha", [("act", "handOver"), ("code", door)] + ticks)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(words), "\(words)")
            #expect(try await office.standing(code) == .out)
        }
    }

    @Test func `notes who looked at where it goes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code)
            try await office.schedule(code)
            _ = try await office.open("/deliveries/\(code)", as: "chi")
            _ = try await office.open("/deliveries/\(code)", as: "anh")
            _ = try await office.open("/deliveries/route", as: "ha")
            _ = try await office.open("/deliveries/route?officer=ha", as: "binh")
            let readers = try await office.desk.read {
                try $0.rows(
                    """
                    SELECT person FROM personalRead WHERE subject = ? AND paper = 'delivery'
                    ORDER BY person
                    """, [.text(code)]
                ).map { try $0.text("person") }
            }
            #expect(readers == ["chi", "ha"], "leaders and other clerks saw no address")
            let log = try await office.open("/dossiers/\(code)/reads", as: "anh")
            #expect(log.text.contains("Việc trả tại nhà"))
        }
    }

    @Test func `is the same for programs`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            let token = try await office.token(of: "chi", .read, .work)
            let asked = try await office.call(
                .post, "/deliveries/\(code)", token,
                json: """
                    {"act": "request", "name": "Nguyễn Văn Nhận", "phone": "0912345678",
                     "address": "Số 1", "carrier": "officer", "gift": true}
                    """, key: "1")
            #expect(asked.status == .ok, "\(asked.text)")
            #expect(try asked.json()["stream"] as? String == "delivery/\(code)")
            let sheet = try await office.call(.get, "/deliveries/\(code)", token).json()
            #expect(sheet["standing"] as? String == "requested")
            #expect(sheet["hasGift"] as? Bool == true && sheet["mayBringBack"] as? Bool == true)
            #expect(
                (sheet["recipient"] as? [String: Any])?["name"] as? String == "Nguyễn Văn Nhận")
            let list = try await office.call(.get, "/deliveries", token).json()
            #expect((list["rows"] as? [Any])?.count == 1)
            let record = try await office.call(.get, "/dossiers/\(code)", token).json()
            let line = try #require(record["delivery"] as? [String: Any])
            #expect(line["standing"] as? String == "requested")
            let unknown = try await office.call(
                .post, "/deliveries/\(code)", token, json: #"{"act": "bay"}"#)
            #expect(try unknown.code() == "deliveries.actUnknown")
        }
    }

    @Test(arguments: [
        (Dossiers.ReturnWay.home, true), (.post, true), (.counter, false), (.online, false),
    ])
    func `is called for where the citizen chose it with the dossier`(
        _ way: Dossiers.ReturnWay, _ isChosen: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready { $0.returnWay = way }
            let words = "Người dân đã chọn trả tại nhà khi nộp hồ sơ"
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains(words) == isChosen)
            try await office.askHome(code)
            let after = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!after.text.contains(words))
        }
    }

    @Test func `says why nothing is offered`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            let present = try await office.receive { $0.process = "CT-02" }
            let without = try await office.receive { $0.process = "XN-03" }
            let closed = try await office.receive()
            try await office.finish(closed)
            for (code, words) in [
                (present, "phải nhận trực tiếp"), (without, "không ghi trả kết quả tại nhà"),
                (closed, "Hồ sơ đã khép lại."),
            ] {
                let page = try await office.open("/deliveries/\(code)", as: "chi")
                #expect(page.status == .ok && page.text.contains(words), "\(words)")
                #expect(!page.text.contains("value=\"request\""))
                let dossier = try await office.open("/dossiers/\(code)", as: "chi")
                #expect(!dossier.text.contains("/deliveries/\(code)"))
            }
        }
    }
}

@Suite struct `The list of deliveries` {
    @Test func `has a tab for each standing with its number`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let codes = [try await office.ready(), try await office.ready()]
            for code in codes { try await office.askHome(code) }
            try await office.schedule(codes[0])
            let list = try await office.deliveries(.scheduled)
            #expect(list.rows.map(\.dossier) == [codes[0]])
            #expect(list.rows.first?.officer == "Người ha")
            let counts = list.counts.map(\.count)
            #expect(counts == [1, 1, 0, 0, 0, 0])
            let page = try await office.open("/deliveries?standing=scheduled", as: "chi")
            #expect(page.text.contains("Thứ Hai 03/07/2017, 17:30–19:00"))
            #expect(page.text.contains("Người ha") && !page.text.contains("Minh Họa"))
            let other = try await office.open("/deliveries?standing=khong", as: "chi")
            #expect(other.text.contains(codes[1]), "what is no standing is the first")
        }
    }

    @Test func `goes on from page to page, in the order of slots, without a gap`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var codes: [String] = []
            for number in 0..<(Deliveries.listPage + 7) {
                let code = try await office.receive()
                try await office.askHome(code)
                let day = DeliverySamples.day("2017-07-03") + (number * 3) % 5
                try await office.schedule(code, "\(day.text)T17:30")
                codes.append(code)
            }
            let first = try await office.deliveries(.scheduled)
            #expect(first.rows.count == Deliveries.listPage)
            let next = try #require(first.next)
            let second = try await office.deliveries(.scheduled, after: next)
            #expect(second.rows.count == 7 && second.next == nil)
            let all = first.rows + second.rows
            #expect(Set(all.map(\.dossier)) == Set(codes))
            let starts = all.compactMap(\.slot?.start)
            #expect(starts == starts.sorted())
            let page = try await office.open("/deliveries?standing=scheduled", as: "chi")
            #expect(page.text.contains("after="))
        }
    }

    @Test func `says what has to be done with a row`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let early = try await office.receive()
            try await office.askHome(early)
            let page = try await office.open("/deliveries", as: "chi")
            #expect(page.text.contains("chưa có kết quả"))
            let fetched = try await office.ready()
            try await office.askHome(fetched)
            try await office.advance(fetched)
            let closed = try await office.open("/deliveries", as: "chi")
            #expect(closed.text.contains("hồ sơ đã khép lại: hãy chọn"))
            let handed = try await office.ready()
            try await office.sendOut(handed)
            try await office.handOver(handed)
            let waits = try await office.open("/deliveries?standing=delivered", as: "chi")
            #expect(waits.text.contains("chờ quầy kết thúc hồ sơ"))
            let missed = try await office.ready()
            try await office.sendOut(missed)
            try await office.order(.fail(.absent), missed, by: "ha")
            let failed = try await office.open("/deliveries?standing=failed", as: "chi")
            #expect(failed.text.contains("đã đi 1 lần"))
        }
    }

    @Test func `stands beside the counter and says when it is empty`() async throws {
        try await DossierTestOffice.run { office in
            let counter = try await office.open("/counter", as: "chi")
            #expect(counter.text.contains("href=\"/deliveries\""))
            let page = try await office.open("/deliveries", as: "chi")
            #expect(page.text.contains("Không có yêu cầu nào ở tình trạng này"))
        }
    }
}
