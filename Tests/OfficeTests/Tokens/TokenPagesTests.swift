// The account page: a person's own tokens, made and revoked there.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Tokens on the account page` {
    private static let fields = [("name", "Máy in nhãn"), ("scope", "read"), ("days", "30")]

    private func shown(_ page: DossierTestAnswer) throws -> String {
        let start = try #require(page.text.firstRange(of: "<code>rv_")).lowerBound
        return String(page.text[start...].dropFirst("<code>".count).prefix { $0 != "<" })
    }

    @Test func `are made there, shown once, and open the door`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.open("/account", as: "chi")
            #expect(before.text.contains("Mã truy cập cho chương trình khác"))
            let page = try await office.post("/account/tokens", as: "chi", Self.fields)
            #expect(page.status == .ok)
            #expect(page.header("Cache-Control") == "no-store")
            let token = try shown(page)
            #expect(try await office.call(.get, "/work", token).status == .ok)
            let after = try await office.open("/account", as: "chi")
            #expect(after.text.contains("Máy in nhãn") && !after.text.contains(token))
            #expect(after.text.contains("09:00, 02/08/2017"))
            let other = try await office.open("/account", as: "binh")
            #expect(!other.text.contains("Máy in nhãn"))
        }
    }

    @Test func `sent twice are made once, and not shown again`() async throws {
        try await DossierTestOffice.run { office in
            let fields = Self.fields + [("key", "k1")]
            _ = try shown(try await office.post("/account/tokens", as: "chi", fields))
            let again = try await office.post("/account/tokens", as: "chi", fields)
            #expect(again.status == .seeOther && again.location == "/account#tokens")
            #expect(try await office.tokens().count == 1)
        }
    }

    @Test func `are revoked there by their owner, not by others`() async throws {
        try await DossierTestOffice.run { office in
            let issued = try await office.issue("chi", [.read])
            let path = "/account/tokens/\(issued.grant.id)/revocation"
            let page = try await office.open("/account", as: "chi")
            #expect(page.text.contains("action=\"\(path)\""))
            let other = try await office.post(path, as: "binh", [])
            #expect(other.status == .notFound)
            #expect(try await office.tokens().map(\.standing) == [.live])
            let own = try await office.post(path, as: "chi", [])
            #expect(own.location == "/account#tokens")
            #expect(try await office.tokens().map(\.standing) == [.revoked])
            let after = try await office.open("/account", as: "chi")
            #expect(after.text.contains("đã thu hồi") && !after.text.contains(path))
            let unknown = try await office.post("/account/tokens/x/revocation", as: "chi", [])
            #expect(unknown.status == .notFound)
        }
    }

    static let mistakes: [([(String, String)], Tokens.Rejection)] = [
        ([("name", ""), ("scope", "read"), ("days", "30")], .nameMissing),
        ([("name", "a"), ("days", "30")], .scopesMissing),
        ([("name", "a"), ("scope", "root"), ("days", "30")], .scopeUnknown("root")),
        ([("name", "a"), ("scope", "read"), ("days", "0")], .daysInvalid),
        ([("name", "a"), ("scope", "read"), ("days", "366")], .daysInvalid),
        ([("name", "a"), ("scope", "read"), ("days", "mãi")], .daysInvalid),
    ]

    @Test func `say what is wrong, keep what was typed, and make nothing`() async throws {
        try await DossierTestOffice.run { office in
            for (fields, rejection) in Self.mistakes {
                let page = try await office.post("/account/tokens", as: "chi", fields)
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains(rejection.sentence.vi), "\(rejection)")
                #expect(page.text.contains("value=\"\(fields.last?.1 ?? "")\""))
                let json = try await office.post(
                    "/account/tokens", as: "chi", fields, wantsJSON: true)
                #expect(try json.code() == rejection.code)
                #expect(try json.json()["field"] as? String == rejection.field)
            }
            #expect(try await office.tokens().isEmpty)
        }
    }

    @Test func `need the form's own token`() async throws {
        try await DossierTestOffice.run { office in
            let answer = try await office.post(
                "/account/tokens", as: "chi", Self.fields, withToken: false)
            #expect(answer.status == .unprocessableContent)
            let nobody = try await office.post("/account/tokens", as: nil, Self.fields)
            #expect(nobody.location == "/sign-in")
            #expect(try await office.tokens().isEmpty)
        }
    }

    @Test func `are told to a signed-in program as JSON, once`() async throws {
        try await DossierTestOffice.run { office in
            let fields = [("name", "a"), ("scope", "work read"), ("days", "1")]
            let answer = try await office.post(
                "/account/tokens", as: "chi", fields, wantsJSON: true)
            #expect(answer.status == .created)
            let json = try answer.json()
            #expect(json["expiresAt"] as? String == "2017-07-04T09:00")
            let token = try #require(json["token"] as? String)
            let account = try await office.call(.get, "/account", token)
            let listed = try #require(try account.json()["tokens"] as? [[String: Any]])
            #expect(listed.count == 1)
            #expect(listed.first?["scopes"] as? [String] == ["read", "work"])
            #expect(listed.first?["standing"] as? String == "live")
            #expect(!account.text.contains(token))
        }
    }
}
