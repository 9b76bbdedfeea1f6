// What people with bad intent type and forge: it is kept as text or refused in words, on every page
// of the citizen and of the office.

import Engine
import Foundation
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile filings` {
    private static let base = "/file/\(FilingExtractSamples.code)"
    /// Inputs that take any text, with their page.
    private static let free = [
        ("name", "person"), ("address", "address"), ("request", "address"),
        ("field.tenCon", "field.tenCon"),
    ]

    private func run(_ body: (DossierTestOffice) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            try await body(office)
        }
    }

    /// Every page of the wizard after everything was answered.
    private func expectWizardSound(_ citizen: FilingCitizen, _ text: String) async throws {
        for page in FilingExtractSamples.answers.map(\.question) + ["review"] {
            let shown = try await citizen.open("\(Self.base)/\(page)")
            #expect(shown.status == .ok, "\(page) \(text)")
            shown.expectSound("\(page) \(text)")
        }
    }

    private func expectOfficeSound(
        _ code: String, _ text: String, _ office: DossierTestOffice
    ) async throws {
        for path in ["/filings", "/filings/\(code)", "/counter"] {
            for language in ["vi", "en"] {
                let page = try await office.open(path, as: "chi", language: language)
                #expect(page.status == .ok)
                page.expectSound("\(path) \(text)")
            }
        }
        let page = try await office.open("/filings/\(code)", as: "chi").text
        let shown = HostileText.shown(text)
        #expect(page.components(separatedBy: shown).count > 4, "name, address, request, field")
    }

    @Test(arguments: HostileText.all)
    func `stay text from the first page to the dossier`(_ text: String) async throws {
        try await run { office in
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            for page in FilingExtractSamples.answers {
                var fields = page.right[0]
                for (name, question) in Self.free where question == page.question {
                    fields = fields.filter { $0.0 != name } + [(name, text)]
                }
                let answer = try await citizen.post("\(Self.base)/\(page.question)", fields)
                #expect(answer.status == .seeOther, "\(page.question) \(text)")
            }
            try await expectWizardSound(citizen, text)
            #expect(try await citizen.post("\(Self.base)/review").status == .seeOther)
            let code = "DK-PA-170703-0001"
            let applicant = try await office.applicant(of: code)
            #expect(applicant?.name == text && applicant?.fields["tenCon"] == text)
            try await expectOfficeSound(code, text, office)
            let json = try await office.open("/filings/\(code)", as: "chi", wantsJSON: true).json()
            #expect((json["applicant"] as? [String: Any])?["request"] as? String == text)
            // The office answers with the same words.
            let asked = try await office.post(
                "/filings/\(code)/acts", as: "chi",
                [("act", "askSupplement"), ("papers", text), ("reason", text)])
            #expect(asked.status == .seeOther)
            try await expectOfficeSound(code, text, office)
            try await office.answer(.supplement(code, papers: [text]), by: nil)
            let accepted = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(accepted.status == .seeOther, "\(accepted.text)")
            let dossier = try await office.open("/dossiers/PA-170703-0001", as: "chi")
            #expect(dossier.status == .ok)
            dossier.expectSound("dossier \(text)")
        }
    }

    @Test func `lose NUL and the white space around, and nothing else`() async throws {
        try await run { office in
            let code = try await office.fileExtract(
                FilingExtractSamples.right(without: "name", " \r\n Hồ\u{0} Thị\r\nHư\t Cấu \n"))
            #expect(try await office.applicant(of: code)?.name == "Hồ Thị\r\nHư\t Cấu")
            let row = try await office.open("/filings", as: "chi")
            row.expectSound("list")
            #expect(row.text.contains("Hồ Thị\nHư"))
        }
    }

    /// Too long, and the page on which it is mended.
    private static let long: [(String, Int, String, String)] = [
        ("name", 201, "person", "filings.nameTooLong"),
        ("address", 301, "address", "filings.addressTooLong"),
        ("request", 2_001, "address", "filings.answerTooLong"),
        ("field.tenCon", 2_001, "field.tenCon", "filings.answerTooLong"),
        ("phone", 12, "contact", "filings.phoneInvalid"),
        ("identity", 16, "person", "filings.identityInvalid"),
    ]

    @Test(arguments: long.indices)
    func `that are too long are named on their page`(_ index: Int) async throws {
        let (name, count, question, code) = Self.long[index]
        let text = String(repeating: name == "phone" ? "0" : "ợ", count: count)
        try await run { office in
            let json = try await office.post(
                Self.base, as: nil, FilingExtractSamples.right(without: name, text),
                wantsJSON: true)
            #expect(try json.code() == code)
            #expect(try json.json()["field"] as? String == name)
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            for page in FilingExtractSamples.answers {
                let fields = page.right[0].filter { $0.0 != name }
                let answer = try await citizen.post(
                    "\(Self.base)/\(page.question)",
                    fields + (page.question == question ? [(name, text)] : []))
                if page.question != question { continue }
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("id=\"errors\"") && answer.text.contains(text))
                #expect(answer.text.contains("href=\"#\(name)\""), "the way to the input")
            }
            let review = try await citizen.post("\(Self.base)/review")
            #expect(review.location == "\(Self.base)/\(question)")
        }
    }

    /// Input, what is forged into it, the refusal.
    private static let forged: [(String, String?, String)] = [
        ("office", "p.mc", "officeUnknown"), ("office", "x", "officeUnknown"),
        ("office", nil, "officeUnknown"), ("office", "p' OR '1'='1", "officeUnknown"),
        ("paper", "Sổ đỏ", "paperUnknown"), ("paper", nil, "papersMissing"),
        ("paper", "", "papersMissing"), ("field.loai", "bản khác", "fieldInvalid"),
        ("field.loai", "bản sao\u{200B}", "fieldInvalid"),
        ("field.ngay", "2017-02-30", "fieldInvalid"),
        ("field.soBan", "inf", "fieldInvalid"), ("field.soBan", "1e999", "fieldInvalid"),
        ("field.soBan", nil, "fieldMissing"), ("field.tenCon", nil, "fieldMissing"),
        ("email", "a@b.vn\r\nBcc: c@d.vn", "emailInvalid"),
        ("phone", "0912\u{0665}45678", "phoneInvalid"), ("identity", "'; DROP", "identityInvalid"),
    ]

    @Test func `with forged values are refused, each by its name`() async throws {
        try await run { office in
            let before = try await office.sequence()
            for (name, value, code) in Self.forged {
                let answer = try await office.post(
                    Self.base, as: nil, FilingExtractSamples.right(without: name, value),
                    wantsJSON: true)
                #expect(answer.status == .unprocessableContent, "\(name) \(value ?? "-")")
                #expect(try answer.code() == "filings.\(code)", "\(name) \(value ?? "-")")
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.number("SELECT count(*) AS n FROM personalValue") == 0)
        }
    }

    @Test func `with fields that nobody asked for keep none of them`() async throws {
        try await run { office in
            let odd = [
                ("field.khongCo", "x"), ("field.__proto__", "x"), ("standing", "accepted"),
                ("dossier", "PA-1"), ("code", "DK-1"), ("receivedBy", "anh"), ("paper", "Tờ khai"),
                ("name", "Kẻ Khác"), ("office", "r"), ("token", "x"),
            ]
            let code = try await office.fileExtract(FilingExtractSamples.right + odd)
            let filing = try await office.filing(code)
            #expect(filing.standing == .waiting && filing.dossier == nil)
            #expect(filing.registration.papers == ["Tờ khai"], "each paper once")
            #expect(filing.registration.office == "p", "the first of a name counts")
            #expect(Set(filing.registration.fields.keys) == ["soBan", "ngay", "loai", "gap"])
            let applicant = try await office.applicant(of: code)
            #expect(applicant?.name == "Hồ Thị Hư Cấu")
            #expect(applicant?.fields == ["tenCon": "Bé Minh Họa"])
        }
    }

    @Test func `take a JSON list of papers as papers`() async throws {
        try await run { office in
            let json = """
                {"office": "p", "name": "Hồ Thị Hư Cấu", "phone": "0912345678",
                 "field": {"soBan": 2, "tenCon": "Bé <b>", "gap": true},
                 "paper": ["Giấy chứng sinh", "Tờ khai"], "returnWay": "home"}
                """
            let answer = try await office.send(
                .post, Self.base, [.contentType: "application/json", .accept: "application/json"],
                body: Array(json.utf8))
            #expect(answer.status == .created, "\(answer.text)")
            let code = try #require(try answer.json()["filing"] as? String)
            let registration = try await office.filing(code).registration
            #expect(registration.papers == ["Giấy chứng sinh", "Tờ khai"])
            #expect(registration.fields == ["soBan": .number(2), "gap": .boolean(true)])
        }
    }

    @Test(arguments: ["%00", "%00DK", "DK-%00-1", "%27%20OR%201=1", "..%2F..", "%F0%9F%91%A9"])
    func `asked for by an odd code are not found`(_ code: String) async throws {
        try await run { office in
            let page = try await office.open("/filings/\(code)", as: "chi")
            #expect(page.status == .notFound)
            let act = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(act.status == .notFound)
            for path in ["/file/\(code)", "/file/\(code)/person", "/procedures/\(code)"] {
                #expect(try await office.open(path, as: nil).status == .notFound, "\(path)")
            }
            let apology = try await office.open("/dossiers/\(code)/apology", as: "anh")
            #expect(apology.status == .notFound)
        }
    }
}
