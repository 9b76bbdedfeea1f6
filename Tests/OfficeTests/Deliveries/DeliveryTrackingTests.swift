// The part of /track, as a citizen and as a program sees it.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    func deliveryProof(of code: String) async throws -> String {
        try #require(try await told(code).details?.delivery).proof
    }

    /// As the form of /track sends it.
    func askDelivery(
        _ code: String, act: String = "request", proof: String? = nil, wantsJSON: Bool = false,
        key: String? = nil, _ change: [(String, String)] = []
    ) async throws -> DossierTestAnswer {
        let proof = if let proof { proof } else { try await deliveryProof(of: code) }
        var fields = [
            ("act", act), ("proof", proof), ("name", DeliverySamples.recipient.name),
            ("phone", DeliverySamples.recipient.phone),
            ("address", DeliverySamples.recipient.address), ("carrier", "officer"),
        ]
        for (name, value) in change {
            fields.removeAll { $0.0 == name }
            fields.append((name, value))
        }
        if let key { fields.append(("key", key)) }
        return try await track(code, wantsJSON: wantsJSON, more: fields, path: "/track/delivery")
    }
}

@Suite struct `A citizen asks for the result at home` {
    @Test func `on the page that the digits open, where the procedure offers it`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            for words in [
                "Trả kết quả tại nhà", "action=\"/track/delivery\"", "Họ tên người nhận",
                "Số điện thoại người nhận", "Địa chỉ nhận", "Giờ mong muốn", "Bưu điện",
                "Hoa và thiệp chúc mừng",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Minh Họa"), "nothing personal is proposed")
            let short = try await office.track(code, wantsJSON: false)
            #expect(!short.text.contains("/track/delivery"), "the code alone asks nothing")
        }
    }

    @Test func `never where presence is required or no sheet offers it`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue(ProcedureSamples.certification)
            for process: ProcessCodeSample in [.certification, .without] {
                let code = try await office.receive { $0.process = process.code }
                let page = try await office.track(
                    code, DossierTestOffice.digits, wantsJSON: false)
                #expect(page.text.contains("Hẹn trả kết quả") || page.status == .ok)
                #expect(!page.text.contains("/track/delivery"))
                #expect(try await office.details(code).delivery == nil)
            }
        }
    }

    @Test func `and is told what happens next`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let page = try await office.askDelivery(
                code, [("slot", "2017-07-06T17:30"), ("gift", "1")])
            #expect(page.status == .ok, "\(page.status)")
            #expect(page.text.contains("Đã ghi nhận."))
            #expect(page.text.contains("Chờ xếp lịch"))
            #expect(page.text.contains("Sửa yêu cầu"))
            #expect(!page.text.contains("Mã nhận kết quả"), "no code before a time is set")
            let delivery = try #require(try await office.delivery(code))
            #expect(delivery.requestedBy == "citizen" && delivery.request.hasGift)
            #expect(delivery.request.wish == DeliverySamples.slot("2017-07-06T17:30"))
            #expect(!page.text.contains("Đặng Thị Nhận"), "nothing personal comes back")
        }
    }

    @Test func `gets the same as JSON, without a personal value`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let answer = try await office.askDelivery(code, wantsJSON: true)
            let details = try #require(try answer.json()["details"] as? [String: Any])
            let delivery = try #require(details["delivery"] as? [String: Any])
            #expect(delivery["standing"] as? String == "requested")
            #expect((delivery["slots"] as? [Any])?.isEmpty == false)
            #expect(delivery["code"] == nil)
            #expect(!answer.text.contains("Minh Họa"))
        }
    }

    @Test func `sees the code from the time that was set until the hand-over`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code, by: nil)
            #expect(try await office.details(code).delivery?.code == nil)
            try await office.schedule(code)
            let door = try #require(try await office.doorCode(code))
            #expect(try await office.details(code).delivery?.code == door)
            let page = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Mã nhận kết quả"))
            #expect(page.text.contains(Deliveries.spoken(door)))
            #expect(page.text.contains("Thứ Hai 03/07/2017, 17:30–19:00"))
            #expect(!page.text.contains("Người ha"), "no officer's name")
            try await office.order(.send, code, by: "ha")
            #expect(try await office.details(code).delivery?.code == door)
            try await office.handOver(code)
            let after = try await office.track(code, DossierTestOffice.digits, wantsJSON: false)
            #expect(!after.text.contains("Mã nhận kết quả"))
            #expect(after.text.contains("Kết quả đã trao lúc 09:00, 03/07/2017"))
        }
    }

    @Test func `hides the code from everybody of the office`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let door = try #require(try await office.doorCode(code))
            for person: PersonID in ["ha", "chi", "binh", "anh"] {
                for path in [
                    "/deliveries/\(code)", "/deliveries/route", "/deliveries?standing=out",
                    "/dossiers/\(code)",
                ] {
                    for wantsJSON in [true, false] {
                        let page = try await office.open(path, as: person, wantsJSON: wantsJSON)
                        #expect(!page.text.contains(door), "\(person) \(path)")
                        #expect(!page.text.contains(Deliveries.spoken(door)))
                    }
                }
            }
        }
    }

    @Test func `may fetch it after all`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.askHome(code, by: nil)
            #expect(try await office.details(code).duty == .awaitDelivery)
            let page = try await office.askDelivery(code, act: "back")
            #expect(page.text.contains("Nhận tại quầy"))
            #expect(try await office.standing(code) == .counter)
            #expect(try await office.details(code).duty == .fetch)
            #expect(try await office.details(code).delivery?.mayCancel == false)
        }
    }

    @Test func `does nothing when it was handed over and the counter is still to write`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            #expect(try await office.details(code).duty == .awaitDelivery)
            try await office.handOver(code)
            #expect(try await office.details(code).duty == .nothing)
        }
    }

    @Test(arguments: [
        ("name", "", "Hãy ghi họ tên người nhận."), ("phone", "12", "Hãy ghi số điện thoại"),
        ("address", " ", "Hãy ghi địa chỉ nhận"), ("slot", "x", "Cơ quan không trả kết quả"),
        ("slot", "2017-07-06T09:00", "Cơ quan không trả kết quả"),
        ("carrier", "drone", "Thủ tục này không trả bằng cách đó"),
    ])
    func `is told at its place what is wrong, and the rest is kept`(
        _ field: String, _ value: String, _ words: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let page = try await office.askDelivery(code, [(field, value)])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains(words), "\(words)")
            #expect(page.text.contains("href=\"#delivery-\(field)\""))
            #expect(page.text.contains("id=\"delivery-\(field)\""))
            if field != "address" { #expect(page.text.contains("phố Minh Họa")) }
            let json = try await office.askDelivery(code, wantsJSON: true, [(field, value)])
            #expect(json.status == .unprocessableContent)
            #expect(try json.json()["field"] as? String == field)
            #expect(try await office.delivery(code) == nil)
        }
    }

    @Test func `needs the proof of the page, whatever the digits`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let (code, other) = (try await office.receive(), try await office.receive())
            for proof in ["", "0000", try await office.deliveryProof(of: other)] {
                let page = try await office.askDelivery(code, proof: proof)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("Trang này đã cũ"))
                #expect(!page.text.contains("Đăng ký khai sinh"), "nothing is told either")
                let json = try await office.askDelivery(code, proof: proof, wantsJSON: true)
                #expect(try json.code() == "deliveries.proofOld")
            }
            #expect(try await office.delivery(code) == nil)
        }
    }

    @Test(arguments: ["schedule", "send", "fail", "handOver", "", "slots", "x"])
    func `does nothing that is for the office`(_ act: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.ready()
            try await office.sendOut(code)
            let sequence = try await office.sequence()
            let answer = try await office.askDelivery(
                code, act: act, wantsJSON: true,
                [("slot", DeliverySamples.evening), ("outcome", "absent")])
            #expect(try answer.code() == "deliveries.actUnknown")
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `sent twice asks once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let proof = try await office.deliveryProof(of: code)
            for _ in 0..<3 {
                let answer = try await office.askDelivery(code, proof: proof, key: "k")
                #expect(answer.status == .ok)
            }
            let entries = try await office.number(
                "SELECT count(*) AS n FROM entry WHERE stream = ?", [.text("delivery/\(code)")])
            #expect(entries == 1)
        }
    }

    @Test func `is offered times from when the result is promised on`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.receive()
            let promised = try #require(try await office.details(code).promised)
            let offered = try #require(try await office.details(code).delivery)
            #expect(offered.slots.first?.day == promised.day)
            try await office.makeReady(code)
            let ready = try #require(try await office.details(code).delivery)
            #expect(ready.slots.first?.day == office.now.day + 1)
            #expect(ready.carriers == [.officer, .post] && ready.hasGift)
        }
    }
}

/// Processes of the invented ward that are never brought home in these tests.
enum ProcessCodeSample {
    case certification, without

    var code: ProcessCode { self == .certification ? "CT-02" : "XN-03" }
}
