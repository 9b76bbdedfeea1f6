// The pages of the work lists: groups by time, tabs, who holds it, and what programs get.

import Engine
import HTML
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of work` {
    private func page(
        _ list: Work.List, _ language: Language = .vi
    ) throws -> String {
        WorkView(list: list, frame: try WorkTestRows.frame(language)).html.string
    }

    /// The words in the order in which they stand.
    private func expectOrder(_ words: [String], in text: String) {
        var rest = text[...]
        for word in words {
            let found = rest.firstRange(of: word)
            #expect(found != nil, "\(word) is missing or in the wrong place")
            if let found { rest = rest[found.upperBound...] }
        }
    }

    @Test func `rows stand in groups by the time left, each heading once`() throws {
        let rows = [
            WorkTestRows.row("D1", due: "2017-06-30T10:00"),
            WorkTestRows.row("D2", due: "2017-07-03T08:30"),
            WorkTestRows.row("D3", due: "2017-07-03T17:30"),
            WorkTestRows.row("D4", due: "2017-07-04T17:30"),
            WorkTestRows.row("D5", due: "2017-07-09T17:30"),
            WorkTestRows.row("D6", due: "2017-07-10T08:00"),
            WorkTestRows.row("D7", due: "2017-12-01T08:00"),
            WorkTestRows.row("D8", due: nil),
        ]
        let offered = [WorkTestRows.row("D0", due: "2017-06-30T10:00", list: .offered)]
        let texts = try Site.Texts.bundled()
        for language in [Language.vi, .en] {
            let text = try page(
                try WorkTestRows.list(.mine, offered: offered, rows: rows), language)
            func group(_ name: String) -> String {
                ">\(texts.text("work.group.\(name)", language))<"
            }
            expectOrder(
                [
                    group("offered"), "Việc D0", group("late"), "Việc D1", "Việc D2",
                    group("today"), "Việc D3", group("week"), "Việc D4", "Việc D5",
                    group("later"), "Việc D6", "Việc D7", group("undated"), "Việc D8",
                ], in: text)
            for name in ["late", "today", "week", "later"] {
                #expect(text.ranges(of: group(name)).count == 1, "\(name)")
            }
            #expect(!text.contains(group("waiting")))
        }
    }

    @Test func `on a Sunday the next day belongs to after this week`() throws {
        let sunday = try #require(LocalMinute("2017-07-09T10:00"))
        let rows = [
            WorkTestRows.row("D1", due: "2017-07-09T17:30", at: sunday),
            WorkTestRows.row("D2", due: "2017-07-10T08:00", at: sunday),
        ]
        let text = try page(try WorkTestRows.list(.mine, at: sunday, rows: rows))
        expectOrder([">Hôm nay<", "Việc D1", ">Sau tuần này<", "Việc D2"], in: text)
        #expect(!text.contains(">Trong tuần này<"))
    }

    @Test func `time left is said in words with the date beside it`() throws {
        for (due, list, words) in [
            (
                "2017-06-30T10:00", Dossiers.WorkList.open,
                ["Quá 7 giờ", "hạn 10:00, Thứ Sáu 30/06/2017"]
            ),
            ("2017-07-03T17:30", .open, ["Còn 7 giờ", "hạn 17:30"]),
            ("2017-07-03T09:20", .open, ["Còn 20 phút"]),
            ("2017-07-05T17:30", .open, ["Còn 2 ngày 7 giờ"]),
            ("2017-07-05T17:30", .offered, ["Chờ tôi nhận", "hạn 17:30"]),
            ("2017-07-05T17:30", .waiting, ["Chờ người dân"]),
            (nil, .open, ["Không có hạn riêng"]),
        ] as [(String?, Dossiers.WorkList, [String])] {
            let row = WorkTestRows.row("D1", due: due, list: list)
            let text = try page(
                try WorkTestRows.list(
                    .mine, offered: list == .offered ? [row] : [],
                    rows: list == .offered ? [] : [row]))
            for word in words { #expect(text.contains(word), "\(due ?? "-") \(word)") }
            // Citizens' time has no date that anybody could miss.
            if list == .waiting { #expect(!text.contains("hạn 17:30")) }
        }
    }

    @Test func `late without a working minute since is just late`() throws {
        let morning = try #require(LocalMinute("2017-07-04T07:00"))
        let row = WorkTestRows.row("D1", due: "2017-07-03T17:30", at: morning)
        #expect(row.left.state == .late && row.left.minutes == 0)
        let text = try page(try WorkTestRows.list(.mine, at: morning, rows: [row]))
        #expect(text.contains("Vừa quá hạn") && !text.contains("Quá 0 phút"))
    }

    @Test func `the holder is me, or named with what that means`() throws {
        let table: [(Work.Row, String)] = [
            (WorkTestRows.row("D1", due: nil), try Site.Texts.bundled().text("word.me", .vi)),
            (WorkTestRows.row("D1", due: nil, isMine: false), "Tổ một"),
            (
                WorkTestRows.row("D1", due: nil, isMine: false, needsTaking: true),
                "chưa ai nhận, trưởng đơn vị giữ"
            ),
            (
                WorkTestRows.row("D1", due: nil, list: .offered, isMine: false),
                "vẫn giữ đến khi tôi nhận"
            ),
        ]
        for (row, words) in table {
            let text = try page(
                try WorkTestRows.list(
                    .unit, offered: row.list == .offered ? [row] : [],
                    rows: row.list == .offered ? [] : [row]))
            #expect(text.contains(words), "\(words)")
            #expect(text.contains("Chị Hư Cấu") != row.holderIsViewer)
        }
    }

    @Test(arguments: Work.Tab.allCases)
    func `an empty list says what would stand there`(_ tab: Work.Tab) throws {
        let texts = try Site.Texts.bundled()
        for language in [Language.vi, .en] {
            let text = try page(try WorkTestRows.list(tab), language)
            #expect(text.contains(texts.text("work.empty.\(tab.rawValue)", language)))
            #expect(!text.contains("<table"))
            for other in Work.Tab.allCases {
                #expect(text.contains("href=\"/work?list=\(other.rawValue)\""))
            }
            #expect(text.ranges(of: "aria-current=\"page\"").count == 1)
        }
    }

    @Test func `only the own list offers the most urgent to open`() throws {
        let rows = [
            WorkTestRows.row("D1", due: "2017-07-03T17:30"), WorkTestRows.row("D2", due: nil),
        ]
        for tab in Work.Tab.allCases where tab != .done {
            let text = try page(try WorkTestRows.list(tab, rows: rows))
            #expect(text.contains("Mở việc gấp nhất") == (tab == .mine), "\(tab)")
        }
    }

    @Test func `the next page keeps the list and carries its key whole`() throws {
        let key = WorkKey.text(24_981_090, "PA-170703-0001", 3)
        let text = try page(
            try WorkTestRows.list(.unit, rows: [WorkTestRows.row("D1", due: nil)], next: key))
        let start = try #require(text.firstRange(of: "after=")).upperBound
        let written = text[start...].prefix { $0 != "\"" }
        #expect(written.removingPercent == key)
        #expect(text.contains("href=\"/work?list=unit&amp;after="))
        #expect(!(try page(try WorkTestRows.list(.unit))).contains("after="))
    }

    @Test func `words of a dossier stay text`() throws {
        let evil = "<img src=x onerror=alert(1)>\"'"
        let row = WorkTestRows.row(evil, due: nil, words: evil)
        let done = Work.DoneRow(
            dossier: evil, title: evil, applicant: evil, step: evil, endedAt: WorkTestRows.now,
            result: .late, key: "k")
        for list in [
            try WorkTestRows.list(.mine, offered: [row], rows: [row]),
            try WorkTestRows.list(.done, done: [done]),
        ] {
            let text = try page(list)
            #expect(!text.contains("<img") && text.contains("&lt;img src=x"))
        }
    }

    @Test func `what is done says when and how it stood against its time`() throws {
        for (result, key) in [
            (StepResult.early, "result.early"), (.onTime, "result.onTime"), (.late, "result.late"),
        ] {
            let done = Work.DoneRow(
                dossier: "D1", title: "Việc", applicant: "Ai", step: "Ký",
                endedAt: WorkTestRows.now,
                result: result, key: "k")
            let text = try page(try WorkTestRows.list(.done, done: [done]))
            #expect(text.contains("09:00, 03/07/2017"))
            #expect(text.contains(try Site.Texts.bundled().text(key, .vi)), "\(key)")
        }
    }

    // MARK: Asked for

    @Test func `programs get the same rows as people see`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for (person, tab, count) in [
                ("chi", "mine", 1), ("binh", "mine", 1), ("chi", "unit", 1), ("ha", "mine", 0),
                ("chi", "done", 0), ("anh", "unit", 0),
            ] {
                let path = "/work?list=\(tab)"
                let json = try await office.open(path, as: PersonID(person), wantsJSON: true).json()
                let rows = json["rows"] as? [[String: Any]] ?? []
                #expect(rows.count == count, "\(person) \(tab)")
                #expect(json["tab"] as? String == tab)
                #expect(json["now"] as? String == "2017-07-03T09:00")
                let page = try await office.open(path, as: PersonID(person))
                #expect(page.text.contains("href=\"/dossiers/\(code)\"") == (count == 1))
            }
            let rows = try await office.open("/work", as: "chi", wantsJSON: true).json()["rows"]
            let row = try #require((rows as? [[String: Any]])?.first)
            #expect(
                row["dossier"] as? String == code && row["due"] as? String == "2017-07-03T09:30")
            let left = row["left"] as? [String: Any]
            #expect(left?["state"] as? String == "today" && left?["minutes"] as? Int == 30)
            #expect(row["key"] is String)
        }
    }

    @Test(arguments: ["", "x", "MINE", "mine%00", "offered", "1", "%3Cb%3E"])
    func `a list that is none is the own list`(_ tab: String) async throws {
        try await DossierTestOffice.run { office in
            let json = try await office.open("/work?list=\(tab)", as: "chi", wantsJSON: true)
            #expect(try json.json()["tab"] as? String == "mine")
        }
    }

    @Test func `a key of another person opens nothing of that person's list`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<3 { try await office.receive() }
            let key = WorkKey.text(0, "", 0)
            for tab in Work.Tab.allCases {
                for person: PersonID in ["ha", "la", "giang"] {
                    let json = try await office.open(
                        "/work?list=\(tab.rawValue)&after=\(key)", as: person, wantsJSON: true)
                    #expect(json.status == .ok)
                    #expect(!json.text.contains("PA-170703"), "\(person) \(tab)")
                }
            }
        }
    }
}

extension Substring {
    /// Without percent signs, as a server reads it.
    fileprivate var removingPercent: String? {
        var form = "x="
        form += self
        return (try? Site.Form(urlEncoded: Array(form.utf8)))?["x"]
    }
}
