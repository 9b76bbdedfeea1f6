// A message about something that is no dossier, as it lies in the outbox.

import Engine
import Ledger

extension Notices {
    /// What can be told about things of one feature.
    protocol NoteKind: RawRepresentable, Hashable, Sendable where RawValue == String {
        /// Stands in the ids of its messages for ever.
        static var feature: String { get }
    }

    /// Code and kind, no words and no address: both are looked up when it leaves.
    struct Note<Kind: NoteKind>: Hashable, Sendable {
        var kind: Kind
        var code: String
        /// Version of the stream that it tells of: with the kind it makes the id.
        var version: Int

        private static var family: String { "\(Notices.family)\(Kind.feature)." }

        /// Those of one thing leave in order.
        func message(dueAt: Int64) -> OutboxMessage {
            OutboxMessage(
                id: "notice/\(Kind.feature)/\(code)/\(version)/\(kind.rawValue)",
                lane: "notice/\(code)", kind: Self.family + kind.rawValue,
                payload: ["code": .text(code), "version": .int(Int64(version))], dueAt: dueAt)
        }
    }
}

extension Notices.Note {
    /// `nil` for a message of another feature.
    init?(_ message: OutboxMessage) throws {
        guard message.kind.hasPrefix(Self.family),
            let kind = Kind(rawValue: String(message.kind.dropFirst(Self.family.count)))
        else { return nil }
        self.init(
            kind: kind, code: try message.payload.text("code"),
            version: Int(try message.payload.int("version")))
    }
}
