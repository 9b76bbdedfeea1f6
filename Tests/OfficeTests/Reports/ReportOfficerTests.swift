// Figures by officer: every dossier counts for its one focal point, and the whole is the office's.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What the tests of reports share.
extension DossierTestOffice {
    func officers(
        as person: PersonID = "anh", period: String = "2017", office: UnitID? = nil
    ) async throws -> Reports.Officers {
        let (viewer, now) = (try await viewer(person), now)
        let filter = Reports.Filter(
            period: try #require(Reports.Period(period)).span, office: office)
        return try await desk.read { try $0.officers(filter, for: viewer, at: now) }
    }

    /// Dossiers of two wards in all states, with focal points that change.
    func fillByChance(_ seed: UInt64, count: Int = 40) async throws {
        var chance = DossierTestChance(seed: seed)
        try await publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
        for number in 0..<count {
            let day = try #require(DayNumber("2017-06-20")) + number * 45 / count
            guard try WorkCalendar.vietnam.isWorkingDay(day) else { continue }
            sources.set(LocalMinute(startOf: day) + 490 + chance.below(300))
            let isOther = chance.below(5) == 0
            let person: PersonID = isOther ? "la" : chance.pick(["chi", "binh"])
            let code = try await receive(by: person) {
                $0.office = isOther ? "r" : "p"
                $0.process = isOther ? "CT-02" : chance.pick(["KS-01", "CT-02", "NH-05"])
                $0.channel = chance.pick(Dossiers.Channel.allCases)
            }
            switch chance.below(6) {
            case 0: try await act(.askDuty(1, reason: "x"), on: code, by: person)
            case 1: try await act(.close(.refused, reason: "x"), on: code, by: person)
            case 2: try await advance(code, times: 2)
            case 3, 4:
                sources.set(now + chance.below(5) * 1_440)
                while try await state(code).instance?.isEnded == false {
                    try await advance(code)
                }
            default: break
            }
        }
        try set("2017-08-09T10:00")
    }
}

@Suite struct `Figures by officer` {
    private static let periods = [
        "2017", "2017-07", "2017-H1", "2017-Q3", "2017-06", "2017-08", "2016",
    ]

    @Test(arguments: [7, 31, 2_017, 766] as [UInt64])
    func `add up to those of the office, whoever looks and whatever the period`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(seed)
            var largest = 0
            for person: PersonID in ["anh", "binh", "tam", "ke", "giang", "la"] {
                for period in Self.periods {
                    let officers = try await office.officers(as: person, period: period)
                    let sum = officers.officers.map(\.dossiers).sum() + officers.others
                    #expect(sum == officers.figures.total, "\(person) \(period)")
                    #expect(officers.agrees)
                    #expect(officers.total == sum)
                    for row in officers.officers {
                        let line = Reports.Form06(name: "", row.dossiers)
                        #expect(line.broken.isEmpty, "\(row.id) \(period): \(line.broken)")
                    }
                    largest = max(largest, sum.taken)
                }
            }
            #expect(largest > 15)
        }
    }

    @Test(arguments: [7, 2_017] as [UInt64])
    func `open their dossiers: as many as the number says`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.fillByChance(seed)
            var opened = 0
            for person: PersonID in ["anh", "binh"] {
                for query in ["period=2017", "period=2017-07", "period=2017&channel=online"] {
                    let page = try await office.open("/reports/officers?\(query)", as: person)
                    #expect(page.status == .ok)
                    for link in Set(ReportOpenedNumber.all(in: page.text)) {
                        #expect(link.address.contains("focal="))
                        let list = try await office.open(link.address, as: person, wantsJSON: true)
                        let count = try #require(try list.json()["count"] as? Int)
                        #expect(count == link.number, "\(person) \(query): \(link)")
                        opened += 1
                    }
                }
            }
            #expect(opened > 20)
        }
    }

    @Test func `count a dossier for its focal point of now`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.receive()
            var rows = try await office.officers(period: "2017-07").officers
            #expect(rows.first { $0.id == "chi" }?.dossiers.received == 2)
            try await office.act(
                .changeFocalPoint("binh", reason: "đi học"), on: code, by: "chi")
            rows = try await office.officers(period: "2017-07").officers
            #expect(rows.first { $0.id == "chi" }?.dossiers.received == 1)
            #expect(rows.first { $0.id == "binh" }?.dossiers.received == 1)
        }
    }

    @Test func `tell what was early, late, open and overdue`() async throws {
        try await DossierTestOffice.run { office in
            let early = try await office.receive()
            try await office.finish(early)
            let late = try await office.receive()
            try await office.receive()
            try office.set("2017-07-12T09:00")
            try await office.finish(late)
            let sums = try #require(
                try await office.officers(period: "2017-07").officers
                    .first { $0.id == "chi" }?.dossiers)
            #expect(sums.received == 3)
            #expect(sums.early == 1 && sums.late == 1 && sums.onTime == 0)
            #expect(sums.open == 1 && sums.overdue == 1)
            // A month later the open one is carried over, and nothing is new.
            let august = try await office.officers(period: "2017-08").officers
            #expect(august.isEmpty || august.allSatisfy { $0.dossiers.received == 0 })
        }
    }

    @Test func `count steps for who did them, and what is held now`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let rows = try await office.officers(period: "2017-07").officers
            let done = try await office.number("SELECT count(*) AS n FROM workDone")
            #expect(rows.map(\.steps.done).reduce(0, +) == done)
            #expect(done > 0)
            let held = try await office.number("SELECT count(*) AS n FROM workItem")
            #expect(rows.map(\.steps.held).reduce(0, +) == held)
            #expect(rows.map(\.steps.heldLate).reduce(0, +) == 0)
            try office.set("2017-07-20T09:00")
            let later = try await office.officers(period: "2017-07").officers
            #expect(later.map(\.steps.heldLate).reduce(0, +) == held)
            let other = try await office.officers(period: "2017-06").officers
            #expect(other.map(\.steps.done).reduce(0, +) == 0)
        }
    }

    @Test func `name nobody of other units: their dossiers are one row`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let own = try await office.officers(as: "tam", period: "2017-07")
            #expect(!own.officers.contains { $0.id == "chi" })
            #expect(own.others.received == 1)
            #expect(own.figures.isPartial)
            let whole = try await office.officers(as: "anh", period: "2017-07")
            #expect(whole.others == Reports.Sums())
            #expect(whole.officers.contains { $0.id == "chi" && $0.unit == "Một cửa phường A" })
        }
    }

    @Test(arguments: ["chi", "ha"] as [PersonID])
    func `are for leaders, heads and figures: nobody compares colleagues`(
        _ person: PersonID
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for path in ["/reports/officers", "/reports/officers.csv", "/reports/officers.xlsx"] {
                let answer = try await office.open(path, as: person)
                #expect(answer.status == .notFound, "\(path)")
                #expect(!answer.text.contains("Người chi</th>"))
                let stranger = try await office.open(path, as: nil)
                #expect(stranger.location == "/sign-in")
                let machine = try await office.open(path, as: person, wantsJSON: true)
                #expect(try machine.code() == "reports.mayNotCompare")
            }
            let reports = try await office.open("/reports", as: person)
            #expect(!reports.text.contains("href=\"/reports/officers\""))
            let leader = try await office.open("/reports", as: "anh")
            #expect(leader.text.contains("href=\"/reports/officers\""))
        }
    }

    @Test func `are one page and one JSON value, in both languages`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let page = try await office.open("/reports/officers?period=2017-07", as: "anh")
            #expect(page.status == .ok)
            for words in [
                "Bảng số theo cán bộ", "Người chi", "Một cửa phường A", "<svg", "<tfoot",
                "Tải Excel (XLSX)", "Bước trước hạn", "đầu mối hiện nay",
                "/reports/officers.xlsx?from=2017-07-01&amp;to=2017-07-31",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("[reports.") && !page.text.contains("style="))
            let english = try await office.open(
                "/reports/officers", as: "anh", language: "en")
            #expect(english.text.contains("Figures by officer"))
            #expect(!english.text.contains("[reports."))
            let json = try await office.open(
                "/reports/officers?period=2017-07", as: "anh", wantsJSON: true
            ).json()
            #expect(json["agrees"] as? Bool == true)
            #expect((json["total"] as? [String: Int])?["received"] == 1)
            let rows = try #require(json["officers"] as? [[String: Any]])
            let chi = try #require(rows.first { $0["id"] as? String == "chi" })
            #expect((chi["dossiers"] as? [String: Int])?["received"] == 1)
        }
    }

    @Test func `without a dossier say so`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/reports/officers?period=2016", as: "anh")
            #expect(page.text.contains("Chưa có hồ sơ nào trong kỳ này"))
            #expect(!page.text.contains("NaN"))
        }
    }

    @Test(arguments: [
        ("period=2017-13", "reports.periodUnknown"), ("office=r", "reports.officeUnknown"),
        ("office=%27%20OR%201=1", "reports.officeUnknown"),
        ("channel=x", "reports.channelUnknown"), ("from=2017-01-01", "reports.periodUnknown"),
    ])
    func `refuse what cannot be asked`(_ query: String, _ code: String) async throws {
        try await DossierTestOffice.run { office in
            for path in ["/reports/officers", "/reports/officers.csv", "/reports/officers.xlsx"] {
                let answer = try await office.open("\(path)?\(query)", as: "anh", wantsJSON: true)
                #expect(try answer.code() == code, "\(path)")
            }
        }
    }

    @Test func `write names as text`() async throws {
        try await DossierTestOffice.run { office in
            let name = "<b>=Hư Cấu</b>"
            let commands: [People.Command] = [
                .createPosition(
                    .init(
                        id: "p.mc:x", unit: "p.mc", code: "can-bo-mc", title: "x",
                        roles: [.counter, .work])),
                .addPerson(.init(id: "xau", name: name, isInvented: true)),
                .appoint(
                    .init(
                        position: "p.mc:x", person: "xau",
                        from: try #require(DayNumber("2016-01-01")))),
            ]
            for command in commands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await office.receive(by: "xau")
            let page = try await office.open("/reports/officers", as: "anh")
            #expect(!page.text.contains("<b>=Hư"))
            #expect(page.text.contains("&lt;b&gt;=Hư Cấu&lt;/b&gt;"))
        }
    }
}
