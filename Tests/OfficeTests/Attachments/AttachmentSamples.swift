// Pictures and papers of an invented citizen, and how they are sent. Text alone, where a test reads
// what came back.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

enum AttachmentSamples {
    /// A PDF as far as its head tells.
    static func pdf(_ words: String = "to khai", bytes: Int = 200) -> [UInt8] {
        let head = Array("%PDF-1.4 \(words) ".utf8)
        return head + [UInt8](repeating: 0x2E, count: max(0, bytes - head.count))
    }

    static func png(width: Int = 20, height: Int = 10) -> [UInt8] {
        func number(_ value: Int) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
        }
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += number(13)
        bytes += Array("IHDR".utf8)
        bytes += number(width) + number(height)
        bytes += [8, 2, 0, 0, 0, 0, 0, 0, 0] as [UInt8]
        return bytes
    }

    /// Segments of a camera, then the frame.
    static func jpeg(
        width: Int = 20, height: Int = 10, segments: [Int] = [16, 60_000, 300], frame: UInt8 = 0xC0
    ) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        for (index, length) in segments.enumerated() {
            bytes += [0xFF, index == 0 ? 0xE0 : 0xE1]
            bytes += [UInt8((length + 2) >> 8), UInt8((length + 2) & 255)]
            bytes += [UInt8](repeating: 0xFF, count: length)
        }
        bytes += [0xFF, frame, 0, 11, 8, UInt8(height >> 8), UInt8(height & 255)]
        bytes += [UInt8(width >> 8), UInt8(width & 255), 1, 1, 0x11, 0]
        return bytes + [0xFF, 0xDA, 0, 2] + [UInt8](repeating: 7, count: 100) + [0xFF, 0xD9]
    }

    static let zip: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 100)

    /// Input, name of the file, bytes.
    typealias Chosen = (input: String, name: String, bytes: [UInt8])

    static let boundary = "----RoViecTestBoundary"

    static func body(_ fields: [(String, String)], _ files: [Chosen]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8)
            body += Array("\(value)\r\n".utf8)
        }
        for file in files {
            let head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.input)\"; "
                + "filename=\"\(file.name)\"\r\nContent-Type: text/html\r\n\r\n"
            body += Array(head.utf8) + file.bytes + [13, 10]
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    static var type: String { "multipart/form-data; boundary=\(boundary)" }
}

extension DossierTestOffice {
    /// Posts a form with files with the token of a session, as a page of it would.
    func upload(
        _ path: String, as person: PersonID?, _ fields: [(String, String)] = [],
        _ files: [AttachmentSamples.Chosen], wantsJSON: Bool = false, withToken: Bool = true,
        headers extra: HTTPFields = [:]
    ) async throws -> DossierTestAnswer {
        var headers = extra
        var fields = fields
        if let person {
            let session = try await signIn(person)
            headers[.cookie] = "roviec_session=\(session)"
            if withToken { fields.insert(("token", Site.formToken(of: session)), at: 0) }
        }
        if wantsJSON { headers[.accept] = "application/json" }
        headers[.contentType] = AttachmentSamples.type
        return try await send(
            .post, path, headers, body: AttachmentSamples.body(fields, files))
    }

    /// The same house with other settings for files.
    func with(_ settings: Attachments.Settings) throws -> DossierTestOffice {
        let sources = sources
        return DossierTestOffice(
            desk: desk,
            house: Site.House(
                desk: desk, texts: try .bundled(), assets: [:],
                clock: OfficeClock { sources.now }, demoAccounts: [], attachments: settings),
            sources: sources)
    }

    func shownFiles(ofDossier code: String) async throws -> [Attachments.Shown] {
        try await desk.read { try $0.attachments(ofDossier: code) }
    }

    func shownFiles(ofFiling code: String) async throws -> [Attachments.Shown] {
        try await desk.read { try $0.attachments(ofFiling: code) }
    }

    func chunkCount() async throws -> Int {
        try await number("SELECT count(*) AS n FROM attachmentChunk")
    }

    func fileCount() async throws -> Int {
        try await number("SELECT count(*) AS n FROM attachment")
    }

    /// Lets the counter add one file to a dossier and returns its id.
    @discardableResult
    func add(
        _ bytes: [UInt8], to code: String, paper: String = "Tờ khai", by person: PersonID = "chi",
        name: String = "to-khai.pdf"
    ) async throws -> String {
        let known = Set(try await shownFiles(ofDossier: code).map(\.id))
        let answer = try await upload(
            "/dossiers/\(code)/attachments", as: person, [("paper", paper)],
            [("file", name, bytes)], wantsJSON: true)
        #expect(answer.status == .created, "\(answer.text)")
        let now = try await shownFiles(ofDossier: code).map(\.id)
        return try #require(now.first { !known.contains($0) })
    }

    /// What the ledger alone tells is what stands beside it.
    func expectProven() async throws {
        let report = try await desk.read { try LedgerReplay.run($0) }
        #expect(report.isClean, "\(report.findings)")
        let proof = try await desk.store.read { try Verification.run($0) }
        #expect(proof.isClean, "\(proof.findings)")
    }
}

extension FilingCitizen {
    /// Sends files on the page for them.
    func send(
        _ files: [AttachmentSamples.Chosen], _ fields: [(String, String)] = [],
        process: String = "KS-01", headers extra: HTTPFields = [:]
    ) async throws -> DossierTestAnswer {
        var headers = extra
        headers[.cookie] = cookie
        headers[.contentType] = AttachmentSamples.type
        return try await office.send(
            .post, "/file/\(process)/files", headers, body: AttachmentSamples.body(fields, files))
    }
}
