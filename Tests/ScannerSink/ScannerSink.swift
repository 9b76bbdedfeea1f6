// A clamd for tests: takes INSTREAM on a free port or a socket, finds the test virus of EICAR, and
// dies, is silent or says nonsense when it is told to.

import NIOCore
import NIOPosix
import Synchronization

public final class ScannerSink: Sendable {
    public enum Manner: Hashable, Sendable {
        /// Says what a scanner would.
        case honest
        /// Hangs up once so many bytes of a file came.
        case diesAfter(Int)
        /// Refuses a file with more bytes, at once.
        case takes(Int)
        case says(String)
        case silent
    }

    /// The test string of EICAR, in two parts: whole, it would be found in this file.
    public static let virus: [UInt8] = Array(
        (#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR"# + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8)

    struct Seen: Sendable {
        var files: [[UInt8]] = []
        var connections = 0
    }

    private let seen = Mutex(Seen())
    private let manner: Mutex<Manner>
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ manner: Manner) { self.manner = Mutex(manner) }

    /// Starts on a free port of the loopback, or on a socket at a path.
    public static func start(
        _ manner: Manner = .honest, socket path: String? = nil
    ) async throws -> ScannerSink {
        let sink = ScannerSink(manner)
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScannerSinkHandler(sink))
                }
            }
        let channel =
            if let path {
                try await bootstrap.bind(unixDomainSocketPath: path).get()
            } else {
                try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            }
        sink.channel.withLock { $0 = channel }
        return sink
    }

    public static func run<T: Sendable>(
        _ manner: Manner = .honest, socket path: String? = nil,
        _ body: (ScannerSink) async throws -> T
    ) async throws -> T {
        let sink = try await start(manner, socket: path)
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
    public var address: String { "tcp://127.0.0.1:\(port)" }
    /// Whole files, in the order in which they came.
    public var files: [[UInt8]] { seen.withLock { $0.files } }
    public var connections: Int { seen.withLock { $0.connections } }

    /// From now on it behaves so.
    public func behave(_ next: Manner) { manner.withLock { $0 = next } }

    var now: Manner { manner.withLock { $0 } }
    func connected() { seen.withLock { $0.connections += 1 } }
    func keep(_ file: [UInt8]) { seen.withLock { $0.files.append(file) } }

    static func holdsVirus(_ file: [UInt8]) -> Bool {
        guard file.count >= virus.count else { return false }
        return (0...(file.count - virus.count)).contains {
            file[$0] == virus[0] && file[$0..<($0 + virus.count)].elementsEqual(virus)
        }
    }
}
