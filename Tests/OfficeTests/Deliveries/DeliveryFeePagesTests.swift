// Fees and presents from the table to the door and the settlement, as people and programs see them.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of fees` {
    private static let path = "/deliveries/fees"
    private static let row = [
        ("act", "fee"), ("carrier", "officer"), ("amount", "20.000"), ("payer", "recipient"),
        ("from", "2017-07-01"), ("source", "Mức phí hư cấu, chưa xác nhận"),
    ]

    @Test func `takes a row, ends it, and names the cost centre`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let empty = try await office.open(Self.path, as: "binh")
            #expect(empty.text.contains("Chưa có mức phí nào"))
            let set = try await office.post(Self.path, as: "binh", Self.row)
            #expect(set.status == .seeOther, "\(set.text.prefix(900))")
            #expect(set.location == "/deliveries/fees?office=p")
            let own = try await office.post(
                Self.path, as: "anh", Self.row + [("process", "KS-01"), ("until", "2017-12-31")])
            #expect(own.status == .seeOther, "\(own.text.prefix(900))")
            let page = try await office.open(Self.path, as: "binh")
            for words in ["20.000 đồng", "Mọi thủ tục", "đang áp dụng", "hư cấu", "Kết thúc dòng"] {
                #expect(page.text.contains(words), "\(words)")
            }
            page.expectSound("fees")
            let ended = try await office.post(
                Self.path, as: "binh", [("act", "end"), ("fee", "1"), ("until", "2017-07-31")])
            #expect(ended.status == .seeOther, "\(ended.text.prefix(900))")
            let centre = try await office.post(
                Self.path, as: "binh",
                [("act", "centre"), ("centre", "Quỹ hư cấu"), ("cost", "150.000")])
            #expect(centre.status == .seeOther, "\(centre.text.prefix(900))")
            let plan = try #require(
                try await office.desk.read { try $0.deliveryPlan(of: "p")?.state })
            #expect(plan.fees?.map(\.number) == [1, 2])
            #expect(plan.fees?.first?.until == DeliverySamples.day("2017-07-31"))
            #expect(plan.centre == .init(name: "Quỹ hư cấu", cost: 150_000))
            try await office.expectProven()
        }
    }

    @Test(arguments: [
        ("amount", "hai mươi", "#fee-amount"), ("source", "", "#fee-source"),
        ("process", "KHONG-CO", "#fee-process"), ("until", "2017-06-01", "#fee-until"),
    ])
    func `says at its place what is wrong and keeps the rest`(
        _ name: String, _ value: String, _ place: String
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let fields = Self.row.filter { $0.0 != name } + [(name, value)]
            let page = try await office.post(Self.path, as: "binh", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("href=\"\(place)\""), "\(place)")
            #expect(page.text.contains("value=\"2017-07-01\""))
        }
    }

    @Test func `is read by the counter, set by its head, and there for nobody else`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let page = try await office.open(Self.path, as: "chi")
            #expect(page.status == .ok && !page.text.contains("name=\"amount\""))
            let json = try await office.post(Self.path, as: "chi", Self.row, wantsJSON: true)
            #expect(try json.code() == "deliveries.mayNotPlan")
            for person: PersonID in ["ha", "tam", "ke"] {
                #expect(try await office.open(Self.path, as: person).status == .notFound)
                let answer = try await office.post(Self.path, as: person, Self.row)
                #expect(answer.status == .notFound)
            }
        }
    }
}

@Suite struct `A fee on its way` {
    @Test func `is shown where it is asked, written into the order, and stays`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.setFee()
            let code = try await office.ready()
            let before = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false)
            #expect(before.text.contains("Cán bộ của cơ quan: 20.000 đồng"))
            #expect(before.text.contains("người nhận trả"))
            try await office.askHome(code, by: nil)
            try await office.plan(.endFee(1, until: DeliverySamples.day("2017-07-03")))
            try await office.plan(
                .addFee(DeliveryFeeSamples.fee(amount: 50_000, from: "2017-07-04")))
            let delivery = try #require(try await office.delivery(code))
            #expect(delivery.due == 20_000 && delivery.charges?.first?.fee == 1)
            let details = try await office.details(code)
            #expect(details.delivery?.due == 20_000)
            #expect(details.delivery?.fee?.amount == 20_000)
            let page = try await office.track(
                code, DossierTestOffice.digits, wantsJSON: false)
            #expect(page.text.contains("Xin trả 20.000 đồng"))
            let sheet = try await office.open("/deliveries/\(code)", as: "chi")
            #expect(sheet.text.contains("thu tại cửa"))
        }
    }

    @Test func `is taken at the door and counted by the settlement`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.setFee()
            let code = try await office.ready()
            try await office.sendOut(code)
            let path = "/deliveries/\(code)"
            let door = try await office.open(path, as: "ha")
            #expect(door.text.contains("Đã thu phí"))
            let empty = try await office.post(path, as: "ha", [("act", "take"), ("number", "")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("href=\"#delivery-number\""))
            for _ in 0..<2 {
                let taken = try await office.post(
                    path, as: "ha", [("act", "take"), ("number", "0012"), ("key", "thu-1")])
                #expect(taken.status == .seeOther, "\(taken.text.prefix(900))")
            }
            let delivery = try #require(try await office.delivery(code))
            #expect(delivery.due == 0 && delivery.charges?.first?.taken?.receipt == "0012")
            let bill = try #require(try await office.desk.read { try $0.bill(of: code)?.state })
            #expect(bill.payments.count == 1)
            #expect(bill.payments.first?.amount == 20_000)
            #expect(bill.payments.first?.state == .paid)
            #expect(bill.payments.first?.paid?.by == "ha")
            let span = try #require(Reports.Period("2017-Q3")).span
            let (viewer, now) = (try await office.viewer("chi"), office.now)
            let sums = try await office.desk.read {
                try $0.settlement(ofOffice: nil, span, for: viewer, at: now)
            }
            #expect(sums.received == 20_000 && sums.receivedCount == 1 && sums.openCount == 0)
            let again = try await office.post(
                path, as: "ha", [("act", "take"), ("number", "0013")], wantsJSON: true)
            #expect(try again.code() == "deliveries.nothingDue")
            let page = try await office.open(path, as: "chi")
            #expect(page.text.contains("đã thu (biên lai 0012)"))
            try await office.expectProven()
        }
    }

    @Test func `of a repeat delivery is noted by the counter and taken with the first`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.setFee()
            try await office.setFee(9_000, payer: .atFault)
            let code = try await office.ready()
            try await office.sendOut(code)
            try await office.order(.fail(.absent), code, by: "ha")
            let page = try await office.open("/deliveries/\(code)", as: "chi")
            #expect(page.text.contains("Bên có lỗi") && page.text.contains("9.000 đồng"))
            let noted = try await office.postDelivery(
                code, as: "chi", [("act", "again"), ("payer", "recipient")])
            #expect(noted.status == .seeOther, "\(noted.text.prefix(900))")
            #expect(try await office.delivery(code)?.due == 29_000)
            try await office.order(.take(receipt: "0012"), code)
            let bill = try await office.desk.read { try $0.bill(of: code)?.state }
            #expect(bill?.payments.map(\.amount) == [29_000])
            #expect(try await office.delivery(code)?.due == 0)
        }
    }

    @Test func `may be taken after the hand-over, and closes no dossier twice`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.setFee()
            let code = try await office.ready()
            try await office.sendOut(code, officer: "chi")
            try await office.handOver(code, by: "chi")
            #expect(try await office.state(code).status == .returned)
            try await office.order(.take(receipt: "0012"), code)
            #expect(try await office.delivery(code)?.due == 0)
            try await office.expectListsAgree(on: code)
            try await office.expectProven()
        }
    }
}

@Suite struct `Flowers and cards by cost centre` {
    private func give(_ office: DossierTestOffice, on day: String) async throws {
        try office.set("\(day)T16:00")
        let code = try await office.ready()
        try await office.askHome(code) { $0.hasGift = true }
        try await office.schedule(code, "\(day)T17:30")
        try await office.order(.send, code, by: "ha")
        try await office.handOver(code) { $0.giftGiven = true }
    }

    private func report(
        _ office: DossierTestOffice, _ period: String = "2017", as person: PersonID = "chi"
    ) async throws -> Deliveries.GiftReport {
        let span = try #require(Reports.Period(period)).span
        let viewer = try await office.viewer(person)
        return try await office.desk.read {
            try $0.deliveryGifts(ofOffice: nil, span, for: viewer)
        }
    }

    @Test func `add up by month, at the cost of their day`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await give(office, on: "2017-07-03")
            try await office.plan(.setCentre(.init(name: "Quỹ hư cấu", cost: 150_000)))
            try await give(office, on: "2017-07-04")
            try await give(office, on: "2017-07-05")
            try await office.plan(.setCentre(.init(name: "Quỹ hư cấu", cost: 200_000)))
            try await give(office, on: "2017-08-01")
            let lines = try await report(office).lines
            let told = lines.map { "\($0.month.text) \($0.centre) \($0.count) \($0.amount)" }
            #expect(
                told == [
                    "2017-07-01  1 0", "2017-07-01 Quỹ hư cấu 2 300000",
                    "2017-08-01 Quỹ hư cấu 1 200000",
                ])
            #expect(try await report(office).amount == 500_000)
            let page = try await office.open("/deliveries/gifts?period=2017-Q3", as: "anh")
            for words in ["Quỹ hư cấu", "Chưa đặt nguồn chi", "500.000", "7/2017", "8/2017"] {
                #expect(page.text.contains(words), "\(words)")
            }
            page.expectSound("gifts")
            let file = try await office.open("/deliveries/gifts.csv?period=2017-Q3", as: "chi")
            #expect(file.header("Content-Disposition").contains("hoa-thiep-2017-Q3.csv"))
            #expect(file.text.contains("2017-07,Quỹ hư cấu,2,300000\r\n"))
            let lived = try await office.dumpOfDeliveries()
            #expect(lived["deliveryGift"]?.count == 4)
            try await DeliveryRebuild.run(in: office)
            let rebuilt = try await office.dumpOfDeliveries()
            for table in Deliveries.tables { #expect(rebuilt[table] == lived[table], "\(table)") }
        }
    }

    @Test func `begin no formula in a file, and are there for readers alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            try await office.plan(.setCentre(.init(name: "=1+2", cost: 10)))
            try await give(office, on: "2017-07-03")
            let file = try await office.open("/deliveries/gifts.csv?period=2017", as: "chi")
            #expect(file.text.contains("2017-07,'=1+2,1,10\r\n"))
            for person: PersonID in ["ha", "ke", "tam"] {
                let answer = try await office.open("/deliveries/gifts", as: person)
                #expect(answer.status == .notFound)
            }
        }
    }
}
