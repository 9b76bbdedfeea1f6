// The server that mail is handed to, and handing it over.

import NIOCore
import NIOPosix

/// `smtp://127.0.0.1:25`: a relay on the same machine or in a trusted net. The line is not
/// encrypted and nobody signs in on it.
public struct MailRelay: Hashable, Sendable {
    public let host: String
    public let port: Int

    static let usualPort = 25

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// - Returns: `nil` for another scheme, a path, a name with a password, or no port from 1 on.
    public init?(_ address: String) {
        let scheme = "smtp://"
        guard address.hasPrefix(scheme) else { return nil }
        var rest = address.dropFirst(scheme.count)
        if rest.hasSuffix("/") { rest.removeLast() }
        var port = Self.usualPort
        // The colons of `[::1]` are its own.
        if let colon = rest.lastIndex(of: ":"), rest.last != "]" {
            guard let number = Int(rest[rest.index(after: colon)...]),
                (1...65_535).contains(number)
            else { return nil }
            (port, rest) = (number, rest[..<colon])
        }
        if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
        let isName = rest.utf8.allSatisfy {
            MailAddress.isLetterOrDigit($0) || Set(".-:_".utf8).contains($0)
        }
        guard !rest.isEmpty, isName else { return nil }
        self.init(host: String(rest), port: port)
    }

    public var text: String {
        "smtp://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Hands one mail over, on a line of its own. Ends early when its task is cancelled.
    public func deliver(
        _ message: MailMessage, limits: MailLimits = MailLimits()
    ) async -> MailOutcome {
        let group = MultiThreadedEventLoopGroup.singleton
        let dialog = SMTPDialog(message, hostname: message.sender.address.domain)
        let promise = group.next().makePromise(of: MailOutcome.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: group)
                .connectTimeout(.milliseconds(limits.connectMilliseconds))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandlers([
                            ByteToMessageHandler(SMTPLineDecoder()),
                            SMTPHandler(dialog, limits: limits, promise: promise),
                        ])
                    }
                }
                .connect(host: host, port: port).get()
        } catch {
            promise.succeed(.unreachable("connect: \(Self.reason(error))"))
            return .unreachable("connect: \(Self.reason(error))")
        }
        return await withTaskCancellationHandler {
            (try? await promise.futureResult.get()) ?? .unreachable("line lost")
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    static func reason(_ error: any Error) -> String {
        let told = error as? NIOConnectionError
        let cause = told?.connectionErrors.last?.error ?? error
        if let system = cause as? IOError { return "errno \(system.errnoCode)" }
        if told?.dnsAError != nil || told?.dnsAAAAError != nil { return "name not found" }
        if case ChannelError.connectTimeout = cause { return "no answer in time" }
        return "failed"
    }
}
