// The words of the sheet, on paper and in the mail, and what programs get.

import Engine
import HTTPTypes
import Ledger
import Mail
import Testing
import WorkTime

@testable import Office

@Suite struct `The words of the sheet` {
    private func frame(_ language: Language = .vi) throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: language, viewer: nil,
            now: try #require(LocalMinute("2017-07-04T07:00")), isDemo: false, path: "",
            formToken: "", commandKey: "")
    }

    private func line(
        due: String? = "2017-07-04T17:30", isPetition: Bool = false, step: String = "Thẩm định"
    ) throws -> DaySheets.Line {
        let since = try #require(LocalMinute("2017-07-03T09:00"))
        let due = due.flatMap { LocalMinute($0) }
        return DaySheets.Line(
            code: isPetition ? "PA-PA-170703-0001" : "PA-170703-0001", isPetition: isPetition,
            title: isPetition ? "" : "Đăng ký khai sinh", step: isPetition ? "" : step, due: due,
            since: since,
            left: Work.TimeLeft(due: due, now: since, waits: false, calendar: .vietnam))
    }

    @Test func `tell code, procedure, step and the moment`() throws {
        let frame = try frame()
        #expect(
            frame.dayLine(try line(), in: .today)
                == "PA-170703-0001, Đăng ký khai sinh (Thẩm định): 17:30, 04/07/2017")
        #expect(
            frame.dayLine(try line(step: ""), in: .today)
                == "PA-170703-0001, Đăng ký khai sinh: 17:30, 04/07/2017")
        #expect(
            frame.dayLine(try line(isPetition: true), in: .petitions)
                == "PA-PA-170703-0001, Phản ánh: 17:30, 04/07/2017")
    }

    @Test func `tell since when where it waits, or has no date`() throws {
        let frame = try frame()
        #expect(frame.dayLineTime(try line(), in: .waiting) == "từ 09:00, 03/07/2017")
        #expect(frame.dayLineTime(try line(due: nil), in: .offered) == "từ 09:00, 03/07/2017")
        let english = try self.frame(.en)
        #expect(english.dayLineTime(try line(), in: .waiting) == "since 09:00, 03/07/2017")
    }

    @Test(arguments: DaySheets.Group.allCases)
    func `name each part in both languages`(_ group: DaySheets.Group) throws {
        let key = "today.group.\(group.rawValue)"
        let words = try Language.allCases.map { try frame($0).text(key) }
        #expect(Set(words).count == 2 && !words.contains { $0.contains("[") })
    }

    @Test func `put the parts in the order of their urgency, and leave empty ones out`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let (viewer, now) = (try await office.viewer("ha"), office.now)
            let some = try line()
            for groups in [
                DaySheets.Group.allCases, [.waiting, .late], [.tomorrow], [],
            ] {
                let found = Dictionary(uniqueKeysWithValues: groups.map { ($0, [some]) })
                let sheet = DaySheets.sheet(
                    for: viewer, at: now, tomorrow: now.day + 1, found, openEnded: [.waiting])
                #expect(
                    sheet.parts.map(\.group)
                        == DaySheets.Group.allCases.filter { groups.contains($0) })
                #expect(sheet.isEmpty == groups.isEmpty)
                for part in sheet.parts {
                    #expect(part.more == 0 && part.lines == [some])
                    #expect(part.isOpenEnded == (part.group == .waiting))
                }
            }
        }
    }

    @Test(
        arguments: [
            ("2017-07-03T07:00", true), ("2017-07-03T06:59", false), ("2017-07-03T11:59", true),
            ("2017-07-03T12:00", false), ("2017-07-03T23:00", false), ("2017-07-08T08:00", false),
            ("2017-07-09T08:00", false), ("2017-09-04T08:00", false), ("2018-12-31T08:00", false),
            ("2019-01-05T08:00", true),
        ] as [(String, Bool)])
    func `are mailed in the morning of working days alone`(_ text: String, _ isTime: Bool) throws {
        let moment = try #require(LocalMinute(text))
        #expect(DaySheets.isMailTime(moment, .vietnam) == isTime, "\(text)")
    }

    @Test func `are one message for a person and a day, whenever it is made`() throws {
        let first = DaySheets.message(
            to: "chi", at: try #require(LocalMinute("2017-07-03T07:00")), dueAt: 1)
        let again = DaySheets.message(
            to: "chi", at: try #require(LocalMinute("2017-07-03T09:00")), dueAt: 2)
        let next = DaySheets.message(
            to: "chi", at: try #require(LocalMinute("2017-07-04T07:00")), dueAt: 1)
        #expect(first.id == again.id && first.id != next.id)
        #expect(first.kind == "notice.daySheet" && first.kind.hasPrefix(Notices.family))
        #expect(!first.payload.fields.contains { "\($0.value)".contains("@") }, "no address")
    }
}

@Suite struct `The sheet for programs` {
    @Test func `gives the parts with their lines and what was left out`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<30 { try await office.receive() }
            let token = try await office.token(of: "chi", .read)
            let answer = try await office.call(.get, "/today", token)
            #expect(answer.status == .ok)
            let json = try answer.json()
            #expect(json["mail"] == nil && json["mailFrom"] as? Int == 420)
            let sheet = try #require(json["sheet"] as? [String: Any])
            #expect(sheet["name"] as? String == "Người chi")
            let parts = try #require(sheet["parts"] as? [[String: Any]])
            #expect(parts.count == 1 && parts[0]["group"] as? String == "today")
            #expect(parts[0]["more"] as? Int == 4)
            let lines = try #require(parts[0]["lines"] as? [[String: Any]])
            #expect(lines.count == DaySheets.lineMaximum)
            #expect(lines[0]["code"] as? String == "PA-170703-0001")
            #expect(lines[0]["isPetition"] as? Bool == false)
            #expect(!answer.text.contains("Hư Cấu"))
        }
    }

    @Test func `and pages in both languages are sound`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            for person: PersonID in ["chi", "ha", "tam", "anh"] {
                for language in ["vi", "en"] {
                    let page = try await office.open("/today", as: person, language: language)
                    page.expectSound("\(person) \(language)")
                    #expect(page.status == .ok)
                }
            }
            let english = try await office.open("/today", as: "ke", language: "en")
            #expect(english.text.contains("Nothing is due today or tomorrow"))
        }
    }

    @Test func `is gone with the position of a person, and its mail too`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receive()
            try await office.desk.choose("chi@example.com", for: "chi", at: office.now)
            try await office.desk.choose("la-mat@example.com", for: "la-mat", at: office.now)
            try office.set("2017-07-04T07:30")
            #expect(try await office.desk.makeDaySheets(at: office.sources.now) == 2)
            let box = NoticeTestBox()
            let delivered = try await office.deliver(to: box)
            #expect(delivered.sent == 1 && delivered.ended == 1)
            #expect(box.mails.allSatisfy { $0.recipient.text == "chi@example.com" })
        }
    }

    @Test func `of many people is made in portions, each once`() async throws {
        try await DossierTestOffice.run { office in
            let count = DaySheets.batchSize * 2 + 3
            for number in 0..<count {
                try await office.desk.choose(
                    "n\(number)@example.com", for: PersonID("n\(number)"), at: office.now)
            }
            let node = try office.node()
            try office.set("2017-07-04T07:30")
            let made = try await madeByAll([office, node], at: office.sources.now)
            #expect(made == count)
            let ids = try await office.outboxIDs()
            #expect(Set(ids).count == count && ids.count == count)
        }
    }

    private func madeByAll(
        _ nodes: [DossierTestOffice], at instant: Instant
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for node in nodes {
                group.addTask { try await node.desk.makeDaySheets(at: instant) }
            }
            var made = 0
            for try await count in group { made += count }
            return made
        }
    }
}
