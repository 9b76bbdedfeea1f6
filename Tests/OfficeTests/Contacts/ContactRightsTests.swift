// Programs, officers and strangers before the doors of what citizens do online.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Doors of what citizens do online` {
    private static let posts = [
        "/my", "/my/leave", "/track/message", "/track/notices", "/track/attachment",
        "/notices/stop", "/my/prefill",
    ]

    @Test func `take no form that another site sent`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            for path in Self.posts {
                for site in ["cross-site", "same-site"] {
                    let answer = try await office.send(
                        .post, path, [name: site], body: DossierTestOffice.encoded([("a", "b")]))
                    #expect(answer.status == .unprocessableContent, "\(path) \(site)")
                }
            }
            #expect(try await office.codes().isEmpty)
        }
    }

    @Test func `answer an empty form, and a large one, without an incident`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let large = String(repeating: "x", count: 200_000)
            for path in Self.posts {
                for fields in [
                    [], [("code", large), ("proof", large), ("words", large)],
                    [("code", "\u{0}"), ("proof", "\u{0}"), ("file", "\u{0}")],
                    [("address", large), ("act", "check"), ("code", "' OR 1=1 --")],
                ] as [[(String, String)]] {
                    let answer = try await office.post(path, as: nil, fields, wantsJSON: true)
                    #expect(answer.status.code < 500, "\(path): \(answer.text.prefix(200))")
                }
            }
        }
    }

    @Test func `take the token of the session from officers`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            for path in Self.posts {
                let answer = try await office.post(
                    path, as: "chi", [("code", "x")], wantsJSON: true, withToken: false)
                #expect(try answer.code() == "site.form.tokenMissing", "\(path)")
            }
        }
    }

    @Test func `show a program the address of its session, and file with it`() async throws {
        let strict = Contacts.Settings(channels: [.email], isRequired: true)
        try await DossierTestOffice.runWithCodes(strict) { office in
            var program = ContactVisitor(office: office)
            let asked = try await program.post(
                "/my", [("address", "hu.cau@vi-du.vn")], wantsJSON: true)
            #expect(try asked.json()["sentTo"] as? String == "h***@vi-du.vn")
            let wrong = try await program.post(
                "/my", [("act", "check"), ("code", try await office.wrongCode())],
                wantsJSON: true)
            #expect(try wrong.code() == "contacts.codeWrong")
            let entered = try await program.post(
                "/my", [("act", "check"), ("code", try await office.lastCode())],
                wantsJSON: true)
            #expect(try entered.json()["entered"] as? String == "h***@vi-du.vn")
            let filed = try await program.post(
                "/file/KS-01", FilingSamples.fields, wantsJSON: true)
            #expect(filed.status == .created, "\(filed.text)")
            let code = try #require(try filed.json()["filing"] as? String)
            #expect(try await office.filing(code).registration.shownContact == .email)
            // With another address in the form the session shows nothing.
            let other = try await program.post(
                "/file/KS-01",
                FilingSamples.fields.filter { $0.0 != "email" }
                    + [("email", "khac@vi-du.vn")], wantsJSON: true)
            #expect(try other.code() == "filings.contactNotShown")
            let list = try await program.open(wantsJSON: true).json()
            #expect((list["rows"] as? [Any])?.count == 1)
        }
    }

    @Test func `believe a session that is over no more, also while filing`() async throws {
        let strict = Contacts.Settings(channels: [.email], isRequired: true)
        try await DossierTestOffice.runWithCodes(strict) { office in
            var program = ContactVisitor(office: office)
            try await program.enter()
            office.pass(minutes: 31)
            let late = try await program.post(
                "/file/KS-01", FilingSamples.fields, wantsJSON: true)
            #expect(try late.code() == "filings.contactNotShown")
            program.cookie = "roviec_my=khong-co"
            let made = try await program.post(
                "/file/KS-01", FilingSamples.fields, wantsJSON: true)
            #expect(try made.code() == "filings.contactNotShown")
        }
    }

    @Test func `say the same in English`() async throws {
        try await DossierTestOffice.runWithCodes { office in
            let page = try await office.open("/my", as: nil, language: "en")
            page.expectSound("my in English")
            #expect(page.text.contains("My dossiers"))
            let code = try await office.receive()
            let proof = try await office.proof(code)
            let written = try await office.send(
                .post, "/track/message", [.cookie: "roviec_language=en"],
                body: DossierTestOffice.encoded([
                    ("code", code), ("proof", proof), ("words", "Hello"),
                ]))
            #expect(written.text.contains("Messages about the dossier"))
            #expect(written.text.contains("no term of law"))
        }
    }
}
