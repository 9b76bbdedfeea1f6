// Random officers add, send again and remove on two nodes; scanners come and go. What the ledger
// alone tells is what stands beside it, and what was removed is nowhere.

import Engine
import HTTPTypes
import Ledger
import TestStores
import Testing
import WorkTime

@testable import Office

@Suite struct `Random work with files` {
    /// Files that the ledger tells of, from its entries alone.
    private func told(_ office: DossierTestOffice) async throws -> Set<String> {
        try await office.desk.read { reading in
            var ids: Set<String> = []
            let streams = try reading.rows(
                "SELECT stream FROM streamHead WHERE stream LIKE 'attachment/%'")
            for stream in try streams.map({ try $0.text("stream") }) {
                var folder: Attachments.Folder?
                for entry in try reading.reader.entries(of: stream, after: 0, limit: 1_000) {
                    folder = try .told(by: entry, after: folder, zone: .indochina)
                }
                ids.formUnion(folder?.files.map(\.id) ?? [])
            }
            return ids
        }
    }

    private func step(
        _ office: DossierTestOffice, _ codes: [String], _ chance: inout DossierTestChance
    ) async throws {
        let code = chance.pick(codes)
        let files = try await office.shownFiles(ofDossier: code)
        switch chance.below(6) {
        case 0 where !files.isEmpty:
            let answer = try await office.post(
                "/dossiers/\(code)/attachments/removal",
                as: chance.pick(["chi", "binh", "ha"] as [PersonID]),
                [("id", chance.pick(files).id), ("reason", chance.pick(["nhầm", ""]))])
            #expect(answer.status.code < 500)
        case 1:
            _ = try await office.house.scanAttachments { piece in
                _ = try? await piece(0)
                return .clean
            }
        default:
            let words = "\(chance.below(6))"
            let bytes =
                chance.below(5) == 0
                ? AttachmentSamples.zip
                : AttachmentSamples.pdf(words, bytes: 30 + chance.below(3) * 70_000)
            let answer = try await office.upload(
                "/dossiers/\(code)/attachments",
                as: chance.pick(["chi", "binh", "anh"] as [PersonID]),
                [("paper", chance.pick(["Tờ khai", "Tờ khai", "Sổ đỏ"])), ("key", words)],
                [("file", "a\(words).pdf", bytes)])
            #expect(answer.status.code < 500, "\(answer.text)")
        }
    }

    @Test(arguments: [7, 2_017, 91] as [UInt64])
    func `leaves what the ledger tells, and nothing else`(seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            let nodes = [office, try office.with(.init(hasScanner: true))]
            let codes = [try await office.receive(), try await office.receive()]
            for _ in 0..<40 { try await step(chance.pick(nodes), codes, &chance) }
            try await office.expectProven()
            let rows = try await office.desk.read {
                Set(
                    try $0.rows("SELECT id FROM attachment WHERE held = 'filed'")
                        .map { try $0.text("id") })
            }
            #expect(try await told(office) == rows)
            #expect(try await office.fileCount() == rows.count, "nothing is left on its way")
            let orphans = """
                SELECT count(*) AS n FROM attachmentChunk
                WHERE file NOT IN (SELECT id FROM attachment)
                """
            #expect(try await office.number(orphans) == 0)
            for code in codes {
                for file in try await office.shownFiles(ofDossier: code) {
                    let opened = try await office.open("/attachments/\(file.id)", as: "chi")
                    #expect([200, 423].contains(opened.status.code))
                    if opened.status == .ok { #expect(opened.text.utf8.count == file.bytes) }
                }
            }
        }
    }

    @Test func `is taken along when the office moves to another store`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.add(AttachmentSamples.pdf(bytes: 400_000), to: code)
            let tables = SchemaTable.all(after: OfficeMigrations.all)
            #expect(tables.map(\.name).contains("attachmentChunk"))
            try await StoreFactory.chosen.withEmptyStore { store in
                let sources = office.sources
                let desk = Desk(
                    store: store,
                    sources: DeskSources(now: { sources.now }, bytes: { sources.bytes($0) }))
                try await desk.prepare()
                _ = try await StoreCopy.run(tables, from: office.desk.store, to: store)
                let copy = DossierTestOffice(
                    desk: desk,
                    house: Site.House(
                        desk: desk, texts: try .bundled(), assets: [:],
                        clock: OfficeClock { sources.now }, demoAccounts: []),
                    sources: sources)
                let opened = try await copy.open("/attachments/\(id)", as: "chi")
                #expect(opened.status == .ok && opened.text.utf8.count == 400_000)
                try await copy.expectProven()
            }
        }
    }
}
