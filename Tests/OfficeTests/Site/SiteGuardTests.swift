// What stands in front of every page: sessions, tokens, headers, languages, hostile requests.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `In front of every page` {
    static let pages = [
        "/work", "/dossiers", "/dossiers/PA-170703-0001", "/dossiers/PA-170703-0001/receipt",
        "/dossiers/PA-170703-0001/slip", "/counter", "/counter/KS-01",
    ]

    @Test func `people without a session are led to sign in, programs get 401`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for path in Self.pages {
                let page = try await office.open(path, as: nil)
                #expect(page.status == .seeOther, "\(path)")
                #expect(page.location == "/sign-in")
                let json = try await office.open(path, as: nil, wantsJSON: true)
                #expect(json.status == .unauthorized, "\(path)")
            }
            for path in ["/counter/KS-01", "/dossiers/PA-170703-0001/acts"] {
                let answer = try await office.post(path, as: nil, [("act", "accept")])
                #expect(answer.location == "/sign-in", "\(path)")
            }
            let forged = try await office.send(.get, "/work", [.cookie: "roviec_session=x"])
            #expect(forged.location == "/sign-in")
        }
    }

    @Test func `a form without its token is refused with a sentence and changes nothing`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let before = try await office.sequence()
            let sentence = Site.FormRejection.tokenMissing.sentence.vi
            for fields in [[], [("token", "")], [("token", String(repeating: "0", count: 64))]] {
                let answer = try await office.post(
                    "/dossiers/\(code)/acts", as: "chi",
                    fields + [("act", "complete"), ("item", "1"), ("product", "x")],
                    withToken: false)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(sentence))
            }
            let json = try await office.post(
                "/counter/KS-01", as: "chi", [("name", "A")], wantsJSON: true, withToken: false)
            #expect(try json.code() == "site.form.tokenMissing")
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `every answer keeps the page to itself`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            var answers: [DossierTestAnswer] = []
            for path in Self.pages + ["/khong-co", "/sign-in", "/", "/health", "/language/en"] {
                answers.append(try await office.open(path, as: "chi"))
                answers.append(try await office.open(path, as: nil))
                answers.append(try await office.open(path, as: nil, wantsJSON: true))
            }
            answers.append(try await office.open("/khong-co", as: "chi", wantsJSON: true))
            answers.append(try await office.post("/counter/KS-01", as: "chi", []))
            answers.append(try await office.post("/work", as: "chi", []))
            answers.append(
                try await office.send(.post, "/sign-in", body: Array("a=%FF".utf8)))
            for answer in answers {
                let policy = answer.header("Content-Security-Policy")
                #expect(policy.contains("default-src 'none'"), "\(answer.status)")
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                #expect(answer.header("Referrer-Policy") == "same-origin")
                #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
            }
        }
    }

    @Test func `the language is a cookie, and the way back stays on the site`() async throws {
        try await DossierTestOffice.run { office in
            let english = try await office.open("/work", as: "chi", language: "en")
            #expect(english.text.contains("lang=\"en\""))
            #expect(english.text.contains("My work"))
            let other = try await office.open("/work", as: "chi", language: "fr")
            #expect(other.text.contains("lang=\"vi\""))
            for (referer, back) in [
                ("http://localhost/dossiers?q=a", "/dossiers?q=a"), ("http://x", "/"),
                ("http://x//evil.example", "/"), ("http://x/\\evil.example", "/"),
                ("javascript:alert(1)", "/"), ("", "/"),
            ] {
                let name = try #require(HTTPField.Name("Referer"))
                let answer = try await office.send(.get, "/language/en", [name: referer])
                #expect(answer.location == back, "\(referer)")
                #expect(answer.header("Set-Cookie").hasPrefix("roviec_language=en;"))
            }
            let unknown = try await office.send(.get, "/language/%22%3E")
            #expect(unknown.header("Set-Cookie").hasPrefix("roviec_language=vi;"))
        }
    }

    static let hostile = [
        "%00", "%FF%FE", "'%20OR%201=1--", "%3Cscript%3Ealert(1)%3C/script%3E", "%", "%%%",
        "..%2F..%2Fetc", "9999999999999999999999", "-1", "~~", "1~2~3", "1~x~0", "%E0%80%80",
        String(repeating: "a", count: 3000), "%F0%9F%98%80", "a&list=b&q=&&=", "%25%5F", "+",
    ]

    @Test func `hostile queries are answered, never an incident`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            for text in Self.hostile {
                for path in [
                    "/work?list=\(text)", "/work?after=\(text)", "/work?list=done&after=\(text)",
                    "/dossiers?q=\(text)", "/dossiers?after=\(text)", "/dossiers?state=\(text)",
                    "/dossiers?from=\(text)&to=\(text)", "/dossiers?office=\(text)&field=\(text)",
                    "/dossiers?process=\(text)&channel=\(text)&class=\(text)",
                    "/counter?q=\(text)", "/clock?year=\(text)",
                ] {
                    let answer = try await office.send(.get, path, headers)
                    let isExpected =
                        [.ok, .notFound, .unprocessableContent].contains(answer.status)
                    #expect(isExpected, "\(answer.status) for \(path.prefix(60))")
                    #expect(!answer.text.contains("<script>alert"))
                }
            }
        }
    }

    @Test func `hostile paths are not found`() async throws {
        try await DossierTestOffice.run { office in
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            for text in Self.hostile where !text.contains("&") && text != "%" && text != "%%%" {
                for path in ["/dossiers/\(text)", "/dossiers/\(text)/receipt"] {
                    let answer = try await office.send(.get, path, headers)
                    #expect(answer.status == .notFound, "\(path.prefix(60))")
                }
                let process = try await office.send(.get, "/counter/\(text)", headers)
                let isExpected = [.notFound, .unprocessableContent].contains(process.status)
                #expect(isExpected, "\(process.status) for \(text.prefix(40))")
            }
        }
    }

    @Test func `a body that is no text is refused with a sentence`() async throws {
        try await DossierTestOffice.run { office in
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            for body: [UInt8] in [
                Array("name=%FF%FE".utf8), [0xFF, 0xFE, 0x3D], Array("%C0%AF=1".utf8),
            ] {
                let answer = try await office.send(.post, "/counter/KS-01", headers, body: body)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(Site.FormRejection.notText.sentence.vi))
            }
            let large = [UInt8](repeating: UInt8(ascii: "a"), count: 1_100_000)
            let answer = try await office.send(.post, "/counter/KS-01", headers, body: large)
            #expect(answer.text.contains(Site.FormRejection.tooLarge.sentence.vi))
        }
    }
}
