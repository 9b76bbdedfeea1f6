// The applicant of an earlier dossier, used again at the counter by consent.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Values of an earlier dossier` {
    private static let words = [
        "Ngô Thị Hư Cấu", "079123456789", "0912345999", "Số 9, phố Minh Họa", "hu.cau@vi-du.vn",
    ]

    private func receive(_ office: DossierTestOffice) async throws -> String {
        try await office.receive {
            $0.applicant.name = Self.words[0]
            $0.applicant.identity = Self.words[1]
            $0.applicant.phone = Self.words[2]
            $0.applicant.address = Self.words[3]
            $0.applicant.email = Self.words[4]
            $0.applicant.submitter = "Lê Nộp Thay"
            $0.applicant.request = "Việc riêng lần trước"
        }
    }

    private func copy(
        _ fields: [(String, String)], _ office: DossierTestOffice, as person: PersonID = "chi",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/counter/CT-02/copy", as: person, fields, wantsJSON: wantsJSON)
    }

    private func looks(_ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read { reading in
            try reading.rows("SELECT subject, person, paper FROM personalRead", []).map {
                "\(try $0.text("subject")) \(try $0.text("person")) \(try $0.text("paper"))"
            }
        }
    }

    @Test func `begin the intake when the person consents, and the look is noted`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let entries = try await office.sequence()
            let page = try await copy(
                [("copy", " \(code.lowercased()) "), ("consent", "1")], office)
            #expect(page.status == .ok)
            for word in Self.words { #expect(page.text.contains("value=\"\(word)\""), "\(word)") }
            for other in ["Lê Nộp Thay", "Việc riêng lần trước"] {
                #expect(!page.text.contains(other), "\(other) is not the applicant's own")
            }
            #expect(page.text.contains("Đã lấy thông tin chủ hồ sơ từ \(code)."))
            #expect(try await looks(office) == ["\(code) chi copy"])
            #expect(try await office.sequence() == entries, "nothing is taken in yet")
        }
    }

    @Test func `are there for programs alike`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let told = try await copy(
                [("copy", code), ("consent", "1")], office, wantsJSON: true
            ).json()
            #expect(told["source"] as? String == code)
            let values = ["name", "identity", "phone", "address", "email"].map {
                told[$0] as? String
            }
            #expect(values == Self.words)
            #expect(told.count == 6, "\(told.keys)")
            #expect(try await looks(office) == ["\(code) chi copy"])
        }
    }

    @Test(arguments: ["", "0", "yes"])
    func `stay where they are without the consent`(_ consent: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let fields = [("copy", code), ("consent", consent)]
            let page = try await copy(fields, office)
            #expect(page.status == .unprocessableContent)
            for word in Self.words { #expect(!page.text.contains(word), "\(word)") }
            #expect(page.text.contains("đánh dấu ô đồng ý") && page.text.contains(code))
            let refused = try await copy(fields, office, wantsJSON: true)
            #expect(try refused.code() == "counter.consentMissing")
            #expect(try await looks(office).isEmpty)
        }
    }

    @Test func `are not those of another office, nor of nobody`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            for (person, source) in [("la", code), ("chi", "PA-170703-9999")]
                as [(PersonID, String)]
            {
                let answer = try await copy(
                    [("copy", source), ("consent", "1")], office, as: person, wantsJSON: true)
                #expect(try answer.code() == "counter.sourceUnknown", "\(person)")
                #expect(!answer.text.contains("Hư Cấu"))
            }
            let none = try await copy([("copy", " "), ("consent", "1")], office, wantsJSON: true)
            #expect(try none.code() == "counter.sourceMissing")
            #expect(try await looks(office).isEmpty)
        }
    }

    @Test(arguments: ["ha", "anh"] as [PersonID])
    func `are for one-stop officers`(_ person: PersonID) async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let answer = try await copy(
                [("copy", code), ("consent", "1")], office, as: person, wantsJSON: true)
            #expect(try answer.code() == "dossiers.mayNotReceive")
            let page = try await office.open("/dossiers/\(code)", as: person)
            #expect(!page.text.contains("/counter?copy="))
        }
    }

    @Test func `are gone when the law erased them`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let at = office.sources.now.milliseconds
            _ = try await office.desk.store.write {
                try $0.erasePersonal(stream: "dossier/\(code)", at: at, basis: "thử nghiệm")
            }
            let answer = try await copy(
                [("copy", code), ("consent", "1")], office, wantsJSON: true)
            #expect(try answer.code() == "counter.sourceErased")
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!page.text.contains("/counter?copy="))
        }
    }

    @Test func `are asked for from the dossier, and the code comes along`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(page.text.contains("href=\"/counter?copy=\(code)\""))
            let choice = try await office.open("/counter?copy=\(code)&ticket=7", as: "chi")
            #expect(
                choice.text.contains("/counter/CT-02?ticket=7&amp;copy=\(code)"),
                "both come along")
            let intake = try await office.open("/counter/CT-02?copy=\(code)", as: "chi")
            #expect(intake.text.contains("value=\"\(code)\""))
            #expect(!intake.text.contains(Self.words[0]))
        }
    }

    @Test func `are written to the new dossier only when it is taken in`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await receive(office)
            let told = try await copy(
                [("copy", code), ("consent", "1")], office, wantsJSON: true
            ).json()
            let fields = ["name", "identity", "phone", "address", "email"].map {
                ($0, told[$0] as? String ?? "")
            }
            let taken = try await office.post(
                "/counter/CT-02", as: "chi",
                fields + [
                    ("field.soBan", "2"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
                    ("returnWay", "counter"), ("channel", "counter"),
                ])
            #expect(taken.status == .seeOther, "\(taken.text.prefix(600))")
            let rows = try await office.register(.init(), as: "chi").map(\.applicant)
            #expect(rows == [Self.words[0], Self.words[0]])
        }
    }

    @Test(
        arguments: [
            ("", true, .sourceMissing), ("", false, .sourceMissing),
            ("PA-1", false, .consentMissing), ("PA-1", true, .sourceUnknown("PA-1")),
        ] as [(String, Bool, Counter.Rejection)])
    func `are refused by the first thing that is missing`(
        _ source: String, _ isConsented: Bool, _ expected: Counter.Rejection
    ) {
        #expect(throws: expected) {
            try Counter.decideCopying(from: source, isConsented: isConsented, nil)
        }
        #expect(!expected.sentence.vi.isEmpty && !expected.sentence.en.isEmpty)
        #expect(expected.code.hasPrefix("counter.source") != (expected == .consentMissing))
    }
}
