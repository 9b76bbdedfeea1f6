// Every page against every kind of person: who gets it, who is refused, who never learns of it.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// What an answer means to who asked.
enum SiteTestVerdict: String, Sendable {
    /// 200.
    case shown
    /// 303 to sign in.
    case signIn
    /// 422 with the sentence of the rights.
    case refused
    /// 404: not there, or not for this viewer.
    case hidden
    /// 422 for another reason than rights: the right was there.
    case asked
    case other

    init(_ answer: DossierTestAnswer, rights: [String]) {
        switch answer.status {
        case .ok: self = .shown
        case .seeOther where answer.location == "/sign-in": self = .signIn
        case .seeOther, .created: self = .shown
        case .notFound: self = .hidden
        case .unprocessableContent:
            self = rights.contains { answer.text.contains($0) } ? .refused : .asked
        default: self = .other
        }
    }
}

@Suite struct `Rights on every page` {
    /// One person of each kind: chairman, head and officer of the one-stop shop, head and officer
    /// of a team, a bookkeeper, administrator, figures, processes, and those of another ward.
    static let people: [PersonID] = [
        "anh", "binh", "chi", "tam", "ha", "ke", "quan", "so", "quy", "giang", "la",
    ]
    private static let counter: Set<PersonID> = ["binh", "chi", "la"]

    private static let rights = [
        Dossiers.Rejection.mayNotReceive.sentence.vi,
        People.Rejection.mayNotAdminister.sentence.vi,
        Processes.Rejection.mayNotPublish.sentence.vi,
    ]

    private func withWard(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            for command in OrganisationTestState.staffCommands {
                _ = try await office.desk.perform(
                    .people(command), by: nil, at: office.sources.now)
            }
            try await body(office, try await office.receive())
        }
    }

    private func verdict(_ answer: DossierTestAnswer) -> SiteTestVerdict {
        SiteTestVerdict(answer, rights: Self.rights)
    }

    /// Pages that are open to everybody who has signed in.
    static let open = [
        "/work", "/work?list=unit", "/work?list=cooperating", "/work?list=waiting",
        "/work?list=done", "/dossiers", "/processes", "/processes/KS-01", "/reports",
        "/reports/article", "/reports/overdue", "/organisation", "/organisation/p.tp",
        "/organisation/r", "/people/la", "/clock", "/help", "/account", "/handovers",
        "/handovers/sheets", "/lateness", "/outages", "/delegations",
        "/papers/regimes",
    ]

    @Test func `what concerns the whole office is open to everybody in it, and to nobody else`()
        async throws
    {
        try await withWard { office, _ in
            for path in Self.open {
                for person in Self.people {
                    let answer = try await office.open(path, as: person)
                    #expect(verdict(answer) == .shown, "\(person) \(path)")
                }
                for person: PersonID? in [nil, "la-mat", ""] {
                    let answer = try await office.open(path, as: person)
                    #expect(verdict(answer) == .signIn, "\(path)")
                }
            }
        }
    }

    @Test func `the counter is for one-stop officers, and the menu says the same`() async throws {
        try await withWard { office, _ in
            for person in Self.people {
                let isOfficer = Self.counter.contains(person)
                for path in [
                    "/counter", "/counter/CT-02", "/counter?q=chung", "/counter/offline-kit",
                ] {
                    let answer = try await office.open(path, as: person)
                    #expect(
                        verdict(answer) == (isOfficer ? .shown : .refused), "\(person) \(path)")
                }
                let home = try await office.open("/work", as: person)
                #expect(home.text.contains("href=\"/counter\"") == isOfficer, "\(person)")
                let posted = try await office.post("/counter/CT-02", as: person, [("name", "")])
                #expect(verdict(posted) == (isOfficer ? .asked : .refused), "\(person)")
            }
        }
    }

    @Test func `a dossier is seen by its office's leaders, counter, figures and hands alone`()
        async throws
    {
        try await withWard { office, code in
            let seers: Set<PersonID> = ["anh", "binh", "chi", "so"]
            for path in [
                "/dossiers/\(code)", "/dossiers/\(code)/receipt", "/dossiers/\(code)/slip",
            ] {
                for person in Self.people {
                    let answer = try await office.open(path, as: person)
                    #expect(
                        verdict(answer) == (seers.contains(person) ? .shown : .hidden),
                        "\(person) \(path)")
                    let json = try await office.open(path, as: person, wantsJSON: true)
                    #expect(json.status == (seers.contains(person) ? .ok : .notFound))
                    if !seers.contains(person) {
                        #expect(!json.text.contains("Hư Cấu") && !answer.text.contains("Hư Cấu"))
                    }
                }
            }
            // A dossier that is not there is answered just like one that may not be seen.
            let missing = try await office.open("/dossiers/PA-170703-9999", as: "ha")
            let hidden = try await office.open("/dossiers/\(code)", as: "ha")
            func shape(_ answer: DossierTestAnswer, _ name: String) -> String {
                var text = answer.text.replacing(name, with: "X")
                for hidden in ["token", "key"] where text.contains("name=\"\(hidden)\"") {
                    text = text.replacing((try? answer.hidden(hidden)) ?? "-", with: "")
                }
                return text
            }
            #expect(shape(missing, "PA-170703-9999") == shape(hidden, code))
        }
    }

    @Test func `who gets the work sees the dossier from then on`() async throws {
        try await withWard { office, code in
            let path = "/dossiers/\(code)"
            #expect(try await verdict(office.open(path, as: "ha")) == .hidden)
            try await office.advance(code)
            #expect(try await verdict(office.open(path, as: "ha")) == .shown)
            #expect(try await verdict(office.open(path, as: "ke")) == .shown)
            #expect(try await verdict(office.open(path, as: "giang")) == .hidden)
            #expect(try await verdict(office.open(path, as: "quan")) == .hidden)
            #expect(try await verdict(office.open(path, as: "quy")) == .hidden)
        }
    }

    @Test func `acts on a dossier that may not be seen are not found, whatever they say`()
        async throws
    {
        try await withWard { office, code in
            let before = try await office.sequence()
            for person: PersonID in ["tam", "ha", "ke", "quan", "quy", "giang", "la"] {
                for act in Dossiers.Act.allCases {
                    let answer = try await office.post(
                        "/dossiers/\(code)/acts", as: person,
                        [("act", act.rawValue), ("item", "1"), ("reason", "x"), ("product", "x")])
                    #expect(answer.status == .notFound, "\(person) \(act)")
                }
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `who may look may not therefore act`() async throws {
        try await withWard { office, code in
            let before = try await office.sequence()
            for act in [
                Dossiers.Act.complete, .handOver, .askSupplement, .refuse, .withdraw, .stop,
            ] {
                let answer = try await office.post(
                    "/dossiers/\(code)/acts", as: "so",
                    [
                        ("act", act.rawValue), ("item", "1"), ("reason", "x"), ("product", "x"),
                        ("person", "so"), ("papers", "x"),
                    ])
                #expect(answer.status == .unprocessableContent, "\(act)")
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `processes are written by those in charge of them alone`() async throws {
        try await withWard { office, _ in
            let before = try await office.sequence()
            let forms: [(String, [(String, String)])] = [
                ("/processes/check", [("yaml", "x")]), ("/processes", [("yaml", "x")]),
                ("/processes/KS-01/publish", [("issue", "9"), ("effective", "2018-01-01")]),
                ("/processes/KS-01/retire", []),
            ]
            for person in Self.people where person != "quy" {
                #expect(try await verdict(office.open("/processes/check", as: person)) == .refused)
                for (path, fields) in forms {
                    let answer = try await office.post(path, as: person, fields)
                    #expect(verdict(answer) == .refused, "\(person) \(path)")
                }
            }
            #expect(try await verdict(office.open("/processes/check", as: "quy")) == .shown)
            for (path, fields) in forms {
                let answer = try await office.post(path, as: "quy", fields)
                #expect(verdict(answer) != .refused, "\(path)")
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `substitutes are named by administrators and by the head of the unit`()
        async throws
    {
        try await withWard { office, _ in
            let before = try await office.sequence()
            let granted: [UnitID: Set<PersonID>] = [
                "p": ["anh", "quan"], "p.mc": ["binh", "quan"], "p.tp": ["tam", "quan"],
                "p.kt": ["ke", "quan"], "r": ["giang", "quan"], "r.mc": ["la", "quan"],
            ]
            for (unit, allowed) in granted {
                let path = "/organisation/\(unit)"
                for person in Self.people {
                    let page = try await office.open(path, as: person)
                    #expect(
                        page.text.contains("action=\"\(path)/substitutes\"")
                            == allowed.contains(person), "\(person) \(unit)")
                    // A form that is wrong in itself: who may is told what is wrong with it.
                    let posted = try await office.post(
                        path + "/substitutes", as: person,
                        [
                            ("absent", "\(person)"), ("substitute", "\(person)"),
                            ("from", "2017-08-01"), ("through", "2017-08-01"), ("reason", "x"),
                        ])
                    #expect(
                        verdict(posted) == (allowed.contains(person) ? .asked : .refused),
                        "\(person) \(unit)")
                }
            }
            #expect(try await office.sequence() == before)
        }
    }

    @Test func `nothing is written by reading, and writing addresses are not read`() async throws {
        try await withWard { office, code in
            let before = try await office.sequence()
            for path in [
                "/dossiers/\(code)/acts", "/processes/KS-01/publish", "/processes/KS-01/retire",
                "/organisation/p.mc/substitutes", "/sign-out",
            ] {
                let answer = try await office.open(path, as: "quan")
                #expect(answer.status == .notFound, "\(path)")
            }
            for path in Self.open where !path.contains("?") && path != "/clock" {
                // These take acts as well.
                if ["/processes", "/handovers", "/outages", "/delegations"].contains(path) {
                    continue
                }
                let answer = try await office.post(path, as: "quan", [])
                #expect(answer.status == .notFound, "\(path)")
            }
            #expect(try await office.sequence() == before)
        }
    }
}
