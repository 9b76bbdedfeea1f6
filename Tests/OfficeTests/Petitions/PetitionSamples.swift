// What an invented citizen tells an office, and how the test office gets it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum PetitionSamples {
    static let secret = "ABCDE-FGHJK"

    static let sender = Petitions.Sender(
        subject: "Đến hẹn chưa có kết quả", words: "Giấy hẹn ngày 3.\nĐến ngày 10 vẫn chưa có.",
        name: "Trần Thị Hư Cấu", phone: "0912 345 678", email: "hu.cau@example.com",
        dossier: "PA-170703-0001", secret: Petitions.digest(ofSecret: secret))

    static let submission = Petitions.Submission(office: "p", kind: .idea, sender: sender)

    static let publication = Petitions.Publication(
        title: "Hẹn trả kết quả", question: "Quá hẹn thì làm gì?", answer: "Cơ quan xin lỗi.")

    /// The same as a form of a page.
    static let fields = [
        ("kind", "idea"), ("office", "p"), ("subject", "Đến hẹn chưa có kết quả"),
        ("words", "Giấy hẹn ngày 3."), ("name", "Trần Thị Hư Cấu"),
        ("email", "hu.cau@example.com"), ("phone", "0912 345 678"),
    ]

    static func registration(_ kind: Petitions.Kind = .idea) -> Petitions.Registration {
        Petitions.registration(
            "PA-PA-170703-0001", kind, office: "p",
            sender: PersonalMark(id: "petition/1", digest: Array(repeating: 7, count: 32)),
            calendar: (0, .vietnam), at: LocalMinute("2017-07-03T09:00") ?? .init(rawValue: 0))
    }

    static let acts: [Petitions.Act] = [
        .assign("ha"), .ask("ke", "Vì sao?"), .ask(nil, "Ngày nào?"), .reply("Đây."),
        .answer("Xin lỗi.", nil), .answer("Xin lỗi.", publication), .refuse(.unclear, "Không rõ."),
        .forward("Công ty thoát nước", "Chuyển."), .publish(publication), .conceal("Viết sai."),
    ]
}

extension DossierTestOffice {
    /// Sends a petition as somebody without an account and returns its code.
    @discardableResult
    func petition(
        _ kind: Petitions.Kind = .idea, key: String? = nil,
        _ change: (inout Petitions.Submission) -> Void = { _ in }
    ) async throws -> String {
        var submission = PetitionSamples.submission
        submission.kind = kind
        change(&submission)
        let answer = try await desk.perform(
            .petitions(.submit(submission)), by: nil, at: sources.now, key: key,
            fingerprint: Array("\(submission)".utf8))
        return String(answer.stream.dropFirst("petition/".count))
    }

    @discardableResult
    func petitionAct(
        _ act: Petitions.Act, on code: String, by person: PersonID?
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .petitions(.act(code, act)), by: person.map { Actor($0) }, at: sources.now)
    }

    func petitionState(_ code: String) async throws -> Petitions.Petition {
        try await desk.read { try #require(try $0.toldPetition(code)).state }
    }

    func petitionList(
        _ tab: Petitions.Tab, of person: PersonID, after: String = ""
    ) async throws -> Petitions.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.petitions(tab, for: viewer, after: after, at: now) }
    }

    /// Rows of the tables, in order, as text.
    func petitionRows() async throws -> [String] {
        try await desk.read { reading in
            try ["petition", "petitionAnswer"].flatMap { table in
                try reading.rows("SELECT * FROM \(table) ORDER BY code").map { "\($0)" }
            }
        }
    }

    func followPetition(
        _ code: String, _ secret: String = PetitionSamples.secret, from address: String = "",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [:]
        if !address.isEmpty, let name = HTTPField.Name("X-Forwarded-For") {
            headers[name] = address
        }
        if wantsJSON { headers[.accept] = "application/json" }
        return try await send(
            .post, "/petitions/follow", headers,
            body: Self.encoded([("code", code), ("secret", secret)]))
    }

    func isPetitionClean() async throws {
        let report = try await desk.read { try LedgerReplay.run($0) }
        #expect(report.isClean, "\(report.findings)")
        let proof = try await desk.store.read { try Verification.run($0) }
        #expect(proof.isClean, "\(proof.findings)")
    }
}
