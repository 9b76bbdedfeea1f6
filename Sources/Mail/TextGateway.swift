// The gateway that short texts are handed to, and handing one over.

import NIOCore
import NIOPosix

/// `http://127.0.0.1:9000/sms`: a gateway on the same machine or in a trusted net, or a proxy there
/// that encrypts on the way to one outside. The line itself is not encrypted.
public struct TextGateway: Hashable, Sendable {
    public let host: String
    public let port: Int
    public let path: String
    /// Sent as `Authorization: Bearer`; may be empty. Stands in no log and no text.
    let secret: String

    static let usualPort = 80

    /// - Returns: `nil` for another scheme, a name with a password, a path or a secret that could
    ///   end a line, or no port from 1 on.
    public init?(_ address: String, secret: String = "") {
        let scheme = "http://"
        guard address.hasPrefix(scheme), secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        let rest = address.dropFirst(scheme.count)
        let end = rest.firstIndex(of: "/") ?? rest.endIndex
        var name = rest[..<end]
        var port = Self.usualPort
        // The colons of `[::1]` are its own.
        if let colon = name.lastIndex(of: ":"), name.last != "]" {
            guard let number = Int(name[name.index(after: colon)...]),
                (1...65_535).contains(number)
            else { return nil }
            (port, name) = (number, name[..<colon])
        }
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        let isName = name.utf8.allSatisfy {
            MailAddress.isLetterOrDigit($0) || Set(".-:_".utf8).contains($0)
        }
        let path = end == rest.endIndex ? "/" : String(rest[end...])
        guard !name.isEmpty, isName, path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        host = String(name)
        self.port = port
        self.path = path
        self.secret = secret
    }

    var authority: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// Without the secret.
    public var text: String { "http://\(authority)\(path)" }

    /// Hands one text over, on a line of its own. Ends early when its task is cancelled.
    public func deliver(
        _ message: TextMessage, limits: MailLimits = MailLimits()
    ) async -> MailOutcome {
        let group = MultiThreadedEventLoopGroup.singleton
        let promise = group.next().makePromise(of: MailOutcome.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: group)
                .connectTimeout(.milliseconds(limits.connectMilliseconds))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            TextHandler(
                                message.request(to: self), limits: limits, promise: promise))
                    }
                }
                .connect(host: host, port: port).get()
        } catch {
            promise.succeed(.unreachable("connect: \(MailRelay.reason(error))"))
            return .unreachable("connect: \(MailRelay.reason(error))")
        }
        return await withTaskCancellationHandler {
            (try? await promise.futureResult.get()) ?? .deferred("line lost")
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
