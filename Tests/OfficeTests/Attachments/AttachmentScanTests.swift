// A scanner looks at every file before anybody opens it: at least once, on any node, also after a
// restart or a scanner that died midway.

import Engine
import HTTPTypes
import Ledger
import Synchronization
import Testing
import WorkTime

@testable import Office

/// What a scanner was shown, and what it says.
private final class ScanRecord: Sendable {
    private let seen = Mutex<[[UInt8]]>([])
    private let answers: Mutex<[Attachments.Opinion]>

    /// - Parameter answers: One for each file; clean when they are used up.
    init(_ answers: [Attachments.Opinion] = []) { self.answers = Mutex(answers) }

    var files: [[UInt8]] { seen.withLock { $0 } }

    func scan(
        _ piece: @Sendable (Int) async throws -> [UInt8]?
    ) async -> Attachments.Opinion {
        var bytes: [UInt8] = []
        var number = 0
        while let next = try? await piece(number) {
            bytes += next
            number += 1
        }
        let whole = bytes
        seen.withLock { $0.append(whole) }
        return answers.withLock { $0.isEmpty ? .clean : $0.removeFirst() }
    }
}

@Suite struct `Looking for viruses` {
    private func run(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await body(try office.with(.init(hasScanner: true)), code)
        }
    }

    private func scan(
        _ office: DossierTestOffice, _ record: ScanRecord
    ) async throws -> Attachments.Scanned {
        try await office.house.scanAttachments { await record.scan($0) }
    }

    @Test func `locks a file until it was looked at, and says so`() async throws {
        try await run { office, code in
            let bytes = AttachmentSamples.pdf(bytes: 150_000)
            let id = try await office.add(bytes, to: code)
            let locked = try await office.open("/attachments/\(id)", as: "chi")
            #expect(locked.status.code == 423 && locked.header("Retry-After") == "60")
            #expect(locked.text.contains("chờ quét vi-rút"))
            let page = try await office.open("/dossiers/\(code)/attachments", as: "chi")
            #expect(page.text.contains("Chờ quét vi-rút"))
            #expect(!page.text.contains("href=\"/attachments/\(id)\""))
            let record = ScanRecord()
            #expect(try await scan(office, record).clean == 1)
            #expect(record.files == [bytes])
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .ok)
            let after = try await office.open("/dossiers/\(code)/attachments", as: "chi")
            #expect(after.text.contains("Đã quét"))
            #expect(try await scan(office, record).clean == 0, "once is enough")
        }
    }

    @Test func `never opens what it found, and tells whom it concerns`() async throws {
        try await run { office, code in
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            let record = ScanRecord([.infected("Eicar-Test-Signature")])
            #expect(try await scan(office, record).infected == 1)
            for person: PersonID in ["chi", "anh"] {
                let shut = try await office.open("/attachments/\(id)", as: person)
                #expect(shut.status == .forbidden && shut.text.contains("có mã độc"))
            }
            let page = try await office.open("/dossiers/\(code)", as: "chi")
            page.expectSound("infected")
            #expect(page.text.contains("Có mã độc") && page.text.contains("Eicar-Test-Signature"))
            // Not even when the scanner is taken away later.
            let bare = try office.with(.init(hasScanner: false))
            try await bare.house.settleAttachments()
            #expect(try await bare.open("/attachments/\(id)", as: "chi").status == .forbidden)
        }
    }

    @Test func `tells the citizen, whose filing cannot be sent with it`() async throws {
        try await run { office, _ in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            _ = try await citizen.fill()
            _ = try await citizen.send([("file.Tờ khai", "xau.pdf", AttachmentSamples.pdf())])
            _ = try await scan(office, ScanRecord([.infected("Eicar")]))
            let sent = try await citizen.post("/file/KS-01/review")
            #expect(sent.location == "/file/KS-01/files")
            let page = try await citizen.open(sent.location)
            page.expectSound("infected")
            #expect(page.text.contains("Có mã độc") && page.text.contains("Hãy xóa tệp đó"))
            #expect(try await office.number("SELECT count(*) AS n FROM filing") == 0)
            let id = try #require(
                try await office.desk.read {
                    try $0.rows("SELECT id FROM attachment").first?.text("id")
                })
            _ = try await citizen.post("/file/KS-01/files", [("remove", id)])
            #expect(try await citizen.post("/file/KS-01/review").location == "/file/KS-01/done")
        }
    }

    @Test func `does not hold up a filing whose files wait`() async throws {
        try await run { office, _ in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            _ = try await citizen.fill()
            _ = try await citizen.send([("file.Tờ khai", "a.pdf", AttachmentSamples.pdf())])
            #expect(try await citizen.post("/file/KS-01/review").location == "/file/KS-01/done")
            let record = ScanRecord()
            #expect(try await scan(office, record).clean == 1, "wherever the file is by now")
            let files = try await office.shownFiles(ofFiling: "DK-PA-170703-0001")
            #expect(files.map(\.standing) == [.clean])
        }
    }

    @Test func `tries again after a scanner that failed, later each time`() async throws {
        try await run { office, code in
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            let record = ScanRecord([.failed("line lost"), .failed("line lost")])
            let first = try await scan(office, record)
            #expect(first.failures == ["\(id): line lost"] && first.clean == 0)
            #expect(try await scan(office, record).failures.isEmpty, "not at once")
            try office.set("2017-07-03T09:01")
            #expect(try await scan(office, record).failures.count == 1)
            try office.set("2017-07-03T09:02")
            #expect(try await scan(office, record).clean == 1)
            #expect(record.files.count == 3)
            #expect(Attachments.delayMilliseconds(after: 1) == 30_000)
            #expect(Attachments.delayMilliseconds(after: 2) == 60_000)
            #expect(Attachments.delayMilliseconds(after: 50) == 3_600_000)
        }
    }

    @Test func `waits with all when nobody answers`() async throws {
        try await run { office, code in
            for words in ["a", "b", "c"] {
                try await office.add(AttachmentSamples.pdf(words), to: code)
            }
            let record = ScanRecord([.unreachable("errno 111")])
            #expect(try await scan(office, record).failures.count == 1)
            #expect(record.files.count == 1)
            try office.set("2017-07-03T09:05")
            #expect(try await scan(office, record).clean == 3)
        }
    }

    @Test func `goes on after a node that died while it looked`() async throws {
        try await run { office, code in
            try await office.add(AttachmentSamples.pdf(), to: code)
            let now = office.sources.now
            let claim = try await office.desk.store.write {
                try Attachments.claim(at: now, in: $0)
            }
            #expect(claim?.attempt == 1)
            let record = ScanRecord()
            #expect(try await scan(office, record).clean == 0, "another node has it")
            try office.set("2017-07-03T09:11")
            #expect(try await scan(office, record).clean == 1)
        }
    }

    @Test func `is settled when the server starts, with a scanner and without`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.add(AttachmentSamples.pdf(), to: code)
            let guarded = try office.with(.init(hasScanner: true))
            try await guarded.house.settleAttachments()
            #expect(try await guarded.open("/attachments/\(id)", as: "chi").status.code == 423)
            try await office.house.settleAttachments()
            #expect(try await office.open("/attachments/\(id)", as: "chi").status == .ok)
            try await guarded.house.settleAttachments()
            #expect(try await scan(guarded, ScanRecord()).clean == 1)
            try await office.house.settleAttachments()
            let files = try await office.shownFiles(ofDossier: code)
            #expect(files.map(\.standing) == [.clean], "what was looked at stays so")
        }
    }
}
