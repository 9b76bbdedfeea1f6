// One line to a client: it is closed when a request does not come, comes too slowly, or does not
// end. Who sends a byte a minute would else hold a line of the office as long as they like.

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Watches what comes in over a line. While an answer is made, there is no limit of time.
/// A line that is closed gets no answer: who sends like that does not read it.
final class LineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    struct Limits: Sendable {
        /// Until a request has begun, and between two pieces of it.
        var silence: TimeAmount = .seconds(60)
        /// A request comes at least this fast after its first minute, in bytes a second: a third
        /// of what the slowest telephones send.
        var pace = 2_048
        /// Most of a request's body that is read at all, in bytes.
        var body: @Sendable (HTTPRequest) -> Int
    }

    private enum State {
        /// No request has begun since then.
        case idle(since: NIODeadline)
        case receives(Receiving)
        case answers
    }

    private struct Receiving {
        let since: NIODeadline
        let limit: Int
        var last: NIODeadline
        var bytes = 0

        func deadline(_ limits: Limits) -> NIODeadline {
            let pace = since + limits.silence + .seconds(Int64(bytes / limits.pace))
            return min(pace, last + limits.silence)
        }
    }

    private let limits: Limits
    private var state = State.answers
    private var isAnswered = true
    private var alarm: Scheduled<Void>?

    init(_ limits: Limits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let now = context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head(let head):
            isAnswered = false
            state = .receives(Receiving(since: now, limit: limits.body(head), last: now))
        case .body(let piece):
            guard case .receives(var receiving) = state else { break }
            receiving.bytes += piece.readableBytes
            receiving.last = now
            state = .receives(receiving)
            if receiving.bytes > receiving.limit { return context.close(promise: nil) }
        case .end:
            if isAnswered { wait(context) } else { state = .answers }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            isAnswered = true
            if case .answers = state { wait(context) }
        }
        context.write(data, promise: promise)
    }

    private func wait(_ context: ChannelHandlerContext) {
        state = .idle(since: context.eventLoop.now)
        if alarm == nil { set(context, at: context.eventLoop.now + limits.silence) }
    }

    /// One alarm at a time: it looks how things stand, and is set again.
    private func set(_ context: ChannelHandlerContext, at deadline: NIODeadline) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(deadline: deadline) {
            handler.value.look(bound.value)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let deadline =
            switch state {
            case .idle(let since): since + limits.silence
            case .receives(let receiving): receiving.deadline(limits)
            case .answers: now + limits.silence
            }
        if deadline <= now { context.close(promise: nil) } else { set(context, at: deadline) }
    }
}
