// `roviec serve`: the office on the web.

import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import Office
import WorkTime

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the office on the web until it is told to stop.")

    @OptionGroup var place: DataOption

    @OptionGroup var key: SigningOption

    @OptionGroup var mail: MailOption

    @OptionGroup var texting: TextOption

    @OptionGroup var printing: PressOption

    @OptionGroup var files: AttachmentOption

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 8080

    @Option(
        help:
            "Address under which citizens reach the site, for QR codes and mails: https://motcua.vn."
    )
    var publicAddress: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(
                vi: "--port nhận từ 0 đến 65535.", en: "--port takes 0 to 65535.")
        }
        if let publicAddress, Site.PublicAddress(stating: publicAddress) == nil {
            throw ValidationError(
                vi: "--public-address là địa chỉ bắt đầu bằng https:// hoặc http://, "
                    + "ví dụ https://motcua.example.vn.",
                en: "--public-address begins with https:// or http://, "
                    + "for instance https://motcua.example.vn.")
        }
    }

    func run() async throws {
        let signer = try key.signer()
        let desk = try await OfficeOpening.desk(at: place, creates: false)
        let address =
            publicAddress.flatMap { Site.PublicAddress(stating: $0) } ?? Site.PublicAddress()
        let delivery = mail.delivery(of: address)
        let texts = try texting.delivery(of: address)
        let contacts = try texting.contacts(hasMail: delivery != nil)
        let press = printing.press
        let house = try await Site.House.open(
            desk: desk, publicAddress: address, press: press, attachments: files.settings,
            contacts: contacts)
        try await house.settleAttachments()
        let scanning = files.line(in: house.texts)
        var logger = Logger(label: "roviec")
        logger.logLevel = .notice
        var app = Application(
            router: house.router(), server: lines(),
            configuration: .init(
                address: .hostname(host, port: port), serverName: "RoViec"),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                address.listens(host: host, port: port)
                let greeting = house.greeting(address: "http://127.0.0.1:\(port)")
                let lines =
                    [greeting] + SigningOption.lines(of: signer)
                    + [
                        MailDelivery.line(of: delivery, in: house.texts),
                        TextDelivery.line(of: texts, in: house.texts),
                        PressOption.line(of: press, in: house.texts),
                        scanning,
                    ]
                Output.write(lines.joined(separator: "\n") + "\n")
            },
            logger: logger)
        app.addServices(RoundService(house: house, signer: signer, logger: logger))
        if let delivery {
            app.addServices(
                OutboxService.mails(
                    delivery, of: house, node: desk.sources.token(), logger: logger))
        }
        if let texts {
            app.addServices(
                OutboxService.texts(
                    texts, of: house, node: desk.sources.token(), logger: logger))
        }
        if let scanner = files.scanner {
            app.addServices(ScanService(house: house, scanner: scanner, logger: logger))
        }
        do {
            try await app.runService()
        } catch {
            await desk.store.close()
            throw CommandFailure(
                vi: "Không mở được cổng \(port) tại “\(host)”: \(error). "
                    + "Hãy chọn --port hoặc --host khác.",
                en: "Port \(port) at “\(host)” cannot be opened: \(error). "
                    + "Name another --port or --host.")
        }
        await desk.store.close()
    }

    private func lines() -> HTTPServerBuilder {
        let files = files.settings.limits.requestBytes
        let limits = LineHandler.Limits { Site.readMaximum(of: $0, files: files) }
        return .http1(
            configuration: .init(additionalChannelHandlers: [LineHandler(limits)]))
    }
}
