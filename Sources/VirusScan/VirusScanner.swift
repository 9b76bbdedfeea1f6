// A clamd that looks at files before anybody opens them, and asking it.

import NIOCore
import NIOPosix

/// `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`: a clamd on the same machine or in a
/// trusted net. The line is not encrypted.
public struct VirusScanner: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        case socket(path: String)
        case host(String, port: Int)
    }

    let place: Place
    public let text: String
    static let usualPort = 3310

    /// - Returns: `nil` for another scheme, a path that is not absolute, or no port from 1 on.
    public init?(_ address: String) {
        text = address
        if address.hasPrefix("unix:") {
            let path = String(address.dropFirst(5))
            // What the system takes for the address of a socket.
            guard path.hasPrefix("/"), path.utf8.count > 1, path.utf8.count < 104 else {
                return nil
            }
            place = .socket(path: path)
            return
        }
        guard address.hasPrefix("tcp://") else { return nil }
        var host = address.dropFirst(6)
        if host.hasSuffix("/") { host.removeLast() }
        var port = Self.usualPort
        if let colon = host.lastIndex(of: ":"), host.last != "]" {
            guard let number = Int(host[host.index(after: colon)...]), (1...65_535) ~= number
            else { return nil }
            (port, host) = (number, host[..<colon])
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let isName = host.utf8.allSatisfy {
            switch $0 {
            case 48...57, 65...90, 97...122: true
            default: Set(".-:_".utf8).contains($0)
            }
        }
        guard !host.isEmpty, isName else { return nil }
        place = .host(String(host), port: port)
    }

    /// Sends one file on a line of its own, piece by piece, as fast as the scanner takes it.
    /// - Parameter piece: The n-th piece, from 0; `nil` after the last.
    public func scan(
        limits: VirusScanLimits = VirusScanLimits(),
        piece: @Sendable (Int) async throws -> [UInt8]?
    ) async -> VirusScanOutcome {
        let promise = MultiThreadedEventLoopGroup.singleton.next()
            .makePromise(of: VirusScanOutcome.self)
        let channel: any Channel
        do {
            channel = try await connect(limits, promise)
        } catch {
            promise.succeed(.unreachable("connect"))
            return .unreachable("connect: \(reason(error))")
        }
        return await withTaskCancellationHandler {
            do {
                try await send(piece, to: channel)
            } catch is ChannelError {
                // The scanner hung up: it may have said why.
            } catch is IOError {
                // The same.
            } catch {
                channel.close(promise: nil)
                return .failed("file not read")
            }
            return (try? await promise.futureResult.get()) ?? .failed("line lost")
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    private func send(
        _ piece: @Sendable (Int) async throws -> [UInt8]?, to channel: any Channel
    ) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: "zINSTREAM\0")).get()
        var number = 0
        while let bytes = try await piece(number) {
            number += 1
            if bytes.isEmpty { continue }
            var buffer = ByteBuffer(integer: UInt32(bytes.count))
            buffer.writeBytes(bytes)
            try await channel.writeAndFlush(buffer).get()
        }
        try await channel.writeAndFlush(ByteBuffer(integer: UInt32(0))).get()
    }

    private func connect(
        _ limits: VirusScanLimits, _ promise: EventLoopPromise<VirusScanOutcome>
    ) async throws -> any Channel {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.milliseconds(limits.connectMilliseconds))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        VirusScanHandler(
                            replyMilliseconds: limits.replyMilliseconds, promise: promise))
                }
            }
        switch place {
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path).get()
        case .host(let host, let port):
            return try await bootstrap.connect(host: host, port: port).get()
        }
    }

    private func reason(_ error: any Error) -> String {
        let cause = (error as? NIOConnectionError)?.connectionErrors.last?.error ?? error
        if let system = cause as? IOError { return "errno \(system.errnoCode)" }
        return "failed"
    }
}
