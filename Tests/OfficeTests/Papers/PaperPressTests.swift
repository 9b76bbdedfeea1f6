// The way of a sheet to the press and back.

import Engine
import HTTPTypes
import Synchronization
import Testing
import WorkTime

@testable import Office

/// A press that keeps what it was given.
private final class KeepingPress: Papers.Press {
    let documents = Mutex<[String]>([])
    let failure: Papers.PressFailure?

    init(failure: Papers.PressFailure? = nil) { self.failure = failure }

    func print(_ document: [UInt8], style: [UInt8]) async throws -> [UInt8] {
        documents.withLock { $0.append(String(decoding: document, as: UTF8.self)) }
        if let failure { throw failure }
        return Array("%PDF-1.7 bằng chứng".utf8)
    }
}

@Suite struct `A sheet as PDF` {
    /// The same office with a press.
    private func equip(
        _ office: DossierTestOffice, _ press: any Papers.Press
    ) throws -> DossierTestOffice {
        DossierTestOffice(
            desk: office.desk,
            house: Site.House(
                desk: office.desk, texts: try .bundled(), assets: [:],
                clock: office.house.clock, demoAccounts: [], press: press),
            sources: office.sources)
    }

    /// Every address of a sheet, for one dossier of its own each.
    private func addresses(in office: DossierTestOffice) async throws -> [String] {
        var all: [String] = []
        for kind in Papers.Kind.allCases {
            let code = try await `Papers for the citizen`.prepare(kind, in: office)
            all.append("/dossiers/\(code)/papers/\(kind.rawValue).pdf")
        }
        let plain = try await office.receive()
        all += ["/dossiers/\(plain)/receipt.pdf", "/dossiers/\(plain)/slip.pdf"]
        try office.set("2017-07-05T16:00")
        _ = try await office.post(
            "/dossiers/\(plain)/apology", as: "anh",
            [("reason", "Chờ xác minh"), ("day", "2017-07-07")])
        return all + ["/dossiers/\(plain)/apology.pdf"]
    }

    @Test func `is the paper alone, without the site around it`() async throws {
        try await DossierTestOffice.run { plain in
            let press = KeepingPress()
            let office = try equip(plain, press)
            for address in try await addresses(in: office) {
                let answer = try await office.open(address, as: "chi")
                #expect(answer.status == .ok, "\(address): \(answer.text.prefix(300))")
                #expect(answer.header("Content-Type") == "application/pdf")
                #expect(answer.header("Cache-Control") == "no-store")
                let name = answer.header("Content-Disposition")
                #expect(name.hasPrefix("inline; filename=\"") && name.contains(".pdf\""))
                #expect(name.allSatisfy(\.isASCII) && name.contains("filename*=UTF-8''"))
                #expect(answer.text.hasPrefix("%PDF"))
                let document = try #require(press.documents.withLock { $0.last })
                #expect(document.contains("class=\"paper\""))
                let isCoded = !address.hasSuffix("apology.pdf")
                #expect(document.contains("<svg") == isCoded, "the code to follow it by")
                for foreign in ["<nav", "<form", "<script", "<link", "<img", "url(", "noprint"] {
                    #expect(!document.contains(foreign), "\(address): \(foreign)")
                }
            }
        }
    }

    @Test func `is refused with the way out where there is no press`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let path = "/dossiers/\(code)/receipt.pdf"
            let page = try await office.open(path, as: "chi")
            #expect(page.status == .notImplemented)
            #expect(page.text.contains("nút In của trang giấy"))
            let json = try await office.open(path, as: "chi", wantsJSON: true)
            #expect(try json.code() == "papers.press.absent")
        }
    }

    @Test(arguments: [
        (Papers.PressFailure.busy, HTTPResponse.Status.serviceUnavailable, "5"),
        (.slow, .serviceUnavailable, "5"), (.broken, .internalServerError, ""),
    ])
    func `that fails says what to do`(
        _ failure: Papers.PressFailure, _ status: HTTPResponse.Status, _ retry: String
    ) async throws {
        try await DossierTestOffice.run { plain in
            let office = try equip(plain, KeepingPress(failure: failure))
            let code = try await office.receive()
            let answer = try await office.open("/dossiers/\(code)/slip.pdf", as: "chi")
            #expect(answer.status == status && answer.header("Retry-After") == retry)
            #expect(answer.text.contains("Hãy thử lại"))
        }
    }

    @Test func `of an apology is printed after it is signed`() async throws {
        try await DossierTestOffice.run { plain in
            let office = try equip(plain, KeepingPress())
            let code = try await office.receive()
            let answer = try await office.open(
                "/dossiers/\(code)/apology.pdf", as: "chi", wantsJSON: true)
            #expect(answer.status == .notFound)
            #expect(try answer.code() == "apologies.notSigned")
        }
    }

    /// TT 03/2025: what an office added to the notice of a stop is printed, and called no law.
    @Test func `has the lines that the office added, and no doubt of the officer`() async throws {
        try await DossierTestOffice.run(at: "2025-07-02T09:00") { plain in
            let press = KeepingPress()
            let office = try equip(plain, press)
            try await office.hireStaff()
            try await office.write(
                [PaperLineSamples.line("Căn cứ dừng"), PaperLineSamples.line("Đã đọc", .text)],
                on: .stop)
            let code = try await `Papers for the citizen`.prepare(.stop, in: office)
            let answer = try await office.open("/dossiers/\(code)/papers/stop.pdf", as: "chi")
            #expect(answer.status == .ok)
            let document = try #require(press.documents.withLock { $0.last })
            for words in [
                "Mẫu số 05, TT 03/2025/TT-VPCP.", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
                "Căn cứ dừng: …", "Đã đọc",
            ] {
                #expect(document.contains(words), "\(words)")
            }
            #expect(!document.contains("Chưa kiểm chứng") && !document.contains("noprint"))
        }
    }

    @Test func `shows nobody what the page would not`() async throws {
        try await DossierTestOffice.run { plain in
            let press = KeepingPress()
            let office = try equip(plain, press)
            for address in try await addresses(in: office) {
                #expect(try await office.open(address, as: nil).location == "/sign-in")
                #expect(try await office.open(address, as: "giang").status == .notFound)
            }
            #expect(press.documents.withLock { $0 }.isEmpty, "nothing was printed")
        }
    }

    @Test(arguments: [
        ("Phiếu 1", "Phi_u_1.pdf", "Phi%E1%BA%BFu%201.pdf"),
        ("a\"b\r\nX: y", "a_b_X__y.pdf", "a%22b%0D%0AX%3A%20y.pdf"),
        ("HS-2017-1", "HS-2017-1.pdf", "HS-2017-1.pdf"),
    ])
    func `is saved under a name that no header can break`(
        _ title: String, _ plain: String, _ encoded: String
    ) {
        let found = Papers.disposition(of: title)
        #expect(found.contains("filename=\"\(plain)\""), "\(found)")
        #expect(found.hasSuffix("filename*=UTF-8''\(encoded)"), "\(found)")
    }
}
