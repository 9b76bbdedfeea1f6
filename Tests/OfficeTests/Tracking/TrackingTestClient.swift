// Asking as a citizen does: no account, a code, perhaps digits, from some address.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    /// The digits of the sample applicant's telephone, 0912 345 678.
    static let digits = "5678"

    func track(
        _ code: String, _ digits: String = "", from address: String = "203.0.113.7",
        wantsJSON: Bool = true, language: String = "vi", more: [(String, String)] = [],
        path: String = "/track"
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [.cookie: "roviec_language=\(language)"]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = address }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await send(
            .post, path, headers,
            body: Self.encoded([("code", code), ("digits", digits)] + more))
    }

    /// What a citizen with the right digits is told.
    func told(_ code: String, _ digits: String = digits) async throws -> Tracking.Answer {
        let question = try Tracking.question(code: code, digits: digits)
        return try await desk.track(question, from: "203.0.113.8", at: sources.now)
    }

    func details(_ code: String) async throws -> Tracking.Details {
        try #require(try await told(code).details)
    }

    /// From the receipt to the result in the citizen's hand.
    func finish(_ code: String) async throws {
        for _ in 0..<20 where try await state(code).status != .returned {
            try await advance(code)
        }
        #expect(try await state(code).status == .returned)
    }

    /// Papers are asked for with form 02.
    func askPapers(
        _ code: String, _ papers: [String] = ["Giấy chứng sinh"], reason: String = "Thiếu"
    ) async throws {
        let item = try await item(code)
        try await perform(
            .askSupplement(code, item.id, reason: reason, papers: papers), by: item.holder)
    }

    func bringPapers(_ code: String) async throws {
        let item = try await item(code)
        try await act(.receiveSupplement(item.id), on: code, by: item.holder)
    }

    /// Another node of the same office, on the same database.
    func node() throws -> DossierTestOffice {
        let desk = Desk(store: desk.store, sources: desk.sources)
        let sources = sources
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: []),
            sources: sources)
    }
}
