// The request on a line and the first line of its answer; what comes after that is not read.

import NIOCore

final class TextHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let request: [UInt8]
    private let limits: MailLimits
    private var read: [UInt8] = []
    /// Succeeds always, and once.
    private var promise: EventLoopPromise<MailOutcome>?
    private var alarm: Scheduled<Void>?

    init(_ request: [UInt8], limits: MailLimits, promise: EventLoopPromise<MailOutcome>) {
        self.request = request
        self.limits = limits
        self.promise = promise
    }

    /// Whether the gateway took it is not known when the answer fails to come: it goes out again
    /// with the same id.
    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: request)), promise: nil)
        alarm = context.eventLoop.assumeIsolated().scheduleTask(
            in: .milliseconds(limits.replyMilliseconds)
        ) {
            self.hangUp(context, .deferred("no answer in time"))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        read += Array(unwrapInboundIn(data).readableBytesView)
        switch TextReply(read) {
        case .unfinished: return
        case .status(let number): hangUp(context, TextReply.outcome(of: number))
        case .none: hangUp(context, .unreachable("no HTTP"))
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        hangUp(context, .deferred("line lost"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        hangUp(context, .deferred("line lost"))
    }

    private func hangUp(_ context: ChannelHandlerContext, _ outcome: MailOutcome) {
        promise?.succeed(outcome)
        promise = nil
        alarm?.cancel()
        alarm = nil
        context.close(promise: nil)
    }
}

/// The first line of an answer: `HTTP/1.1 202 Accepted`.
enum TextReply: Hashable, Sendable {
    case unfinished
    case status(Int)
    /// It is no HTTP.
    case none

    private static let lineMaximum = 1_000

    init(_ bytes: [UInt8]) {
        let line = bytes.prefix { $0 != 13 && $0 != 10 }
        if line.count == bytes.count {
            self = bytes.count > Self.lineMaximum ? .none : .unfinished
            return
        }
        let parts = line.split(separator: 32, maxSplits: 2)
        guard parts.count > 1, parts[0].starts(with: Array("HTTP/1.".utf8)), parts[1].count == 3,
            let number = Int(String(decoding: parts[1], as: UTF8.self)),
            (200...599).contains(number)
        else {
            self = .none
            return
        }
        self = .status(number)
    }

    /// What concerns the gateway and its secret stops the pass; what concerns one text does not.
    static func outcome(of status: Int) -> MailOutcome {
        switch status {
        case 200...299: .accepted
        case 300...399, 401, 403, 404, 405, 407: .unreachable("http \(status)")
        case 408, 425, 429, 500...599: .deferred("http \(status)")
        default: .refused("http \(status)")
        }
    }
}
