// Waits for the answer on a line to a scanner.

import NIOCore

final class VirusScanHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var reply = VirusScanReply()
    private let limit: Int64
    /// Succeeds always, and once.
    private var promise: EventLoopPromise<VirusScanOutcome>?
    private var alarm: Scheduled<Void>?

    init(replyMilliseconds limit: Int64, promise: EventLoopPromise<VirusScanOutcome>) {
        self.limit = limit
        self.promise = promise
    }

    func channelActive(context: ChannelHandlerContext) { wait(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        reply.take(unwrapInboundIn(data).readableBytesView)
        if let outcome = reply.outcome { hangUp(context, outcome) }
    }

    /// A piece leaves: whoever reads the file may be slow, the wait is for the scanner alone.
    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        wait(context)
        context.write(data, promise: promise)
    }

    /// A piece was taken: the wait begins anew.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        wait(context)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        hangUp(context, .failed("line lost"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        hangUp(context, .failed("line lost"))
    }

    private func wait(_ context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(limit)) {
            self.hangUp(context, .failed("no answer in time"))
        }
    }

    private func hangUp(_ context: ChannelHandlerContext, _ outcome: VirusScanOutcome) {
        alarm?.cancel()
        alarm = nil
        promise?.succeed(outcome)
        promise = nil
        context.close(promise: nil)
    }
}
