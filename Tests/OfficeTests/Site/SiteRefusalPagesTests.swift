// Refused, not found, broken: what people and programs are told, in their language.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of refusals` {
    /// An address, who asks, the status, and the sentence.
    static let refusals: [(String, PersonID, Int, any Refusal)] = [
        ("/organisation/xa", "chi", 404, DeskRefusal.unknown("xa")),
        ("/people/la-mat", "chi", 404, DeskRefusal.unknown("la-mat")),
        ("/khong/co", "chi", 404, DeskRefusal.unknown("/khong/co")),
        ("/counter", "ha", 422, Dossiers.Rejection.mayNotReceive),
        ("/counter/XX", "chi", 422, Dossiers.Rejection.processUnknown("XX")),
        ("/dossiers/XX", "chi", 404, Dossiers.Rejection.unknown("XX")),
        ("/clock?year=0", "chi", 422, Site.HouseRejection.yearUnknown("0")),
        ("/organisation?on=x", "chi", 422, People.PageRejection.dayInvalid("x")),
        ("/work?after=x", "chi", 404, DeskRefusal.unknown("x")),
    ]

    @Test func `say their sentence in the reader's language, under the reader's own menu`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for (path, person, status, refusal) in Self.refusals {
                let own = try await office.open(path, as: person)
                let english = try await office.open(path, as: person, language: "en")
                #expect(own.status.code == status && english.status.code == status, "\(path)")
                #expect(own.text.contains("lang=\"vi\"") && english.text.contains("lang=\"en\""))
                #expect(own.text.contains(refusal.sentence.vi), "\(path)")
                #expect(english.text.contains(refusal.sentence.en), "\(path)")
                #expect(!english.text.contains(refusal.sentence.vi), "\(path)")
                for page in [own, english] {
                    #expect(page.text.contains("Người \(person)"), "\(path)")
                    #expect(page.text.contains("href=\"/account\""), "\(path)")
                    #expect(page.text.contains("role=\"alert\""))
                    #expect(!page.text.contains("href=\"/sign-in\""), "\(path)")
                }
            }
        }
    }

    @Test func `have the same status and both sentences for programs`() async throws {
        try await DossierTestOffice.run { office in
            for (path, person, status, refusal) in Self.refusals where path != "/khong/co" {
                let json = try await office.open(path, as: person, wantsJSON: true)
                #expect(json.status.code == status, "\(path)")
                #expect(json.header("Content-Type") == "application/json; charset=utf-8")
                #expect(try json.code() == refusal.code)
                #expect(try json.json()["vi"] as? String == refusal.sentence.vi)
                #expect(try json.json()["en"] as? String == refusal.sentence.en)
            }
            let unknown = try await office.open("/khong/co", as: "chi", wantsJSON: true)
            #expect(unknown.status == .notFound && !unknown.text.contains("<html"))
        }
    }

    @Test func `lead strangers to sign in and nowhere else`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/khong/co", as: nil)
            #expect(page.status == .notFound)
            #expect(page.text.contains("href=\"/sign-in\""))
            #expect(!page.text.contains("href=\"/work\"") && !page.text.contains("/account"))
        }
    }

    @Test func `keep what was asked for as text`() async throws {
        try await DossierTestOffice.run { office in
            let evil = DossierTestOffice.encoded("<script>alert(1)</script>")
            for path in [
                "/people/\(evil)", "/organisation/\(evil)", "/\(evil)", "/work?after=\(evil)",
            ] {
                let page = try await office.open(path, as: "chi")
                #expect(page.status == .notFound, "\(path)")
                #expect(!page.text.contains("<script>alert"), "\(path)")
            }
        }
    }

    // MARK: What nobody expected

    private func withBrokenStore(
        _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.store.write { try $0.execute("DROP TABLE workItem") }
            try await body(office)
        }
    }

    @Test func `an incident has a number, a page in the reader's language, and tells no secrets`()
        async throws
    {
        try await withBrokenStore { office in
            let texts = try Site.Texts.bundled()
            for language in [Language.vi, .en] {
                let page = try await office.open("/work", as: "chi", language: language.rawValue)
                #expect(page.status == .internalServerError)
                #expect(page.text.contains("lang=\"\(language.rawValue)\""))
                let sentence = texts.text("site.incident", language, ["#"])
                let parts = sentence.split(separator: "#")
                let start = try #require(page.text.firstRange(of: parts[0])).upperBound
                let number = page.text[start...].prefix(8)
                #expect(number.count == 8 && number.allSatisfy(\.isHexDigit))
                for secret in ["workItem", "SELECT", "SQL", "no such table", ".swift", "phien-"] {
                    #expect(!page.text.contains(secret), "\(secret)")
                }
                #expect(page.header("Content-Security-Policy").contains("default-src 'none'"))
                #expect(page.text.contains("Người chi"))
            }
        }
    }

    @Test func `an incident is told to programs in JSON`() async throws {
        try await withBrokenStore { office in
            let answer = try await office.open("/work", as: "chi", wantsJSON: true)
            #expect(answer.status == .internalServerError)
            #expect(answer.header("Content-Type").hasPrefix("application/json"))
            #expect(try answer.code() == "site.incident")
            let number = try #require(try answer.json()["number"] as? String)
            #expect(number.count == 8)
            for language in ["vi", "en"] {
                #expect(try (answer.json()[language] as? String)?.contains(number) == true)
            }
            #expect(!answer.text.contains("workItem"))
        }
    }

    @Test func `each incident has a number of its own`() async throws {
        try await withBrokenStore { office in
            var numbers: Set<String> = []
            for _ in 0..<4 {
                let answer = try await office.open("/work", as: "chi", wantsJSON: true).json()
                numbers.insert(try #require(answer["number"] as? String))
            }
            #expect(numbers.count == 4)
        }
    }

    @Test func `when the viewer cannot be found out that is an incident too`() async throws {
        try await DossierTestOffice.run { office in
            let session = try await office.signIn("chi")
            _ = try await office.desk.store.write { try $0.execute("DROP TABLE session") }
            let answer = try await office.send(
                .get, "/work", [.cookie: "roviec_session=\(session)"])
            #expect(answer.status == .internalServerError)
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(!answer.text.contains("session (") && !answer.text.contains(session))
            // Who has no session needs no table.
            #expect(try await office.send(.get, "/sign-in").status == .ok)
            #expect(try await office.send(.get, "/health").text == "ok\n")
        }
    }

    @Test func `a write that breaks halfway leaves nothing`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            _ = try await office.desk.store.write { try $0.execute("DROP TABLE dossierCount") }
            let answer = try await office.post(
                "/counter/KS-01", as: "chi",
                [("name", "Ai đó"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1")],
                wantsJSON: true)
            #expect(answer.status == .internalServerError)
            #expect(try await office.sequence() == before)
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
            #expect(try await office.number("SELECT count(*) AS n FROM dossierNumber") == 0)
        }
    }
}
