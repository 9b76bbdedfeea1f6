// A database that is full, away or busy: people keep what they wrote, programs know when to come
// again, and nothing is done twice.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `When the database cannot take a command` {
    /// The trouble, the status, and the seconds to wait.
    static let troubles: [(LedgerStoreError, Int, String)] = [
        (.overloaded(waiting: 1024), 503, "2"), (.closed, 503, "5"),
        (.lockedByAnotherProcess, 503, "5"), (.diskFull, 507, "60"), (.readOnly, 503, "60"),
        (.unreachable(detail: "x"), 503, "5"), (.outcomeUnknown, 503, "5"),
    ]
    /// What no waiting mends.
    static let incidents: [LedgerStoreError] = [
        .corrupt(detail: "x"), .constraint(.unique, detail: "x"), .failed(detail: "x", sql: "y"),
        .unknownToken("x"), .newerSchema(unknown: ["x"]), .migrationChanged(id: "x"),
        .notADatabase(path: "x"), .notDurable(setting: "x", found: "y"),
        .cannotOpen(path: "x", detail: "y"), .wrongSetting("x", found: "y", wanted: "z"),
    ]
    private static let reason = "Thiếu \"hộ khẩu\" <b>&\n và ảnh"

    private func act(_ code: String) -> [(String, String)] {
        [
            ("act", "askSupplement"), ("item", "1"), ("reason", Self.reason),
            ("papers", "Ảnh"), ("key", "k-\(code)"),
        ]
    }

    @Test(arguments: troubles)
    func `a person keeps the form, and sends it again with one press`(
        error: LedgerStoreError, status: Int, seconds: String
    ) async throws {
        try await DossierTestOffice.run { sound in
            let code = try await sound.receive()
            let (office, store) = sound.troubled()
            let session = try await office.signIn("chi")
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            let path = "/dossiers/\(code)/acts"
            let fields = act(code) + [("token", Site.formToken(of: session))]
            store.have(error)
            let page = try await office.send(
                .post, path, headers, body: DossierTestOffice.encoded(fields))
            #expect(page.status.code == status)
            #expect(page.header("Retry-After") == seconds)
            #expect(page.text.contains("role=\"alert\"") && page.text.contains("Gửi lại"))
            #expect(page.text.contains("action=\"\(path)\"") && page.text.contains("Người chi"))
            for name in ["act", "item", "papers", "key", "token"] {
                let value = fields.first { $0.0 == name }?.1 ?? ""
                #expect(try page.hidden(name) == value, "\(name)")
            }
            #expect(
                try page.hidden("reason")
                    == "Thiếu &quot;hộ khẩu&quot; &lt;b&gt;&amp;\n và ảnh")
            #expect(try await office.state(code).status == .received)
            store.recover()
            for _ in 0..<2 {
                let done = try await office.send(
                    .post, path, headers, body: DossierTestOffice.encoded(fields))
                #expect(done.status == .seeOther)
            }
            let asked = try await office.state(code).supplements
            #expect(asked.map(\.reason) == [Self.reason], "once, however often it was sent")
        }
    }

    @Test(arguments: troubles)
    func `a program is told the code, the sentences and when to come again`(
        error: LedgerStoreError, status: Int, seconds: String
    ) async throws {
        try await DossierTestOffice.run { sound in
            let code = try await sound.receive()
            let token = try await sound.token(of: "chi", .work, .read)
            let (office, store) = sound.troubled()
            store.have(error)
            let path = "/dossiers/\(code)/acts"
            let body = #"{"act": "complete", "item": 1, "product": "Xong"}"#
            let answer = try await office.call(.post, path, token, json: body, key: "k")
            #expect(answer.status.code == status)
            #expect(answer.header("Retry-After") == seconds)
            let json = try answer.json()
            let name = String(describing: error).prefix { $0 != "(" }
            #expect(json["code"] as? String == "store.\(name)")
            #expect(json["vi"] as? String == error.sentence.vi)
            #expect(json["en"] as? String == error.sentence.en)
            #expect(
                try await office.call(.get, "/work", token).status == .ok, "who reads goes on")
            store.recover()
            let done = try await office.call(.post, path, token, json: body, key: "k")
            #expect(done.status == .ok)
        }
    }

    @Test func `the form is kept even when nobody could look up who sent it`() async throws {
        try await DossierTestOffice.run { sound in
            let code = try await sound.receive()
            let (office, store) = sound.troubled()
            let session = try await office.signIn("chi")
            store.have(.lockedByAnotherProcess, alsoReads: true)
            let headers: HTTPFields = [.cookie: "roviec_session=\(session)"]
            let fields = act(code) + [("token", Site.formToken(of: session))]
            let page = try await office.send(
                .post, "/dossiers/\(code)/acts", headers,
                body: DossierTestOffice.encoded(fields))
            #expect(page.status == .serviceUnavailable)
            #expect(try page.hidden("key") == "k-\(code)")
            #expect(try page.hidden("token") == Site.formToken(of: session))
            let list = try await office.send(.get, "/work", headers)
            #expect(list.status == .serviceUnavailable)
            #expect(list.text.contains("5 giây") && !list.text.contains("<form method=\"post\""))
        }
    }

    @Test func `a password is never handed back`() async throws {
        try await DossierTestOffice.run { sound in
            try await sound.desk.setPassword("bí mật 2017", account: "chi.mc", person: "chi")
            let (office, store) = sound.troubled()
            store.have(.diskFull)
            let page = try await office.send(
                .post, "/sign-in",
                body: DossierTestOffice.encoded([
                    ("account", "chi.mc"), ("password", "bí mật 2017"),
                ]))
            #expect(page.status.code == 507)
            #expect(!page.text.contains("bí mật") && !page.text.contains("Gửi lại"))
        }
    }

    @Test func `a full disk does not turn away a program that reads`() async throws {
        try await DossierTestOffice.run { sound in
            let token = try await sound.token(of: "chi", .read)
            let (office, store) = sound.troubled()
            store.have(.diskFull)
            #expect(try await office.call(.get, "/work", token).status == .ok)
            #expect(try await office.tokens().first?.usedAt == nil)
            store.recover()
            #expect(try await office.call(.get, "/work", token).status == .ok)
            #expect(try await office.tokens().first?.usedAt != nil)
        }
    }

    @Test(arguments: incidents)
    func `what no waiting mends is an incident with a number`(
        error: LedgerStoreError
    ) async throws {
        #expect(StoreRefusal(error) == nil)
        try await DossierTestOffice.run { sound in
            let code = try await sound.receive()
            let token = try await sound.token(of: "chi", .work)
            let (office, store) = sound.troubled()
            store.have(error)
            let answer = try await office.call(
                .post, "/dossiers/\(code)/acts", token,
                json: #"{"act": "complete", "item": 1, "product": "x"}"#)
            #expect(answer.status == .internalServerError)
            #expect(try answer.code() == "site.incident")
            #expect(answer.header("Retry-After").isEmpty)
        }
    }

    @Test func `English readers read it in English`() async throws {
        try await DossierTestOffice.run { sound in
            let code = try await sound.receive()
            let (office, store) = sound.troubled()
            let session = try await office.signIn("chi")
            store.have(.overloaded(waiting: 7))
            let page = try await office.send(
                .post, "/dossiers/\(code)/acts",
                [.cookie: "roviec_session=\(session); roviec_language=en"],
                body: DossierTestOffice.encoded(
                    act(code) + [("token", Site.formToken(of: session))]))
            #expect(page.text.contains(LedgerStoreError.overloaded(waiting: 7).sentence.en))
            #expect(page.text.contains("Send again"))
        }
    }
}
