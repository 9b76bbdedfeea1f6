// The pages of the wizard in any order, forward and back, with mistakes in between: what is sent in
// the end is what one request with the same answers sends.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Answering in any order` {
    private static let base = "/file/\(FilingExtractSamples.code)"

    private func run(_ body: (FilingCitizen) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            try await body(FilingCitizen(office: office))
        }
    }

    /// What was filed, without its number and its mark.
    private func filed(
        _ code: String, _ office: DossierTestOffice
    ) async throws -> (Filings.Registration, Dossiers.Applicant?) {
        var registration = try await office.filing(code).registration
        let applicant = try await office.applicant(of: code)
        registration.code = ""
        registration.applicant = PersonalMark(id: "", digest: Array(repeating: 0, count: 32))
        return (registration, applicant)
    }

    /// Some pages sent with something, right or wrong; a wrong one never leads on from its own.
    private func wander(
        _ citizen: FilingCitizen, _ chance: inout DossierTestChance
    ) async throws {
        for _ in 0..<25 {
            let page = chance.pick(FilingExtractSamples.answers)
            let path = "\(Self.base)/\(page.question)"
            if chance.below(4) == 0 {
                let shown = try await citizen.open(path)
                #expect(shown.status == .ok)
                shown.expectSound(path)
                continue
            }
            let isWrong = chance.below(2) == 0 && !page.wrong.isEmpty
            let answer = try await citizen.post(
                path, chance.pick(isWrong ? page.wrong : page.right))
            if answer.status == .unprocessableContent {
                #expect(isWrong, "\(page.question)")
                #expect(answer.text.contains("id=\"errors\""))
            } else {
                #expect(answer.status == .seeOther)
                #expect(answer.location.hasPrefix(Self.base + "/"))
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `comes to the same filing as one request`(_ seed: UInt64) async throws {
        try await run { visitor in
            var citizen = visitor
            var chance = DossierTestChance(seed: seed)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            try await wander(citizen, &chance)
            // Then everything right, each page once, by chance.
            var open = FilingExtractSamples.answers.indices.map { $0 }
            var final: [(String, String)] = []
            while !open.isEmpty {
                let page = FilingExtractSamples.answers[
                    open.remove(at: chance.below(open.count))]
                let chosen = chance.pick(page.right)
                final += chosen
                let answer = try await citizen.post("\(Self.base)/\(page.question)", chosen)
                #expect(answer.status == .seeOther, "\(page.question)")
            }
            let review = try await citizen.open("\(Self.base)/review")
            #expect(review.status == .ok, "\(review.location)")
            review.expectSound("review")
            let sent = try await citizen.post("\(Self.base)/review")
            #expect(sent.location == "\(Self.base)/done")
            let done = try await citizen.open("\(Self.base)/done")
            done.expectSound("done")
            let office = citizen.office
            let code = try await office.desk.read {
                try $0.rows("SELECT code FROM filing").first?.text("code") ?? ""
            }
            #expect(done.text.contains(code))
            let atOnce = try await office.fileExtract(final)
            let (one, other) = (
                try await filed(code, office), try await filed(atOnce, office)
            )
            #expect(one.0 == other.0)
            #expect(one.1 == other.1 && one.1 != nil)
        }
    }

    @Test func `never comes to the end while something is open or wrong`() async throws {
        try await run { visitor in
            for page in FilingExtractSamples.answers {
                for wrong in page.wrong {
                    var citizen = visitor
                    _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
                    for other in FilingExtractSamples.answers {
                        let fields = other.question == page.question ? wrong : other.right[0]
                        _ = try await citizen.post("\(Self.base)/\(other.question)", fields)
                    }
                    let place = "\(Self.base)/\(page.question)"
                    let review = try await citizen.open("\(Self.base)/review")
                    #expect(review.location == place, "\(wrong)")
                    let sent = try await citizen.post("\(Self.base)/review")
                    #expect(sent.location == place, "\(wrong)")
                    let again = try await citizen.post(place, wrong)
                    #expect(again.status == .unprocessableContent, "\(wrong)")
                }
            }
            #expect(try await visitor.office.number("SELECT count(*) AS n FROM filing") == 0)
        }
    }

    @Test func `asks for the way of return, though it may go online`() async throws {
        try await run { visitor in
            let office = visitor.office
            for value in [nil, "", "tau", "ONLINE"] as [String?] {
                let answer = try await office.post(
                    Self.base, as: nil, FilingExtractSamples.right(without: "returnWay", value),
                    wantsJSON: true)
                #expect(try answer.code() == "filings.returnWayUnknown", "\(value ?? "-")")
            }
            let code = try await office.fileExtract(
                FilingExtractSamples.right(without: "returnWay", "online"))
            #expect(try await office.filing(code).registration.returnWay == .online)
        }
    }

    @Test func `has all its words in both languages, on every page`() async throws {
        try await run { visitor in
            var citizen = visitor
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            for language in ["vi", "en"] {
                try await citizen.open(Self.base, language: language).expectSound(language)
                for page in FilingExtractSamples.answers {
                    let path = "\(Self.base)/\(page.question)"
                    let shown = try await citizen.open(path, language: language)
                    #expect(shown.status == .ok)
                    shown.expectSound("\(path) \(language)")
                    _ = try await citizen.post(path, page.right[0])
                }
                try await citizen.open("\(Self.base)/review", language: language)
                    .expectSound("review \(language)")
            }
        }
    }
}
