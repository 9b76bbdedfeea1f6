// Files that a citizen adds when the office asked for what is missing.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Files of a supplement` {
    /// Runs with a filing that was asked for two papers, and the proof of its citizen.
    private func run(
        _ body: (DossierTestOffice, _ code: String, _ proof: String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.file()
            try await office.answer(
                .askSupplement(code, reason: "thiếu", papers: ["Giấy A", "Giấy \"B\""]), by: "chi")
            let page = try await track(office, code)
            page.expectSound("asked")
            #expect(page.text.contains("name=\"file.Giấy A\""))
            try await body(office, code, try page.hidden("proof"))
        }
    }

    private func track(
        _ office: DossierTestOffice, _ code: String
    ) async throws -> DossierTestAnswer {
        try await office.post("/track", as: nil, [("code", code), ("digits", "5678")])
    }

    private func bring(
        _ office: DossierTestOffice, _ code: String, _ proof: String,
        _ files: [AttachmentSamples.Chosen], papers: [String] = [], key: String = "k",
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        var fields: [(String, String)] = [
            ("key", key), ("act", "supplement"), ("code", code), ("proof", proof),
            ("asked", "Giấy A"), ("asked", "Giấy \"B\""),
        ]
        for paper in papers { fields.append(("paper", paper)) }
        return try await office.upload(
            "/track/filing", as: nil, fields, files, wantsJSON: wantsJSON)
    }

    @Test func `are brought with it, and their papers count as brought`() async throws {
        try await run { office, code, proof in
            let answer = try await bring(
                office, code, proof,
                [
                    ("file.Giấy A", "a.pdf", AttachmentSamples.pdf("a")),
                    ("file.Giấy %22B%22", "b.png", AttachmentSamples.png()),
                ], papers: ["Giấy A"])
            #expect(answer.status == .ok, "\(answer.text)")
            answer.expectSound("brought")
            #expect(answer.text.contains("a.pdf") && answer.text.contains("b.png"))
            #expect(!answer.text.contains("/attachments/"), "who follows opens nothing")
            let filing = try await office.filing(code)
            #expect(filing.request?.answered == ["Giấy A", "Giấy \"B\""])
            let files = try await office.shownFiles(ofFiling: code)
            #expect(files.map(\.paper) == ["Giấy A", "Giấy \"B\""])
            try await office.answer(.accept(code), by: "chi")
            #expect(try await office.shownFiles(ofDossier: "PA-170703-0001") == files)
            try await office.expectProven()
        }
    }

    @Test func `sent twice are brought once`() async throws {
        try await run { office, code, proof in
            let file: AttachmentSamples.Chosen = ("file.Giấy A", "a.pdf", AttachmentSamples.pdf())
            let first = try await bring(office, code, proof, [file])
            let before = try await office.sequence()
            let again = try await bring(office, code, proof, [file])
            #expect(first.status == .ok)
            #expect([.ok, .unprocessableContent].contains(again.status))
            #expect(try await office.sequence() == before)
            #expect(try await office.fileCount() == 1)
            #expect(try await office.chunkCount() == 1)
        }
    }

    @Test func `are refused with the reason beside their input, and nothing is brought`()
        async throws
    {
        try await run { office, code, proof in
            let files: [AttachmentSamples.Chosen] = [
                ("file.Giấy A", "a.pdf", AttachmentSamples.pdf()),
                ("file.Giấy %22B%22", "b.pdf", AttachmentSamples.zip),
            ]
            let answer = try await bring(office, code, proof, files)
            #expect(answer.status == .unsupportedMediaType)
            answer.expectSound("refused")
            #expect(answer.text.contains("href=\"#file-1\""))
            let json = try await bring(office, code, proof, files, wantsJSON: true)
            #expect(try json.code() == "attachments.kindUnknown")
            #expect(try await office.filing(code).standing == .supplementAsked)
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
        }
    }

    @Test func `are not taken from who has no proof, nor for other papers`() async throws {
        try await run { office, code, proof in
            let file: AttachmentSamples.Chosen = (
                "file.Giấy A", "a.pdf", AttachmentSamples.pdf(bytes: 500_000)
            )
            for wrong in ["", "x", String(repeating: "0", count: 64)] {
                #expect(try await bring(office, code, wrong, [file]).status == .notFound)
            }
            let other = try await bring(
                office, code, proof, [("file.Sổ đỏ", "a.pdf", AttachmentSamples.pdf())])
            #expect(other.status == .unprocessableContent)
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
            #expect(try await office.filing(code).standing == .supplementAsked)
        }
    }
}
