// An SMTP server for tests: takes mail on a free port of this machine, keeps it, and answers as it
// was told to.

import NIOCore
import NIOPosix
import Synchronization

/// A mail as it arrived.
public struct SunkMail: Hashable, Sendable {
    public var sender: String
    public var recipient: String
    /// As it was written, without the dots put in for the line.
    public var bytes: [UInt8]

    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

public final class MailSink: Sendable {
    /// What the client did.
    public enum Event: String, Hashable, Sendable {
        case connect, ehlo, helo, mail, rcpt, data, content, quit, other
    }

    public enum Answer: Hashable, Sendable {
        /// One line or several, without the last line end.
        case say(String)
        /// The same, byte by byte, with a pause between them.
        case drip(String, milliseconds: Int64)
        case drop
        case silence
    }

    /// What is answered to the n-th time, from 1, that something is done.
    public typealias Manner = @Sendable (Event, Int) -> Answer

    struct Seen: Sendable {
        var mails: [SunkMail] = []
        var lines: [String] = []
        var counts: [Event: Int] = [:]
        var connections = 0
    }

    private let seen = Mutex(Seen())
    private let manner: Mutex<Manner>
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ manner: @escaping Manner) { self.manner = Mutex(manner) }

    /// Starts on a free port of the loopback, or on the one named.
    public static func start(
        port: Int = 0, _ manner: @escaping Manner = MailSink.friendly
    ) async throws -> MailSink {
        let sink = MailSink(manner)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(MailSinkHandler(sink))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        sink.channel.withLock { $0 = channel }
        return sink
    }

    public static func run<T: Sendable>(
        _ manner: @escaping Manner = MailSink.friendly, _ body: (MailSink) async throws -> T
    ) async throws -> T {
        let sink = try await start(manner)
        let result: Result<T, any Error>
        do {
            result = .success(try await body(sink))
        } catch {
            result = .failure(error)
        }
        await sink.stop()
        return try result.get()
    }

    public func stop() async {
        let open = channel.withLock { channel in
            defer { channel = nil }
            return channel
        }
        try? await open?.close().get()
    }

    public var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }
    public var address: String { "smtp://127.0.0.1:\(port)" }
    public var mails: [SunkMail] { seen.withLock { $0.mails } }
    /// Every command, in order, of all connections.
    public var lines: [String] { seen.withLock { $0.lines } }
    public var connections: Int { seen.withLock { $0.connections } }

    /// From now on it answers so.
    public func behave(_ next: @escaping Manner) { manner.withLock { $0 = next } }

    func answer(to event: Event, line: String? = nil) -> Answer {
        let count = seen.withLock { seen in
            if let line { seen.lines.append(line) }
            if event == .connect { seen.connections += 1 }
            seen.counts[event, default: 0] += 1
            return seen.counts[event] ?? 0
        }
        return manner.withLock { $0 }(event, count)
    }

    func keep(_ mail: SunkMail) { seen.withLock { $0.mails.append(mail) } }
}

extension MailSink {
    /// Takes everything.
    public static let friendly: Manner = { event, _ in usual(event) }

    public static func usual(_ event: Event) -> Answer {
        switch event {
        case .connect: .say("220 sink.example ready")
        case .ehlo: .say("250-sink.example\r\n250-8BITMIME\r\n250 PIPELINING")
        case .data: .say("354 go on")
        case .quit: .say("221 2.0.0 bye")
        case .other: .say("500 5.5.1 what")
        default: .say("250 2.0.0 ok")
        }
    }

    /// As usual but for one thing.
    public static func but(_ event: Event, _ answer: Answer) -> Manner {
        { happened, _ in happened == event ? answer : usual(happened) }
    }
}
