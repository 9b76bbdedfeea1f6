// What an invented citizen and officers write about a dossier.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum MessageSamples {
    static let question = "Tôi có cần mang bản chính không?"
    static let answer = "Có, xin mang bản chính để đối chiếu."

    static let mark = PersonalMark(id: "message/A/1", digest: Array(repeating: 1, count: 32))
}

extension DossierTestOffice {
    /// The citizen writes, who was shown to be the applicant.
    @discardableResult
    func ask(
        _ words: String = MessageSamples.question, about code: String, key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .messages(.write(code, words)), by: nil, at: sources.now, key: key,
            fingerprint: Array("\(code)\(words)".utf8))
    }

    @discardableResult
    func reply(
        _ words: String = MessageSamples.answer, about code: String, by person: PersonID
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .messages(.write(code, words)), by: Actor(person), at: sources.now)
    }

    func talk(_ code: String) async throws -> Messages.Talk {
        try await desk.read { try $0.toldTalk(of: code)?.state ?? .init() }
    }

    func thread(_ code: String, as person: PersonID) async throws -> Messages.Thread {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.messages(of: code, for: viewer, at: now) }
    }

    func waiting(for person: PersonID, after key: String = "") async throws -> Messages.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read {
            try $0.messagesWaiting(for: viewer, after: key, at: now)
        }
    }

    func waitingCodes(for person: PersonID) async throws -> [String] {
        try await waiting(for: person).rows.map(\.dossier)
    }

    func talkRows() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows("SELECT * FROM messageTalk ORDER BY dossier").map { "\($0)" }
        }
    }

    /// The proof that the page of who follows a dossier holds.
    func proof(_ code: String) async throws -> String {
        let page = try await track(code, Self.digits, wantsJSON: false)
        return try page.hidden("proof")
    }

    func writeAsCitizen(
        _ words: String, about code: String, proof: String, key: String = "",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await post(
            "/track/message", as: nil,
            [("code", code), ("proof", proof), ("words", words)]
                + (key.isEmpty ? [] : [("key", key)]), wantsJSON: wantsJSON)
    }
}
