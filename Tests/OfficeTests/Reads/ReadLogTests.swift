// Who looked at personal data: noted before the page leaves, seen by those who answer for it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `The log of looks` {
    private func rows(_ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows(
                "SELECT person, paper, times FROM personalRead ORDER BY person, paper"
            ).map {
                "\(try $0.text("person")) \(try $0.text("paper")) \(try $0.int("times"))"
            }
        }
    }

    @Test func `has a line for each person and paper, on the page and as JSON alike`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for path in ["", "/receipt", "/slip"] {
                let answer = try await office.open("/dossiers/\(code)\(path)", as: "chi")
                #expect(answer.status == .ok)
            }
            _ = try await office.open("/dossiers/\(code)", as: "binh", wantsJSON: true)
            #expect(
                try await rows(office) == [
                    "binh page 1", "chi page 1", "chi receipt 1", "chi slip 1",
                ])
        }
    }

    @Test(arguments: [(0, 1), (9, 1), (10, 2), (24 * 60, 1)])
    func `counts looks within ten minutes once, and another day anew`(
        _ minutes: Int, _ times: Int
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.open("/dossiers/\(code)", as: "chi")
            office.sources.set(office.now + minutes)
            _ = try await office.open("/dossiers/\(code)", as: "chi")
            let days = minutes >= 24 * 60 ? 2 : 1
            #expect(
                try await rows(office)
                    == Array(repeating: "chi page \(times)", count: days))
        }
    }

    @Test func `has no line of somebody who was refused`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(try await office.open("/dossiers/\(code)", as: "la").status == .notFound)
            #expect(try await office.open("/dossiers/\(code)", as: nil).status == .seeOther)
            #expect(try await rows(office).isEmpty)
        }
    }

    @Test(
        arguments: [
            ("anh", true), ("binh", true), ("chi", false), ("ha", false), ("giang", false),
            ("la", false),
        ] as [(PersonID, Bool)])
    func `is seen by heads and leaders of the units it was in`(
        _ person: PersonID, _ sees: Bool
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            _ = try await office.open("/dossiers/\(code)", as: "binh")
            let page = try await office.open("/dossiers/\(code)/reads", as: person)
            #expect(page.status == (sees ? .ok : .notFound))
            #expect(page.text.contains("Người binh") == sees)
            let json = try await office.open(
                "/dossiers/\(code)/reads", as: person, wantsJSON: true)
            #expect(json.text.contains("\"times\":1") == sees)
            let dossier = try await office.open("/dossiers/\(code)", as: person)
            #expect(dossier.text.contains("/dossiers/\(code)/reads") == sees)
        }
    }

    @Test func `says so when nobody has looked, in both languages`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/reads"
            let page = try await office.open(path, as: "anh")
            #expect(page.text.contains("Chưa ai mở thông tin cá nhân"))
            let english = try await office.open(path, as: "anh", language: "en")
            #expect(english.text.contains("Nobody has opened the personal data"))
        }
    }
}
