// A gateway of SMS for tests: takes requests of HTTP on a free port of this machine, keeps them,
// and answers as it was told to.

import NIOCore
import NIOPosix
import Synchronization

/// A request as it arrived.
public struct SunkText: Hashable, Sendable {
    /// The first line and the headers.
    public var head: [String]
    public var body: String

    public func header(_ name: String) -> String {
        let prefix = name.lowercased() + ":"
        let line = head.first { $0.lowercased().hasPrefix(prefix) } ?? ""
        return String(line.dropFirst(prefix.count).drop { $0 == " " })
    }
}

public final class TextSink: Sendable {
    public enum Answer: Hashable, Sendable {
        /// The bytes of an answer, as they are.
        case say(String)
        /// The same, letter by letter.
        case drip(String)
        case drop
        case silence

        public static func status(_ number: Int) -> Answer {
            .say("HTTP/1.1 \(number) x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
    }

    private let seen = Mutex<[SunkText]>([])
    private let answers: Mutex<[Answer]>
    private let channel = Mutex<(any Channel)?>(nil)

    /// - Parameter answers: To the first requests; afterwards it is 202.
    private init(_ answers: [Answer]) { self.answers = Mutex(answers) }

    public static func run<T: Sendable>(
        _ answers: [Answer] = [], _ body: (TextSink) async throws -> T
    ) async throws -> T {
        let sink = TextSink(answers)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(TextSinkHandler(sink))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        sink.channel.withLock { $0 = channel }
        let result: Result<T, any Error>
        do {
            result = .success(try await body(sink))
        } catch {
            result = .failure(error)
        }
        try? await channel.close().get()
        return try result.get()
    }

    public var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }
    public var address: String { "http://127.0.0.1:\(port)/sms" }
    public var texts: [SunkText] { seen.withLock { $0 } }

    func take(_ text: SunkText) -> Answer {
        seen.withLock { $0.append(text) }
        return answers.withLock { $0.isEmpty ? .status(202) : $0.removeFirst() }
    }
}

/// One connection: waits for the whole body, then answers.
final class TextSinkHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let sink: TextSink
    private var waiting: [UInt8] = []

    init(_ sink: TextSink) { self.sink = sink }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting += Array(unwrapInboundIn(data).readableBytesView)
        guard let text = whole() else { return }
        switch sink.take(text) {
        case .say(let words): write(words, context)
        case .drip(let words): for letter in words.utf8 { write([letter], context) }
        case .drop: context.close(promise: nil)
        case .silence: break
        }
    }

    private func whole() -> SunkText? {
        let text = String(decoding: waiting, as: UTF8.self)
        let parts = text.split(
            separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let found = SunkText(
            head: parts[0].split(separator: "\r\n").map(String.init), body: String(parts[1]))
        let length = Int(found.header("Content-Length")) ?? 0
        return found.body.utf8.count < length ? nil : found
    }

    private func write(_ words: String, _ context: ChannelHandlerContext) {
        write(Array(words.utf8), context)
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }
}
