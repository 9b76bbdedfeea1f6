// How a server tells citizens by SMS, and whether they must show an address before they file.

import ArgumentParser
import Foundation
import Mail
import Office

struct TextOption: ParsableArguments {
    static let variable = "ROVIEC_SMS_SECRET"

    @Option(
        help: ArgumentHelp(
            "Gateway for SMS, on this machine or in a trusted net (no TLS): a POST of JSON with "
                + "id, to and text.",
            valueName: "http://host:port/path"))
    var sms: String?

    @Option(
        help: ArgumentHelp(
            "File of the secret that the gateway wants as a bearer; else ROVIEC_SMS_SECRET is it.",
            valueName: "file"))
    var smsSecretFile: String?

    @Flag(help: "Send SMS with Vietnamese marks: fewer letters fit into one.")
    var smsMarks = false

    @Flag(
        help: """
            Take nothing online from who has not shown an e-mail address or telephone number by a \
            code. Needs --smtp or --sms.
            """)
    var requireContact = false

    func validate() throws {
        if let sms, TextGateway(sms) == nil {
            throw ValidationError(
                vi: "--sms nhận http://máy:cổng/đường-dẫn, ví dụ http://127.0.0.1:9000/sms.",
                en: "--sms takes http://host:port/path, for instance http://127.0.0.1:9000/sms.")
        }
        if sms == nil, smsSecretFile != nil || smsMarks {
            throw ValidationError(
                vi: "--sms-secret-file và --sms-marks đi cùng --sms.",
                en: "--sms-secret-file and --sms-marks go with --sms.")
        }
    }

    /// `nil` where nobody delivers.
    func delivery(of address: Site.PublicAddress) throws -> TextDelivery? {
        guard let sms else { return nil }
        guard let gateway = TextGateway(sms, secret: try secret()) else {
            throw CommandFailure(
                vi: "Khóa của cổng SMS phải là một dòng chữ không dấu, không có khoảng trắng.",
                en: "The secret of the SMS gateway must be one line of plain letters.")
        }
        return TextDelivery(
            gateway: gateway,
            post: Notices.TextPost(
                site: address.isStated ? address.text : nil, keepsMarks: smsMarks))
    }

    /// The first line of the file, or what the variable holds.
    private func secret() throws -> String {
        guard let smsSecretFile else {
            return ProcessInfo.processInfo.environment[Self.variable] ?? ""
        }
        guard let text = try? String(contentsOfFile: smsSecretFile, encoding: .utf8) else {
            throw CommandFailure(
                vi: "Không đọc được tệp “\(smsSecretFile)” của --sms-secret-file.",
                en: "“\(smsSecretFile)” of --sms-secret-file cannot be read.")
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }

    /// By which ways a code can be sent.
    func contacts(hasMail: Bool) throws -> Contacts.Settings {
        var channels: Set<Contacts.Channel> = []
        if hasMail { channels.insert(.email) }
        if sms != nil { channels.insert(.sms) }
        if requireContact, channels.isEmpty {
            throw CommandFailure(
                vi: "--require-contact cần --smtp hoặc --sms để gửi mã.",
                en: "--require-contact needs --smtp or --sms to send codes.")
        }
        return Contacts.Settings(channels: channels, isRequired: requireContact)
    }
}

/// The gateway and what is told to it.
struct TextDelivery: Sendable {
    let gateway: TextGateway
    let post: Notices.TextPost

    /// What a server says about it when it starts; nothing of the secret.
    static func line(of delivery: TextDelivery?, in texts: Site.Texts) -> String {
        guard let delivery else { return texts.both("notice.sms.off") }
        return texts.both("notice.sms.on", delivery.gateway.text)
    }
}
