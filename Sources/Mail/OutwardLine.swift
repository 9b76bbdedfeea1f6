// A line to somebody else's server: where it leads, and one conversation on it.

import NIOCore
import NIOPosix

/// `127.0.0.1:25`, `[::1]:9000`, `relay.ubnd.example`: no user, no path.
struct OutwardPlace: Hashable {
    let host: String
    let port: Int

    /// - Returns: `nil` for a name with a password, or no port from 1 on.
    init?(_ text: Substring, usualPort: Int) {
        var (name, port) = (text, usualPort)
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
        guard !name.isEmpty, isName else { return nil }
        (host, self.port) = (String(name), port)
    }

    static func text(host: String, port: Int) -> String {
        "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}

enum OutwardLine {
    /// One conversation on a line of its own. Ends early when its task is cancelled.
    /// - Parameters:
    ///   - lost: The outcome where the line ended without one.
    ///   - talk: Sets up who speaks; whoever does fulfils the promise.
    static func converse(
        host: String, port: Int, limits: MailLimits, lost: MailOutcome,
        talk: @escaping @Sendable (any Channel, EventLoopPromise<MailOutcome>) throws -> Void
    ) async -> MailOutcome {
        let group = MultiThreadedEventLoopGroup.singleton
        let promise = group.next().makePromise(of: MailOutcome.self)
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: group)
                .connectTimeout(.milliseconds(limits.connectMilliseconds))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try talk(channel, promise) }
                }
                .connect(host: host, port: port).get()
        } catch {
            let outcome = MailOutcome.unreachable("connect: \(reason(error))")
            promise.succeed(outcome)
            return outcome
        }
        return await withTaskCancellationHandler {
            (try? await promise.futureResult.get()) ?? lost
        } onCancel: {
            channel.close(promise: nil)
        }
    }

    private static func reason(_ error: any Error) -> String {
        let told = error as? NIOConnectionError
        let cause = told?.connectionErrors.last?.error ?? error
        if let system = cause as? IOError { return "errno \(system.errnoCode)" }
        if told?.dnsAError != nil || told?.dnsAAAAError != nil { return "name not found" }
        if case ChannelError.connectTimeout = cause { return "no answer in time" }
        return "failed"
    }
}
