// The gateway that short texts are handed to, and handing one over.

import NIOCore

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
        guard let place = OutwardPlace(rest[..<end], usualPort: Self.usualPort) else { return nil }
        let path = end == rest.endIndex ? "/" : String(rest[end...])
        guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        host = place.host
        port = place.port
        self.path = path
        self.secret = secret
    }

    var authority: String { OutwardPlace.text(host: host, port: port) }

    /// Without the secret.
    public var text: String { "http://\(authority)\(path)" }

    /// Hands one text over, on a line of its own. Ends early when its task is cancelled.
    public func deliver(
        _ message: TextMessage, limits: MailLimits = MailLimits()
    ) async -> MailOutcome {
        await OutwardLine.converse(
            host: host, port: port, limits: limits, lost: .deferred("line lost")
        ) { channel, promise in
            try channel.pipeline.syncOperations.addHandler(
                TextHandler(message.request(to: self), limits: limits, promise: promise))
        }
    }
}
