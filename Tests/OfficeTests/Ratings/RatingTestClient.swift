// Rating as a citizen does: the proof stands on the page that the digits opened.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

extension DossierTestOffice {
    static let contented = [
        ("q.time", "satisfied"), ("q.attitude", "satisfied"), ("q.visits", "satisfied"),
        ("q.guidance", "satisfied"),
    ]

    /// The proof that the page of the applicant holds.
    func proof(of code: String) async throws -> String {
        try #require(try await told(code).details?.rating).proof
    }

    func rate(
        _ code: String, _ answers: [(String, String)] = contented, comment: String = "",
        proof: String? = nil, key: String? = nil, wantsJSON: Bool = true,
        questionnaire: String = "1"
    ) async throws -> DossierTestAnswer {
        let proof = if let proof { proof } else { try await self.proof(of: code) }
        return try await track(
            code, wantsJSON: wantsJSON,
            more: answers + [
                ("proof", proof), ("questionnaire", questionnaire), ("comment", comment),
            ] + (key.map { [("key", $0)] } ?? []), path: "/track/rating")
    }

    func rating(_ code: String) async throws -> Ratings.Rating? {
        try await desk.read { try $0.toldRating(code)?.state }
    }

    /// Rows that figures read, in order.
    func ratingRows() async throws -> [String] {
        try await desk.read { reading in
            try ["rating", "ratingAnswer"].flatMap { table in
                try reading.rows("SELECT * FROM \(table)")
                    .map { "\(table) \($0.values.map { "\($0)" }.joined(separator: "|"))" }
                    .sorted()
            }
        }
    }
}
