// What people with bad intent, broken programs and old pages send: each is answered in words, and
// nothing of it changes a dossier.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile forms of dossiers` {
    /// A form sent by the holder that must not change anything.
    private func expectRefused(
        _ fields: [(String, String)], on code: String, in office: DossierTestOffice,
        as person: PersonID = "chi"
    ) async throws {
        let before = try await office.state(code)
        let sequence = try await office.sequence()
        for wantsJSON in [true, false] {
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: person, fields, wantsJSON: wantsJSON)
            let isRefusal = [.unprocessableContent, .notFound].contains(answer.status)
            #expect(isRefusal, "\(fields): \(answer.status)")
            if !wantsJSON { #expect(!answer.text.contains("<script>"), "\(fields)") }
        }
        #expect(try await office.state(code) == before, "\(fields)")
        #expect(try await office.sequence() == sequence, "\(fields)")
    }

    @Test func `acts and items that do not exist are refused`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for act in [
                "", " ", "COMPLETE", "complete\u{0}x", "<script>", "start", "linkCall", "đ",
            ] {
                try await expectRefused([("act", act), ("item", "1")], on: code, in: office)
            }
            for item in ["0", "-1", "2", "99", "1e3", "0x1", "9223372036854775808", "một", ""] {
                try await expectRefused(
                    [("act", "complete"), ("item", item), ("product", "x")], on: code, in: office)
            }
        }
    }

    @Test func `people and steps that do not exist are refused in words`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for person in ["", "khong-co", "<script>alert(1)</script>", "chi", "ha", "la"] {
                for act in ["assign", "handOver"] {
                    try await expectRefused(
                        [("act", act), ("item", "1"), ("person", person), ("reason", "x")],
                        on: code, in: office)
                }
            }
            try await office.advance(code, times: 4)
            for node in ["", "khong-co", "ky", "tra", "dau", "<script>"] {
                try await expectRefused(
                    [("act", "sendBack"), ("item", "3"), ("node", node), ("reason", "x")],
                    on: code, in: office, as: "anh")
            }
        }
    }

    @Test func `nobody becomes somebody else by writing a name into the form`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for name in ["chi", "anh", "khong-co", "chi\u{0}", "ha"] {
                try await expectRefused(
                    [("act", "complete"), ("item", "1"), ("product", "x"), ("for", name)],
                    on: code, in: office, as: "pho")
            }
            // A substitute of somebody else is none of the holder's.
            try await office.advance(code, times: 2)
            try await expectRefused(
                [("act", "complete"), ("item", "2"), ("product", "x"), ("for", "ha")], on: code,
                in: office, as: "pho")
        }
    }

    @Test func `values of fields must fit their form`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for value in ["hai", "nan", "inf", "-", "1e999", "1.2.3", "<script>"] {
                try await expectRefused(
                    [
                        ("act", "complete"), ("item", "1"), ("product", "x"),
                        ("field.soBan", value),
                    ], on: code, in: office)
            }
            // Fields that the form does not have are not read at all.
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [
                    ("act", "complete"), ("item", "1"), ("product", "x"), ("field.soBan", "2,5"),
                    ("field.khongCo", "x"), ("field.__proto__", "x"), ("focalPoint", "la"),
                    ("status", "returned"),
                ])
            #expect(answer.status == .seeOther)
            let dossier = try await office.state(code)
            #expect(dossier.instance?.fields == ["soBan": .number(2.5)])
            #expect(dossier.instance?.focalPoint == "chi")
            #expect(dossier.status == .processing)
        }
    }

    @Test func `a personal value sent with a step stays out of state and ledger`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let secret = "Bé Bí Mật"
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [("act", "complete"), ("item", "1"), ("product", "x"), ("field.tenCon", secret)])
            #expect(answer.status == .seeOther)
            #expect(try await office.state(code).instance?.personalKeys == ["tenCon"])
            let state = try StreamState.bytes(of: try await office.state(code))
            let bytes =
                try await office.desk.read { reading in
                    try reading.rows("SELECT payload AS b FROM entry").map { try $0.blob("b") }
                } + [state]
            let needle = Array(secret.utf8)
            #expect(bytes.allSatisfy { !$0.contains(needle) })
        }
    }

    @Test func `papers asked for must be named, blank lines are none`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for papers in ["", " ", "\n\n", " \r\n\t\n\u{A0}"] {
                try await expectRefused(
                    [("act", "askSupplement"), ("item", "1"), ("reason", "x"), ("papers", papers)],
                    on: code, in: office)
            }
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [
                    ("act", "askSupplement"), ("item", "1"), ("reason", "Thiếu"),
                    ("papers", "  Hộ khẩu\r\n\r\nGiấy chứng sinh \n<b>Ảnh</b>"),
                ])
            #expect(answer.status == .seeOther)
            let papers = try await office.state(code).supplements.first?.papers
            #expect(papers?.count == 3)
            #expect(papers?.first == "Hộ khẩu")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("&lt;b&gt;Ảnh&lt;/b&gt;"))
        }
    }

    @Test func `bytes that are no text and bodies without end are refused`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let session = try await office.signIn("chi")
            let token = Site.formToken(of: session)
            let headers: HTTPFields = [
                .cookie: "roviec_session=\(session)", .accept: "application/json",
            ]
            let bodies: [(String, String)] = [
                ("act=complete&item=1&product=%FF%FE&token=\(token)", "site.form.notText"),
                (
                    "act=complete&item=1&product=\(String(repeating: "a", count: 1_100_000))",
                    "site.form.tooLarge"
                ),
                (
                    "act=complete&item=1&product=x&token=\(token.uppercased())0",
                    "site.form.tokenMissing"
                ),
            ]
            for (body, rule) in bodies {
                let answer = try await office.send(
                    .post, "/dossiers/\(code)/acts", headers, body: Array(body.utf8))
                #expect(try answer.code() == rule)
            }
            #expect(try await office.state(code).status == .received)
        }
    }

    @Test(arguments: [
        "/dossiers/%FF", "/dossiers/%00", "/dossiers/..%2F..%2Fetc", "/dossiers/PA%27--",
        "/dossiers/%3Cscript%3E", "/dossiers/PA-170703-0001%00", "/dossiers/+", "/dossiers/%",
    ])
    func `codes that are none are not found, in HTML and in JSON`(_ path: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            for ending in ["", "/receipt", "/slip"] {
                for wantsJSON in [true, false] {
                    let answer = try await office.open(
                        path + ending, as: "chi", wantsJSON: wantsJSON)
                    #expect(answer.status == .notFound, "\(path)\(ending) \(answer.status)")
                    if !wantsJSON { #expect(!answer.text.contains("<script>")) }
                }
            }
        }
    }

    @Test func `long reasons are kept whole and shown as text`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let reason = String(repeating: "Lý do rất dài & có dấu. ", count: 4_000)
            let answer = try await office.post(
                "/dossiers/\(code)/acts", as: "chi",
                [("act", "withdraw"), ("reason", reason)])
            #expect(answer.status == .seeOther)
            let kept = try await office.record(code, as: "chi").endReason
            #expect(kept.count >= 95_000)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.status == .ok)
            #expect(page.text.contains("rất dài &amp; có dấu."))
        }
    }
}
