// One connection of the sink: cuts lines, knows the verbs, keeps what comes after DATA.

import NIOCore

final class MailSinkHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let sink: MailSink
    private var waiting: [UInt8] = []
    private var content: [UInt8]?
    private var mail = SunkMail(sender: "", recipient: "", bytes: [])

    init(_ sink: MailSink) { self.sink = sink }

    func channelActive(context: ChannelHandlerContext) {
        give(sink.answer(to: .connect), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        waiting += unwrapInboundIn(data).readableBytesView
        while let end = waiting.firstIndex(of: 10) {
            let line = Array(waiting[...end])
            waiting.removeFirst(line.count)
            take(line, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func take(_ line: [UInt8], _ context: ChannelHandlerContext) {
        if content != nil { return takeContent(line, context) }
        let text = String(decoding: line, as: UTF8.self)
            .replacing("\r\n", with: "").replacing("\n", with: "")
        let event = event(of: text)
        let answer = sink.answer(to: event, line: text)
        switch event {
        case .mail: mail.sender = path(in: text)
        case .rcpt: mail.recipient = path(in: text)
        case .data: if case .say(let reply) = answer, reply.hasPrefix("354") { content = [] }
        default: break
        }
        give(answer, context)
        if event == .quit { context.close(promise: nil) }
    }

    private func takeContent(_ line: [UInt8], _ context: ChannelHandlerContext) {
        let dot = UInt8(ascii: ".")
        if line == [dot, 13, 10] {
            mail.bytes = content ?? []
            content = nil
            let answer = sink.answer(to: .content)
            if case .say(let reply) = answer, reply.hasPrefix("2") { sink.keep(mail) }
            if answer == .drop { sink.keep(mail) }
            give(answer, context)
        } else {
            content?.append(contentsOf: line.first == dot ? line.dropFirst() : line[...])
        }
    }

    private func event(of line: String) -> MailSink.Event {
        switch line.uppercased().prefix(4) {
        case "EHLO": .ehlo
        case "HELO": .helo
        case "MAIL": .mail
        case "RCPT": .rcpt
        case "DATA": .data
        case "QUIT": .quit
        default: .other
        }
    }

    private func path(in line: String) -> String {
        let open = line.drop { $0 != "<" }.dropFirst()
        return String(open.prefix { $0 != ">" })
    }

    private func give(_ answer: MailSink.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .say(let text): write(Array("\(text)\r\n".utf8), context)
        case .drip(let text, let milliseconds):
            drip(Array("\(text)\r\n".utf8)[...], milliseconds, context)
        case .drop: context.close(promise: nil)
        case .silence: break
        }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    private func drip(
        _ bytes: ArraySlice<UInt8>, _ milliseconds: Int64, _ context: ChannelHandlerContext
    ) {
        guard let first = bytes.first, context.channel.isActive else { return }
        write([first], context)
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
            self.drip(bytes.dropFirst(), milliseconds, context)
        }
    }
}
