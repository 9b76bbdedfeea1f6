// Lines out of the bytes that a server sends.

import NIOCore

/// Cuts at LF and drops a CR before it.
struct SMTPLineDecoder: ByteToMessageDecoder {
    typealias InboundOut = ByteBuffer

    /// The server sends no line end.
    struct LineTooLong: Error {}

    /// RFC 5321, 4.5.3.1.5 says 512 octets; more than this is no reply.
    static let lineMaximum = 4096

    mutating func decode(
        context: ChannelHandlerContext, buffer: inout ByteBuffer
    ) throws -> DecodingState {
        let view = buffer.readableBytesView
        guard let end = view.firstIndex(of: 10) else {
            if view.count > Self.lineMaximum { throw LineTooLong() }
            return .needMoreData
        }
        let length = end - view.startIndex
        if length > Self.lineMaximum { throw LineTooLong() }
        guard var line = buffer.readSlice(length: length) else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: 1)
        if line.readableBytesView.last == 13 { line = line.readSlice(length: length - 1) ?? line }
        context.fireChannelRead(wrapInboundOut(line))
        return .continue
    }

    /// What stands before a line was cut off is no reply.
    mutating func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
        try decode(context: context, buffer: &buffer)
    }
}
