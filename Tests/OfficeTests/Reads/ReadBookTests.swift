// The book of looks: across dossiers, filings and petitions, by reader, day and unit, for those who
// answer for the readers and nobody else.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    func readBook(
        as person: PersonID, _ change: (inout Reads.Query) -> Void = { _ in }
    ) async throws -> Reads.Book {
        var query = Reads.Query(span: DaySpan(now.day + -29, now.day))
        change(&query)
        let (viewer, asked) = (try await viewer(person), query)
        return try await desk.read { try $0.readBook(asked, for: viewer) }
    }

    func look(
        at subject: String, by person: PersonID, _ paper: Reads.Paper = .page
    ) async throws {
        try await desk.note(.init(subject: subject, person: person, paper: paper), at: now)
    }
}

@Suite struct `The book of looks` {
    @Test func `counts subjects of a reader on a day, each once`() async throws {
        try await DossierTestOffice.run { office in
            let codes = [try await office.receive(), try await office.receive()]
            for code in codes {
                try await office.look(at: code, by: "chi")
                try await office.look(at: code, by: "chi", .receipt)
            }
            office.sources.set(office.now + 60)
            try await office.look(at: codes[0], by: "chi")
            let book = try await office.readBook(as: "anh")
            let day = try #require(book.days.first)
            #expect(book.days.count == 1)
            #expect(day.name == "Người chi" && day.unitName == "Một cửa phường A")
            #expect(day.subjects == 2 && day.outside == 0 && !day.isUnusual)
            #expect(book.units.map(\.subjects) == [2] && book.units.map(\.readers) == [1])
        }
    }

    @Test func `own work is that of the focal point, of holders past and present`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.finish(code)
            for person in ["chi", "ha", "anh", "ke"] as [PersonID] {
                try await office.look(at: code, by: person)
            }
            let outside = try await office.readBook(as: "anh").days.filter { $0.outside > 0 }
            #expect(outside.map(\.person) == ["ke"], "who never had it reads outside the work")
        }
    }

    @Test func `who stands in for somebody reads that one's work as own`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.look(at: code, by: "binh")
            #expect(try await office.readBook(as: "anh").days.first?.outside == 0)
        }
    }

    @Test func `filings and petitions stand there too`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let filing = try await office.file()
            let opened = try await office.open("/filings/\(filing)", as: "chi")
            #expect(opened.status == .ok)
            let petition = try await office.petition()
            _ = try await office.open("/petitions/\(petition)", as: "anh")
            let page = try await office.open("/reads/chi/2017-07-03", as: "anh")
            #expect(page.text.contains("/filings/\(filing)"))
            #expect(page.text.contains("hồ sơ nộp trực tuyến"))
            let other = try await office.open(
                "/reads/anh/2017-07-03", as: "anh", wantsJSON: true)
            #expect(other.text.contains("\"kind\":\"petition\""))
            #expect(other.text.contains("\"isOutside\":false"))
        }
    }

    @Test func `many outside the own work are unusual, and can be shown alone`() async throws {
        try await DossierTestOffice.run { office in
            var codes: [String] = []
            for _ in 0..<Reads.unusualSubjects { codes.append(try await office.receive()) }
            for code in codes.dropLast() { try await office.look(at: code, by: "ke") }
            try await office.look(at: codes[0], by: "chi")
            #expect(try await office.readBook(as: "anh") { $0.onlyUnusual = true }.days.isEmpty)
            try await office.look(at: try #require(codes.last), by: "ke")
            let unusual = try await office.readBook(as: "anh") { $0.onlyUnusual = true }
            #expect(unusual.days.map(\.person) == ["ke"])
            #expect(unusual.days.first?.isUnusual == true)
            let page = try await office.open("/reads?unusual=1", as: "anh")
            #expect(page.text.contains("20: bất thường"))
            #expect(!page.text.contains("Người chi"))
        }
    }

    @Test func `pages go on from a key and lose nobody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            var seen: [String] = []
            for _ in 0..<26 {
                for person in ["chi", "binh", "tam"] as [PersonID] {
                    try await office.look(at: code, by: person)
                }
                office.sources.set(office.now + 24 * 60)
            }
            var after = ""
            repeat {
                let from = after
                let book = try await office.readBook(as: "anh") { $0.after = from }
                seen += book.days.map { "\($0.day.text) \($0.person)" }
                after = book.next ?? ""
            } while !after.isEmpty && seen.count < 500
            #expect(seen.count == 26 * 3 && Set(seen).count == seen.count)
            #expect(seen.first?.hasSuffix("binh") == true)
        }
    }

    @Test(
        arguments: [
            ("anh", ["chi", "ha"]), ("binh", ["chi"]), ("tam", ["ha"]), ("giang", []),
        ] as [(PersonID, [PersonID])])
    func `shows readers of the viewer's units alone`(
        _ person: PersonID, _ readers: [PersonID]
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for reader in ["chi", "ha"] as [PersonID] {
                try await office.look(at: code, by: reader)
            }
            #expect(try await office.readBook(as: person).days.map(\.person) == readers)
            for reader in ["chi", "ha"] as [PersonID] {
                let day = try await office.open(
                    "/reads/\(reader)/2017-07-03", as: person, wantsJSON: true)
                #expect(day.text.contains(code) == readers.contains(reader))
            }
        }
    }

    @Test(arguments: ["chi", "ha"] as [PersonID])
    func `is not there for who answers for nobody`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.open("/reads", as: person).status == .notFound)
            let day = try await office.open("/reads/chi/2017-07-03", as: person)
            #expect(day.status == .notFound)
            #expect(try await office.open("/reads", as: nil).location == "/sign-in")
            let reports = try await office.open("/reports", as: person)
            #expect(!reports.text.contains("href=\"/reads\""))
        }
    }

    @Test func `a unit of another office is not there`() async throws {
        try await DossierTestOffice.run { office in
            await #expect(throws: Reads.Rejection.unitUnknown("r.mc")) {
                try await office.readBook(as: "anh") { $0.unit = "r.mc" }
            }
        }
    }

    @Test(arguments: [
        ("/reads?after=x", 200), ("/reads?after=1/2/3/4", 200), ("/reads?after=9999999/'/'", 200),
        ("/reads?from=hom-nay", 422), ("/reads?unit='%20OR%201=1", 404),
        ("/reads?person=%27%3B--", 200), ("/reads/chi/2017-13-40", 422),
        ("/reads/%27/2017-07-03?after=%00/x", 200),
        ("/reads?from=2017-07-09&through=2017-07-01", 200),
    ])
    func `hostile addresses find nothing`(_ path: String, _ status: Int) async throws {
        try await DossierTestOffice.run { office in
            try await office.look(at: try await office.receive(), by: "chi")
            let page = try await office.open(path, as: "anh")
            #expect(page.status.code == status, "\(path)")
        }
    }

    @Test func `one page and one JSON value, in two languages`() async throws {
        try await DossierTestOffice.run { office in
            try await office.look(at: try await office.receive(), by: "chi")
            let page = try await office.open("/reads", as: "anh")
            for words in ["Nhật ký xem dữ liệu cá nhân", "Một cửa phường A", "Người chi"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("[readBook"))
            let english = try await office.open("/reads", as: "anh", language: "en")
            #expect(english.text.contains("Looks at personal data"))
            let json = try await office.open("/reads", as: "anh", wantsJSON: true).json()
            #expect(json["unusualFrom"] as? Int == Reads.unusualSubjects)
            #expect((json["days"] as? [Any])?.count == 1)
        }
    }
}
