// A line is told apart by time alone, so the clock of the tests is turned by hand.

import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import RoViec

@Suite struct `A line to a client` {
    private let loop = EmbeddedEventLoop()
    private let channel: EmbeddedChannel

    init() throws {
        let limits = LineHandler.Limits(pace: 1_000) { head in
            head.path == "/files" ? 200_000 : 50_000
        }
        channel = EmbeddedChannel(handler: LineHandler(limits), loop: loop)
        try channel.connect(to: .init(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    private func head(_ path: String = "/track") throws {
        let request = HTTPRequest(method: .post, scheme: nil, authority: nil, path: path)
        try channel.writeInbound(HTTPRequestPart.head(request))
    }

    private func body(_ bytes: Int) throws {
        let piece = ByteBuffer(repeating: 0, count: bytes)
        try channel.writeInbound(HTTPRequestPart.body(piece))
    }

    private func end() throws { try channel.writeInbound(HTTPRequestPart.end(nil)) }

    private func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    private func pass(_ seconds: Int64) -> Bool {
        loop.advanceTime(by: .seconds(seconds))
        return channel.isActive
    }

    @Test func `is closed when no request comes`() {
        #expect(pass(59))
        #expect(!pass(1))
    }

    @Test func `is closed when a request stops in the middle`() throws {
        #expect(pass(50))
        try head()
        #expect(pass(50))
        try body(10)
        #expect(pass(9))
        #expect(!pass(1), "ten bytes in the first minute are too few")
    }

    @Test func `is closed when a request drips`() throws {
        try head()
        for second in 1...60 {
            try body(10)
            #expect(pass(1) == (second < 60), "second \(second)")
            if !channel.isActive { break }
        }
    }

    @Test func `stays while a slow telephone sends`() throws {
        try head("/files")
        for _ in 1...180 {
            try body(1_000)
            #expect(pass(1))
        }
        try end()
        try answer()
        #expect(channel.isActive)
    }

    @Test func `is closed after a silence, however much came before`() throws {
        try head("/files")
        try body(199_000)
        #expect(pass(59))
        #expect(!pass(1))
    }

    @Test(arguments: [("/track", 50_000), ("/files", 200_000)])
    func `is closed when a request does not end`(_ path: String, _ most: Int) throws {
        try head(path)
        for _ in 0..<(most / 10_000) { try body(10_000) }
        #expect(channel.isActive)
        #expect(throws: Never.self) { try body(1) }
        loop.run()
        #expect(!channel.isActive)
        let parts = Array(
            sequence(state: ()) { _ in
                try? channel.readInbound(as: HTTPRequestPart.self)
            })
        #expect(parts.count == 1 + most / 10_000, "what was too much went no further")
    }

    @Test func `waits for an answer as long as it takes`() throws {
        try head()
        try end()
        #expect(pass(3_600))
        try answer()
        #expect(pass(59))
        try head()
        try end()
        #expect(pass(600), "the next request of the same line")
        try answer()
        #expect(pass(59))
        #expect(!pass(60))
    }

    @Test func `watches what still comes after an early answer`() throws {
        try head()
        try answer()
        try body(100)
        #expect(pass(59))
        try end()
        #expect(pass(59), "a new request is waited for")
        #expect(!pass(60))
    }
}
