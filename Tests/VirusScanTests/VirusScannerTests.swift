// A scanner at the other end of a real line: what it finds, and what happens when it does not
// answer.

import Foundation
import ScannerSink
import Testing

@testable import VirusScan

@Suite struct `A scanner on a line` {
    private func limits(reply: Int64 = 120_000) -> VirusScanLimits {
        var limits = VirusScanLimits()
        limits.connectMilliseconds = 60_000
        limits.replyMilliseconds = reply
        return limits
    }

    private func scan(
        _ file: [UInt8], by address: String, pieceBytes: Int = 1_000, reply: Int64 = 120_000
    ) async throws -> VirusScanOutcome {
        let scanner = try #require(VirusScanner(address))
        return await scanner.scan(limits: limits(reply: reply)) { number in
            let start = number * pieceBytes
            if start >= file.count { return nil }
            return Array(file[start..<min(start + pieceBytes, file.count)])
        }
    }

    @Test(arguments: [1, 7, 68, 1_000, 65_536])
    func `finds the test virus however the file is cut`(pieceBytes: Int) async throws {
        let file = Array("%PDF-1.4 ".utf8) + ScannerSink.virus + [10]
        try await ScannerSink.run { sink in
            let outcome = try await scan(file, by: sink.address, pieceBytes: pieceBytes)
            #expect(outcome == .infected("Eicar-Test-Signature"))
            #expect(sink.files == [file])
        }
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 300_000])
    func `passes what is clean, whatever its length`(count: Int) async throws {
        let file = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try await ScannerSink.run { sink in
            let outcome = try await scan(file, by: sink.address)
            #expect(outcome == .clean)
            #expect(sink.files == [file])
        }
    }

    @Test func `answers on a socket of the machine too`() async throws {
        let path = "/tmp/roviec-scan-\(UInt32.random(in: 0...UInt32.max)).sock"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await ScannerSink.run(socket: path) { _ in
            let outcome = try await scan(ScannerSink.virus, by: "unix:\(path)")
            #expect(outcome == .infected("Eicar-Test-Signature"))
        }
    }

    @Test(arguments: [1, 5_000, 100_000])
    func `that dies midway has said nothing`(count: Int) async throws {
        let file = [UInt8](repeating: 65, count: 200_000)
        try await ScannerSink.run(.diesAfter(count)) { sink in
            let outcome = try await scan(file, by: sink.address)
            guard case .failed = outcome else {
                Issue.record("\(outcome)")
                return
            }
            sink.behave(.honest)
            #expect(try await scan(file, by: sink.address) == .clean, "and is asked again")
        }
    }

    @Test func `that takes no more says so before the end of the file`() async throws {
        let file = [UInt8](repeating: 65, count: 400_000)
        try await ScannerSink.run(.takes(10_000)) { sink in
            guard case .failed = try await scan(file, by: sink.address) else {
                Issue.record("a file that was not scanned is not clean")
                return
            }
            #expect(try await scan(Array(file.prefix(9_000)), by: sink.address) == .clean)
        }
    }

    @Test func `that is silent is not waited for without end`() async throws {
        try await ScannerSink.run(.silent) { sink in
            let outcome = try await scan([1, 2, 3], by: sink.address, reply: 200)
            #expect(outcome == .failed("no answer in time"))
        }
    }

    @Test(arguments: ["stream: OK FOUND?", "OK", "", "HTTP/1.1 200 OK", "stream: OK "])
    func `whose answer is no answer leaves the file unknown`(text: String) async throws {
        try await ScannerSink.run(.says(text)) { sink in
            guard case .failed = try await scan([1], by: sink.address) else {
                Issue.record("“\(text)” was believed")
                return
            }
        }
    }

    @Test func `that is not there is unreachable`() async throws {
        // A port that somebody had a moment ago is soon somebody else's: nobody listens at 1.
        for place in ["tcp://127.0.0.1:1", "unix:/tmp/there-is-no-such-socket.sock"] {
            guard case .unreachable = try await scan([1], by: place) else {
                Issue.record("\(place)")
                return
            }
        }
    }

    @Test func `is not told that a file ended which could not be read`() async throws {
        struct Gone: Error {}
        try await ScannerSink.run { sink in
            let scanner = try #require(VirusScanner(sink.address))
            let outcome = await scanner.scan(limits: limits()) { number in
                if number == 2 { throw Gone() }
                return [1, 2, 3]
            }
            #expect(outcome == .failed("file not read"))
            #expect(sink.files.isEmpty, "half a file got no verdict")
        }
    }
}

@Suite struct `The address of a scanner` {
    @Test(arguments: [
        "tcp://127.0.0.1", "tcp://127.0.0.1:3310", "tcp://[::1]:3310", "tcp://quet.noi-bo:1/",
        "unix:/run/clamav/clamd.ctl",
    ])
    func `is taken`(text: String) throws {
        let scanner = try #require(VirusScanner(text))
        #expect(scanner.text == text)
    }

    @Test(arguments: [
        "", "clamd", "http://127.0.0.1", "tcp://", "tcp://:3310", "tcp://a:0", "tcp://a:65536",
        "tcp://a:x", "tcp://a b", "unix:", "unix:/", "unix:run/clamd", "tcp://a/b",
        "unix:/" + String(repeating: "a", count: 200),
    ])
    func `is not guessed`(text: String) {
        #expect(VirusScanner(text) == nil)
    }

    @Test func `has the usual port unless it names one`() throws {
        #expect(try #require(VirusScanner("tcp://a")).place == .host("a", port: 3310))
        #expect(try #require(VirusScanner("tcp://[::1]:99")).place == .host("::1", port: 99))
        #expect(try #require(VirusScanner("unix:/a/b")).place == .socket(path: "/a/b"))
    }

    @Test func `an answer may come in pieces, and one is enough`() {
        var reply = VirusScanReply()
        for byte in "stream: O".utf8 { reply.take([byte]) }
        #expect(reply.outcome == nil)
        reply.take(Array("K\0stream: X FOUND\0".utf8))
        #expect(reply.outcome == .clean)
        var endless = VirusScanReply()
        endless.take([UInt8](repeating: 65, count: 5_000))
        #expect(endless.outcome == .failed("no answer of a scanner"))
    }
}
