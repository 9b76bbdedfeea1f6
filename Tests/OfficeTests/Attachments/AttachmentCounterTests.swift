// /dossiers/CODE/attachments: the counter adds and removes, others see what they may see.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Files that the counter adds` {
    private func run(_ body: (DossierTestOffice, String) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await body(office, try await office.receive())
        }
    }

    private func path(_ code: String) -> String { "/dossiers/\(code)/attachments" }

    @Test func `stand on the dossier's page and on their own`() async throws {
        try await run { office, code in
            let empty = try await office.open(path(code), as: "chi")
            #expect(empty.status == .ok && empty.text.contains("Chưa có tệp nào"))
            empty.expectSound("empty")
            let added = try await office.upload(
                path(code), as: "chi", [("paper", "Tờ khai")],
                [
                    ("file", "mot.pdf", AttachmentSamples.pdf()),
                    ("file", "hai.png", AttachmentSamples.png()),
                ])
            #expect(added.status == .seeOther && added.location == path(code))
            for place in [path(code), "/dossiers/\(code)"] {
                let page = try await office.open(place, as: "chi")
                page.expectSound(place)
                #expect(page.text.contains("mot.pdf") && page.text.contains("hai.png"))
                #expect(page.text.contains("Chưa quét vi-rút"))
                #expect(page.text.contains("chỉ mở tệp khi tin người gửi"))
            }
            let json = try await office.open(path(code), as: "chi", wantsJSON: true).json()
            let files = try #require(json["files"] as? [[String: Any]])
            #expect(files.compactMap { $0["kind"] as? String } == ["pdf", "png"])
            #expect(json["mayWrite"] as? Bool == true)
            try await office.expectProven()
        }
    }

    @Test func `sent again with the same key or without are one`() async throws {
        try await run { office, code in
            let file: AttachmentSamples.Chosen = ("file", "a.pdf", AttachmentSamples.pdf())
            for key in ["k1", "k1", "k2"] {
                let answer = try await office.upload(
                    path(code), as: "chi", [("key", key), ("paper", "Tờ khai")], [file])
                #expect(answer.status == .seeOther, "\(answer.text)")
            }
            #expect(try await office.shownFiles(ofDossier: code).count == 1)
            #expect(try await office.fileCount() == 1)
            #expect(try await office.chunkCount() == 1)
            let other = try await office.upload(
                path(code), as: "chi", [("key", "k1"), ("paper", "Tờ khai")],
                [("file", "b.pdf", AttachmentSamples.pdf("b"))], wantsJSON: true)
            #expect(try other.code() == "desk.keyUsedForOtherCommand")
            #expect(try await office.fileCount() == 1, "what was refused leaves nothing")
        }
    }

    @Test func `are refused in words, and nothing of them stays`() async throws {
        try await run { office, code in
            let pdf: AttachmentSamples.Chosen = ("file", "a.pdf", AttachmentSamples.pdf())
            let before = try await office.sequence()
            let cases: [([(String, String)], [AttachmentSamples.Chosen], String)] = [
                ([("paper", "Tờ khai")], [], "attachments.fileMissing"),
                ([("paper", "Tờ khai")], [("file", "", [])], "attachments.fileMissing"),
                ([("paper", "Sổ đỏ")], [pdf], "attachments.paperUnknown"),
                ([], [pdf], "attachments.paperUnknown"),
                ([("paper", "Tờ khai")], [("anh", "a.pdf", pdf.bytes)], "attachments.paperUnknown"),
                (
                    [("paper", "Tờ khai")], [pdf, ("file", "b.zip", AttachmentSamples.zip)],
                    "attachments.kindUnknown"
                ),
            ]
            for (fields, files, expected) in cases {
                let json = try await office.upload(
                    path(code), as: "chi", fields, files, wantsJSON: true)
                #expect(try json.code() == expected)
                let page = try await office.upload(path(code), as: "chi", fields, files)
                #expect(page.status.code >= 400 && page.status.code < 500)
                page.expectSound(expected)
                #expect(page.text.contains("id=\"errors\""))
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
        }
    }

    @Test func `need the token of the session before a byte is kept`() async throws {
        try await run { office, code in
            let answer = try await office.upload(
                path(code), as: "chi", [("paper", "Tờ khai")],
                [("file", "a.pdf", AttachmentSamples.pdf(bytes: 600_000))], withToken: false)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("không do trang này gửi"))
            #expect(try await office.fileCount() == 0)
        }
    }

    @Test func `are removed with a reason, and their bytes with them`() async throws {
        try await run { office, code in
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            let none = try await office.post(
                "\(path(code))/removal", as: "chi", [("id", id), ("reason", "")])
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Hãy ghi lý do gỡ tệp."))
            none.expectSound("no reason")
            let gone = try await office.post(
                "\(path(code))/removal", as: "chi", [("id", id), ("reason", "của hồ sơ khác")])
            #expect(gone.status == .seeOther)
            #expect(try await office.shownFiles(ofDossier: code).isEmpty)
            #expect(try await office.chunkCount() == 0)
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .notFound)
            let again = try await office.post(
                "\(path(code))/removal", as: "chi", [("id", id), ("reason", "x")], wantsJSON: true)
            #expect(try again.code() == "attachments.unknown")
            try await office.expectProven()
            // The same file may come again.
            try await office.add(AttachmentSamples.pdf(), to: code)
            try await office.expectProven()
        }
    }

    @Test func `are closed with the dossier`() async throws {
        try await run { office, code in
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            try await office.act(.close(.stopped, reason: "trùng"), on: code, by: "anh")
            let late = try await office.upload(
                path(code), as: "chi", [("paper", "Tờ khai")],
                [("file", "b.pdf", AttachmentSamples.pdf("b"))], wantsJSON: true)
            #expect(late.status == .forbidden)
            let removal = try await office.post(
                "\(path(code))/removal", as: "chi", [("id", id), ("reason", "x")], wantsJSON: true)
            #expect(try removal.code() == "attachments.dossierEnded")
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .ok)
        }
    }
}

@Suite struct `The rights on files` {
    /// Who sees a dossier of the first ward right after intake, and who of them is at its counter.
    private static let seers: Set<PersonID> = ["anh", "binh", "chi", "pho"]
    private static let counter: Set<PersonID> = ["binh", "chi"]

    private func run(
        _ body: (DossierTestOffice, String, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await body(office, code, try await office.add(AttachmentSamples.pdf(), to: code))
        }
    }

    @Test func `open a file to who may see its dossier, and hide it from the rest`()
        async throws
    {
        try await run { office, code, id in
            for person in DossierTestSamples.people {
                let sees = Self.seers.contains(person)
                for place in ["/attachments/\(id)", "/dossiers/\(code)/attachments"] {
                    for wantsJSON in [false, true] {
                        let answer = try await office.open(
                            place, as: person, wantsJSON: wantsJSON)
                        #expect(answer.status == (sees ? .ok : .notFound), "\(person) \(place)")
                        if !sees { #expect(!answer.text.contains("to khai")) }
                    }
                }
            }
            let signedOut = try await office.open("/attachments/\(id)", as: nil)
            #expect(signedOut.location == "/sign-in")
            #expect(try await office.open("/attachments/khong-co", as: "chi").status == .notFound)
        }
    }

    @Test func `let the counter of the office add and remove, and nobody else`() async throws {
        try await run { office, code, id in
            let before = try await office.sequence()
            for person in DossierTestSamples.people where !Self.counter.contains(person) {
                let added = try await office.upload(
                    "/dossiers/\(code)/attachments", as: person, [("paper", "Tờ khai")],
                    [("file", "b.pdf", AttachmentSamples.pdf("b"))])
                let removed = try await office.post(
                    "/dossiers/\(code)/attachments/removal", as: person,
                    [("id", id), ("reason", "x")])
                for answer in [added, removed] {
                    #expect(
                        answer.status == (Self.seers.contains(person) ? .forbidden : .notFound),
                        "\(person)")
                }
                let page = try await office.open("/dossiers/\(code)/attachments", as: person)
                #expect(!page.text.contains("type=\"file\""), "\(person)")
            }
            #expect(try await office.sequence() == before)
            #expect(try await office.fileCount() == 1)
            let page = try await office.open("/dossiers/\(code)/attachments", as: "binh")
            #expect(page.text.contains("type=\"file\""))
        }
    }

    @Test func `open files of a filing to its counter alone`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            _ = try await citizen.fill()
            _ = try await citizen.send([("file.Tờ khai", "a.pdf", AttachmentSamples.pdf())])
            _ = try await citizen.post("/file/KS-01/review")
            let code = "DK-PA-170703-0001"
            let id = try #require(try await office.shownFiles(ofFiling: code).first).id
            for person in DossierTestSamples.people {
                let answer = try await office.open("/attachments/\(id)", as: person)
                let sees = Self.counter.contains(person)
                #expect(answer.status == (sees ? .ok : .notFound), "\(person)")
            }
            let looks = try await office.desk.read { reading in
                try reading.rows(
                    "SELECT person, subject FROM personalRead WHERE paper = 'attachment'"
                ).map { "\(try $0.text("person")) \(try $0.text("subject"))" }
            }
            #expect(looks.sorted() == ["binh \(code)", "chi \(code)"])
        }
    }

    @Test func `reach a program by its scopes`() async throws {
        try await run { office, code, id in
            let reader = try await office.token(of: "chi", .read)
            #expect(try await office.call(.get, "/attachments/\(id)", reader).status == .ok)
            let list = try await office.call(.get, "/dossiers/\(code)/attachments", reader)
            #expect(try (list.json()["files"] as? [Any])?.count == 1)
            let shut = try await office.call(
                .post, "/dossiers/\(code)/attachments/removal", reader,
                json: #"{"id": "\#(id)", "reason": "x"}"#)
            #expect(try shut.code() == "tokens.scopeNeeded")
            let worker = try await office.token(of: "chi", .work)
            let gone = try await office.call(
                .post, "/dossiers/\(code)/attachments/removal", worker,
                json: #"{"id": "\#(id)", "reason": "x"}"#)
            #expect(gone.status == .ok)
        }
    }
}
