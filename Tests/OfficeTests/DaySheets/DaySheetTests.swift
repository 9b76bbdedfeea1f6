// The sheet of a day: what stands on it, on how many lines, and its mail once each morning.

import Engine
import HTTPTypes
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    func daySheet(_ person: PersonID) async throws -> DaySheets.Sheet {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.daySheet(for: viewer, at: now) }
    }

    func codes(_ group: DaySheets.Group, of person: PersonID) async throws -> [String] {
        try await daySheet(person).parts.first { $0.group == group }?.lines.map(\.code) ?? []
    }

    func outboxIDs() async throws -> [String] {
        try await desk.read {
            try $0.rows("SELECT id FROM outboxMessage ORDER BY position")
                .map { try $0.text("id") }
        }
    }
}

@Suite struct `The sheet of a day` {
    private static let calendar = WorkCalendar.vietnam

    /// Now is Friday 7 July 2017, 09:00; the next working day is Monday.
    @Test(
        arguments: [
            ("2017-07-06T17:30", .late), ("2017-07-07T08:00", .late),
            ("2017-07-07T17:30", .today), ("2017-07-10T08:30", .tomorrow),
            ("2017-07-10T17:30", .tomorrow), ("2017-07-11T08:30", nil), (nil, nil),
        ] as [(String?, DaySheets.Group?)])
    func `holds what is due by the end of the next working day`(
        _ due: String?, _ group: DaySheets.Group?
    ) throws {
        let now = try #require(LocalMinute("2017-07-07T09:00"))
        let due = try due.map { try #require(LocalMinute($0)) }
        let left = Work.TimeLeft(due: due, now: now, waits: false, calendar: Self.calendar)
        let monday = try #require(DayNumber("2017-07-10"))
        #expect(DaySheets.group(of: left, due: due, tomorrow: monday) == group)
    }

    @Test(
        arguments: [
            ([], []), ([3], [3]), ([40], [26]), ([1, 2, 3], [1, 2, 3]), ([40, 40], [24, 2]),
            ([5, 40, 1], [5, 20, 1]), ([40, 0, 40, 40], [22, 0, 2, 2]),
            ([26, 26, 26, 26, 26, 26], [16, 2, 2, 2, 2, 2]),
            ([2, 2, 2, 2, 2, 40], [2, 2, 2, 2, 2, 16]),
        ] as [([Int], [Int])])
    func `shares its lines, the most urgent first, a few for all`(
        _ sizes: [Int], _ shares: [Int]
    ) {
        #expect(DaySheets.shares(sizes) == shares)
    }

    @Test func `never takes more lines than it has, whatever there is`() {
        var chance = DossierTestChance(seed: 11)
        for _ in 0..<500 {
            let sizes = (0..<chance.below(7)).map { _ in chance.below(60) }
            let shares = DaySheets.shares(sizes)
            #expect(shares.reduce(0, +) == min(sizes.reduce(0, +), DaySheets.lineMaximum))
            for (share, size) in zip(shares, sizes) {
                #expect(share <= size && share >= min(size, DaySheets.lineMinimum))
            }
        }
    }

    @Test func `tells the officer what is offered, due, waiting and late`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let item = try await office.item(code)
            #expect(
                try await office.codes(.today, of: "chi") == [code], "30 minutes at the counter")
            try await office.advance(code)
            if try await office.item(code).offer != nil {
                #expect(try await office.codes(.offered, of: "ha") == [code])
                try await office.advance(code)
            }
            #expect(item.holder == "chi")
            let step = try await office.item(code)
            #expect(step.holder == "ha")
            let due = try #require(step.due)
            #expect(due.day == DayNumber("2017-07-04"))
            #expect(try await office.codes(.tomorrow, of: "ha") == [code])
            try office.set("2017-07-04T07:30")
            #expect(try await office.codes(.today, of: "ha") == [code])
            try office.set("2017-07-05T09:00")
            #expect(try await office.codes(.late, of: "ha") == [code])
            #expect(try await office.codes(.late, of: "giang").isEmpty)
            try await office.perform(
                .askSupplement(code, step.id, reason: "Thiếu", papers: ["Giấy chứng sinh"]),
                by: "ha")
            #expect(try await office.codes(.late, of: "ha").isEmpty)
            #expect(try await office.codes(.waiting, of: "ha") == [code])
            #expect(try await office.codes(.waiting, of: "tam") == [code], "stands in for ha")
        }
    }

    @Test func `has the petitions that are due, without a word of the sender`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.petition()
            try await office.petitionAct(.assign("ke"), on: code, by: "anh")
            #expect(try await office.daySheet("ke").isEmpty)
            try office.set("2017-07-21T09:00")
            #expect(try await office.codes(.petitions, of: "ke") == [code])
            let page = try await office.open("/today", as: "ke")
            #expect(page.status == .ok && page.text.contains("href=\"/petitions/\(code)\""))
            #expect(!page.text.contains(PetitionSamples.sender.subject))
            let json = try await office.open("/today", as: "ke", wantsJSON: true).json()
            let sheet = try #require(json["sheet"] as? [String: Any])
            let parts = try #require(sheet["parts"] as? [[String: Any]])
            #expect(parts.map { $0["group"] as? String } == ["petitions"])
            #expect(sheet["tomorrow"] as? String == "2017-07-24")
        }
    }

    @Test func `is of who asks alone, and cut where the paper ends`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.open("/today", as: nil).location == "/sign-in")
            let empty = try await office.open("/today", as: "chi")
            #expect(empty.text.contains("không có việc đến hạn"))
            for _ in 0..<40 { try await office.receive() }
            let sheet = try await office.daySheet("chi")
            #expect(sheet.parts.map(\.lines.count) == [DaySheets.lineMaximum])
            #expect(sheet.parts[0].more == 40 - DaySheets.lineMaximum)
            let page = try await office.open("/today", as: "chi")
            #expect(page.text.contains("và 14 việc nữa"))
            #expect(page.text.contains("href=\"/work?list=mine\""))
            #expect(!page.text.contains("Hư Cấu"), "no name of a citizen lies about")
            #expect(try await office.open("/today", as: "ke").text.contains("không có việc"))
            let work = try await office.open("/work", as: "chi")
            #expect(work.text.contains("href=\"/today\""))
        }
    }
}

@Suite struct `The sheet by e-mail` {
    private func choose(
        _ office: DossierTestOffice, _ email: String, as person: PersonID, act: String = "on",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/today/mail", as: person, [("email", email), ("act", act)], wantsJSON: wantsJSON)
    }

    private func make(_ office: DossierTestOffice, at text: String) async throws -> Int {
        try office.set(text)
        return try await office.desk.makeDaySheets(at: office.sources.now)
    }

    @Test func `is made once each working morning, on whichever node, for who chose it`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let node = try office.node()
            #expect(try await choose(office, "chi@example.com", as: "chi").location == "/today")
            #expect(try await make(office, at: "2017-07-03T09:30") == 0, "today's is over")
            #expect(try await make(office, at: "2017-07-04T06:59") == 0)
            #expect(try await make(office, at: "2017-07-04T07:00") == 1)
            #expect(try await node.desk.makeDaySheets(at: office.sources.now) == 0)
            #expect(try await make(office, at: "2017-07-04T11:59") == 0)
            #expect(try await make(office, at: "2017-07-05T12:00") == 0, "noon is too late")
            #expect(try await make(office, at: "2017-07-08T08:00") == 0, "Saturday")
            #expect(try await make(node, at: "2017-07-10T08:00") == 1)
            #expect(
                try await office.outboxIDs() == [
                    "notice/daySheet/chi/2017-07-04", "notice/daySheet/chi/2017-07-10",
                ])
        }
    }

    @Test func `comes with the round, to several people, however many nodes make it`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let node = try office.node()
            for person: PersonID in ["chi", "ha", "ke"] {
                _ = try await choose(office, "\(person)@example.com", as: person)
            }
            try office.set("2017-07-04T07:05")
            let outcomes = try await rounds([office, node], at: office.sources.now)
            #expect(outcomes.map(\.daySheets).reduce(0, +) == 3)
            #expect(try await office.outboxIDs().count == 3)
        }
    }

    private func rounds(
        _ nodes: [DossierTestOffice], at instant: Instant
    ) async throws -> [Rounds.Outcome] {
        try await withThrowingTaskGroup(of: Rounds.Outcome.self) { group in
            for node in nodes {
                group.addTask { try await node.desk.makeRound(at: instant) }
            }
            var outcomes: [Rounds.Outcome] = []
            for try await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
    }

    @Test func `tells codes and dates, no citizen, and nothing where nothing is due`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for person: PersonID in ["chi", "ke"] {
                _ = try await choose(office, "\(person)@example.com", as: person)
            }
            #expect(try await make(office, at: "2017-07-04T07:00") == 2)
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 1 && delivered.ended == 1 && delivered.failures.isEmpty)
            let mail = try #require(box.mails.first)
            #expect(mail.subject == "Việc hôm nay, Thứ Ba 04/07/2017")
            for words in [code, "Quá hạn", "https://mot-cua.example/today", "tắt ở trang"] {
                #expect(mail.body.contains(words), "\(words)")
            }
            for words in ["Hư Cấu", "0912", "Minh Họa"] {
                #expect(!mail.body.contains(words), "\(words)")
            }
        }
    }

    @Test func `is turned off by each person, and then nothing leaves any more`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            _ = try await choose(office, "chi@example.com", as: "chi")
            let page = try await office.open("/today", as: "chi")
            #expect(page.text.contains("chi@example.com") && page.text.contains("Thôi gửi"))
            let other = try await office.open("/today", as: "ha")
            #expect(!other.text.contains("chi@example.com") && !other.text.contains("Thôi gửi"))
            #expect(try await make(office, at: "2017-07-04T07:00") == 1)
            _ = try await choose(office, "", as: "chi", act: "off")
            let box = NoticeTestBox()
            #expect(try await office.deliver(to: box).ended == 1)
            #expect(box.mails.isEmpty)
            #expect(try await make(office, at: "2017-07-05T07:00") == 0)
        }
    }

    @Test func `goes only where mail can go, and never without the token of the page`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for wrong in ["", "chi", "a@b", "a@b.vn\r\nBcc: c@d.vn"] {
                let page = try await choose(office, wrong, as: "chi")
                #expect(page.status == .unprocessableContent, "\(wrong)")
                #expect(page.text.contains("href=\"#email\""))
                let json = try await choose(office, wrong, as: "chi", wantsJSON: true)
                #expect(try json.code() == "daySheets.emailInvalid")
            }
            let forged = try await office.post(
                "/today/mail", as: "chi", [("email", "x@example.com")], withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await choose(office, "x@example.com", as: "chi").status == .seeOther)
            #expect(try await choose(office, "y@example.com", as: "chi").status == .seeOther)
            let kept = try await office.desk.read { try $0.daySheetAddress(of: "chi") }
            #expect(kept == "y@example.com")
            let before = try await office.sequence()
            #expect(try await make(office, at: "2017-07-04T07:00") == 1)
            #expect(try await office.sequence() == before, "the ledger is not touched")
        }
    }

    @Test func `stands on the page of the notices when it was given up`() async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            _ = try await office.receive()
            _ = try await choose(office, "chi@example.com", as: "chi")
            _ = try await make(office, at: "2017-07-04T07:00")
            _ = try await office.deliver(to: NoticeTestBox([.refused("recipient: 550")]))
            let page = try await office.open("/notices", as: "quan")
            #expect(page.text.contains("việc hôm nay"))
        }
    }
}
