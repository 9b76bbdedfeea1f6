// Opening: the bytes that were filed, under headers that let them run nothing.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `A file that is opened` {
    private func run(
        _ bytes: [UInt8], name: String = "to-khai.pdf",
        _ body: (DossierTestOffice, String, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await body(office, code, try await office.add(bytes, to: code, name: name))
        }
    }

    @Test(arguments: [30, 65_535, 65_536, 65_537, 262_144, 262_145, 700_001])
    func `has the bytes that were sent, whatever its length`(count: Int) async throws {
        let bytes = AttachmentSamples.pdf(bytes: count)
        try await run(bytes) { office, _, id in
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.status == .ok && Array(answer.text.utf8) == bytes)
            let chunks = try await office.chunkCount()
            #expect(chunks == (count + 65_535) / 65_536)
        }
    }

    @Test func `runs nothing and is kept by nobody on the way`() async throws {
        try await run(AttachmentSamples.pdf(), name: "Tờ khai %22x%22; a.pdf") {
            office, _, id in
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.headers[.contentType] == "application/pdf")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let policies = answer.headers[values: .contentSecurityPolicy].joined(separator: ", ")
            #expect(policies.contains("sandbox") && policies.contains("default-src 'none'"))
            #expect(answer.headers[.cacheControl] == "private, no-store")
            #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
            let disposition = answer.headers[.contentDisposition] ?? ""
            #expect(disposition.hasPrefix("attachment; filename=\"tep.pdf\"; filename*=UTF-8''"))
            #expect(disposition.contains("T%E1%BB%9D%20khai%20"))
            #expect(disposition.utf8.allSatisfy { $0 < 128 && $0 >= 32 })
            #expect(disposition.filter { $0 == "\"" }.count == 2)
        }
    }

    @Test func `is shown in place when it is a picture`() async throws {
        try await run(AttachmentSamples.png(), name: "a.html") { office, _, id in
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.headers[.contentType] == "image/png", "what it is, not what was said")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("inline; ") == true)
            #expect(answer.headers[.contentDisposition]?.contains("a.html.png") == true)
        }
    }

    @Test func `is noted with who looked, once in ten minutes`() async throws {
        try await run(AttachmentSamples.pdf()) { office, code, id in
            for _ in 0..<3 { _ = try await office.open("/attachments/\(id)", as: "chi") }
            let looks = "SELECT times AS n FROM personalRead WHERE paper = 'attachment'"
            #expect(try await office.number(looks) == 1)
            let log = try await office.open("/dossiers/\(code)/reads", as: "anh")
            #expect(log.text.contains("Tệp của hồ sơ"))
            log.expectSound("reads")
        }
    }

    @Test(arguments: [
        "UPDATE attachmentChunk SET bytes = ? WHERE number = 1",
        "UPDATE attachmentChunk SET bytes = ? WHERE number = 0",
    ])
    func `is not opened when the disk holds something else`(sql: String) async throws {
        try await run(AttachmentSamples.pdf(bytes: 100_000)) { office, _, id in
            _ = try await office.desk.store.write {
                try $0.execute(sql, [.blob(Array("%PDF-1.4 changed".utf8))])
            }
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.status == .internalServerError)
            #expect(answer.text.contains("không còn như lúc nộp"))
            #expect(!answer.text.contains("changed"))
            let looks = "SELECT count(*) AS n FROM personalRead WHERE paper = 'attachment'"
            #expect(try await office.number(looks) == 0)
        }
    }

    @Test func `is not opened when a chunk is missing or stands twice`() async throws {
        try await run(AttachmentSamples.pdf(bytes: 200_000)) { office, _, id in
            _ = try await office.desk.store.write {
                try $0.execute("DELETE FROM attachmentChunk WHERE number = 1", [])
            }
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.status == .internalServerError)
        }
    }

    @Test func `is named in the digest of the ledger, so another row does not help`() async throws {
        try await run(AttachmentSamples.pdf()) { office, code, id in
            let other = try await office.add(AttachmentSamples.pdf("khác"), to: code)
            _ = try await office.desk.store.write { transaction in
                try transaction.execute(
                    "DELETE FROM attachmentChunk WHERE file = ?", [.text(id)])
                try transaction.execute(
                    "UPDATE attachmentChunk SET file = ? WHERE file = ?", [.text(id), .text(other)])
                try transaction.execute(
                    """
                    UPDATE attachment SET digest = (SELECT o.digest FROM attachment o
                        WHERE o.id = ?) WHERE id = ?
                    """, [.text(other), .text(id)])
            }
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.status == .internalServerError)
        }
    }
}

@Suite struct `A file whose personal values were erased by law` {
    @Test func `is gone at once, and its bytes with the next round`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let kept = try await office.add(AttachmentSamples.pdf("giữ"), to: code)
            let id = try await office.add(
                AttachmentSamples.pdf(), to: code, name: "anh-chu-nha.pdf")
            let at = office.sources.now.milliseconds
            let erased = try await office.desk.store.write {
                try $0.erasePersonal(id: "attachment/\(id)", at: at, basis: "luật")
            }
            #expect(erased)
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .notFound)
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            #expect(!page.text.contains("anh-chu-nha"))
            #expect(try await office.chunkCount() == 2)
            _ = try await office.house.makeRound()
            #expect(try await office.chunkCount() == 1)
            let names = "SELECT count(*) AS n FROM attachment WHERE name LIKE 'anh-chu-nha%'"
            #expect(try await office.number(names) == 0)
            #expect(try await office.open("/attachments/\(kept)", as: "chi").status == .ok)
            try await office.expectProven()
        }
    }

    @Test func `goes with its stream too`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for words in ["a", "b"] {
                try await office.add(AttachmentSamples.pdf(words), to: code)
            }
            let count = try await office.desk.store.write {
                try $0.erasePersonal(stream: "attachment/\(code)", at: 1, basis: "luật")
            }
            #expect(count == 2)
            _ = try await office.house.makeRound()
            #expect(try await office.fileCount() == 0)
            #expect(try await office.chunkCount() == 0)
            try await office.expectProven()
        }
    }
}
