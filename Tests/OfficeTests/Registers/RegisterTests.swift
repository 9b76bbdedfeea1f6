// The official register: its days, its columns, who may have it, and what it notes.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The days of a register` {
    private static let today = DayNumber("2017-07-03") ?? DayNumber(rawValue: 0)

    private static func span(
        _ period: String, _ from: String = "", _ through: String = ""
    ) throws(Registers.Rejection) -> String {
        let span = try Registers.span(period: period, from: from, through: through, on: today)
        return "\(span.first.text) \(span.last.text)"
    }

    @Test(arguments: [
        ("", "", "", "2017-07-01 2017-07-31"),
        ("2017-02", "", "", "2017-02-01 2017-02-28"),
        ("2016-12", "", "", "2016-12-01 2016-12-31"),
        ("", "2017-07-03", "2017-07-03", "2017-07-03 2017-07-03"),
        ("2017", "2017-06-15", "2017-07-15", "2017-06-15 2017-07-15"),
    ])
    func `are a month, or those that are named`(
        _ period: String, _ from: String, _ through: String, _ expected: String
    ) throws {
        #expect(try Self.span(period, from, through) == expected)
    }

    @Test(
        arguments: [
            ("2017", "", "", .periodTooLong),
            ("2017-Q2", "", "", .periodTooLong),
            ("", "2017-06-15", "2017-07-16", .periodTooLong),
            ("", "0001-01-01", "2999-01-01", .periodTooLong),
            ("2017-13", "", "", .periodUnknown("2017-13")),
            ("<b>", "", "", .periodUnknown("<b>")),
            ("", "2017-07-03", "", .daysInvalid),
            ("", "", "2017-07-03", .daysInvalid),
            ("", "2017-07-04", "2017-07-03", .daysInvalid),
            ("", "x", "y", .daysInvalid),
        ] as [(String, String, String, Registers.Rejection)])
    func `are refused with a sentence when they are more, or none`(
        _ period: String, _ from: String, _ through: String, _ refusal: Registers.Rejection
    ) {
        #expect(throws: refusal) { try Self.span(period, from, through) }
    }

    @Test func `says every refusal in both languages`() {
        let all: [Registers.Rejection] = [
            .officeUnknown("x"), .periodUnknown("x"), .daysInvalid, .periodTooLong, .tooMany,
        ]
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
        #expect(Set(all.map(\.sentence.en)).count == all.count)
        #expect(all.filter(\.isNotFound) == [.officeUnknown("x")])
    }
}

@Suite struct `The official register` {
    private func read(
        _ office: DossierTestOffice, as person: PersonID, of unit: String = "",
        _ from: String = "2017-07-01", _ through: String = "2017-07-31"
    ) async throws -> Registers.Register {
        let viewer = try await office.viewer(person)
        let span = DaySpan(
            try #require(DayNumber(from)), try #require(DayNumber(through)))
        return try await office.desk.read {
            try $0.officialRegister(ofOffice: unit, span, for: viewer)
        }
    }

    @Test func `holds each dossier of the days in the order of receipt, with its times`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let first = try await office.receive()
            try office.set("2017-07-03T10:00")
            let second = try await office.receive { $0.process = "CT-02" }
            try office.set("2017-07-04T09:00")
            let third = try await office.receive { $0.sets = 3 }
            for _ in 0..<12 {
                if try await office.state(first).status == .returned { break }
                try await office.advance(first)
            }
            let found = try await read(office, as: "chi")
            #expect(found.rows.map(\.code) == [first, second, third])
            let done = try #require(found.rows.first)
            #expect(done.applicant == "Đặng Thị Hư Cấu" && done.phone == "0912 345 678")
            #expect(done.address == "Số 1, phố Minh Họa" && done.owner == "Tư pháp phường A")
            #expect(done.resultAt == LocalMinute("2017-07-04T09:00"))
            #expect(done.returnedAt == LocalMinute("2017-07-04T09:00"))
            #expect(done.receivedBy == "Người chi" && done.status == .returned)
            let open = try #require(found.rows.last)
            #expect(open.sets == 3 && open.resultAt == nil && open.returnedAt == nil)
            let day = try await read(office, as: "chi", "2017-07-04", "2017-07-04")
            #expect(day.rows.map(\.code) == [third])
            let none = try await read(office, as: "chi", "2017-06-01", "2017-06-30")
            #expect(none.rows.isEmpty)
        }
    }

    @Test func `is for who sees the office, and holds that office alone`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for person: PersonID in ["chi", "binh", "anh", "pho"] {
                #expect(try await read(office, as: person).rows.map(\.code) == [code])
                await #expect(throws: Registers.Rejection.officeUnknown("r")) {
                    _ = try await read(office, as: person, of: "r")
                }
            }
            for person: PersonID in ["ha", "tam", "ke"] {
                await #expect(throws: Registers.Rejection.officeUnknown("p")) {
                    _ = try await read(office, as: person)
                }
            }
            for person: PersonID in ["giang", "la"] {
                #expect(try await read(office, as: person).rows.isEmpty)
                await #expect(throws: Registers.Rejection.officeUnknown("p")) {
                    _ = try await read(office, as: person, of: "p")
                }
            }
        }
    }

    @Test func `refuses more than one look takes, and takes as many as that`() async throws {
        try await DossierTestOffice.run { office in
            let commands = Array(
                repeating: OfficeCommand.dossiers(.receive(DossierTestSamples.intake)),
                count: Registers.rowsMaximum)
            try await office.desk.perform(
                inOneCommit: commands, by: Actor("chi"), at: office.sources.now)
            #expect(try await read(office, as: "chi").rows.count == Registers.rowsMaximum)
            try await office.receive()
            await #expect(throws: Registers.Rejection.tooMany) {
                _ = try await read(office, as: "chi")
            }
            let page = try await office.open("/registers", as: "chi")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("quá một lần in") && page.text.contains("name=\"from\""))
        }
    }
}

@Suite struct `The pages of the register` {
    @Test func `print the columns of the form, and note who was shown it`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let page = try await office.open("/registers?period=2017-07", as: "chi")
            #expect(page.status == .ok)
            for words in [
                "SỔ THEO DÕI HỒ SƠ", "Chủ hồ sơ, địa chỉ, điện thoại", "Ký nhận", "Ghi chú",
                "Hồ sơ nhận từ ngày 01/07/2017 đến ngày 31/07/2017", "Cộng: 1 hồ sơ.",
                "chưa xác nhận", "onlandscape", code,
                "href=\"/registers.pdf?office=p&amp;from=2017-07-01&amp;to=2017-07-31\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let english = try await office.open("/registers", as: "chi", language: "en")
            #expect(english.text.contains("REGISTER OF DOSSIERS"))
            let noted = try await office.desk.read {
                try $0.rows("SELECT subject, person, paper, times FROM personalRead").map {
                    "\(try $0.text("subject")) \(try $0.text("person")) "
                        + "\(try $0.text("paper")) \(try $0.int("times"))"
                }
            }
            #expect(noted == ["\(code) chi register 1"], "twice in ten minutes is once")
            let log = try await office.open("/dossiers/\(code)/reads", as: "binh")
            #expect(log.text.contains("Sổ theo dõi hồ sơ"))
            let list = try await office.open("/dossiers", as: "chi")
            #expect(list.text.contains("href=\"/registers\""))
        }
    }

    @Test func `mark what was entered later, and how others ended`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            try await office.receive {
                $0.late = Dossiers.LateReceipt(
                    receivedAt: LocalMinute("2017-07-04T09:00"), reason: "Mất điện", paper: "07")
            }
            let gone = try await office.receive()
            try await office.act(.close(.withdrawn, reason: "Rút"), on: gone, by: "chi")
            let page = try await office.open("/registers", as: "chi")
            #expect(page.text.contains("nhập sau lúc 14:00, 05/07/2017: Mất điện (phiếu giấy 07)"))
            let json = try await office.open("/registers", as: "chi", wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.map { $0["status"] as? String } == ["received", "withdrawn"])
            #expect((rows[0]["late"] as? [String: Any])?["paper"] as? String == "07")
        }
    }

    @Test func `are closed to others, and say so without telling what is there`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for path in ["/registers", "/registers.pdf"] {
                #expect(try await office.open(path, as: nil).location == "/sign-in")
                for person: PersonID in ["ha", "giang"] {
                    let answer = try await office.open("\(path)?office=p", as: person)
                    #expect(answer.status == .notFound && !answer.text.contains("Hư Cấu"))
                }
            }
            #expect(try await office.number("SELECT count(*) AS n FROM personalRead") == 0)
            let long = try await office.open("/registers?period=2017", as: "chi", wantsJSON: true)
            #expect(try long.code() == "registers.periodTooLong")
            let odd = try await office.open("/registers?from=%3Cb%3E&to=x", as: "chi")
            #expect(odd.status == .unprocessableContent && !odd.text.contains("<b>"))
            let pdf = try await office.open("/registers.pdf", as: "chi", wantsJSON: true)
            #expect(try pdf.code() == "papers.press.absent")
        }
    }

    @Test func `escape what people wrote`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive { $0.applicant.name = "<script>a</script>" }
            let page = try await office.open("/registers", as: "chi").text
            #expect(page.contains("&lt;script") && !page.contains("<script>a"))
        }
    }
}
