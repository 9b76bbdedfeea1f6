// What is sent to do harm, or breaks off: refused in words, and nothing of it stays.

import Engine
import HTTPTypes
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `Hostile forms with files` {
    private func run(_ body: (FilingCitizen) async throws -> Void) async throws {
        try await DossierTestOffice.run { office in
            try await office.issue()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin()
            try await body(citizen)
            let left = try await office.chunkCount()
            #expect(left == 0, "\(left) chunks stay")
        }
    }

    private func post(
        _ citizen: FilingCitizen, _ body: [UInt8], type: String = AttachmentSamples.type
    ) async throws -> DossierTestAnswer {
        let headers: HTTPFields = [.cookie: citizen.cookie, .contentType: type]
        return try await citizen.office.send(.post, "/file/KS-01/files", headers, body: body)
    }

    private static let whole = AttachmentSamples.body(
        [("stay", "1")], [("file.Tờ khai", "a.pdf", AttachmentSamples.pdf())])

    @Test(arguments: [
        0, 1, 40, 120, 200, whole.count - 200, whole.count - 30, whole.count - 5,
        whole.count - 3,
    ])
    func `that break off leave nothing`(end: Int) async throws {
        try await run { citizen in
            let answer = try await post(citizen, Array(Self.whole[..<end]))
            #expect(answer.status == .badRequest, "\(end)")
            #expect(answer.text.contains("Hãy gửi lại"))
            let files = try await citizen.office.number(
                "SELECT count(*) AS n FROM attachment WHERE held = 'draft'")
            if files > 0 {
                // The file itself was whole: it is kept, and shown.
                #expect(answer.text.contains("a.pdf") && end > Self.whole.count - 40)
                let round = citizen.office
                try round.set("2017-07-11T09:01")
                _ = try await round.house.makeRound()
            }
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=\"<>\"",
    ])
    func `without a boundary are read as any form, and hold no file`(type: String) async throws {
        try await run { citizen in
            let answer = try await post(citizen, Self.whole, type: type)
            #expect([.seeOther, .unprocessableContent, .badRequest].contains(answer.status))
            #expect(try await citizen.office.fileCount() == 0)
        }
    }

    @Test func `for papers that are none, or inputs that are none, are refused`() async throws {
        try await run { citizen in
            for input in ["file.Sổ đỏ", "file.", "file", "paper", "stay"] {
                let answer = try await citizen.send([(input, "a.pdf", AttachmentSamples.pdf())])
                #expect(answer.status == .unprocessableContent, "\(input)")
                #expect(answer.text.contains("không có trong thành phần hồ sơ"))
            }
        }
    }

    @Test func `without bytes are said to be empty`() async throws {
        try await run { citizen in
            let answer = try await citizen.send([("file.Tờ khai", "a.pdf", [])])
            #expect(answer.status == .unprocessableContent && answer.text.contains("0 byte"))
        }
    }

    @Test func `from another site are refused`() async throws {
        try await run { citizen in
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let answer = try await citizen.send(
                [("file.Tờ khai", "a.pdf", AttachmentSamples.pdf())], headers: [name: "cross-site"])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("không do trang này gửi"))
        }
    }

    @Test func `with names that are code or places stay text`() async throws {
        try await run { citizen in
            let names = [
                "<script>alert(1)</script>.pdf", "../../../etc/cron.d/x", "a%22 onload=x.pdf",
            ]
            for (index, name) in names.enumerated() {
                _ = try await citizen.send([
                    ("file.Tờ khai", name, AttachmentSamples.pdf("\(index)"))
                ])
            }
            let page = try await citizen.open("/file/KS-01/files")
            page.expectSound("names")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("etc/cron"))
            #expect(page.text.contains("x.pdf"))
            try citizen.office.set("2017-07-11T09:01")
            _ = try await citizen.office.house.makeRound()
        }
    }

    @Test func `that claim a picture of millions of points are refused`() async throws {
        try await run { citizen in
            let bomb = AttachmentSamples.png(width: 50_000, height: 50_000)
            let answer = try await citizen.send([("file.Tờ khai", "a.png", bomb)])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("50000 × 50000"))
        }
    }

    @Test func `leave the other forms as small as they were`() async throws {
        try await run { citizen in
            let body = DossierTestOffice.encoded([
                ("name", String(repeating: "x", count: 1_100_000))
            ])
            let headers: HTTPFields = [.cookie: citizen.cookie]
            let answer = try await citizen.office.send(
                .post, "/file/KS-01/person", headers, body: body)
            #expect(answer.text.contains("tối đa 1 MB"))
            let files = try await citizen.office.send(
                .post, "/file/KS-01/person",
                [.cookie: citizen.cookie, .contentType: AttachmentSamples.type],
                body: Self.whole)
            #expect(files.status != .ok && files.status.code < 500)
        }
    }
}

@Suite struct `Files that are more than they seem` {
    /// The head of a ZIP with one entry of that name, which claims to unfold to four gigabytes.
    private static func zip(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = [
            0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 1, 2, 3, 4, 10, 0, 0, 0, 0xFF, 0xFF,
            0xFF, 0xFF, UInt8(name.utf8.count), 0, 0, 0,
        ]
        bytes += Array(name.utf8)
        bytes += [UInt8](repeating: 0, count: 200)
        return bytes
    }

    private static let refused: [(String, [UInt8])] = [
        ("bom.zip", zip("a.txt")), ("bom.pdf", zip("a.txt")), ("to-khai.docx", zip("word/a.xml")),
        ("to-khai.docm", zip("word/vbaProject.bin")), ("to-khai.pdf", zip("word/vbaProject.bin")),
        ("anh.jpg", zip("../../etc/passwd")), ("to-khai.exe", exe),
        ("anh.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8)),
        ("trang.pdf", Array("<!DOCTYPE html><script>alert(1)</script>".utf8)),
        ("cu.doc", doc),
    ]

    private static let exe: [UInt8] = [0x4D, 0x5A] + zip("a")
    private static let doc: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + zip("Macros")

    @Test(arguments: refused)
    func `are refused by what they are, whatever they are called`(
        _ name: String, _ bytes: [UInt8]
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let before = try await office.sequence()
            for wantsJSON in [false, true] {
                let answer = try await office.upload(
                    "/dossiers/\(code)/attachments", as: "chi", [("paper", "Tờ khai")],
                    [("file", name, bytes)], wantsJSON: wantsJSON)
                #expect(answer.status == .unsupportedMediaType, "\(name): \(answer.status)")
                answer.expectSound(name)
            }
            #expect(try await office.chunkCount() == 0)
            #expect(try await office.fileCount() == 0)
            #expect(try await office.sequence() == before)
        }
    }

    @Test(arguments: [
        "../../../../etc/passwd.pdf", "..\\..\\boot.ini.pdf", "/etc/cron.d/x.pdf", "C:\\x.pdf",
        ".htaccess.pdf", "con.pdf", "x.pdf.exe", "~root.pdf", "$(id).pdf",
        "a;b|c&d.pdf", String(repeating: "đ", count: 300) + ".pdf",
    ])
    func `with a way in their name keep none of it`(_ name: String) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let id = try await office.add(AttachmentSamples.pdf(), to: code, name: name)
            let file = try #require(try await office.shownFiles(ofDossier: code).first)
            #expect(file.name.count <= Attachments.nameMaximum && file.name.hasSuffix(".pdf"))
            #expect(!file.name.contains("/") && !file.name.contains("\\"), "\(file.name)")
            let answer = try await office.open("/attachments/\(id)", as: "chi")
            #expect(answer.status == .ok && answer.header("Content-Type") == "application/pdf")
            let disposition = answer.header("Content-Disposition")
            #expect(disposition.allSatisfy(\.isASCII) && !disposition.contains(".."))
        }
    }
}
