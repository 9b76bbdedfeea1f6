// The dialog on a line: reads replies, writes commands, and never waits longer than its limits.

import NIOCore

/// How long to wait for what.
public struct MailLimits: Hashable, Sendable {
    public var connectMilliseconds: Int64 = 10_000
    /// For each reply; RFC 5321, 4.5.3.2, gives a server minutes, a relay beside us needs less.
    public var replyMilliseconds: Int64 = 60_000
    /// After the whole mail was sent: to give up here means to send it twice.
    public var contentMilliseconds: Int64 = 600_000
    /// The outcome is known by then.
    public var farewellMilliseconds: Int64 = 5_000

    public init() {}

    /// No mail takes longer: connecting, seven replies, the acceptance.
    public var wholeMilliseconds: Int64 {
        connectMilliseconds + 7 * replyMilliseconds + contentMilliseconds + farewellMilliseconds
    }
}

final class SMTPHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var dialog: SMTPDialog
    private var reader = SMTPReplyReader()
    private let limits: MailLimits
    /// Succeeds always, and once.
    private var promise: EventLoopPromise<MailOutcome>?
    private var alarm: Scheduled<Void>?

    init(_ dialog: SMTPDialog, limits: MailLimits, promise: EventLoopPromise<MailOutcome>) {
        self.dialog = dialog
        self.limits = limits
        self.promise = promise
    }

    func channelActive(context: ChannelHandlerContext) { wait(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let line = Array(unwrapInboundIn(data).readableBytesView)
        do {
            guard let reply = try reader.take(line) else { return }
            perform(dialog.take(reply), context)
        } catch {
            hangUp(context, .unreachable("\(dialog.place.rawValue): no SMTP"))
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        hangUp(context, .unreachable("\(dialog.place.rawValue): line lost"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let reason = error is SMTPLineDecoder.LineTooLong ? "no SMTP" : "line lost"
        hangUp(context, .unreachable("\(dialog.place.rawValue): \(reason)"))
    }

    private func perform(_ action: SMTPDialog.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .say(let bytes):
            write(bytes, context)
            wait(context)
        case .quit(let outcome):
            tell(outcome)
            write(SMTPDialog.farewell, context)
            wait(context)
        case .end: hangUp(context, nil)
        }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// Begins to wait for the next reply.
    private func wait(_ context: ChannelHandlerContext) {
        alarm?.cancel()
        let milliseconds =
            switch dialog.place {
            case .content: limits.contentMilliseconds
            case .quit: limits.farewellMilliseconds
            default: limits.replyMilliseconds
            }
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
            self.hangUp(context, .unreachable("\(self.dialog.place.rawValue): no answer in time"))
        }
    }

    private func hangUp(_ context: ChannelHandlerContext, _ outcome: MailOutcome?) {
        if let outcome { tell(outcome) }
        alarm?.cancel()
        alarm = nil
        context.close(promise: nil)
    }

    /// The first outcome counts.
    private func tell(_ outcome: MailOutcome) {
        promise?.succeed(outcome)
        promise = nil
    }
}
