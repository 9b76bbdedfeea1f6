// The pages of claims, in both languages, with and without a script: words are whole, links lead
// on, and nothing that somebody wrote becomes part of the page.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Pages of claims` {
    private static let texts = ["[claim", "[claims", "[privacy", "[petition"]

    private func expectWhole(_ page: DossierTestAnswer, _ name: String) {
        #expect(page.status == .ok, "\(name)")
        for text in Self.texts { #expect(!page.text.contains(text), "\(name) \(text)") }
        #expect(page.text.contains("<h1>"), "\(name)")
    }

    @Test(arguments: ["vi", "en"])
    func `have all their words`(_ language: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.erase)
            for path in ["/privacy/new", "/privacy/follow"] {
                let page = try await office.open(path, as: nil, language: language)
                expectWhole(page, path)
            }
            for path in [
                "/privacy/claims", "/privacy/claims?list=ended", "/privacy/claims/\(code)",
                "/privacy",
                "/reads",
            ] {
                let page = try await office.open(path, as: "anh", language: language)
                expectWhole(page, path)
            }
        }
    }

    @Test(arguments: Privacy.Right.allCases)
    func `each right is asked, shown and followed by its name`(
        _ right: Privacy.Right
    ) async throws {
        try await DossierTestOffice.run { office in
            let name = try Site.Texts.bundled().text("claim.right.\(right.rawValue)", .vi, [])
            let form = try await office.open("/privacy/new", as: nil)
            #expect(form.text.contains(name))
            let code = try await office.claim(right)
            let list = try await office.open("/privacy/claims", as: "anh")
            #expect(list.text.contains(name))
            let page = try await office.open("/privacy/claims/\(code)", as: "anh")
            #expect(page.text.contains("<h1>\(name)</h1>"))
            let told = try await office.post(
                "/privacy/follow", as: nil,
                [("code", code), ("secret", PrivacySamples.secret)])
            #expect(told.text.contains(name))
        }
    }

    @Test(arguments: Privacy.Ground.allCases)
    func `a refusal tells its reason to the claimant`(_ ground: Privacy.Ground) async throws {
        try await DossierTestOffice.run { office in
            let words = try Site.Texts.bundled().text("claim.ground.\(ground.rawValue)", .vi, [])
            let code = try await office.claim(.object)
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.refuse(ground, "Vì <thế>."), on: code, by: "ha")
            let told = try await office.post(
                "/privacy/follow", as: nil,
                [("code", code), ("secret", PrivacySamples.secret)])
            #expect(told.text.contains(words))
            #expect(told.text.contains("Vì &lt;thế&gt;."))
            let ended = try await office.open("/privacy/claims?list=ended", as: "anh")
            #expect(ended.text.contains(code))
            let open = try await office.open("/privacy/claims", as: "anh")
            #expect(!open.text.contains(code))
        }
    }

    @Test func `terms stand there as unconfirmed`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            for page in [
                try await office.open("/privacy/new", as: nil),
                try await office.open("/privacy/claims/\(code)", as: "anh"),
            ] {
                #expect(page.text.contains("2 ngày làm việc"))
                #expect(page.text.contains("15 ngày làm việc"))
                #expect(page.text.contains("chưa đối chiếu với văn bản gốc"))
                #expect(page.text.contains("chưa có nguồn nêu thời hạn riêng"))
            }
        }
    }

    @Test func `the number and the secret are shown once`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.post(
                "/privacy/new", as: nil, PrivacySamples.fields + [("key", "khoa-mot")])
            #expect(page.status == .ok)
            #expect(page.text.contains("DL-PA-170703-0001"))
            #expect(page.text.contains("id=\"secret\""))
            #expect(page.text.contains("/privacy/follow?code=DL-PA-170703-0001"))
            #expect(page.header("Cache-Control") == "no-store")
            let follow = try await office.open(
                "/privacy/follow?code=DL-PA-170703-0001", as: nil)
            #expect(follow.text.contains("value=\"DL-PA-170703-0001\""))
        }
    }

    @Test(
        arguments: [
            ("right", "' OR 1=1", "privacy.rightMissing"),
            ("office", "r'--", "privacy.officeUnknown"),
            ("office", "p.mc", "privacy.officeUnknown"), ("name", "", "privacy.nameMissing"),
            ("name", String(repeating: "a", count: 201), "privacy.nameTooLong"),
            ("phone", "<script>", "privacy.phoneInvalid"),
            ("phone", "", "privacy.contactMissing"), ("words", "   ", "privacy.wordsMissing"),
            ("words", String(repeating: "ă", count: 4_001), "privacy.wordsTooLong"),
            ("subjects", String(repeating: "a", count: 501), "privacy.subjectsTooLong"),
        ])
    func `a hostile field is refused by name and writes nothing`(
        _ field: String, _ value: String, _ code: String
    ) async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.sequence()
            let fields = PrivacySamples.fields.map { $0.0 == field ? ($0.0, value) : $0 }
            let answer = try await office.post("/privacy/new", as: nil, fields, wantsJSON: true)
            #expect(try answer.code() == code)
            #expect(try await office.sequence() == before)
            let page = try await office.post("/privacy/new", as: nil, fields)
            #expect(page.status == .unprocessableContent)
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE dossier; --",
        "{{7*7}}", "%00%0d%0aSet-Cookie: a=b", "\u{202E}ngược", "=HYPERLINK(\"x\")",
    ])
    func `hostile words stay words`(_ words: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.complain) {
                $0.claimant.words = words
                $0.claimant.name = words
            }
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            try await office.claimAct(.finish(words), on: code, by: "ha")
            for page in [
                try await office.open("/privacy/claims/\(code)", as: "anh"),
                try await office.post(
                    "/privacy/follow", as: nil,
                    [("code", code), ("secret", PrivacySamples.secret)]),
            ] {
                #expect(page.status == .ok)
                #expect(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"))
                #expect(page.header("Set-Cookie").isEmpty)
            }
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
        }
    }

    @Test func `an act that nobody knows is not there`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            for act in ["", "delete", "Assign", "erase;"] {
                let answer = try await office.post(
                    "/privacy/claims/\(code)/acts", as: "anh", [("act", act)], wantsJSON: true)
                #expect(answer.status == .notFound, "\(act)")
            }
        }
    }

    @Test func `codes to erase may stand on lines, in small letters and twice`() throws {
        let form = Site.Form(pairs: [
            ("act", "erase"), ("subjects", "pa-170703-0002\r\n\n PA-170703-0001 \nPA-170703-0002"),
        ])
        #expect(Privacy.act(of: form) == .erase(["PA-170703-0001", "PA-170703-0002"]))
        #expect(Privacy.act(of: Site.Form(pairs: [("act", "erase")])) == .erase([]))
        let days = Site.Form(pairs: [("act", "extend"), ("days", "mười"), ("words", "x")])
        #expect(Privacy.act(of: days) == .extend(days: 0, "x"))
    }

    @Test func `programs act with the scope of work alone`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            let path = "/privacy/claims/\(code)/acts"
            let reader = try await office.token(of: "anh", .read)
            let worker = try await office.token(of: "anh", .work)
            let json = #"{"act": "assign", "person": "ha"}"#
            #expect(try await office.call(.post, path, reader, json: json).status == .forbidden)
            #expect(try await office.call(.post, path, worker, json: json).status == .ok)
            #expect(try await office.claimState(code).holder == "ha")
            let sending = try await office.call(.post, "/privacy/new", worker, json: "{}")
            #expect(sending.status == .forbidden, "sending is for people without an account")
        }
    }
}
