// /file/PROCEDURE/files: pictures for each paper, seen and removed before sending, filed with it.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Files of a filing online` {
    private static let input = "file.Tờ khai"

    private func run(
        _ settings: Attachments.Settings = .init(),
        _ body: (FilingCitizen) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let house = try office.with(settings)
            var citizen = FilingCitizen(office: house)
            _ = try await citizen.begin()
            try await body(citizen)
        }
    }

    private func draftFiles(_ citizen: FilingCitizen) async throws -> [Attachments.Shown] {
        let secret = String(citizen.cookie.drop { $0 != "=" }.dropFirst())
        return try await citizen.office.desk.read { try $0.attachments(ofDraft: secret) }
    }

    @Test func `are asked for after the papers, one input for each that was ticked`()
        async throws
    {
        try await run { citizen in
            _ = try await citizen.post(
                "/file/KS-01/papers", [("paper", "Tờ khai"), ("paper", "Giấy chứng sinh")])
            let page = try await citizen.open("/file/KS-01/files")
            #expect(page.status == .ok)
            page.expectSound("files")
            #expect(page.text.contains("enctype=\"multipart/form-data\""))
            for paper in ["Tờ khai", "Giấy chứng sinh"] {
                #expect(page.text.contains("name=\"file.\(paper)\""))
            }
            #expect(page.text.contains("tối đa 10 MB"))
            let english = try await citizen.open("/file/KS-01/files", language: "en")
            english.expectSound("files in English")
        }
    }

    @Test func `go with the filing to the dossier, and the ledger has proof of them`()
        async throws
    {
        try await run { citizen in
            _ = try await citizen.fill()
            let sent = try await citizen.send([
                (Self.input, "Ảnh tờ khai.png", AttachmentSamples.png()),
                (Self.input, "to-khai.pdf", AttachmentSamples.pdf(bytes: 200_000)),
                ("file.Giấy chứng sinh", "", []),
            ])
            #expect(sent.location == "/file/KS-01/review", "\(sent.text)")
            let review = try await citizen.open("/file/KS-01/review")
            #expect(review.text.contains("Tờ khai: Ảnh tờ khai.png"))
            let office = citizen.office
            let before = try await office.sequence()
            #expect(try await citizen.post("/file/KS-01/review").location == "/file/KS-01/done")
            #expect(try await office.sequence() == before + 3, "the filing and two files")
            let code = "DK-PA-170703-0001"
            let files = try await office.shownFiles(ofFiling: code)
            #expect(files.map(\.name) == ["Ảnh tờ khai.png", "to-khai.pdf"])
            #expect(files.map(\.kind) == [.png, .pdf] && files.map(\.bytes)[1] == 200_000)
            let page = try await office.open("/filings/\(code)", as: "chi")
            page.expectSound("filing")
            #expect(page.text.contains("href=\"/attachments/\(files[0].id)\""))
            try await office.answer(.accept(code), by: "chi")
            let moved = try await office.shownFiles(ofDossier: "PA-170703-0001")
            #expect(moved == files)
            let dossier = try await office.open("/dossiers/PA-170703-0001", as: "chi")
            dossier.expectSound("dossier")
            #expect(dossier.text.contains("to-khai.pdf"))
            try await office.expectProven()
        }
    }

    @Test func `are refused in words beside their input, and the others are kept`() async throws {
        try await run { citizen in
            _ = try await citizen.post("/file/KS-01/papers", [("paper", "Tờ khai")])
            let wrong = try await citizen.send([
                (Self.input, "mot.pdf", AttachmentSamples.pdf()),
                (Self.input, "hai.pdf", AttachmentSamples.zip),
                (Self.input, "ba.pdf", AttachmentSamples.pdf("ba")),
            ])
            #expect(wrong.status == .unsupportedMediaType)
            wrong.expectSound("refused")
            #expect(wrong.text.contains("Chỉ nhận tệp PDF và ảnh JPEG, PNG"))
            #expect(wrong.text.contains("href=\"#file-0\"") && wrong.text.contains("mot.pdf"))
            #expect(try await draftFiles(citizen).map(\.name) == ["mot.pdf"])
            let office = citizen.office
            #expect(try await office.chunkCount() == 1, "of the others nothing is left")
            let json = try await citizen.send(
                [(Self.input, "x.pdf", AttachmentSamples.zip)],
                headers: [.accept: "application/json"])
            #expect(json.status == .unsupportedMediaType)
            #expect(try json.code() == "attachments.kindUnknown")
        }
    }

    @Test func `sent twice are there once, and again after they were removed`() async throws {
        try await run { citizen in
            let file: AttachmentSamples.Chosen = (Self.input, "a.pdf", AttachmentSamples.pdf())
            for _ in 0..<3 { _ = try await citizen.send([file, file]) }
            let files = try await draftFiles(citizen)
            #expect(files.count == 1)
            #expect(try await citizen.office.chunkCount() == 1)
            let id = files[0].id
            let page = try await citizen.open("/file/KS-01/files")
            #expect(page.text.contains("form=\"remove-\(id)\"") && page.text.contains("a.pdf"))
            let removed = try await citizen.post("/file/KS-01/files", [("remove", id)])
            #expect(removed.location == "/file/KS-01/files")
            #expect(try await citizen.office.chunkCount() == 0)
            _ = try await citizen.send([file])
            #expect(try await draftFiles(citizen).count == 1)
        }
    }

    @Test func `are removed by the browser that sent them alone`() async throws {
        try await run { citizen in
            _ = try await citizen.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            let id = try #require(try await draftFiles(citizen).first).id
            var other = FilingCitizen(office: citizen.office)
            _ = try await other.begin()
            _ = try await other.post("/file/KS-01/files", [("remove", id)])
            #expect(try await draftFiles(citizen).count == 1)
            let stranger = FilingCitizen(office: citizen.office, cookie: "roviec_filing=0")
            let answer = try await stranger.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            #expect(answer.location == "/file/KS-01")
            #expect(try await citizen.office.fileCount() == 1)
            for person: PersonID in ["chi", "anh"] {
                let opened = try await citizen.office.open("/attachments/\(id)", as: person)
                #expect(opened.status == .notFound, "nobody has it before it is sent")
            }
        }
    }

    @Test func `are not taken once the filing is sent`() async throws {
        try await run { citizen in
            _ = try await citizen.fill()
            _ = try await citizen.post("/file/KS-01/review")
            let late = try await citizen.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            #expect(late.location == "/file/KS-01")
            // Even when an old page wrote the draft anew.
            _ = try await citizen.office.desk.store.write {
                try $0.execute("UPDATE filingDraft SET filing = NULL", [])
            }
            let later = try await citizen.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            #expect(later.status == .unprocessableContent)
            #expect(try await citizen.office.fileCount() == 0)
            #expect(try await citizen.office.chunkCount() == 0)
        }
    }

    @Test func `have limits that are said before the disk is full`() async throws {
        var limits = Attachments.Limits(fileMegabytes: 1)
        (limits.files, limits.waitingMegabytes) = (3, 2)
        try await run(.init(limits: limits)) { citizen in
            let megabyte = Attachments.Limits.megabyte
            let large = try await citizen.send([
                (Self.input, "a.pdf", AttachmentSamples.pdf(bytes: megabyte + 1))
            ])
            #expect(large.status == .contentTooLarge && large.text.contains("tối đa 1 MB"))
            for name in ["a", "b"] {
                let fits = try await citizen.send([
                    (Self.input, name, AttachmentSamples.pdf(name, bytes: megabyte))
                ])
                #expect(fits.status == .seeOther, "\(fits.text)")
            }
            let much = try await citizen.send([(Self.input, "c", AttachmentSamples.pdf("c"))])
            #expect(much.status == .unprocessableContent && much.text.contains("tối đa 2 MB"))
            #expect(try await draftFiles(citizen).count == 2)
            let unfiled = "SELECT count(*) AS n FROM attachment WHERE held = 'arriving'"
            #expect(try await citizen.office.number(unfiled) == 0)
        }
    }

    @Test func `of everybody together leave room on the disk`() async throws {
        var limits = Attachments.Limits()
        limits.houseMegabytes = 0
        try await run(.init(limits: limits)) { citizen in
            _ = try await citizen.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            let full = try await citizen.send([(Self.input, "b.pdf", AttachmentSamples.pdf("b"))])
            #expect(full.status.code == 507 && full.text.contains("Nơi nhận tệp đang đầy"))
        }
    }

    @Test func `go with the draft after its week, and not before`() async throws {
        try await run { citizen in
            _ = try await citizen.send([(Self.input, "a.pdf", AttachmentSamples.pdf())])
            let office = citizen.office
            try office.set("2017-07-09T09:00")
            _ = try await office.house.makeRound()
            #expect(try await office.fileCount() == 1)
            try office.set("2017-07-11T09:01")
            _ = try await office.house.makeRound()
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
        }
    }
}
