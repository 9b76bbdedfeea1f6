// What an invented person asks about the data on that person, and how the test office gets it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum PrivacySamples {
    static let secret = "ABCDE-FGHJK"

    static let claimant = Privacy.Claimant(
        name: "Trần Thị Hư Cấu", phone: "0912 345 678", email: "hu.cau@example.com",
        subjects: "PA-170703-0001", words: "Xin xóa dữ liệu của tôi.",
        secret: Petitions.digest(ofSecret: secret))

    static let submission = Privacy.Submission(office: "p", right: .erase, claimant: claimant)

    /// The same as a form of a page.
    static let fields = [
        ("right", "erase"), ("office", "p"), ("name", "Trần Thị Hư Cấu"),
        ("phone", "0912 345 678"), ("subjects", "PA-170703-0001"),
        ("words", "Xin xóa <dữ liệu> của tôi."),
    ]

    static func registration(_ right: Privacy.Right = .erase) -> Privacy.Registration {
        Privacy.registration(
            "DL-PA-170703-0001", right, office: "p",
            claimant: PersonalMark(id: "privacy/1", digest: Array(repeating: 7, count: 32)),
            calendar: (0, .vietnam), at: LocalMinute("2017-07-03T09:00") ?? .init(rawValue: 0))
    }
}

extension DossierTestOffice {
    @discardableResult
    func claim(
        _ right: Privacy.Right = .erase, _ change: (inout Privacy.Submission) -> Void = { _ in }
    ) async throws -> String {
        var submission = PrivacySamples.submission
        submission.right = right
        change(&submission)
        let answer = try await desk.perform(
            .privacy(.submit(submission)), by: nil, at: sources.now)
        return String(answer.stream.dropFirst("privacy/".count))
    }

    @discardableResult
    func claimAct(
        _ act: Privacy.Act, on code: String, by person: PersonID?
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .privacy(.act(code, act)), by: person.map { Actor($0) }, at: sources.now)
    }

    func claimState(_ code: String) async throws -> Privacy.Claim {
        try await desk.read { try #require(try $0.toldClaim(code)).state }
    }

    /// Rows of the table, in order, as text.
    func claimRows() async throws -> [String] {
        try await desk.read { reading in
            try reading.rows("SELECT * FROM privacyClaim ORDER BY code").map { "\($0)" }
        }
    }

    /// Every text of every table that lists and searches read.
    func everyWordOfLists() async throws -> String {
        let tables = [
            "dossier", "dossierWord", "filing", "petition", "delivery", "attachment", "rating",
            "personalValue",
        ]
        return try await desk.read { reading in
            try tables.flatMap { table in
                try reading.rows("SELECT * FROM \(table)").flatMap { row in
                    row.values.map { value -> String in
                        if case .blob(let bytes) = value {
                            return String(decoding: bytes, as: UTF8.self)
                        }
                        return "\(value)"
                    }
                }
            }.joined(separator: "\n")
        }
    }
}
