// Signing in and out, as a browser does it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Signing in` {
    private static let password = "mật khẩu hư cấu 2017"

    private func withAccount(
        _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.desk.setPassword(Self.password, account: "chi.mc", person: "chi")
            try await body(office)
        }
    }

    private func signIn(
        _ office: DossierTestOffice, _ account: String, _ password: String,
        _ headers: HTTPFields = [:]
    ) async throws -> DossierTestAnswer {
        try await office.send(
            .post, "/sign-in", headers,
            body: DossierTestOffice.encoded([("account", account), ("password", password)]))
    }

    @Test func `opens a session that the cookie carries, and signing out closes it`()
        async throws
    {
        try await withAccount { office in
            #expect(try await office.send(.get, "/").status == .ok)
            #expect(try await office.send(.get, "/work").location == "/sign-in")
            #expect(try await office.send(.get, "/sign-in").status == .ok)
            let answer = try await signIn(office, "chi.mc", Self.password)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/work")
            let cookie = answer.header("Set-Cookie")
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let session = String(cookie.prefix { $0 != ";" })
            let page = try await office.send(.get, "/work", [.cookie: "a=b; \(session)"])
            #expect(page.status == .ok)
            #expect(page.text.contains("Người chi"))
            #expect(try await office.send(.get, "/", [.cookie: session]).location == "/work")
            #expect(
                try await office.send(.get, "/sign-in", [.cookie: session]).location == "/work")
            let token = Site.formToken(of: String(session.drop { $0 != "=" }.dropFirst()))
            let out = try await office.send(
                .post, "/sign-out", [.cookie: session],
                body: DossierTestOffice.encoded([("token", token)]))
            #expect(out.location == "/sign-in")
            #expect(out.header("Set-Cookie").contains("Max-Age=0"))
            let after = try await office.send(.get, "/work", [.cookie: session])
            #expect(after.location == "/sign-in")
        }
    }

    @Test func `says the same of a wrong name and a wrong password, and keeps the name`()
        async throws
    {
        try await withAccount { office in
            let sentence = People.SignInRejection.wrongNameOrPassword.sentence.vi
            for (account, password) in [
                ("chi.mc", "sai"), ("khong.ai", Self.password), ("", ""), ("CHI.MC", ""),
                ("chi.mc' --", "x"),
            ] {
                let answer = try await signIn(office, account, password)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(sentence))
                #expect(answer.header("Set-Cookie").isEmpty)
                #expect(!answer.text.contains(Self.password))
            }
            let kept = try await signIn(office, "\"><b>chi", "sai")
            #expect(
                kept.text.contains("&lt;b&gt;chi") || kept.text.contains("&quot;&gt;<b") == false)
            #expect(!kept.text.contains("<b>chi"))
            let json = try await signIn(
                office, "chi.mc", "sai", [.accept: "application/json"])
            #expect(try json.code() == "people.signIn.wrongNameOrPassword")
        }
    }

    @Test func `rests for 15 minutes after ten wrong passwords`() async throws {
        try await withAccount { office in
            for _ in 0..<10 {
                #expect(
                    try await signIn(office, "chi.mc", "sai").status == .unprocessableContent)
            }
            let resting = try await signIn(office, "chi.mc", Self.password)
            #expect(resting.status == .unprocessableContent)
            #expect(resting.text.contains(People.SignInRejection.resting.sentence.vi))
            try office.set("2017-07-03T09:14")
            #expect(
                try await signIn(office, "chi.mc", Self.password).status == .unprocessableContent)
            try office.set("2017-07-03T09:16")
            #expect(try await signIn(office, "chi.mc", Self.password).location == "/work")
        }
    }

    @Test func `lasts for half a day, and for people with a position`() async throws {
        try await DossierTestOffice.run { office in
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            try office.set("2017-07-03T20:59")
            #expect(try await office.send(.get, "/work", headers).status == .ok)
            try office.set("2017-07-03T21:00")
            #expect(try await office.send(.get, "/work", headers).location == "/sign-in")
            let nobody = try await office.open("/work", as: "khong-ai")
            #expect(nobody.location == "/sign-in")
        }
    }

    @Test func `from another site is refused`() async throws {
        try await withAccount { office in
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for (origin, status) in [
                ("cross-site", HTTPResponse.Status.unprocessableContent),
                ("same-site", .unprocessableContent), ("same-origin", .seeOther),
                ("none", .seeOther),
            ] {
                let answer = try await signIn(
                    office, "chi.mc", Self.password, [name: origin])
                #expect(answer.status == status, "\(origin)")
            }
        }
    }

    @Test func `a store keeps neither password nor session token`() async throws {
        try await withAccount { office in
            let session = try await office.signIn("chi")
            let rows = try await office.desk.read {
                try $0.rows("SELECT tokenDigest AS t FROM session").map { try $0.text("t") }
                    + $0.rows("SELECT passwordHash AS t FROM account").map { try $0.text("t") }
            }
            #expect(rows.count == 2)
            #expect(!rows.contains(session))
            #expect(rows.contains { $0.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") })
            #expect(rows.allSatisfy { !$0.contains(Self.password) })
        }
    }
}
