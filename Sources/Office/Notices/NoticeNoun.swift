// A notice as it lies in the outbox: without name, address or any other personal value.

import Ledger

extension Notices {
    /// What a citizen is told.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Received, with the appointment (NĐ 61/2018 Đ17; the receipt).
        case received
        /// Once, with everything that is missing (NĐ 61/2018 Đ15k3; the request).
        case supplement
        /// The appointment is another by a decision about the calendar.
        case moved
        /// It takes longer: an apology, the reason and a new day, once (NĐ 61/2018 Đ19k9).
        case apologised
        /// The result can be fetched, or is on its way.
        case ready
        /// The result was handed over.
        case returned
        /// Refused, with reasons on paper (the refusal).
        case refused
        case withdrawn
        case stopped
        /// The office wrote in the messages of the dossier; the words stand there alone.
        case message
    }

    public struct Notice: Hashable, Sendable {
        public var kind: Kind
        /// Code of the dossier.
        public var code: String
        /// Version of the dossier's stream that it tells of: with the kind it makes the id.
        public var version: Int
        /// Which of the dossier's supplement requests or calendar moves it is, from 0.
        public var index: Int

        public init(kind: Kind, code: String, version: Int, index: Int = 0) {
            self.kind = kind
            self.code = code
            self.version = version
            self.index = index
        }

        /// Always the same for the same happening.
        public var id: String { "notice/dossier/\(code)/\(version)/\(kind.rawValue)" }

        /// Notices of one dossier leave in order; one way does not wait for the other.
        func message(dueAt: Int64, by channel: Contacts.Channel = .email) -> OutboxMessage {
            let isText = channel == .sms
            return OutboxMessage(
                id: isText ? "sms/\(id)" : id,
                lane: isText ? "sms/\(code)" : "notice/\(code)",
                kind: (isText ? Notices.textFamily : Notices.family) + kind.rawValue,
                payload: [
                    "code": .text(code), "version": .int(Int64(version)),
                    "index": .int(Int64(index)),
                ], dueAt: dueAt)
        }
    }

    /// What lies in the outbox is no notice of this release.
    struct UnknownMessage: Error {
        let id: String
    }
}

extension Notices.Notice {
    init(_ message: OutboxMessage) throws {
        let family = [Notices.family, Notices.textFamily].first(where: message.kind.hasPrefix)
        guard let family,
            let kind = Notices.Kind(rawValue: String(message.kind.dropFirst(family.count)))
        else { throw Notices.UnknownMessage(id: message.id) }
        self.init(
            kind: kind, code: try message.payload.text("code"),
            version: Int(try message.payload.int("version")),
            index: Int(try message.payload.int("index")))
    }
}
