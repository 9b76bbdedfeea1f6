// What the sender is told by e-mail, if an address was given, and how it lies in the outbox.

import Engine
import Ledger

extension Petitions {
    public enum NoteKind: String, Hashable, Sendable, CaseIterable {
        case received
        /// The sender is asked for more.
        case asked
        case answered, refused, forwarded

        /// `nil` for what is for the house alone.
        init?(after: Petition, before: Petition) {
            if let question = after.question, question != before.question {
                guard question.to == nil else { return nil }
                self = .asked
                return
            }
            guard after.standing != before.standing else { return nil }
            switch after.standing {
            case .answered: self = .answered
            case .refused: self = .refused
            case .forwarded: self = .forwarded
            case .received, .taken, .asked: return nil
            }
        }
    }

    /// Code and kind, no words and no address: both are looked up when it leaves.
    struct Note: Hashable, Sendable {
        var kind: NoteKind
        var code: String
        /// Version of the stream that it tells of: with the kind it makes the id.
        var version: Int

        static let family = Notices.family + "petition."

        /// Those of one petition leave in order.
        func message(dueAt: Int64) -> OutboxMessage {
            OutboxMessage(
                id: "notice/petition/\(code)/\(version)/\(kind.rawValue)",
                lane: "notice/\(code)", kind: Self.family + kind.rawValue,
                payload: ["code": .text(code), "version": .int(Int64(version))], dueAt: dueAt)
        }
    }
}

extension Petitions.Note {
    /// `nil` for a message of another feature.
    init?(_ message: OutboxMessage) throws {
        guard message.kind.hasPrefix(Self.family),
            let kind = Petitions.NoteKind(
                rawValue: String(message.kind.dropFirst(Self.family.count)))
        else { return nil }
        self.init(
            kind: kind, code: try message.payload.text("code"),
            version: Int(try message.payload.int("version")))
    }
}
