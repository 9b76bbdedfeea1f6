// How a server tells citizens by e-mail: by which relay, in whose name.

import ArgumentParser
import Mail
import Office
import WorkTime

struct MailOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Relay for mails to citizens, on this machine or in a trusted net (no TLS, no "
                + "password). Without it they wait in the outbox.",
            valueName: "smtp://host:port"))
    var smtp: String?

    @Option(
        help: ArgumentHelp(
            "Sender of those mails, for instance \"Một cửa <mot-cua@ubnd.example>\".",
            valueName: "address"))
    var mailFrom: String?

    func validate() throws {
        if smtp != nil, relay == nil {
            throw ValidationError(
                vi: "--smtp nhận smtp://máy:cổng, ví dụ smtp://127.0.0.1:25.",
                en: "--smtp takes smtp://host:port, for instance smtp://127.0.0.1:25.")
        }
        if mailFrom != nil, sender == nil {
            throw ValidationError(
                vi: "--mail-from nhận một địa chỉ, hoặc “Tên <địa chỉ>”.",
                en: "--mail-from takes an address, or “Name <address>”.")
        }
        if (smtp == nil) != (mailFrom == nil) {
            throw ValidationError(
                vi: "--smtp và --mail-from đi cùng nhau.",
                en: "--smtp and --mail-from go together.")
        }
    }

    private var relay: MailRelay? { smtp.flatMap { MailRelay($0) } }
    private var sender: MailSender? { mailFrom.flatMap { MailSender($0) } }

    /// `nil` where nobody delivers. The mails name the site where its address was stated.
    func delivery(of address: Site.PublicAddress) -> MailDelivery? {
        let site = address.isStated ? address.text : nil
        guard let relay, let sender else { return nil }
        return MailDelivery(relay: relay, post: Notices.Post(sender: sender, site: site))
    }
}

/// The relay and what is told to it.
struct MailDelivery: Sendable {
    let relay: MailRelay
    let post: Notices.Post

    /// What a server says about it when it starts.
    static func line(of delivery: MailDelivery?, in texts: Site.Texts) -> String {
        guard let delivery else { return texts.both("notice.serve.off") }
        return texts.both("notice.serve.on", delivery.relay.text, delivery.post.sender.text)
    }
}
