// What the sender is told by e-mail, if an address was given, and how it lies in the outbox.

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

    typealias Note = Notices.Note<NoteKind>
}

extension Petitions.NoteKind: Notices.NoteKind {
    static let feature = "petition"
}
