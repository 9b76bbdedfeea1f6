// An office that sends codes, and citizens who type them.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    static let both = Contacts.Settings(channels: [.email, .sms])

    /// The same office on a server that is set up otherwise.
    func with(contacts: Contacts.Settings) throws -> DossierTestOffice {
        let sources = sources
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: [], contacts: contacts),
            sources: sources)
    }

    /// Runs an office with its procedure on a server that sends codes.
    static func runWithCodes(
        _ settings: Contacts.Settings = both, _ body: (DossierTestOffice) async throws -> Void
    ) async throws {
        try await run { office in
            try await office.issue()
            try await body(try office.with(contacts: settings))
        }
    }

    /// Digits of all codes in the outbox, in order.
    func codes() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows(
                "SELECT payload FROM outboxMessage WHERE kind LIKE '%.code' ORDER BY position"
            ).map { try Payload(decoding: try $0.blob("payload")).text("digits") }
        }
    }

    func lastCode() async throws -> String { try #require(try await codes().last) }

    /// Another than the one that was sent.
    func wrongCode() async throws -> String {
        try await lastCode() == "000000" ? "000001" : "000000"
    }

    func pass(minutes: Int) { sources.set(now + minutes) }

    func send(_ typed: String, holder: String, from client: String = "203.0.113.9") async throws {
        let address = try #require(
            Contacts.Address(typed.contains("@") ? .email : .sms, typed))
        try await desk.sendCode(to: address, holder: holder, from: client)
    }

    @discardableResult
    func check(
        _ code: String, holder: String, from client: String = "203.0.113.9"
    ) async throws -> Contacts.Address {
        try await desk.checkCode(code, holder: holder, from: client)
    }

    func linkRows() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows(
                """
                SELECT filing, contact, personal, dossier, since FROM contactLink
                ORDER BY filing, contact
                """
            ).map { "\($0)" }
        }
    }
}

/// Somebody at /my, with the cookie that a browser keeps.
struct ContactVisitor {
    let office: DossierTestOffice
    var cookie = ""

    mutating func post(
        _ path: String = "/my", _ fields: [(String, String)], wantsJSON: Bool = false,
        from client: String = "203.0.113.5"
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [.cookie: cookie]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = client }
        if wantsJSON { headers[.accept] = "application/json" }
        let answer = try await office.send(
            .post, path, headers, body: DossierTestOffice.encoded(fields))
        let set = answer.header("Set-Cookie")
        if !set.isEmpty { cookie = String(set.prefix { $0 != ";" }) }
        return answer
    }

    func open(_ path: String = "/my", wantsJSON: Bool = false) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [.cookie: cookie]
        if wantsJSON { headers[.accept] = "application/json" }
        return try await office.send(.get, path, headers)
    }

    /// Asks for a code and types it.
    mutating func enter(_ address: String = "hu.cau@vi-du.vn") async throws {
        let asked = try await post("/my", [("address", address)])
        #expect(asked.status == .seeOther, "\(asked.text)")
        let code = try await office.lastCode()
        let entered = try await post("/my", [("act", "check"), ("code", code)])
        #expect(entered.status == .seeOther && entered.location == "/my", "\(entered.text)")
    }
}

extension FilingCitizen {
    /// Answers until the page of the code, and asks for one there.
    func reachCode(by channel: String = "email", _ process: String = "KS-01") async throws {
        _ = try await post("/file/\(process)/person", FilingSamples.fields)
        let next = try await post("/file/\(process)/contact", FilingSamples.fields)
        #expect(next.location == "/file/\(process)/verify", "\(next.text)")
        let sent = try await post("/file/\(process)/verify", [("send", channel)])
        #expect(sent.location == "/file/\(process)/verify", "\(sent.text)")
    }

    func type(_ code: String, _ process: String = "KS-01") async throws -> DossierTestAnswer {
        try await post("/file/\(process)/verify", [("act", "check"), ("code", code)])
    }

    /// From the first page to the number, with an address that was shown.
    mutating func fileShown() async throws -> String {
        _ = try await begin()
        try await reachCode()
        let typed = try await type(try await office.lastCode())
        #expect(typed.location == "/file/KS-01/address", "\(typed.text)")
        _ = try await fill()
        let sent = try await post("/file/KS-01/review")
        #expect(sent.location == "/file/KS-01/done", "\(sent.text)")
        let done = try await office.send(
            .get, "/file/KS-01/done", [.cookie: cookie, .accept: "application/json"])
        return try #require(try done.json()["filing"] as? String)
    }
}
