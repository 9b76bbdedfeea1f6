// The frame around pages: the menu by rights, the section at hand, tokens and keys of forms.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `The frame around pages` {
    private static let sections: [(String, String)] = [
        ("/work", "work"), ("/dossiers", "dossiers"), ("/counter", "counter"),
        ("/processes", "processes"), ("/reports", "reports"), ("/organisation", "organisation"),
        ("/organisation/p", "organisation"), ("/people/ha", "organisation"),
        ("/counter/KS-01", "counter"),
    ]

    private func current(_ text: String) -> [String] {
        text.split(separator: "<a ").filter { $0.contains("aria-current=\"page\"") }
            .compactMap { part in
                let start = part.firstRange(of: "href=\"/")?.upperBound
                return start.map { String(part[$0...].prefix { $0 != "\"" && $0 != "?" }) }
            }
    }

    @Test func `the menu marks the section of the page`() async throws {
        try await DossierTestOffice.run { office in
            for (path, section) in Self.sections {
                let page = try await office.open(path, as: "chi")
                #expect(current(page.text).contains(section), "\(path)")
                for other in Site.Section.allCases where other.rawValue != section {
                    #expect(!current(page.text).contains(other.rawValue), "\(path)")
                }
            }
        }
    }

    @Test func `every word stands in one language alone`() async throws {
        try await DossierTestOffice.run { office in
            let texts = try Site.Texts.bundled()
            for (path, _) in Self.sections + [("/account", ""), ("/help", ""), ("/clock", "")] {
                for (language, other): (Language, Language) in [(.vi, .en), (.en, .vi)] {
                    let page = try await office.open(
                        path, as: "chi", language: language.rawValue)
                    #expect(page.status == .ok, "\(path)")
                    #expect(page.text.contains("lang=\"\(language.rawValue)\""))
                    for key in ["site.skip", "site.account", "menu.reports", "menu.dossiers"] {
                        #expect(page.text.contains(texts.text(key, language)), "\(path) \(key)")
                        #expect(
                            !page.text.contains(">\(texts.text(key, other))<"), "\(path) \(key)")
                    }
                    // A key without words would stand in brackets.
                    for mark in ["[site.", "[menu.", "[word.", "[work.", "[counter.", "[house."] {
                        #expect(!page.text.contains(mark), "\(path) \(mark)")
                    }
                }
            }
        }
    }

    @Test func `the other language is one step away and leads back`() async throws {
        try await DossierTestOffice.run { office in
            let session = try await office.signIn("chi")
            let referer = try #require(HTTPField.Name("Referer"))
            let page = try await office.send(
                .get, "/organisation/p", [.cookie: "roviec_session=\(session)"])
            #expect(page.text.contains("href=\"/language/en\""))
            let change = try await office.send(
                .get, "/language/en",
                [
                    .cookie: "roviec_session=\(session)",
                    referer: "http://localhost:8080/organisation/p?on=2017-01-01",
                ])
            #expect(change.status == .seeOther)
            #expect(change.location == "/organisation/p?on=2017-01-01")
            let cookie = change.header("Set-Cookie").prefix { $0 != ";" }
            let english = try await office.send(
                .get, change.location, [.cookie: "roviec_session=\(session); \(cookie)"])
            #expect(english.text.contains("lang=\"en\""))
            #expect(english.text.contains("href=\"/language/vi\""))
            // The language never takes the session with it.
            #expect(english.text.contains("Người chi"))
            #expect(!change.header("Set-Cookie").contains("session"))
        }
    }

    @Test func `every form that changes something carries the token of its session alone`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let paths = [
                "/account", "/counter/KS-01", "/organisation/p.mc", "/dossiers/\(code)",
            ]
            for path in paths {
                var tokens: Set<String> = []
                for _ in 0..<2 {
                    let session = try await office.signIn("binh")
                    let page = try await office.send(
                        .get, path, [.cookie: "roviec_session=\(session)"])
                    let forms = page.text.components(of: "<form").dropFirst()
                    let posting = forms.filter { $0.prefix { $0 != ">" }.contains("post") }
                    #expect(!posting.isEmpty, "\(path)")
                    for form in posting {
                        let inside = form.components(of: "</form>")[0]
                        #expect(
                            inside.contains("value=\"\(Site.formToken(of: session))\""),
                            "\(path)")
                        #expect(inside.contains("name=\"key\""))
                    }
                    tokens.insert(try page.hidden("token"))
                    #expect(!page.text.contains(session), "\(path)")
                }
                #expect(tokens.count == 2)
            }
        }
    }

    @Test func `each showing of a form has a key of its own`() async throws {
        try await DossierTestOffice.run { office in
            var keys: Set<String> = []
            for _ in 0..<10 {
                keys.insert(try await office.open("/counter/KS-01", as: "chi").hidden("key"))
            }
            #expect(keys.count == 10)
            #expect(keys.allSatisfy { $0.count == 32 })
        }
    }

    @Test func `who has not signed in sees the citizens' menu, no search and no names`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/sign-in", as: nil).text
            for section in Site.Section.allCases {
                let isPublic = [.procedures, .tracking].contains(section)
                let link = "href=\"\(section == .tracking ? "/track" : "/\(section.rawValue)")\""
                #expect(page.contains(link) == isPublic, "\(section)")
            }
            #expect(!page.contains("role=\"search\"") && !page.contains("Người"))
            #expect(page.contains("autocomplete=\"current-password\""))
            #expect(!page.contains(Site.demoPassword))
        }
    }

    @Test func `names of people and units stay text in the frame`() async throws {
        try await DossierTestOffice.run { office in
            let evil = "<b>x</b>\"'"
            let commands: [People.Command] = [
                .createUnit(OrganisationTestState.unit("p.x", "p", name: evil)),
                .addPerson(.init(id: "x", name: evil)),
                .createPosition(
                    .init(id: "x", unit: "p.x", code: "x", title: evil, roles: [.counter])),
                .appoint(
                    .init(position: "x", person: "x", from: OrganisationTestState.begin)),
            ]
            for command in commands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            for path in ["/work", "/counter", "/counter/CT-02", "/reports", "/khong-co"] {
                let page = try await office.open(path, as: "x")
                #expect(!page.text.contains("<b>x</b>"), "\(path)")
                #expect(page.text.contains("&lt;b&gt;x"), "\(path)")
            }
        }
    }
}

extension String {
    /// The parts between a mark.
    fileprivate func components(of mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
