// Requests with `Authorization: Bearer`: which are let in, as whom, and for what.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Requests with a token` {
    @Test func `are answered in JSON, with the rights of the person`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let own = try await office.token(of: "chi", .read)
            #expect(own.hasPrefix("rv_") && own.count == 67)
            let list = try await office.call(.get, "/work", own)
            #expect(list.status == .ok)
            #expect(list.header("Content-Type") == "application/json; charset=utf-8")
            #expect(list.header("Set-Cookie").isEmpty)
            let session = try await office.open("/work", as: "chi", wantsJSON: true)
            #expect(list.text == session.text)
            let dossier = try await office.call(.get, "/dossiers/\(code)", own)
            #expect(dossier.status == .ok)
            let stranger = try await office.token(of: "la", .read)
            let hidden = try await office.call(.get, "/dossiers/\(code)", stranger)
            #expect(hidden.status == .notFound)
            #expect(try hidden.code() == "dossiers.unknown")
            let page = try await office.call(.get, "/work", own, [.accept: "text/html"])
            #expect(page.text.contains("<html") && page.text.contains("Người chi"))
        }
    }

    /// The header as it may come, and whether it opens the door.
    @Test func `need the word Bearer and the whole token`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .read)
            for (header, status): (String, HTTPResponse.Status) in [
                ("Bearer \(token)", .ok), ("bearer \(token)", .ok), ("BEARER  \(token)", .ok),
                ("Bearer \(token.dropLast())", .unauthorized),
                ("Bearer \(token)0", .unauthorized),
                ("Bearer \(token.uppercased())", .unauthorized),
                ("Bearer \(token.dropFirst(3))", .unauthorized),
                ("Bearer", .unauthorized), ("Bearer ", .unauthorized),
                ("Bearer \(Site.digest(of: token))", .unauthorized),
                ("Bearer ' OR 1=1 --", .unauthorized),
                ("Basic \(token)", .unauthorized), (token, .unauthorized),
            ] {
                let answer = try await office.send(
                    .get, "/work", [.authorization: header, .accept: "application/json"])
                #expect(answer.status == status, "\(header)")
                if status == .ok { continue }
                #expect(answer.header("WWW-Authenticate").hasPrefix("Bearer realm=\"roviec\""))
                let json = try answer.json()
                #expect(json["vi"] as? String != nil && json["en"] as? String != nil)
            }
        }
    }

    @Test func `say what kind of refusal it is, in the words of RFC 6750`() async throws {
        try await DossierTestOffice.run { office in
            let wrong = try await office.call(.get, "/work", "rv_00")
            #expect(wrong.status == .unauthorized)
            #expect(try wrong.code() == "tokens.notValid")
            #expect(wrong.header("WWW-Authenticate").contains("error=\"invalid_token\""))
            let code = try await office.receive()
            let reader = try await office.token(of: "chi", .read)
            let act = try await office.call(
                .post, "/dossiers/\(code)/acts", reader, json: "{}")
            #expect(act.status == .forbidden)
            #expect(try act.code() == "tokens.scopeNeeded")
            #expect(act.header("WWW-Authenticate").contains("error=\"insufficient_scope\""))
            #expect(act.header("WWW-Authenticate").contains("scope=\"work\""))
            let none = try await office.send(.get, "/work", [.accept: "application/json"])
            #expect(none.status == .unauthorized)
            #expect(try none.code() == "site.signInNeeded")
            #expect(none.header("WWW-Authenticate") == "Bearer realm=\"roviec\"")
        }
    }

    @Test func `beside a session are refused, whichever of the two is good`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .read)
            let session = try await office.signIn("chi")
            for (bearer, cookie) in [(token, session), (token, "x"), ("rv_0", session)] {
                let answer = try await office.call(
                    .get, "/work", bearer, [.cookie: "roviec_session=\(cookie)"])
                #expect(answer.status == .badRequest)
                #expect(try answer.code() == "tokens.besideSession")
            }
            let language = try await office.call(
                .get, "/work", token, [.cookie: "roviec_language=en"])
            #expect(language.status == .ok)
        }
    }

    /// Method, address, and the one scope that opens it; `nil` for those that none opens.
    static let doors: [(HTTPRequest.Method, String, Tokens.Scope?)] = [
        (.get, "/work", .read), (.get, "/dossiers", .read), (.get, "/reports", .read),
        (.get, "/processes", .read), (.get, "/organisation", .read), (.get, "/counter", .read),
        (.get, "/account", .read), (.head, "/work", .read),
        (.post, "/dossiers/X/acts", .work), (.post, "/counter/CT-02", .work),
        (.post, "/filings/DK-X/acts", .work), (.post, "/procedures/KS-01/issue", .admin),
        (.post, "/organisation/p.mc/substitutes", .admin), (.post, "/processes", .admin),
        (.post, "/processes/CT-02/publication", .admin),
        (.post, "/sign-in", nil), (.post, "/sign-out", nil), (.post, "/clock", nil),
        (.post, "/account/tokens", nil), (.post, "/account/tokens/x/revocation", nil),
        (.post, "/", nil), (.post, "/doss%69ers/X/acts", nil), (.post, "/DOSSIERS/X/acts", nil),
        (.put, "/dossiers/X/acts", nil), (.delete, "/dossiers/X", nil), (.patch, "/work", nil),
    ]

    @Test func `open nothing that their scopes do not name`() async throws {
        try await DossierTestOffice.run { office in
            for scope in Tokens.Scope.allCases {
                let token = try await office.token(of: "chi", scope)
                for (method, path, needed) in Self.doors {
                    let answer = try await office.call(method, path, token)
                    let isShut = answer.status == .forbidden
                    #expect(isShut == (needed != scope), "\(scope) \(method) \(path)")
                }
            }
            let all = try await office.token(of: "chi", .read, .work, .admin)
            for (method, path, needed) in Self.doors {
                let answer = try await office.call(method, path, all)
                #expect((answer.status == .forbidden) == (needed == nil), "\(method) \(path)")
            }
        }
    }

    @Test func `never open more than the person may`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "ha", .read, .work, .admin)
            let intake = try await office.call(
                .post, "/counter/CT-02", token, json: #"{"name": "An"}"#)
            #expect(try intake.code() == Dossiers.Rejection.mayNotReceive.code)
            let draft = try await office.call(.post, "/processes", token, json: "{}")
            #expect(try draft.code() == Processes.Rejection.mayNotPublish.code)
        }
    }
}

@Suite struct `The life of a token` {
    @Test func `ends with its last day`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .read, days: 1)
            try office.set("2017-07-04T08:59")
            #expect(try await office.call(.get, "/work", token).status == .ok)
            try office.set("2017-07-04T09:00")
            #expect(try await office.call(.get, "/work", token).status == .unauthorized)
            #expect(try await office.tokens().map(\.standing) == [.expired])
        }
    }

    @Test func `ends when it is revoked, and others live on`() async throws {
        try await DossierTestOffice.run { office in
            let first = try await office.issue("chi", [.read])
            let second = try await office.token(of: "chi", .read)
            try await office.revoke(first.grant.id, by: "chi")
            let text = try #require(first.text)
            let answer = try await office.call(.get, "/work", text)
            #expect(answer.status == .unauthorized)
            #expect(try await office.call(.get, "/work", second).status == .ok)
            #expect(try await office.tokens(of: "chi").map(\.standing) == [.live, .revoked])
            #expect(try await office.tokens(of: "binh").isEmpty)
        }
    }

    @Test func `ends when its person holds no position any more`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .read)
            _ = try await office.desk.perform(
                .people(
                    .endHolding(
                        position: "p.mc:can-bo-mc", person: "chi",
                        through: try #require(DayNumber("2017-07-03")))),
                by: nil, at: office.sources.now)
            #expect(try await office.call(.get, "/work", token).status == .ok)
            try office.set("2017-07-04T08:00")
            #expect(try await office.call(.get, "/work", token).status == .unauthorized)
        }
    }

    @Test func `rests while the account rests`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await office.desk.perform(
                .people(.openAccount("chi", name: "chi.mc")), by: nil, at: office.sources.now)
            try await office.desk.setPassword("đúng", account: "chi.mc", person: "chi")
            let token = try await office.token(of: "chi", .read)
            for _ in 0..<10 {
                await #expect(throws: People.SignInRejection.self) {
                    try await office.desk.signIn(account: "chi.mc", password: "sai")
                }
            }
            #expect(try await office.call(.get, "/work", token).status == .unauthorized)
            try office.set("2017-07-03T09:16")
            #expect(try await office.call(.get, "/work", token).status == .ok)
        }
    }

    @Test func `notes its last use to the hour, not each request`() async throws {
        try await DossierTestOffice.run { office in
            let token = try await office.token(of: "chi", .read)
            #expect(try await office.tokens().first?.usedAt == nil)
            for (time, noted) in [
                ("2017-07-03T09:05", "2017-07-03T09:05"), ("2017-07-03T09:50", "2017-07-03T09:05"),
                ("2017-07-03T10:04", "2017-07-03T09:05"), ("2017-07-03T10:05", "2017-07-03T10:05"),
            ] {
                try office.set(time)
                #expect(try await office.call(.get, "/work", token).status == .ok)
                #expect(try await office.tokens().first?.usedAt == LocalMinute(noted), "\(time)")
            }
        }
    }

    @Test func `a form that was sent twice makes one token, shown the first time alone`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let first = try await office.issue("chi", [.read], by: "chi", key: "k")
            let again = try await office.issue("chi", [.read], by: "chi", key: "k")
            #expect(first.text != nil && again.text == nil)
            #expect(try await office.tokens().count == 1)
        }
    }

    @Test func `a person has twenty that live, and as many dead ones as there were`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let first = try await office.issue("chi", [.read])
            for _ in 0..<19 { _ = try await office.issue("chi", [.read]) }
            await #expect(throws: Tokens.Rejection.tooMany) {
                try await office.issue("chi", [.read])
            }
            _ = try await office.issue("binh", [.read])
            try await office.revoke(first.grant.id)
            _ = try await office.issue("chi", [.read])
            #expect(try await office.tokens(of: "chi").count == 21)
        }
    }

    @Test func `neither ledger nor store knows the token itself`() async throws {
        try await DossierTestOffice.run { office in
            let issued = try await office.issue("chi", [.read, .work])
            try await office.revoke(issued.grant.id)
            let text = try #require(issued.text)
            let digest = Site.digest(of: text)
            let (entries, row) = try await office.desk.read { reading in
                (
                    try reading.reader.entries(of: "token/\(issued.grant.id)", after: 0),
                    try reading.rows("SELECT digest, scopes FROM accessToken").first
                )
            }
            #expect(entries.map(\.type) == ["token.issued", "token.revoked"])
            for entry in entries {
                let told = String(decoding: entry.payload, as: UTF8.self)
                #expect(!told.contains(text) && !told.contains(String(text.dropFirst(3))))
                #expect(!told.contains(digest))
            }
            #expect(try row?.text("digest") == digest)
            #expect(try row?.text("scopes") == "read work")
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
        }
    }
}
