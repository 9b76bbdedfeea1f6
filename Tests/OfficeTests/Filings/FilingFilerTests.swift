// Filing for somebody else, online and at the counter: who files stands beside the applicant.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Filing for somebody else` {
    private static let filer: [(String, String)] = [
        ("behalf", "other"), ("filerName", "Lý Văn Đi Thay"), ("filerIdentity", "098 765 432 109"),
        ("filerPhone", "0987 654 321"), ("filerRelation", "Con trai; giấy ủy quyền số 12"),
    ]
    private static let values = [
        "Lý Văn Đi Thay", "098765432109", "0987 654 321", "Con trai; giấy ủy quyền số 12",
    ]

    private func applicant(
        name: String = "Lý Văn Đi Thay", identity: String = "", phone: String = "",
        relation: String = "Con"
    ) -> Dossiers.Applicant {
        Dossiers.Applicant(
            name: "Phạm Thị Hư Cấu", phone: "0912 345 678", submitter: name,
            filer: .init(identity: identity, phone: phone, relation: relation))
    }

    @Test(
        arguments: [
            ("Lý", "", "", "Con", nil), ("Lý", "012345678", "0912345678", "Con", nil),
            (" ", "", "", "Con", .nameMissing), ("Lý", "12", "", "Con", .identityInvalid),
            ("Lý", "", "12", "Con", .phoneInvalid), ("Lý", "", "", " ", .relationMissing),
            ("Lý", "", "", String(repeating: "a", count: 201), .tooLong),
        ] as [(String, String, String, String, Dossiers.FilerFlaw?)])
    func `asks for a name and what makes one act for the other`(
        _ name: String, _ identity: String, _ phone: String, _ relation: String,
        _ flaw: Dossiers.FilerFlaw?
    ) {
        let applicant = applicant(
            name: name, identity: identity, phone: phone, relation: relation)
        #expect(Dossiers.flaw(ofFiler: applicant, isWhole: true) == flaw)
        // At the counter the officer sees the paper.
        let atCounter = flaw == .relationMissing ? nil : flaw
        #expect(Dossiers.flaw(ofFiler: applicant, isWhole: false) == atCounter)
    }

    @Test func `is no question for who comes in person`() {
        var own = Dossiers.Applicant(name: "Hư Cấu")
        #expect(Dossiers.flaw(ofFiler: own, isWhole: true) == nil && own.filerLines.isEmpty)
        own.submitter = "Ai đó"
        #expect(Dossiers.flaw(ofFiler: own, isWhole: true) == nil, "as receipts had it before")
        for flaw in Dossiers.FilerFlaw.allCases {
            #expect(!flaw.sentence.vi.isEmpty && !flaw.sentence.en.isEmpty)
        }
    }

    @Test func `is kept among the erasable values, and old ones are read`() throws {
        let text = try applicant().text()
        #expect(try Dossiers.Applicant(text: text) == applicant())
        let old =
            #"{"address":"","email":"","fields":{},"identity":"","name":"A","phone":"","#
            + #""request":"","submitter":""}"#
        #expect(try Dossiers.Applicant(text: old) == Dossiers.Applicant(name: "A"))
        #expect(try Dossiers.Applicant(name: "A").text() == old, "nothing new without a filer")
    }

    @Test func `stands with the filing, for the officer and on the sheet, then with the dossier`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            let fields = FilingSamples.fields + Self.filer
            let person = try await citizen.post("/file/KS-01/person", fields)
            #expect(person.status == .seeOther, "\(person.text)")
            _ = try await citizen.fill()
            let review = try await citizen.open("/file/KS-01/review")
            #expect(review.text.contains("Lý Văn Đi Thay"))
            _ = try await citizen.post("/file/KS-01/review")
            let code = "DK-PA-170703-0001"
            let sheet = try await citizen.open("/file/KS-01/sheet")
            let filing = try await office.open("/filings/\(code)", as: "chi")
            try await office.answer(.accept(code), by: "chi")
            let dossier = try #require(try await office.filing(code).dossier)
            let page = try await office.open("/dossiers/\(dossier)", as: "chi")
            let receipt = try await office.open("/dossiers/\(dossier)/receipt", as: "chi")
            for (name, answer) in [
                ("sheet", sheet), ("filing", filing), ("page", page), ("receipt", receipt),
            ] {
                answer.expectSound(name)
                for value in Self.values {
                    #expect(answer.text.contains(value), "\(name): \(value)")
                }
            }
            let track = try await office.track(code, "5678", wantsJSON: false)
            for value in Self.values { #expect(!track.text.contains(value), "\(value)") }
            let entries = try await office.desk.read { reading in
                try ["filing/\(code)", "dossier/\(dossier)"].flatMap {
                    try reading.reader.entries(of: $0, after: 0)
                }.map { "\(try $0.decodedPayload())" }.joined()
            }
            #expect(!entries.contains("Đi Thay") && !entries.contains("098765432109"))
        }
    }

    @Test func `shows what is wrong on the page of the person`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            let start = try await citizen.open("/file/KS-01/person")
            start.expectSound("person")
            #expect(start.text.contains("Nộp cho ai?"))
            for (missing, field) in [
                ("filerName", "filerName"), ("filerRelation", "filerRelation"),
            ] {
                let page = try await citizen.post(
                    "/file/KS-01/person",
                    [("name", "Hư Cấu")] + Self.filer.filter { $0.0 != missing })
                page.expectSound(missing)
                #expect(page.status == .unprocessableContent, "\(missing)")
                #expect(page.text.contains("href=\"#\(field)\""), "\(missing)")
            }
            // What was filled in does not count for who files for oneself.
            let own = try await citizen.post(
                "/file/KS-01/person", [("name", "Hư Cấu"), ("behalf", "self"), ("filerPhone", "1")])
            #expect(own.status == .seeOther)
            let program = try await office.post(
                "/file/KS-01", as: nil, FilingSamples.fields + [("behalf", "other")],
                wantsJSON: true)
            #expect(try program.code() == "filings.filerInvalid")
        }
    }

    @Test func `is taken in at the counter too`() async throws {
        try await DossierTestOffice.run { office in
            let page = try await office.open("/counter/KS-01", as: "chi")
            page.expectSound("counter")
            #expect(page.text.contains("name=\"filerRelation\""))
            let form: [(String, String)] = [
                ("name", "Phạm Thị Hư Cấu"), ("phone", "0912 345 678"), ("sets", "1"),
                ("paper.0", "1"), ("copies.0", "1"), ("returnWay", "counter"),
                ("channel", "counter"), ("submitter", "Lý Văn Đi Thay"),
                ("filerIdentity", "098765432109"), ("filerRelation", "Con trai"),
            ]
            let taken = try await office.post(
                "/counter/KS-01", as: "chi", form, wantsJSON: true)
            #expect(taken.status == .created, "\(taken.text)")
            let record = try await office.record("PA-170703-0001", as: "chi")
            #expect(record.applicant?.submitter == "Lý Văn Đi Thay")
            #expect(record.applicant?.filer?.relation == "Con trai")
            let nameless = try await office.post(
                "/counter/KS-01", as: "chi", form.filter { $0.0 != "submitter" })
            #expect(nameless.status == .unprocessableContent)
            #expect(nameless.text.contains("href=\"#submitter\""))
            let wrong = try await office.post(
                "/counter/KS-01", as: "chi", form + [("filerPhone", "12")], wantsJSON: true)
            #expect(try wrong.code() == "dossiers.filerInvalid")
        }
    }
}
