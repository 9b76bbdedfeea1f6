// Citizens open their own files where they follow what they filed, and at /my; nobody else does.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Files that a citizen opens` {
    /// A filing with one file, and its id.
    private func run(
        _ body: (DossierTestOffice, _ code: String, _ file: String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            let code = try await office.file()
            try await office.answer(
                .askSupplement(code, reason: "thiếu", papers: ["Giấy A"]), by: "chi")
            let page = try await office.track(code, "5678", wantsJSON: false)
            let brought = try await office.upload(
                "/track/filing", as: nil,
                [
                    ("act", "supplement"), ("code", code), ("proof", try page.hidden("proof")),
                    ("asked", "Giấy A"),
                ], [("file.Giấy A", "a.pdf", AttachmentSamples.pdf("a"))])
            #expect(brought.status == .ok, "\(brought.text)")
            let file = try #require(try await office.shownFiles(ofFiling: code).first)
            try await body(office, code, file.id)
        }
    }

    private func open(
        _ office: DossierTestOffice, _ file: String, of code: String, proof: String,
        wantsJSON: Bool = false
    ) async throws -> DossierTestAnswer {
        try await office.post(
            "/track/attachment", as: nil, [("code", code), ("proof", proof), ("file", file)],
            wantsJSON: wantsJSON)
    }

    @Test func `are opened by a button, with the proof of the page in no address`() async throws {
        try await run { office, code, file in
            let page = try await office.track(code, "5678", wantsJSON: false)
            page.expectSound("own files")
            #expect(page.text.contains("Mở a.pdf") && page.text.contains("value=\"\(file)\""))
            let proof = try page.hidden("proof")
            let opened = try await open(office, file, of: code, proof: proof)
            #expect(opened.status == .ok && opened.header("Content-Type") == "application/pdf")
            #expect(opened.text.hasPrefix("%PDF"))
            #expect(opened.header("Content-Security-Policy").contains("sandbox"))
            #expect(opened.header("Cache-Control").contains("no-store"))
        }
    }

    @Test func `go on with the dossier`() async throws {
        try await run { office, code, file in
            let early = try await office.proof(code)
            try await office.answer(.accept(code), by: "chi")
            let dossier = try #require(try await office.filing(code).dossier)
            let page = try await office.track(dossier, "5678", wantsJSON: false)
            page.expectSound("files of a dossier")
            #expect(page.text.contains("Mở a.pdf"))
            let proof = try page.hidden("proof")
            #expect(try await open(office, file, of: dossier, proof: proof).status == .ok)
            let old = try await open(office, file, of: code, proof: early)
            #expect(old.status == .notFound, "the filing has no files any more")
        }
    }

    @Test func `are not opened without the proof, nor with that of another dossier`() async throws {
        try await run { office, code, file in
            let other = try await office.file()
            let foreign = try await office.proof(other)
            for proof in ["", "x", foreign] {
                let answer = try await open(
                    office, file, of: code, proof: proof, wantsJSON: true)
                #expect(try answer.code() == "messages.proofOld", "\(proof)")
            }
            // The proof of one's own opens no file of another.
            let answer = try await open(office, file, of: other, proof: foreign)
            #expect(answer.status == .notFound)
            for odd in ["", "khong-co", "%00", "../\(file)"] {
                let own = try await office.proof(code)
                #expect(try await open(office, odd, of: code, proof: own).status == .notFound)
            }
        }
    }

    @Test func `are locked while nobody has looked for viruses, and when one was found`()
        async throws
    {
        try await run { office, code, file in
            let proof = try await office.proof(code)
            for (standing, status) in [("waiting", 423), ("infected", 403)] {
                _ = try await office.desk.store.write {
                    try $0.execute(
                        "UPDATE attachment SET standing = ? WHERE id = ?",
                        [.text(standing), .text(file)])
                }
                let answer = try await open(office, file, of: code, proof: proof)
                #expect(answer.status.code == status, "\(standing)")
                let page = try await office.track(code, "5678", wantsJSON: false)
                #expect(!page.text.contains("Mở a.pdf"), "\(standing)")
            }
        }
    }

    @Test func `are gone once they were erased by law`() async throws {
        try await run { office, code, file in
            let proof = try await office.proof(code)
            _ = try await office.desk.store.write {
                try $0.erasePersonal(
                    id: Attachments.personalID(of: file), at: 1, basis: "Luật")
            }
            #expect(try await open(office, file, of: code, proof: proof).status == .notFound)
        }
    }

    @Test func `are noted, so that the office can see who looked`() async throws {
        try await run { office, code, file in
            try await office.answer(.accept(code), by: "chi")
            let dossier = try #require(try await office.filing(code).dossier)
            let proof = try await office.proof(dossier)
            _ = try await open(office, file, of: dossier, proof: proof)
            let log = try await office.open("/dossiers/\(dossier)/reads", as: "binh")
            #expect(log.text.contains("Người nộp hồ sơ (qua trang tra cứu)"))
        }
    }

    @Test func `are opened from the pages of /my as well`() async throws {
        try await run { plain, code, file in
            let office = try plain.with(contacts: DossierTestOffice.both)
            let address = try #require(Contacts.Address(.email, "hu.cau@vi-du.vn"))
            let registration = try await office.filing(code).registration
            _ = try await office.desk.store.write {
                try Contacts.link(registration, to: address, in: $0)
            }
            var visitor = ContactVisitor(office: office)
            try await visitor.enter()
            let page = try await visitor.open("/my/\(code)")
            #expect(page.text.contains("Mở a.pdf"))
            let opened = try await open(
                office, file, of: code, proof: try page.hidden("proof"))
            #expect(opened.status == .ok)
        }
    }
}
