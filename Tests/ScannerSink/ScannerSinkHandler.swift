// One connection of the scanner: the command, pieces with their lengths, the answer.

import NIOCore

final class ScannerSinkHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let sink: ScannerSink
    private var waiting = ByteBuffer()
    private var hasBegun = false
    private var file: [UInt8] = []

    init(_ sink: ScannerSink) { self.sink = sink }

    func channelActive(context: ChannelHandlerContext) { sink.connected() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var piece = unwrapInboundIn(data)
        waiting.writeBuffer(&piece)
        if !hasBegun {
            let command = "zINSTREAM\0"
            guard waiting.readableBytes >= command.utf8.count else { return }
            guard waiting.readString(length: command.utf8.count) == command else {
                return answer("UNKNOWN COMMAND", context)
            }
            hasBegun = true
        }
        while takePiece(context) {}
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func takePiece(_ context: ChannelHandlerContext) -> Bool {
        guard
            let length = waiting.getInteger(at: waiting.readerIndex, as: UInt32.self),
            waiting.readableBytes >= 4 + Int(length)
        else { return false }
        waiting.moveReaderIndex(forwardBy: 4)
        if length == 0 {
            end(context)
            return false
        }
        file += waiting.readBytes(length: Int(length)) ?? []
        switch sink.now {
        case .diesAfter(let count) where file.count >= count:
            context.close(promise: nil)
            return false
        case .takes(let count) where file.count > count:
            answer("INSTREAM size limit exceeded. ERROR", context)
            return false
        default: return true
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        sink.keep(file)
        switch sink.now {
        case .says(let text): answer(text, context)
        case .silent: return
        case .diesAfter: context.close(promise: nil)
        case .honest, .takes:
            answer(
                ScannerSink.holdsVirus(file)
                    ? "stream: Eicar-Test-Signature FOUND" : "stream: OK", context)
        }
    }

    private func answer(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\0")), promise: nil)
        context.close(promise: nil)
    }
}
