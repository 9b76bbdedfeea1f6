// Tokens of all people: for who administers, and there taken away.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Tokens of all people` {
    private func book(
        _ office: DossierTestOffice, onlyLive: Bool = true, as person: PersonID = "quantri",
        after: String = ""
    ) async throws -> Tokens.Book {
        let (viewer, now) = (try await office.viewer(person), office.sources.now)
        return try await office.desk.read {
            try $0.tokenBook(onlyLive: onlyLive, for: viewer, after: after, at: now)
        }
    }

    @Test func `say whose they are, and for what`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            _ = try await office.issue("chi", [.read, .work], name: "Máy in nhãn")
            let page = try await office.open("/tokens", as: "quantri")
            for words in ["Máy in nhãn", "Người chi", "/people/chi", "Mã truy cập của mọi người"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("[token") && !page.text.contains("rv_"))
            let json = try await office.open("/tokens", as: "quantri", wantsJSON: true)
            #expect(json.text.contains("\"owner\":\"Người chi\""))
            let english = try await office.open("/tokens", as: "quantri", language: "en")
            #expect(english.text.contains("Tokens of all people"))
        }
    }

    @Test func `are taken away there, at once`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let issued = try await office.issue("chi", [.read])
            let token = try #require(issued.text)
            #expect(try await office.call(.get, "/work", token).status == .ok)
            let path = "/tokens/\(issued.grant.id)/revocation"
            let sent = try await office.post(path, as: "quantri", [])
            #expect(sent.location == "/tokens")
            #expect(try await office.call(.get, "/work", token).status == .unauthorized)
            #expect(try await book(office).rows.isEmpty)
            let all = try await book(office, onlyLive: false)
            #expect(all.rows.map(\.token.standing) == [.revoked])
        }
    }

    @Test func `that have ended stand under all`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            _ = try await office.issue("chi", [.read], days: 1, name: "ngắn")
            _ = try await office.issue("chi", [.read], days: 90, name: "dài")
            office.sources.set(office.now + 3 * 24 * 60)
            #expect(try await book(office).rows.map(\.token.name) == ["dài"])
            #expect(try await book(office, onlyLive: false).rows.count == 2)
        }
    }

    @Test func `go on from a key and lose none`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            for person in ["chi", "binh", "ha", "tam"] as [PersonID] {
                for number in 0..<15 {
                    office.sources.set(office.now + 1)
                    _ = try await office.issue(person, [.read], name: "máy \(number)")
                }
            }
            var (ids, after) = ([String](), "")
            repeat {
                let page = try await book(office, after: after)
                ids += page.rows.map(\.token.id)
                after = page.next ?? ""
            } while !after.isEmpty && ids.count < 500
            #expect(ids.count == 60 && Set(ids).count == 60)
        }
    }

    @Test(arguments: ["chi", "binh", "anh", "giang"] as [PersonID])
    func `are not there for anybody else`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let issued = try await office.issue("ha", [.read])
            #expect(try await office.open("/tokens", as: person).status == .notFound)
            let path = "/tokens/\(issued.grant.id)/revocation"
            #expect(try await office.post(path, as: person, []).status == .notFound)
            #expect(try await office.tokens().map(\.standing) == [.live])
            let account = try await office.open("/account", as: person)
            #expect(!account.text.contains("href=\"/tokens\""))
        }
    }

    @Test func `need the form's own token, and a session`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            let issued = try await office.issue("ha", [.read])
            let path = "/tokens/\(issued.grant.id)/revocation"
            let forged = try await office.post(path, as: "quantri", [], withToken: false)
            #expect(forged.status == .unprocessableContent)
            #expect(try await office.post(path, as: nil, []).location == "/sign-in")
            #expect(try await office.open("/tokens", as: nil).location == "/sign-in")
            #expect(try await office.tokens().map(\.standing) == [.live])
        }
    }

    @Test(arguments: ["/tokens?after=x", "/tokens?after=1/'", "/tokens?list=%27%3B--"])
    func `hostile addresses find nothing`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            #expect(try await office.open(path, as: "quantri").status == .ok)
            let unknown = try await office.post("/tokens/%27/revocation", as: "quantri", [])
            #expect(unknown.status == .notFound)
        }
    }
}
