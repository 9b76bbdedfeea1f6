// Real PDF: what the press prints is read again with pdftotext.

import Foundation
import FoundationNetworking
import Office
import Testing

@testable import RoViec

/// A program of the machine; `nil` when it is not installed.
private func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The words of a PDF.
private func words(of pdf: Data, in folder: WorkFolder) throws -> String {
    let file = folder.path("paper.pdf")
    try pdf.write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program("pdftotext")))
    process.arguments = ["-layout", file, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
}

@Suite(
    .enabled(
        if: program("weasyprint") != nil && program("pdftotext") != nil,
        "weasyprint or pdftotext is not installed (script/bootstrap --tests)"))
struct WeasyPressTests {
    private func press() throws -> WeasyPress {
        WeasyPress(program: try #require(program("weasyprint")))
    }

    @Test func `a document becomes PDF with its Vietnamese words and page numbers`() async throws {
        try await withWorkFolder { folder in
            let long = (1...120).map { "<p>Dòng thứ \($0): ữ ặ ổ Đ</p>" }.joined()
            let document = "<!doctype html><meta charset=utf-8><title>x</title>\(long)"
            let pdf = try await press().print(
                Array(document.utf8), style: try SiteAssets.bytes(of: "roviec.css"))
            let text = try words(of: Data(pdf), in: folder)
            #expect(text.contains("Dòng thứ 1: ữ ặ ổ Đ") && text.contains("Dòng thứ 120"))
            #expect(text.contains("1/") && !text.contains("1/1\n"), "page x of y")
        }
    }

    @Test func `a program that is none is a failure, not a crash`() async throws {
        for path in ["/bin/false", "/bin/true", "/khong/co"] {
            await #expect(throws: Papers.PressFailure.broken) {
                _ = try await WeasyPress(program: path).print(
                    Array(repeating: 65, count: 300_000), style: [])
            }
        }
    }

    @Test func `a server prints the receipt, the slip and nothing for strangers`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let made = try await roviec(
                "token", "create", "--data", data, "--person", "mc.bode", "--scope", "read")
            let token = made.output.split(whereSeparator: \.isWhitespace)
                .first { $0.hasPrefix("rv_") }
            let code = try await DemoOffice.value(
                data, "SELECT code FROM dossier WHERE office = 'p.bode' ORDER BY code LIMIT 1")
            let end = try await RunningOffice.run(data) { office in
                for (paper, heading) in [
                    ("receipt", "GIẤY TIẾP NHẬN HỒ SƠ"), ("slip", "PHIẾU KIỂM SOÁT"),
                ] {
                    let url = try #require(
                        URL(string: "\(office.address)/dossiers/\(code)/\(paper).pdf"))
                    var request = URLRequest(url: url)
                    let bearer = "Bearer \(try #require(token))"
                    request.setValue(bearer, forHTTPHeaderField: "Authorization")
                    let (pdf, response) = try await URLSession.shared.data(for: request)
                    #expect((response as? HTTPURLResponse)?.statusCode == 200)
                    #expect(pdf.starts(with: Data("%PDF".utf8)))
                    let text = try words(of: pdf, in: folder)
                    #expect(text.contains(heading) && text.contains(code), "\(text)")
                    let strange = try await office.get("/dossiers/\(code)/\(paper).pdf")
                    #expect(!strange.body.contains("%PDF"))
                }
            }
            #expect(end.status == 0)
        }
    }

    @Test func `a program that is named and cannot run is refused`() async throws {
        let result = try await roviec("serve", "--weasyprint", "/khong/co")
        #expect(result.status != 0 && !result.isKilled)
        for words in ["/khong/co", "không chạy được", "cannot be run"] {
            #expect(result.complaint.contains(words), "\(result)")
        }
    }
}
