// The server that mail is handed to, and handing it over.

import NIOCore

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
        guard let place = OutwardPlace(rest, usualPort: Self.usualPort) else { return nil }
        self.init(host: place.host, port: place.port)
    }

    public var text: String { "smtp://" + OutwardPlace.text(host: host, port: port) }

    /// Hands one mail over, on a line of its own. Ends early when its task is cancelled.
    public func deliver(
        _ message: MailMessage, limits: MailLimits = MailLimits()
    ) async -> MailOutcome {
        let dialog = SMTPDialog(message, hostname: message.sender.address.domain)
        return await OutwardLine.converse(
            host: host, port: port, limits: limits, lost: .unreachable("line lost")
        ) { channel, promise in
            try channel.pipeline.syncOperations.addHandlers([
                ByteToMessageHandler(SMTPLineDecoder()),
                SMTPHandler(dialog, limits: limits, promise: promise),
            ])
        }
    }
}
