// What is let go: uploads that broke off, what came in for commands that never were, and nothing of
// what was filed.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Letting files go` {
    private func row(
        _ id: String, held: Attachments.Held, at: Instant, in office: DossierTestOffice
    ) async throws {
        try await office.desk.store.write { transaction in
            try transaction.execute(
                """
                INSERT INTO attachment (id, held, subject, paper, name, kind, size, digest,
                    standing, addedAt, attempts)
                VALUES (?, ?, 'x', '', '', '', 0, '', 'waiting', ?, 0)
                """, [.text(id), .text(held.rawValue), .integer(at.milliseconds)])
            try transaction.execute(
                "INSERT INTO attachmentChunk (file, number, bytes) VALUES (?, 0, ?)",
                [.text(id), .blob([1, 2, 3])])
        }
    }

    private func ids(_ office: DossierTestOffice) async throws -> [String] {
        try await office.desk.read {
            try $0.rows("SELECT id FROM attachment ORDER BY id").map { try $0.text("id") }
        }
    }

    @Test(arguments: [Attachments.Held.arriving, .staged])
    func `takes what broke off, an hour later`(held: Attachments.Held) async throws {
        try await DossierTestOffice.run { office in
            try await row("old", held: held, at: office.sources.now, in: office)
            try office.set("2017-07-03T09:30")
            try await row("young", held: held, at: office.sources.now, in: office)
            let sweep: @Sendable (Instant) async throws -> Int = { now in
                try await office.desk.store.write { try Attachments.sweep(at: now, in: $0) }
            }
            try office.set("2017-07-03T10:00")
            #expect(try await sweep(office.sources.now) == 0)
            try office.set("2017-07-03T10:01")
            #expect(try await sweep(office.sources.now) == 1)
            #expect(try await ids(office) == ["young"])
            #expect(try await office.chunkCount() == 1)
        }
    }

    @Test func `takes files of drafts that are gone, whoever removed them`() async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var citizens = [FilingCitizen(office: office), FilingCitizen(office: office)]
            for index in citizens.indices {
                _ = try await citizens[index].begin()
                _ = try await citizens[index].send([
                    ("file.Tờ khai", "a.pdf", AttachmentSamples.pdf("\(index)"))
                ])
            }
            #expect(try await office.fileCount() == 2)
            let secret = String(citizens[0].cookie.drop { $0 != "=" }.dropFirst())
            let now = office.sources.now
            let gone = try await office.desk.store.write { transaction in
                try transaction.execute(
                    "DELETE FROM filingDraft WHERE secret = ?",
                    [.text(Site.digest(of: secret))])
                return try Attachments.sweep(at: now, in: transaction)
            }
            #expect(gone == 1)
            #expect(try await office.chunkCount() == 1)
        }
    }

    @Test func `leaves what was filed, however old it is`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            try office.set("2027-07-03T09:00")
            let now = office.sources.now
            let gone = try await office.desk.store.write {
                try Attachments.sweep(at: now, in: $0)
            }
            #expect(gone == 0)
            #expect(try await ids(office) == [id])
        }
    }

    @Test func `counts nothing that is not there`() async throws {
        try await DossierTestOffice.run { office in
            let removed = try await office.desk.store.write {
                try Attachments.delete(where: "id = ?", [.text("khong-co")], in: $0)
            }
            #expect(removed == 0)
            let piece = try await office.desk.store.read {
                try Attachments.chunk(0, of: "khong-co", in: $0)
            }
            #expect(piece == nil)
        }
    }
}
