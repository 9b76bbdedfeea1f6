// What the claimant is told by e-mail, if an address was given, and how it lies in the outbox.

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

    typealias Note = Notices.Note<NoteKind>
}

extension Privacy.NoteKind: Notices.NoteKind {
    static let feature = "privacy"
}
