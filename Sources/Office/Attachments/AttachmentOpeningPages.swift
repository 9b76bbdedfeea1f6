// Opening a file: rights, the scanner's word, the look noted, the bytes compared with what was
// filed, and headers that let it run nothing.

import Crypto
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import WorkTime

extension Site.House {
    func openAttachment(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let viewer = try requireViewer(context)
        let id = context.parameters.get("file") ?? ""
        let file = try await desk.read { try $0.attachment(id, for: viewer) }
        return try await opened(file, for: viewer.person)
    }

    /// By who was shown to be the applicant: the proof of the page is sent back, so it stands in
    /// no address.
    func openOwnAttachment(
        _ request: Request, _ context: Site.Context
    ) async throws -> Response {
        let form = try await form(of: request, context)
        let code = Tracking.Question(code: form["code"]).code
        guard try await desk.isProven(code, by: form["proof"]) else {
            throw Messages.Rejection.proofOld
        }
        let id = form["file"]
        let file = try await desk.read { try $0.attachment(id, of: code) }
        return try await opened(file, for: Attachments.citizen)
    }

    func opened(
        _ file: Attachments.Opened, for person: PersonID, as paper: Reads.Paper = .attachment
    ) async throws -> Response {
        switch file.standing {
        case .waiting: throw Attachments.Rejection.locked(file.content.name)
        case .infected: throw Attachments.Rejection.infected(file.content.name)
        case .clean, .unscanned: break
        }
        guard try await digest(of: file) == file.content.digest else {
            throw Attachments.Rejection.spoiled(file.content.name)
        }
        try await desk.note(
            Reads.Look(subject: file.subject, person: person, paper: paper), at: officeNow)
        let store = desk.store
        return Response(
            status: .ok, headers: Attachments.headers(of: file),
            body: ResponseBody(contentLength: file.bytes) { writer in
                var number = 0
                while let bytes = try await Attachments.piece(number, of: file.id, in: store) {
                    try await writer.write(ByteBuffer(bytes: bytes))
                    number += 1
                }
                try await writer.finish(nil)
            })
    }

    /// Of what is on the disk.
    private func digest(of file: Attachments.Opened) async throws -> String {
        var hasher = SHA256()
        var number = 0
        while let bytes = try await Attachments.piece(number, of: file.id, in: desk.store) {
            hasher.update(data: bytes)
            number += 1
        }
        return Hexadecimal.text(Array(hasher.finalize()))
    }
}

extension Attachments {
    static func piece(
        _ number: Int, of file: String, in store: any LedgerStore
    ) async throws -> [UInt8]? {
        try await store.read { try chunk(number, of: file, in: $0) }
    }

    /// A picture is shown in a sandbox of its own; a PDF is kept, since browsers show none in a
    /// sandbox. The kind is what we found, never what was said.
    static func headers(of file: Opened) -> HTTPFields {
        let way = file.kind == .pdf ? "attachment" : "inline"
        let plain = "tep" + file.kind.endings[0]
        var headers: HTTPFields = [
            .contentType: file.kind.mediaType,
            .contentDisposition:
                "\(way); filename=\"\(plain)\"; filename*=UTF-8''\(encoded(file.content.name))",
            .contentSecurityPolicy: "sandbox; default-src 'none'",
            .cacheControl: "private, no-store",
        ]
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") {
            headers[name] = "same-origin"
        }
        return headers
    }

    /// RFC 5987, 3.2.1: letters, digits and few marks stand for themselves.
    private static func encoded(_ name: String) -> String {
        name.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95:
                String(UnicodeScalar(byte))
            default:
                "%" + Hexadecimal.text([byte]).uppercased()
            }
        }.joined()
    }
}
