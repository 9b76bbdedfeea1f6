// `roviec serve`: the office answers on its port until it is told to stop.

import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A running office, and the address it printed.
struct RunningOffice {
    let address: String

    /// Starts on a free port, waits for the line that says where, lets `body` visit it, and asks it
    /// to stop whatever came of that. Returns how it ended.
    static func run(
        _ data: String, _ more: [String] = [], _ body: (RunningOffice) async throws -> Void
    ) async throws -> (status: Int32, isKilled: Bool) {
        let pipe = Pipe()
        let nothing = try FileHandle(forUpdating: URL(filePath: "/dev/null"))
        let streams = [nothing, pipe.fileHandleForWriting, nothing].map(\.fileDescriptor)
        let process = try StartedProcess.start(
            CommandProcess.program, ["serve", "--data", data, "--port", "0"] + more,
            streams: streams)
        try pipe.fileHandleForWriting.close()
        let first = await firstLine(of: pipe.fileHandleForReading)
        let mark = "Rõ Việc: "
        var failure: (any Error)?
        do {
            try #require(first.hasPrefix(mark), "\(first)")
            try await body(RunningOffice(address: String(first.dropFirst(mark.count))))
        } catch {
            failure = error
        }
        process.ask(SIGTERM)
        let end = await process.end()
        if let failure { throw failure }
        return end
    }

    /// Reading blocks, so it has a thread of its own.
    private static func firstLine(of handle: FileHandle) async -> String {
        await withCheckedContinuation { waiting in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                while !bytes.contains(UInt8(ascii: "\n")) {
                    let piece = handle.availableData
                    if piece.isEmpty { break }
                    bytes += piece
                }
                let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
                waiting.resume(returning: String(decoding: line, as: UTF8.self))
            }
        }
    }

    func get(_ path: String) async throws -> (status: Int, body: String) {
        let url = try #require(URL(string: address + path))
        let (data, response) = try await URLSession.shared.data(from: url)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        return (status, String(decoding: data, as: UTF8.self))
    }
}

struct ServeCommandTests {
    @Test func `the office answers, stops when told, and its ledger is whole`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let end = try await RunningOffice.run(data) { office in
                let health = try await office.get("/health")
                #expect(health.status == 200 && health.body == "ok\n")
                let page = try await office.get("/")
                #expect(page.status == 200 && page.body.contains("<html"))
                let nowhere = try await office.get("/khong-co-trang-nay")
                #expect(nowhere.status == 404)
            }
            #expect(end.status == 0 && !end.isKilled, "SIGTERM is a wish, not an accident")
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
            let again = try await RunningOffice.run(data) { office in
                let health = try await office.get("/health")
                #expect(health.status == 200)
            }
            #expect(again.status == 0)
        }
    }

    @Test func `a port that is taken is named with the way out`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            _ = try await RunningOffice.run(data) { office in
                let port = try #require(URL(string: office.address)?.port)
                let second = try await roviec("serve", "--data", data, "--port", "\(port)")
                expectRefusal(
                    second, naming: "\(port)", vi: "Không mở được cổng", en: "cannot be opened")
                let health = try await office.get("/health")
                #expect(health.body == "ok\n", "the first one goes on")
            }
        }
    }

    @Test func `a host that does not exist is named`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let result = try await roviec(
                "serve", "--data", data, "--port", "0", "--host", "khong-co.invalid")
            expectRefusal(
                result, naming: "khong-co.invalid", vi: "Hãy chọn --port hoặc --host khác",
                en: "Name another --port or --host")
        }
    }

    @Test(arguments: ["motcua.example.vn", "ftp://example.vn", "https://", "https://a b"])
    func `a public address that is none is refused`(_ address: String) async throws {
        let result = try await roviec(
            "serve", "--data", "khong-co", "--port", "0", "--public-address", address)
        #expect(result.status != 0, "\(result)")
        #expect(result.complaint.contains("https://motcua.example.vn"), "\(result)")
    }

    @Test func `a public address is taken, and the office answers as before`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let end = try await RunningOffice.run(
                data, ["--public-address", "https://motcua.example.vn/"]
            ) { office in
                let health = try await office.get("/health")
                #expect(health.status == 200)
                #expect(office.address.hasPrefix("http://127.0.0.1:"), "where it listens")
            }
            #expect(end.status == 0)
        }
    }

    /// A day has passed since the checkpoints of the demo, so the first round fixes the ledger.
    @Test func `a server with a key signs what it fixes`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let key = folder.path("office.key")
            let made = try await roviec("key", "create", "--file", key)
            try #require(made.status == 0, "\(made)")
            let publicKey = String(made.output.split(separator: " ")[1])
            let before = try await roviec("verify", "--data", data, "--public-key", publicKey)
            #expect(before.status != 0, "nothing is signed yet")
            let signed = "SELECT count(*) FROM checkpoint WHERE signature IS NOT NULL"
            _ = try await RunningOffice.run(data, ["--checkpoint-key", key]) { office in
                for _ in 0..<600 {
                    if try await DemoOffice.value(data, signed) != "0" { break }
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(try await office.get("/health").status == 200)
            }
            #expect(try await DemoOffice.value(data, signed) != "0")
            let after = try await roviec("verify", "--data", data, "--public-key", publicKey)
            #expect(after.status == 0, "\(after)")
        }
    }

    @Test func `a server does not start with a key that is none`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let nowhere = try await roviec(
                "serve", "--data", data, "--port", "0", "--checkpoint-key", folder.path("no.key"))
            expectRefusal(
                nowhere, naming: "no.key", vi: "Không mở được tệp khóa", en: "cannot be opened")
            let text = folder.path("text.key")
            try #require(
                FileManager.default.createFile(
                    atPath: text, contents: Data("not a key\n".utf8),
                    attributes: [.posixPermissions: 0o600]))
            let wrong = try await roviec(
                "serve", "--data", data, "--port", "0", "--checkpoint-key", text)
            expectRefusal(
                wrong, naming: "text.key", vi: "không phải là tệp khóa riêng",
                en: "no file of a private key")
        }
    }
}
