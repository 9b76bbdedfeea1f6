// A statement on the page: shown before anything is written, confirmed once, and never twice.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A statement on its page` {
    private static let head = "Ngày,Ghi có,Diễn giải,Số tham chiếu\n"

    /// Three fees that wait: 8.000, 9.000 and 10.000 đồng.
    private func prepare(_ office: DossierTestOffice) async throws -> [String] {
        var codes: [String] = []
        for amount in [8_000, 9_000, 10_000] {
            let code = try await office.receive()
            try await office.ask(code, amount: amount)
            codes.append(code)
        }
        return codes
    }

    private static let statement =
        head + """
            03/07/2017,8.000,PA1707030001 nop phi,FT1
            03/07/2017,9.001,PA-170703-0002,FT2
            03/07/2017,5.000,chuyen khoan,FT3
            ngay mai,10.000,PA1707030003,FT4
            03/07/2017,8.000,PA1707030001 lan nua,FT5
            03/07/2017,,phi dich vu,FT6
            """

    private func lines(_ page: DossierTestAnswer) -> [String] {
        let mark = "name=\"line\" value=\""
        return page.text.ranges(of: mark).map { range in
            String(page.text[range.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test func `is shown line by line, and nothing is written`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await prepare(office)
            let sequence = try await office.sequence()
            let page = try await office.post(
                "/payments/statement", as: "chi", [("statement", Self.statement)])
            #expect(page.status == .ok)
            #expect(lines(page) == ["PA-170703-0001~1~8000~2017-07-03~FT1"])
            for words in [
                "Ghi nhận 1 khoản đã khớp", "Sai số tiền", "chờ thu 9.000 đồng", "Không rõ hồ sơ",
                "Không đọc được", "tiền về thêm lần nữa",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let json = try await office.post(
                "/payments/statement", as: "chi", [("statement", Self.statement)], wantsJSON: true)
            let found = try #require(try json.json()["lines"] as? [[String: Any]])
            #expect(
                found.compactMap { $0["match"] as? String } == [
                    "matched", "wrongAmount", "unknownCode", "unreadable", "already",
                ])
            #expect(try json.json()["passedOver"] as? Int == 1)
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test func `pays what matched once, whether it is sent or pasted twice`() async throws {
        try await DossierTestOffice.run { office in
            let codes = try await prepare(office)
            let page = try await office.post(
                "/payments/statement", as: "chi", [("statement", Self.statement)])
            let fields = lines(page).map { ("line", $0) } + [("key", "k1")]
            let path = "/payments/statement/confirmation"
            let done = try await office.post(path, as: "chi", fields)
            #expect(done.status == .ok && done.text.contains("Đã ghi nhận 1 khoản, 8.000 đồng."))
            let sequence = try await office.sequence()
            let again = try await office.post(path, as: "chi", fields)
            #expect(again.text.contains("Đã ghi nhận 1 khoản"), "the same answer to the same form")
            let otherKey = try await office.post(
                path, as: "chi", lines(page).map { ("line", $0) } + [("key", "k2")])
            #expect(otherKey.text.contains("Chưa ghi nhận"))
            #expect(otherKey.text.contains("đã thu ngày 03/07/2017"))
            let pasted = try await office.post(
                "/payments/statement", as: "binh", [("statement", Self.statement)])
            #expect(lines(pasted).isEmpty && !pasted.text.contains("Ghi nhận 1 khoản"))
            #expect(try await office.sequence() == sequence)
            let paid = try #require(try await office.bill(codes[0])[1]?.paid)
            #expect(paid.way == .statement && paid.reference == "FT1" && paid.receipt.isEmpty)
        }
    }

    /// What a bank wrote about people is not kept anywhere.
    @Test func `leaves no words of the bank behind`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await prepare(office)
            let text = Self.head + "03/07/2017,8.000,NGUOI HU CAU nop PA1707030001,FT1"
            let page = try await office.post(
                "/payments/statement", as: "chi", [("statement", text)])
            _ = try await office.post(
                "/payments/statement/confirmation", as: "chi",
                lines(page).map { ("line", $0) } + [("key", "k")])
            let dump = try await office.dumpOfPayments()
            #expect(dump.values.joined().allSatisfy { !$0.contains("HU CAU") })
            let entries = try await office.desk.read { reading in
                try reading.reader.entries(of: "payment/PA-170703-0001", after: 0)
            }
            #expect(entries.count == 2)
            for entry in entries {
                #expect(!String(decoding: entry.payload, as: UTF8.self).contains("HU CAU"))
            }
        }
    }

    @Test(
        arguments: [
            [("line", "PA-170703-0001~1~1~2017-07-03~FT1")],
            [("line", "PA-170703-0009~1~8000~2017-07-03~FT1")],
            [("line", "PA-170703-0001~2~8000~2017-07-03~FT1")],
            [("line", "PA-170703-0001~1~8000~2017-07-09~FT1")],
            [("line", "PA-170703-0001~1~8000~2016-07-09~FT1")],
        ] as [[(String, String)]])
    func `that was altered on its way pays nothing`(_ fields: [(String, String)]) async throws {
        try await DossierTestOffice.run { office in
            _ = try await prepare(office)
            let sequence = try await office.sequence()
            let answer = try await office.post(
                "/payments/statement/confirmation", as: "chi", fields + [("key", "x")],
                wantsJSON: true)
            let lines = try #require(try answer.json()["lines"] as? [[String: Any]])
            #expect(lines.count == 1 && lines[0]["refusal"] is [String: Any])
            #expect(try await office.sequence() == sequence)
        }
    }

    @Test(arguments: ["", "x", "a~b~c~d~e", "~~~~", "PA-170703-0001~1~8000~2017-13-03~x"])
    func `without a line is refused`(_ line: String) async throws {
        try await DossierTestOffice.run { office in
            let path = "/payments/statement/confirmation"
            let page = try await office.post(path, as: "chi", [("line", line)])
            #expect(page.status == .unprocessableContent)
            let json = try await office.post(path, as: "chi", [("line", line)], wantsJSON: true)
            #expect(try json.code() == "payments.nothingToConfirm")
        }
    }

    @Test(arguments: ["", "xin chào", "Ngày;Ghi có\n1;2", "=cmd|'/c calc'!A1"])
    func `that is none comes back with what is missing`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.post(
                "/payments/statement", as: "chi", [("statement", text)])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<a href=\"#statement\">"))
            let json = try await office.post(
                "/payments/statement", as: "chi", [("statement", text)], wantsJSON: true)
            #expect(try json.code() == "payments.statement")
        }
    }

    @Test func `is only for the counter of the office`() async throws {
        try await DossierTestOffice.run { office in
            let codes = try await prepare(office)
            let paths = ["/payments/statement", "/payments/statement/confirmation"]
            let line = ("line", "\(codes[0])~1~8000~2017-07-03~FT1")
            for person: PersonID in ["anh", "ha"] {
                let get = try await office.open(paths[0], as: person)
                #expect(get.status != .ok, "\(person)")
                let post = try await office.post(
                    paths[0], as: person, [("statement", Self.statement)])
                #expect(post.status != .ok, "\(person)")
            }
            for person: PersonID in ["anh", "ha", "la"] {
                let post = try await office.post(paths[1], as: person, [line], wantsJSON: true)
                let lines = try #require(try post.json()["lines"] as? [[String: Any]])
                #expect(lines.allSatisfy { $0["refusal"] is [String: Any] }, "\(person)")
            }
            // Another office's officer matches nothing of this one.
            let other = try await office.post(
                paths[0], as: "la", [("statement", Self.statement)], wantsJSON: true)
            let found = try #require(try other.json()["lines"] as? [[String: Any]])
            #expect(
                found.allSatisfy { ["unknownCode", "unreadable"].contains($0["match"] as? String) })
            #expect(try await office.bill(codes[0]).open != nil)
            let empty = try await office.open(paths[0], as: "chi")
            #expect(empty.status == .ok && empty.text.contains("<textarea id=\"statement\""))
        }
    }

    @Test func `of two thousand lines is matched`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await prepare(office)
            let rows = (0..<2_000).map { number in
                "03/07/2017,8.000,PA170703\(String(10_000 + number).suffix(4)) x,FT\(number)"
            }
            let json = try await office.post(
                "/payments/statement", as: "chi",
                [("statement", Self.head + rows.joined(separator: "\n"))], wantsJSON: true)
            let lines = try #require(try json.json()["lines"] as? [[String: Any]])
            #expect(lines.count == 2_000)
            #expect(lines.count { $0["match"] as? String == "matched" } == 1)
        }
    }
}

@Suite struct `The settlement of an office` {
    /// One fee paid in the second quarter, two in the third, one given back in part.
    private func prepare(_ office: DossierTestOffice) async throws {
        try office.set("2017-06-30T09:00")
        let first = try await office.receive()
        try await office.ask(first, amount: 5_000)
        try await office.confirm(first, amount: 5_000)
        try office.set("2017-07-03T09:00")
        for amount in [8_000, 20_000] {
            let code = try await office.receive { if amount > 8_000 { $0.process = "CT-02" } }
            try await office.ask(code, amount: amount, reason: "=1+1")
            try await office.confirm(code, amount: amount)
        }
        try await office.pay(
            .refund(first, 1, amount: 2_000, reason: "Thu thừa", reference: "PC 1"))
        try await office.ask(first, amount: 1_000)
    }

    @Test func `adds up what came and went in a quarter, by procedure`() async throws {
        try await DossierTestOffice.run { office in
            try await prepare(office)
            let third = try await office.open("/payments/settlement", as: "anh", wantsJSON: true)
            let json = try third.json()
            #expect(json["from"] as? String == "2017-07-01")
            #expect(json["through"] as? String == "2017-09-30")
            let lines = try #require(json["lines"] as? [[String: Any]])
            #expect(lines.compactMap { $0["process"] as? String } == ["CT-02", "KS-01"])
            #expect(lines.compactMap { $0["received"] as? Int } == [20_000, 8_000])
            #expect(lines.compactMap { $0["refunded"] as? Int } == [0, 2_000])
            #expect(json["openCount"] as? Int == 1 && json["openAmount"] as? Int == 1_000)
            let page = try await office.open("/payments/settlement", as: "chi")
            for words in ["28.000 đồng", "26.000 đồng", "Quý 3 năm 2017", "Chứng thực bản sao"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let second = try await office.open(
                "/payments/settlement?period=2017-Q2", as: "chi", wantsJSON: true)
            let before = try #require(try second.json()["lines"] as? [[String: Any]])
            #expect(before.compactMap { $0["received"] as? Int } == [5_000])
            #expect(before.compactMap { $0["refunded"] as? Int } == [0], "counted when it went")
        }
    }

    @Test func `is downloaded as a list without formulas that sums to the same`() async throws {
        try await DossierTestOffice.run { office in
            try await prepare(office)
            let file = try await office.open("/payments/settlement.csv?period=2017", as: "chi")
            #expect(file.status == .ok)
            #expect(file.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(file.header("Content-Disposition").contains("quyet-toan-2017.csv"))
            #expect(file.text.hasPrefix("\u{FEFF}Ngày tiền về,"))
            let rows = try CSVReading.rows(String(file.text.dropFirst()))
            #expect(rows.count == 5 && rows.allSatisfy { $0.count == 9 })
            #expect(rows.dropFirst().compactMap { Int($0[5]) }.reduce(0, +) == 31_000)
            #expect(rows.filter { $0[8] == "'=1+1" }.count == 2)
            #expect(rows.last?[1] == "Hoàn trả" && rows.last?[5] == "-2000")
        }
    }

    @Test func `is for who reads the payments, in periods that are some`() async throws {
        try await DossierTestOffice.run { office in
            try await prepare(office)
            for path in ["/payments/settlement", "/payments/settlement.csv"] {
                #expect(try await office.open(path, as: "ha").status == .notFound)
                #expect(try await office.open(path + "?office=p", as: "la").status == .notFound)
                #expect(
                    try await office.open(path + "?period=2017-Q5", as: "chi").status
                        == .unprocessableContent)
                #expect(try await office.open(path, as: nil).location == "/sign-in")
            }
            let empty = try await office.open("/payments/settlement?period=2016", as: "chi")
            #expect(empty.status == .ok && empty.text.contains("Không thu và không hoàn"))
        }
    }

    @Test(arguments: [
        ("2017-01-01", "2017-Q1"), ("2017-03-31", "2017-Q1"), ("2017-04-01", "2017-Q2"),
        ("2017-09-30", "2017-Q3"), ("2017-12-31", "2017-Q4"),
    ])
    func `is of the quarter of the day unless another is named`(
        _ day: String, _ quarter: String
    ) throws {
        let today = try #require(DayNumber(day))
        #expect(try Payments.period("", today: today).text == quarter)
        #expect(try Payments.period("2016-H1", today: today).text == "2016-H1")
    }
}
