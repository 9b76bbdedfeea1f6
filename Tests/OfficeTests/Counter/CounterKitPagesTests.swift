// The pages of the kit and of the later entry in both languages, and for programs.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The kit and the later entry for everybody at the counter` {
    @Test func `have all their words in both languages`() async throws {
        try await DossierTestOffice.run { office in
            for path in [
                "/counter", "/counter?ticket=12", "/counter/KS-01?ticket=12",
                "/counter/offline-kit", "/counter/offline-kit?window=4",
            ] {
                for language in ["vi", "en"] {
                    let page = try await office.open(path, as: "binh", language: language)
                    #expect(page.status == .ok && page.missingWords.isEmpty, "\(path)")
                }
            }
            let english = try await office.open(
                "/counter/offline-kit", as: "binh", language: "en")
            #expect(english.text.contains("BLOCK OF PAPER NUMBERS"))
        }
    }

    @Test func `take a later receipt from a program as they do from a page`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let fields = [
                ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
                ("lateDay", "2017-07-05"), ("lateTime", "09:15"), ("lateReason", "Mất mạng"),
                ("key", "k-1"),
            ]
            let first = try await office.post("/counter/KS-01", as: "chi", fields, wantsJSON: true)
            #expect(first.status == .created)
            let again = try await office.post("/counter/KS-01", as: "chi", fields, wantsJSON: true)
            #expect(try first.json()["dossier"] as? String == again.json()["dossier"] as? String)
            let code = try #require(try first.json()["dossier"] as? String)
            let record = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
            let registration = try #require(
                try record.json()["registration"] as? [String: Any])
            #expect(registration["receivedAt"] as? String == "2017-07-05T09:15")
            let late = try #require(registration["late"] as? [String: Any])
            #expect(late["enteredAt"] as? String == "2017-07-05T14:00")
            #expect(late["reason"] as? String == "Mất mạng" && late["paper"] as? String == "")
        }
    }

    @Test func `offer five procedures at most, the most used first`() async throws {
        try await DossierTestOffice.run { office in
            for _ in 0..<3 { try await office.receive { $0.process = "XN-03" } }
            try await office.receive { $0.process = "CT-02" }
            for number in 1...6 {
                var version = try #require(
                    DossierTestSamples.processes.first { $0.code == "KS-01" })
                version.code = ProcessCode("ZZ-0\(number)")
                version.title = "Thủ tục thứ \(number)"
                try await office.publish(version)
            }
            let json = try await office.open(
                "/counter/offline-kit", as: "chi", wantsJSON: true
            ).json()
            let forms = try #require(json["forms"] as? [[String: Any]])
            #expect(forms.count == Counter.kitForms)
            #expect(
                forms.prefix(2).map { $0["process"] as? String } == ["XN-03", "CT-02"])
        }
    }

    @Test(
        arguments: [
            (["lateDay": "2017-07-04"], false), (["lateTime": "09:00"], false),
            (["lateReason": "x"], false), (["latePaper": "x"], false), ([:], true),
            (["lateDay": " ", "lateTime": "", "lateReason": "  ", "latePaper": ""], true),
            (["lateDay": "2017-07-04", "lateTime": "09:00", "lateReason": "x"], true),
        ] as [([String: String], Bool)])
    func `take half of it as nothing less than a mistake`(
        _ late: [String: String], _ isTaken: Bool
    ) async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let answer = try await office.post(
                "/counter/KS-01", as: "chi",
                [
                    ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
                ] + late.map { ($0.key, $0.value) })
            #expect(answer.status == (isTaken ? .seeOther : .unprocessableContent), "\(late)")
        }
    }
}
