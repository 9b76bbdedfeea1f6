// Every paper for every person of two wards: whoever finds the dossier may open it, nobody else,
// and a page that is refused tells nothing of the dossier.

import Engine
import HTTPTypes
import Testing
import WorkTime

@testable import Office

@Suite struct `Every paper for everybody` {
    private struct Place {
        let kind: Papers.Kind
        let code: String
        var path: String { "/dossiers/\(code)/papers/\(kind.rawValue)" }
    }

    private func places(in office: DossierTestOffice) async throws -> [Place] {
        var all: [Place] = []
        for kind in Papers.Kind.allCases {
            all.append(
                Place(
                    kind: kind,
                    code: try await `Papers for the citizen`.prepare(kind, in: office)))
        }
        return all
    }

    @Test func `opens where the dossier opens`() async throws {
        try await DossierTestOffice.run { office in
            var opened = 0
            for place in try await places(in: office) {
                for person in DossierTestSamples.people {
                    let dossier = try await office.open("/dossiers/\(place.code)", as: person)
                    let paper = try await office.open(place.path, as: person)
                    #expect(paper.status == dossier.status, "\(person) \(place.path)")
                    let check = try await office.open(
                        "/dossiers/\(place.code)/slip/check?version=1&digest=0123456789abcdef",
                        as: person)
                    #expect(check.status == dossier.status, "\(person) \(place.code)")
                    if paper.status == .ok {
                        opened += 1
                    } else {
                        for words in ["Đặng Thị Hư Cấu", "0912 345 678", "Số 1, phố Minh Họa"] {
                            #expect(!paper.text.contains(words), "\(person)")
                        }
                    }
                }
            }
            #expect(opened > 8, "somebody may see each")
        }
    }

    @Test func `keeps the applicant out of the comparison`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            let stamp = try #require(try await office.record(code, as: "chi").stamp)
            let page = try await office.open(
                "/dossiers/\(code)/slip/check?version=\(stamp.version)&digest=\(stamp.digest)",
                as: "chi")
            #expect(page.status == .ok)
            #expect(!page.text.contains("Đặng Thị Hư Cấu") && !page.text.contains("0912"))
        }
    }

    @Test func `says the same in both languages`() async throws {
        try await DossierTestOffice.run { office in
            for place in try await places(in: office) {
                let vi = try await office.open(place.path, as: "chi", language: "vi").text
                let en = try await office.open(place.path, as: "chi", language: "en").text
                for text in [vi, en] {
                    #expect(text.contains(place.code) && text.contains("Người "))
                    #expect(!text.contains("paper."), "a key without words")
                }
            }
        }
    }
}
