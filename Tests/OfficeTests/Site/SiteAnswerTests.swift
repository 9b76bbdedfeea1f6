// Answers: for whom JSON, for whom a page; cookies as they come; ways back that stay on the site.

import Engine
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import WorkTime

@testable import Office

@Suite struct `Answers of the site` {
    private func request(_ headers: HTTPFields) -> Request {
        Request(
            head: HTTPRequest(
                method: .get, scheme: "http", authority: "x", path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    @Test(arguments: [
        ("application/json", true), ("application/json; charset=utf-8", true),
        ("application/json, */*;q=0.1", true), ("text/plain, application/json", true),
        ("text/html,application/xhtml+xml,application/json;q=0.9", false), ("text/html", false),
        ("*/*", false), ("", false), ("application/jso", false), ("text/json", false),
    ])
    func `are JSON for who asks for JSON and not for pages`(
        _ accept: String, _ isJSON: Bool
    ) {
        #expect(Site.wantsJSON(request([.accept: accept])) == isJSON)
        #expect(!Site.wantsJSON(request([:])))
    }

    @Test func `are kept by no cache, for the next person may sit at the same machine`()
        async throws
    {
        try await DossierTestOffice.run { office in
            for path in ["/work", "/organisation", "/account", "/clock", "/sign-in", "/khong-co"] {
                for wantsJSON in [false, true] where path != "/sign-in" && path != "/khong-co" {
                    let answer = try await office.open(path, as: "chi", wantsJSON: wantsJSON)
                    #expect(answer.header("Cache-Control") == "no-store", "\(path)")
                    #expect(
                        answer.header("Content-Type").hasPrefix(
                            wantsJSON ? "application/json" : "text/html"))
                }
                let page = try await office.open(path, as: nil)
                if page.status != .seeOther {
                    #expect(page.header("Cache-Control") == "no-store", "\(path)")
                }
            }
        }
    }

    @Test func `in JSON have their keys in order and their slashes plain`() async throws {
        try await DossierTestOffice.run { office in
            let account = try await office.open("/account", as: "chi", wantsJSON: true).text
            let keys = ["actsFor", "office", "person"].compactMap { key in
                account.firstRange(of: "\"\(key)\":")?.lowerBound
            }
            #expect(keys.count == 3 && keys == keys.sorted())
            let refused = try await office.open("/clock?year=a/b", as: "chi", wantsJSON: true)
            #expect(refused.text.contains("“a/b”"))
        }
    }

    // MARK: Cookies

    @Test(
        arguments: [
            ("roviec_session=a", "a"), ("x=1; roviec_session=a", "a"),
            ("roviec_session=a;x=1", "a"),
            ("roviec_session=a=b", "a=b"), ("roviec_session=a; roviec_session=b", "a"),
            ("  roviec_session=a", "a"), ("roviec_session=", nil), ("roviec_session", nil),
            ("xroviec_session=a", nil), ("roviec_sessionx=a", nil), ("ROVIEC_SESSION=a", nil),
            (";;;", nil), ("=", nil), ("=a", nil), ("", nil), ("roviec_session =a", nil),
        ] as [(String, String?)])
    func `find a cookie by its whole name`(_ header: String, _ value: String?) {
        #expect(Site.cookie(Site.sessionCookie, of: request([.cookie: header])) == value)
    }

    @Test func `do not stumble over cookies by chance`() {
        var chance = DossierTestChance(seed: 23)
        let letters = Array("roviec_session=; \"\t,")
        for _ in 0..<2000 {
            let header = String((0..<chance.below(40)).map { _ in chance.pick(letters) })
            let found = Site.cookie(Site.sessionCookie, of: request([.cookie: header]))
            if let found { #expect(header.contains("roviec_session=\(found)")) }
        }
    }

    @Test func `a session cookie of hostile text opens nothing and breaks nothing`() async throws {
        try await DossierTestOffice.run { office in
            for value in [
                "x", "' OR 1=1 --", String(repeating: "a", count: 8000), "%00", "\"\"", "é",
                Site.digest(of: "x"),
            ] {
                let answer = try await office.send(
                    .get, "/work", [.cookie: "roviec_session=\(value)"])
                #expect(answer.location == "/sign-in", "\(value.prefix(20))")
            }
        }
    }

    // MARK: The way back

    @Test(
        arguments: [
            ("http://localhost:8080/work", "/work"), ("https://x/a/b?c=d#e", "/a/b?c=d#e"),
            ("http://x/", "/"), ("http://x", "/"), ("x", nil), ("", nil), ("/work", nil),
            ("javascript:alert(1)", nil), ("http://x//y", nil), ("http://x/\\y", nil),
            ("://", "/"), ("http:///y", "/y"), ("data:text/html,://x/y", "/y"),
        ] as [(String, String?)])
    func `the way back is a path of this site`(_ address: String, _ path: String?) {
        #expect(Site.ownPath(address) == path)
    }

    @Test func `the way back is never another site, whatever the address`() {
        var chance = DossierTestChance(seed: 24)
        let letters = Array("ahtp:/\\?#@.%é ")
        for _ in 0..<4000 {
            let address = String((0..<chance.below(24)).map { _ in chance.pick(letters) })
            guard let path = Site.ownPath(address) else { continue }
            #expect(path.hasPrefix("/"))
            #expect(!path.hasPrefix("//") && !path.hasPrefix("/\\"), "\(address)")
        }
    }

    // MARK: Files and routes

    @Test func `files are served by their digest alone, and may be kept for ever`() async throws {
        try await DossierTestOffice.run { office in
            let assets = try SiteAssets.load()
            let house = Site.House(
                desk: office.desk, texts: try .bundled(), assets: assets,
                clock: OfficeClock { office.sources.now }, demoAccounts: [])
            let site = DossierTestOffice(desk: office.desk, house: house, sources: office.sources)
            #expect(assets.keys.sorted() == ["roviec.css", "roviec.js", "roviec.svg"])
            for asset in assets.values {
                let answer = try await site.send(.get, asset.path)
                #expect(answer.status == .ok && answer.text.utf8.count == asset.bytes.count)
                #expect(answer.header("Content-Type") == asset.type)
                #expect(answer.header("Cache-Control").contains("immutable"))
                let page = try await site.send(.get, "/sign-in")
                #expect(page.text.contains(asset.path))
                for path in [
                    "/assets/\(asset.digest)/x", "/assets/0000000000000000/\(asset.name)",
                    "/assets/\(asset.digest)/..%2F\(asset.name)", "/assets/\(asset.name)",
                    "/assets/\(asset.digest.uppercased())x/\(asset.name)",
                ] {
                    #expect(try await site.send(.get, path).status == .notFound, "\(path)")
                }
            }
            for name in ["texts.csv", "../texts.csv", ""] {
                #expect(
                    try await site.send(
                        .get, "/assets/0/\(DossierTestOffice.encoded(name))"
                    ).status == .notFound)
            }
        }
    }
}
