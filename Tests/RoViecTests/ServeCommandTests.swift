// `roviec serve`: the office answers on its port until it is told to stop.

import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A running office: its process, and the address it printed.
private struct RunningOffice {
    let process: Process
    let address: String

    /// Starts on a free port and waits for the line that says where.
    static func start(_ data: String) async throws -> RunningOffice {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = CommandProcess.program
        process.arguments = ["serve", "--data", data, "--port", "0"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let first = await firstLine(of: pipe.fileHandleForReading)
        let mark = "Rõ Việc: "
        try #require(first.hasPrefix(mark), "\(first)")
        return RunningOffice(process: process, address: String(first.dropFirst(mark.count)))
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

    /// Asks it to stop and waits until it has.
    func stop() async -> (status: Int32, isKilled: Bool) {
        await withCheckedContinuation { (waiting: CheckedContinuation<Void, Never>) in
            Thread.detachNewThread {
                process.terminate()
                process.waitUntilExit()
                waiting.resume()
            }
        }
        return (process.terminationStatus, process.terminationReason == .uncaughtSignal)
    }
}

struct ServeCommandTests {
    @Test func `the office answers, stops when told, and its ledger is whole`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let office = try await RunningOffice.start(data)
            let health = try await office.get("/health")
            #expect(health.status == 200 && health.body == "ok\n")
            let page = try await office.get("/")
            #expect(page.status == 200 && page.body.contains("<html"))
            let nowhere = try await office.get("/khong-co-trang-nay")
            #expect(nowhere.status == 404)
            let end = await office.stop()
            #expect(end.status == 0 && !end.isKilled, "SIGTERM is a wish, not an accident")
            let verify = try await roviec("verify", "--data", data)
            #expect(verify.status == 0, "\(verify)")
            let again = try await RunningOffice.start(data)
            #expect(try await again.get("/health").status == 200)
            _ = await again.stop()
        }
    }

    @Test func `a port that is taken is named with the way out`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let office = try await RunningOffice.start(data)
            let port = try #require(URL(string: office.address)?.port)
            let second = try await roviec("serve", "--data", data, "--port", "\(port)")
            expectRefusal(
                second, naming: "\(port)", vi: "Không mở được cổng", en: "cannot be opened")
            #expect(try await office.get("/health").body == "ok\n", "the first one goes on")
            _ = await office.stop()
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
}
