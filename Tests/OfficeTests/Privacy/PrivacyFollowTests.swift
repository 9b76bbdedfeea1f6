// Following a claim: wrong secrets are counted as wrong digits of a dossier are, and what comes
// back names no officer and nothing of the claimant.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Following a claim` {
    private func follow(
        _ code: String, _ secret: String, from address: String, _ office: DossierTestOffice
    ) async throws -> DossierTestAnswer {
        var headers: HTTPFields = [.accept: "application/json"]
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = address
        return try await office.send(
            .post, "/privacy/follow", headers,
            body: DossierTestOffice.encoded([("code", code), ("secret", secret)]))
    }

    @Test func `closes after wrong secrets, wherever they come from`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            for number in 0..<Tracking.dossierTriesMaximum {
                let wrong = try await follow(
                    code, "SAI\(number)", from: "203.0.113.\(number + 1)", office)
                #expect(wrong.status == .notFound, "\(number)")
            }
            let right = try await follow(
                code, PrivacySamples.secret, from: "203.0.113.99", office)
            #expect(right.status != .ok, "it is closed for an hour")
            office.sources.set(office.now + 61)
            let later = try await follow(
                code, PrivacySamples.secret, from: "203.0.113.99", office)
            #expect(later.status == .ok)
        }
    }

    @Test func `leaves other claims open`() async throws {
        try await DossierTestOffice.run { office in
            let (one, two) = (try await office.claim(.see), try await office.claim(.see))
            for number in 0..<Tracking.dossierTriesMaximum {
                _ = try await follow(one, "SAI\(number)", from: "203.0.113.7", office)
            }
            let other = try await follow(
                two, PrivacySamples.secret, from: "203.0.113.8", office)
            #expect(other.status == .ok)
        }
    }

    @Test(arguments: [
        PrivacySamples.secret, "abcde fghjk", "ABCDEFGHJK", " ABCDE-FGHJK ", "abcde-fghjk",
    ])
    func `reads the secret however it is written`(_ secret: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            let told = try await follow(code, secret, from: "203.0.113.7", office)
            #expect(told.status == .ok, "\(secret)")
            let spaced = try await follow(
                " dl-pa-170703 -0001 ", secret, from: "203.0.113.7", office)
            #expect(spaced.status == .ok)
        }
    }

    @Test func `without a number or a secret says which is missing`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.see)
            let number = try await follow("", "x", from: "203.0.113.7", office)
            #expect(try number.code() == "privacy.codeMissing")
            let secret = try await follow(code, " - ", from: "203.0.113.7", office)
            #expect(try secret.code() == "privacy.secretMissing")
            let page = try await office.post(
                "/privacy/follow", as: nil, [("code", code), ("secret", "")])
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("Hãy ghi mã bí mật."))
            #expect(page.text.contains("value=\"\(code)\""), "the number is kept")
        }
    }

    @Test func `tells no name of either side at any time`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.claim(.restrict)
            func told() async throws -> String {
                let answer = try await follow(
                    code, PrivacySamples.secret, from: "203.0.113.7", office)
                #expect(answer.status == .ok)
                return answer.text
            }
            var texts = [try await told()]
            try await office.claimAct(.assign("ha"), on: code, by: "anh")
            texts.append(try await told())
            try await office.claimAct(.extend(days: 2, "Chờ xác minh."), on: code, by: "ha")
            texts.append(try await told())
            try await office.claimAct(.refuse(.lawfulTask, "Luật buộc giữ."), on: code, by: "ha")
            texts.append(try await told())
            for text in texts {
                for name in ["Người", "Trần", "0912", "hu.cau", "Chờ xác minh"] {
                    #expect(!text.contains(name), "\(name)")
                }
            }
            #expect(texts.last?.contains("Luật buộc giữ.") == true)
            #expect(texts.last?.contains("\"ground\":\"lawfulTask\"") == true)
        }
    }

    @Test func `a petition's number opens no claim, and the other way round`() async throws {
        try await DossierTestOffice.run { office in
            let (claim, petition) = (try await office.claim(.see), try await office.petition())
            let wrong = try await follow(
                petition, PetitionSamples.secret, from: "203.0.113.7", office)
            #expect(wrong.status == .notFound)
            let other = try await office.followPetition(
                claim, PrivacySamples.secret, wantsJSON: true)
            #expect(other.status == .notFound)
        }
    }
}
