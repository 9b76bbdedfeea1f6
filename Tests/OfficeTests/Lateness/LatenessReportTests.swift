// /lateness: what is added up for whom, the list, the file, and what is refused.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The report of lateness` {
    @Test func `adds up by cause and unit, and opens the dossiers`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receiveLate(), try await office.receiveLate()]
            office.sources.set(LatenessSamples.moment("6T11:00"))
            let open = try await office.receive()
            office.sources.set(LatenessSamples.moment("11T09:00"))
            let report = try await office.latenessReport(as: "anh")
            #expect(report.minutes == 360 && report.dossiers == 2)
            #expect(Set(report.rows.map(\.code)) == Set(codes))
            #expect(report.open.map(\.code) == [open] && report.open.first?.minutes == 60)
            let sums = report.sums.map {
                "\($0.cause.rawValue) \($0.unit?.rawValue ?? "-") \($0.minutes) \($0.dossiers) "
                    + "\($0.openMinutes) \($0.openDossiers)"
            }
            #expect(sums == ["held p.mc 0 0 60 1", "held p.tp 360 2 0 0"])
            #expect(report.sums.reduce(0) { $0 + $1.minutes } == report.minutes)
            let only = try await office.latenessReport({ $0.unit = "p.mc" }, as: "anh")
            #expect(only.rows.isEmpty && only.open.map(\.code) == [open])
            #expect(only.sums == report.sums, "the sums stay whole")
            let none = try await office.latenessReport({ $0.cause = .outage }, as: "anh")
            #expect(none.rows.isEmpty && none.open.isEmpty)
        }
    }

    @Test func `counts a dossier in the period in which it ended`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.receiveLate()
            func count(_ from: String, _ through: String) async throws -> Int {
                let span = DaySpan(ProcedureSamples.day(from), ProcedureSamples.day(through))
                return try await office.latenessReport({ $0.period = span }, as: "anh").dossiers
            }
            #expect(try await count("2017-07-06", "2017-07-06") == 1)
            #expect(try await count("2017-07-01", "2017-07-05") == 0)
            #expect(try await count("2017-07-07", "2017-12-31") == 0)
        }
    }

    @Test func `shows to each what they may find, and nothing of another ward`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            for person: PersonID in ["anh", "pho", "chi", "binh", "ha", "tam", "ke"] {
                let report = try await office.latenessReport(as: person)
                #expect(report.rows.map(\.code) == [code], "\(person)")
            }
            for person: PersonID in ["giang", "la"] {
                let report = try await office.latenessReport(as: person)
                #expect(report.rows.isEmpty && report.sums.isEmpty && report.minutes == 0)
            }
            await #expect(throws: Reports.Rejection.officeUnknown("p")) {
                try await office.latenessReport({ $0.office = "p" }, as: "giang")
            }
            await #expect(throws: Lateness.Rejection.unitUnknown("x")) {
                try await office.latenessReport({ $0.unit = "x" }, as: "anh")
            }
        }
    }

    @Test func `goes on from a key, each dossier once`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for number in 0..<53 {
                office.sources.set(LatenessSamples.moment("3T09:00"))
                let code = try await office.receive { $0.process = "CT-02" }
                office.sources.set(LatenessSamples.moment(number % 2 == 0 ? "4T09:00" : "5T09:00"))
                try await office.act(.close(.refused, reason: "vì"), on: code, by: "chi")
                codes.append(code)
            }
            let first = try await office.latenessReport(as: "anh")
            #expect(first.rows.count == 50)
            let key = try #require(first.next.flatMap { Lateness.Key($0) })
            let rest = try await office.latenessReport({ $0.after = key }, as: "anh")
            #expect(rest.rows.count == 3 && rest.next == nil)
            #expect(Set((first.rows + rest.rows).map(\.code)) == Set(codes))
            let ends = (first.rows + rest.rows).map { $0.endedAt?.day.number ?? 0 }
            #expect(ends == ends.sorted(by: >), "the latest first")
        }
    }

    @Test(arguments: ["", "x", "1", "/A", "x/A", "1/"])
    func `takes no key that names nothing`(_ text: String) {
        #expect(Lateness.Key(text) == nil)
    }

    @Test func `is a page in both languages, JSON and a file`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receiveLate()
            let page = try await office.open("/lateness", as: "anh")
            #expect(page.status == .ok)
            for words in [
                code, "Đơn vị giữ quá thời gian của bước", "Tư pháp phường A", "href=\"/outages\"",
                "/lateness?period=2017-Q3&amp;cause=held&amp;unit=p.tp",
                "href=\"/dossiers/\(code)#lateness\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let english = try await office.open("/lateness", as: "anh", language: "en")
            #expect(english.text.contains("Held beyond the time of the step"))
            let json = try await office.open("/lateness", as: "anh", wantsJSON: true).json()
            #expect(json["minutes"] as? Int == 180)
            #expect((json["sums"] as? [[String: Any]])?.first?["cause"] as? String == "held")
            let file = try await office.open("/lateness.csv?period=2017", as: "anh")
            #expect(file.header("content-type") == "text/csv; charset=utf-8")
            #expect(file.header("content-disposition").contains("tre-han-2017.csv"))
            let lines = file.text.dropFirst().split { $0 == "\r\n" }
            #expect(lines.count == 2)
            #expect(lines.last == "Đơn vị giữ quá thời gian của bước,Tư pháp phường A,180,1,0,0")
            let empty = try await office.open("/lateness?period=2016", as: "anh")
            #expect(empty.text.contains("Không có hồ sơ trễ hạn trong kỳ"))
            #expect(try await office.open("/reports", as: "anh").text.contains("\"/lateness\""))
        }
    }

    @Test func `stands on the page of the dossier, in words beside the bar`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.play(code, "3T09:20", "5T17:00", "6T09:00", "6T09:10", "6T10:00")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            for words in [
                "id=\"lateness\"", "1. Chờ nhận bàn giao", "2. Đơn vị giữ quá thời gian của bước",
                "90,83 %", "9,17 %", "lateness-t", "Đã trễ 2 giờ (120 phút làm việc)",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let json = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
                .json()
            let lateness = try #require(json["lateness"] as? [String: Any])
            #expect(lateness["total"] as? Int == 120)
            let early = try await office.receive { $0.process = "XN-03" }
            let calm = try await office.open("/dossiers/\(early)", as: "chi")
            #expect(!calm.text.contains("id=\"lateness\""))
        }
    }

    @Test(arguments: [
        ("cause=x", "lateness.causeUnknown"), ("unit=khong-co", "lateness.unitUnknown"),
        ("after=x", "lateness.keyUnknown"), ("period=x", "reports.periodUnknown"),
        ("office=r", "reports.officeUnknown"), ("office=%3Cb%3E", "reports.officeUnknown"),
        ("unit=%27%20OR%201%3D1", "lateness.unitUnknown"),
    ])
    func `refuses what it does not understand`(_ query: String, _ code: String) async throws {
        try await DossierTestOffice.run { office in
            let json = try await office.open("/lateness?\(query)", as: "anh", wantsJSON: true)
            #expect(json.status == .unprocessableContent || json.status == .notFound)
            #expect(try json.code() == code)
            let page = try await office.open("/lateness?\(query)", as: "anh")
            #expect(page.status == json.status && !page.text.contains("“<b>”"))
            #expect(try await office.open("/lateness?\(query)", as: nil).location == "/sign-in")
            #expect(try await office.open("/lateness.csv", as: nil).location == "/sign-in")
        }
    }

    @Test func `puts no formula into the file`() {
        let sums = [
            Lateness.Sum(cause: .held, unit: "a", unitName: "=1+1", minutes: 5, dossiers: 1)
        ]
        let text = Lateness.table(of: sums, heads: ["a", "b", "c", "d", "e", "f"]) { $0.rawValue }
        #expect(text == "\u{FEFF}a,b,c,d,e,f\r\nheld,'=1+1,5,1,0,0\r\n")
    }
}

@Suite struct `The rows of lateness` {
    @Test func `are written anew for dossiers of an earlier release`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receiveLate(), try await office.receiveLate()]
            let before = try await office.dumpOfReadTables()
            try await office.desk.store.write { transaction in
                for table in Lateness.tables { try transaction.execute("DELETE FROM \(table)") }
                for code in codes {
                    try transaction.execute(
                        "INSERT INTO latenessAwaited (dossier) VALUES (?)", [.text(code)])
                }
            }
            #expect(try await office.latenessReport(as: "anh").dossiers == 0)
            try await office.desk.prepare()
            #expect(try await office.dumpOfReadTables() == before)
            #expect(try await office.number("SELECT count(*) AS n FROM latenessAwaited") == 0)
            try await office.desk.prepare()
            #expect(try await office.dumpOfReadTables() == before, "once more changes nothing")
        }
    }
}
