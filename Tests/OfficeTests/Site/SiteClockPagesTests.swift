// The working calendar of a year, the clock of a demo office, help and account.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The calendar of a year` {
    private let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)

    private func year(_ year: Int) throws(Site.HouseRejection) -> Site.CalendarYear {
        try Site.CalendarYear(year: year, calendar: .vietnam, now: now, isDemo: false)
    }

    @Test(arguments: 2016...2027)
    func `counts the working days of each month as the calendar does`(_ number: Int) throws {
        let year = try year(number)
        #expect(year.months.map(\.month) == Array(1...12))
        for month in year.months {
            var count = 0
            for day in 1...31 {
                guard let date = DayNumber(year: number, month: month.month, day: day) else {
                    continue
                }
                if try WorkCalendar.vietnam.isWorkingDay(date) { count += 1 }
            }
            #expect(month.workingDays == count, "\(month.month)/\(number)")
        }
        // No year of the law has fewer than 240 or more than 256 working days.
        #expect((240...256).contains(year.workingDays), "\(year.workingDays)")
        #expect(year.specialDays.allSatisfy { $0.day.year == number })
        #expect(year.specialDays.count >= 9)
    }

    @Test(arguments: [2015, 2028, 0, -1, 10_000, 9_999_999, .max, .min])
    func `that nobody has published is refused by name`(_ number: Int) {
        #expect(throws: Site.HouseRejection.yearUnknown(String(number))) { try year(number) }
    }

    @Test func `names its holidays with their basis, in both languages`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/clock?year=2017", as: "chi")
            for words in ["Quốc khánh", "01/05/2017", "02/09/2017", "04/09/2017"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let english = try await office.open("/clock?year=2017", as: "chi", language: "en")
            #expect(english.text.contains("National Day"))
            #expect(page.text.contains("href=\"/clock?year=2016\""))
            #expect(page.text.contains("href=\"/clock?year=2018\""))
            let total = try year(2017).workingDays
            #expect(page.text.contains("Năm 2017 có \(total) ngày làm việc"))
        }
    }

    @Test(arguments: ["x", "20 17", "2017.0", "٢٠١٧", "0x7e1", "99999999999999999999", "%00"])
    func `asked for in other words is refused with those words`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.open(
                "/clock?year=\(DossierTestOffice.encoded(text))", as: "chi", wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == "house.yearUnknown")
        }
    }
}

@Suite struct `The clock of the office` {
    private static let start = LocalMinute("2017-08-01T08:00") ?? LocalMinute(rawValue: 0)

    /// The same office with a clock of its own.
    private func demo(_ office: DossierTestOffice) throws -> DossierTestOffice {
        let clock = OfficeClock(
            machine: { office.sources.now }, demoStart: Instant(Self.start, in: .indochina))
        return DossierTestOffice(
            desk: office.desk,
            house: Site.House(
                desk: office.desk, texts: try .bundled(), assets: [:], clock: clock,
                demoAccounts: []), sources: office.sources)
    }

    private func now(_ office: DossierTestOffice) -> String {
        office.house.clock.now.local(in: .indochina).text
    }

    @Test func `of a demo starts at its start and then runs with the machine`() async throws {
        try await DossierTestOffice.run { office in
            let demo = try demo(office)
            #expect(now(demo) == "2017-08-01T08:00")
            try office.set("2017-07-03T09:07")
            #expect(now(demo) == "2017-08-01T08:07")
            demo.house.clock.advance(minutes: 60)
            #expect(now(demo) == "2017-08-01T09:07")
            for minutes in [0, -1, -100_000, .min] { demo.house.clock.advance(minutes: minutes) }
            #expect(now(demo) == "2017-08-01T09:07")
        }
    }

    @Test func `of a real office is the machine's and cannot be moved`() async throws {
        try await DossierTestOffice.run { office in
            office.house.clock.advance(minutes: 60)
            #expect(now(office) == "2017-07-03T09:00")
            let page = try await office.open("/clock", as: "chi")
            #expect(
                !page.text.contains("action=\"/clock\"") && !page.text.contains("class=\"demo\""))
            for fields in [[("minutes", "60")], [("to", "morning")], []] {
                let answer = try await office.post("/clock", as: "chi", fields, wantsJSON: true)
                #expect(try answer.code() == "house.clockIsReal")
            }
        }
    }

    @Test func `is moved by the buttons of its page`() async throws {
        try await DossierTestOffice.run { office in
            let demo = try demo(office)
            let page = try await demo.open("/clock", as: "chi")
            for minutes in [15, 60, 240, 1440] {
                #expect(page.text.contains("name=\"minutes\" value=\"\(minutes)\""))
            }
            let answer = try await demo.post("/clock", as: "chi", [("minutes", "15")])
            #expect(answer.location == "/clock" && now(demo) == "2017-08-01T08:15")
            let json = try await demo.post(
                "/clock", as: "chi", [("minutes", "43200")], wantsJSON: true)
            #expect(try json.json()["now"] as? String == "2017-08-31T08:15")
        }
    }

    @Test(arguments: [
        "0", "-1", "-60", "43201", "9223372036854775807", "99999999999999999999", "x", "1.5",
        "", " ", "1e3", "٣",
    ])
    func `is not moved back, nor too far, nor by words`(_ minutes: String) async throws {
        try await DossierTestOffice.run { office in
            let demo = try demo(office)
            let answer = try await demo.post(
                "/clock", as: "chi", [("minutes", minutes)], wantsJSON: true)
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.code() == "house.moveInvalid")
            #expect(now(demo) == "2017-08-01T08:00")
        }
    }

    /// From a moment, through lunch, evening, weekend and holiday, to the next opening.
    @Test(arguments: [
        ("2017-08-01T08:00", "2017-08-02"), ("2017-08-01T23:59", "2017-08-02"),
        ("2017-08-02T00:00", "2017-08-03"), ("2017-08-04T12:00", "2017-08-07"),
        ("2017-08-05T09:00", "2017-08-07"), ("2017-09-01T16:00", "2017-09-05"),
        ("2018-02-13T09:00", "2018-02-21"),
    ])
    func `goes on to the morning of the next working day`(
        _ text: String, _ day: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let demo = try demo(office)
            let target = try #require(LocalMinute(text))
            demo.house.clock.advance(minutes: target.rawValue - Self.start.rawValue)
            _ = try await demo.post("/clock", as: "chi", [("to", "morning")])
            let opening = try WorkCalendar.vietnam.opening(of: organisationDay(day))
            #expect(now(demo) == opening.text)
        }
    }

    @Test func `moved on, the page shows the time and the band says that it is a demo`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let demo = try demo(office)
            demo.house.clock.advance(minutes: 95)
            for path in ["/work", "/clock", "/khong-co"] {
                let page = try await demo.open(path, as: "chi")
                #expect(page.text.contains("Bây giờ là 09:35, 01/08/2017"), "\(path)")
            }
            let stranger = try await demo.open("/sign-in", as: nil)
            #expect(stranger.text.contains("09:35, 01/08/2017"))
            #expect(!stranger.text.contains("href=\"/clock\""))
        }
    }

    @Test func `moved past the end of a position shuts its holder out`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.tp:tu-phap", person: "ha",
                        through: organisationDay("2017-08-01"))), by: nil, at: office.sources.now)
            let demo = try demo(office)
            #expect(try await demo.open("/work", as: "ha").status == .ok)
            demo.house.clock.advance(minutes: 24 * 60)
            #expect(try await demo.open("/work", as: "ha").location == "/sign-in")
        }
    }
}

@Suite struct `Help and account` {
    @Test func `explain every state that a reader meets`() async throws {
        try await DossierTestOffice.run { office in
            let json = try await office.open("/help", as: "chi", wantsJSON: true).json()
            let states = try #require(json["states"] as? [String])
            #expect(Set(states).count == states.count && states.count == 9)
            let texts = try Site.Texts.bundled()
            for (language, other): (Language, Language) in [(.vi, .en), (.en, .vi)] {
                let page = try await office.open(
                    "/help", as: "chi", language: language.rawValue
                ).text
                for state in states {
                    let means = texts.text("house.help.means.\(state)", language)
                    #expect(page.contains(means), "\(state)")
                    #expect(!page.contains(texts.text("house.help.means.\(state)", other)))
                }
            }
        }
    }

    @Test func `say who one is, for whom one acts, and how to leave`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/account", as: "binh")
            for words in ["Người binh", "UBND phường A", "Hôm nay bạn làm thay:", "Người chi"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(page.text.contains("action=\"/sign-out\""))
            #expect(try page.hidden("token").count == 64)
            let own = try await office.open("/account", as: "la")
            #expect(!own.text.contains("Hôm nay bạn làm thay:"))
            let json = try await office.open("/account", as: "la", wantsJSON: true).json()
            #expect(json["actsFor"] as? [String] == [])
            #expect(json["office"] as? String == "UBND phường B")
        }
    }
}
