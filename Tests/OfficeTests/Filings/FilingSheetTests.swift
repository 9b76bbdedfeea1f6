// What was filed, on a sheet and as PDF, for the browser that filed it and nobody else.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// A press that hands back what it was given.
private struct EchoPress: Papers.Press {
    func print(_ document: [UInt8], style: [UInt8]) async throws -> [UInt8] {
        Array("%PDF ".utf8) + document
    }
}

@Suite struct `What was filed` {
    /// A citizen who has sent a filing with a file.
    private func run(
        press: Bool = false, _ body: (FilingCitizen, _ code: String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { plain in
            try await plain.issue()
            let sources = plain.sources
            let office = DossierTestOffice(
                desk: plain.desk,
                house: Site.House(
                    desk: plain.desk, texts: try .bundled(), assets: [:],
                    clock: OfficeClock { sources.now }, demoAccounts: [],
                    press: press ? EchoPress() : nil),
                sources: sources)
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            let draft = Attachments.Owner.draft(secret: String(citizen.cookie.dropFirst(14)))
            _ = try await citizen.fill()
            #expect(draft.held == .draft)
            let sent = try await citizen.post("/file/KS-01/review")
            #expect(sent.location == "/file/KS-01/done")
            try await body(citizen, "DK-PA-170703-0001")
        }
    }

    private static let words = [
        "DK-PA-170703-0001", "Phạm Thị Hư Cấu", "012345678901", "0912 345 678",
        "Số 1, phố Minh Họa", "hu.cau@vi-du.vn", "Khai sinh cho con", "Bé Minh Họa", "Tờ khai",
        "UBND phường A", "Đăng ký khai sinh",
    ]

    @Test func `stands whole on a sheet, right after it was sent`() async throws {
        try await run { citizen, code in
            let done = try await citizen.open("/file/KS-01/done")
            #expect(done.text.contains("href=\"/file/KS-01/sheet\""))
            #expect(done.text.contains("href=\"/file/KS-01/sheet.pdf\""))
            let sheet = try await citizen.open("/file/KS-01/sheet")
            sheet.expectSound("sheet")
            #expect(sheet.status == .ok)
            for words in Self.words { #expect(sheet.text.contains(words), "\(words)") }
            #expect(sheet.text.contains("/track?code=\(code)") || sheet.text.contains("<svg"))
            let json = try await citizen.office.send(
                .get, "/file/KS-01/sheet",
                [.cookie: citizen.cookie, .accept: "application/json"])
            #expect(try json.json()["filing"] as? String == code)
            let english = try await citizen.open("/file/KS-01/sheet", language: "en")
            #expect(english.text.contains("What you filed"))
        }
    }

    @Test func `is a PDF where the server makes one, and says so where it does not`() async throws {
        try await run(press: true) { citizen, _ in
            let pdf = try await citizen.open("/file/KS-01/sheet.pdf")
            #expect(pdf.status == .ok && pdf.header("Content-Type") == "application/pdf")
            #expect(pdf.text.hasPrefix("%PDF") && pdf.text.contains("Phạm Thị Hư Cấu"))
            #expect(pdf.header("Cache-Control") == "no-store")
            #expect(!pdf.text.contains("<script"))
        }
        try await run { citizen, _ in
            let none = try await citizen.open("/file/KS-01/sheet.pdf")
            #expect(none.status == .notImplemented && none.text.contains("nút In"))
        }
    }

    @Test func `is shown to who has the secret alone`() async throws {
        try await run(press: true) { citizen, code in
            for cookie in ["", "roviec_filing=0000", "roviec_filing=\(code)"] {
                let other = FilingCitizen(office: citizen.office, cookie: cookie)
                for page in ["sheet", "sheet.pdf"] {
                    let answer = try await other.open("/file/KS-01/\(page)")
                    #expect(!answer.text.contains("Hư Cấu"), "\(cookie) \(page)")
                    #expect(answer.status != .ok)
                }
            }
            // Nor under another procedure, nor before anything was sent.
            let elsewhere = try await citizen.open("/file/CT-02/sheet")
            #expect(elsewhere.status != .ok)
            var fresh = FilingCitizen(office: citizen.office)
            _ = try await fresh.begin()
            #expect(try await fresh.open("/file/KS-01/sheet").status != .ok)
        }
    }

    @Test func `lives on with the dossier, and says what was erased by law`() async throws {
        try await run { citizen, code in
            try await citizen.office.answer(.accept(code), by: "chi")
            let taken = try await citizen.open("/file/KS-01/sheet")
            #expect(taken.text.contains("Phạm Thị Hư Cấu") && taken.text.contains("Bé Minh Họa"))
            let dossier = try #require(try await citizen.office.filing(code).dossier)
            _ = try await citizen.office.desk.store.write {
                try $0.erasePersonal(stream: "dossier/\(dossier)", at: 1, basis: "Luật")
            }
            let erased = try await citizen.open("/file/KS-01/sheet")
            #expect(erased.status == .ok && !erased.text.contains("Hư Cấu"))
            #expect(erased.text.contains("Tờ khai"))
        }
    }

    @Test func `names each file with the digest of its bytes`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.file()
            try await office.answer(
                .askSupplement(code, reason: "thiếu", papers: ["Giấy A"]), by: "chi")
            let page = try await office.post(
                "/track", as: nil, [("code", code), ("digits", "5678")])
            _ = try await office.upload(
                "/track/filing", as: nil,
                [
                    ("act", "supplement"), ("code", code),
                    ("proof", try page.hidden("proof")), ("asked", "Giấy A"),
                ], [("file.Giấy A", "a.pdf", AttachmentSamples.pdf("a"))])
            let sheet = try await office.desk.read { try $0.filingSheet(code) }
            #expect(sheet.files.map(\.name) == ["a.pdf"] && sheet.files.map(\.paper) == ["Giấy A"])
            #expect(sheet.files.map(\.digest.count) == [64])
            #expect(sheet.papers == ["Tờ khai", "Giấy A"])
        }
    }
}
