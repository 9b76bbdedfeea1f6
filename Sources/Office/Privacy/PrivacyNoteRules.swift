// What the claimant is told by e-mail, if an address was given, and how it lies in the outbox.

import Engine
import Ledger

extension Privacy {
    /// That something can be read, never what: a mail lies open on its way.
    public enum NoteKind: String, Hashable, Sendable, CaseIterable {
        case received
        /// Carried out or refused: which of them stands with the answer.
        case answered

        /// `nil` for what is for the house alone, and for an extension, which has a term.
        init?(after: Claim, before: Claim) {
            guard after.standing.isEnded, !before.standing.isEnded else { return nil }
            self = .answered
        }
    }

    /// Code and kind, no words and no address: the address is looked up when it leaves.
    struct Note: Hashable, Sendable {
        var kind: NoteKind
        var code: String
        /// Version of the stream that it tells of: with the kind it makes the id.
        var version: Int

        static let family = Notices.family + "privacy."

        /// Those of one claim leave in order.
        func message(dueAt: Int64) -> OutboxMessage {
            OutboxMessage(
                id: "notice/privacy/\(code)/\(version)/\(kind.rawValue)",
                lane: "notice/\(code)", kind: Self.family + kind.rawValue,
                payload: ["code": .text(code), "version": .int(Int64(version))], dueAt: dueAt)
        }
    }
}

extension Privacy.Note {
    /// `nil` for a message of another feature.
    init?(_ message: OutboxMessage) throws {
        guard message.kind.hasPrefix(Self.family),
            let kind = Privacy.NoteKind(
                rawValue: String(message.kind.dropFirst(Self.family.count)))
        else { return nil }
        self.init(
            kind: kind, code: try message.payload.text("code"),
            version: Int(try message.payload.int("version")))
    }
}
