// The message with a code: in the outbox, and its words.

import Ledger
import WorkTime

extension Contacts {
    struct Letter: Hashable, Sendable {
        let channel: Channel
        /// Digest of the browser's secret: where the address is looked up when it leaves.
        let holder: String
        let digits: String
        /// Which code of this browser: an older one is not sent any more.
        let sending: Int

        /// A code never waits for the one before.
        func message(dueAt: Int64) -> OutboxMessage {
            let id = "code/\(holder)/\(dueAt)"
            return OutboxMessage(
                id: "notice/\(id)", lane: id, kind: Self.kind(channel),
                payload: [
                    "holder": .text(holder), "digits": .text(digits),
                    "sending": .int(Int64(sending)),
                ], dueAt: dueAt)
        }

        static func kind(_ channel: Channel) -> String {
            switch channel {
            case .email: Notices.family + codeKind
            case .sms: Notices.textFamily + codeKind
            }
        }

        /// `nil` for a message of another feature.
        init?(_ message: OutboxMessage) throws {
            let channel = Channel.allCases.first { Self.kind($0) == message.kind }
            guard let channel else { return nil }
            self.init(
                channel: channel, holder: try message.payload.text("holder"),
                digits: try message.payload.text("digits"),
                sending: Int(try message.payload.int("sending")))
        }

        init(channel: Channel, holder: String, digits: String, sending: Int) {
            self.channel = channel
            self.holder = holder
            self.digits = digits
            self.sending = sending
        }
    }
}

extension DeskReading {
    /// `nil` once the code has run out, was typed, or another one was asked for.
    func address(for letter: Contacts.Letter, at now: Instant) throws -> Contacts.Address? {
        try reader.row(
            """
            SELECT channel, address FROM contactCode
            WHERE holder = ? AND sendings = ? AND provenAt IS NULL AND sentAt > ?
            """,
            [
                .text(letter.holder), SQLValue(letter.sending),
                .integer(now.milliseconds - Contacts.codeMilliseconds),
            ]
        ).flatMap { try Contacts.Address($0) }
    }

    func written(
        _ letter: Contacts.Letter, at now: Instant, texts: Site.Texts
    ) throws -> Notices.Written? {
        guard let address = try address(for: letter, at: now) else { return nil }
        let bodies = Language.allCases.map { language in
            ["contact.mail.lead", "contact.mail.hint", "contact.mail.foot"].map {
                texts.text($0, language, [letter.digits])
            }.joined(separator: "\n\n")
        }
        return Notices.Written(
            address: address.text, subject: texts.text("contact.mail.subject", .vi),
            body: bodies.joined(separator: "\n\n----------\n\n") + "\n")
    }
}
