// Petitions: what people tell the office about its own work (phản ánh, kiến nghị), and its answer.
//
// Start here. Anybody may send one at /petitions/new, without an account and without a name; the
// number and a secret come at once, and both together show how it goes. It is a stream,
// `petition/PA-…`. Somebody in charge gives it to one holder, who may ask a colleague or the
// sender, and answers, refuses with the ground, or forwards it to the body whose task it is. What
// people write stands beside the ledger and can be erased by law; what is published is written
// anew, without personal data (docs/decisions/0030).
// - PetitionNoun, PetitionState: a petition as its stream tells it.
// - PetitionSenderText: the sender, and the secret.
// - PetitionTerms: the days, and that they are unconfirmed.
// - PetitionCommand, PetitionRules, PetitionSendingRules, PetitionRefusals: what may be done.
// - PetitionDesk, PetitionSendingDesk, PetitionTables: stream, number, rows.
// - PetitionLimits: how many an hour.  PetitionHandQueries: who is in charge, who holds.
// - PetitionLists, PetitionQueries: lists and counters.  PetitionRecord: one for the office.
// - PetitionFollowing: one for its sender.  PetitionNoteRules, PetitionNoticeText: e-mail.
// - PetitionFigures: numbers by month.  PetitionPublicQueries: what was published.

import WorkTime

/// Namespace of the feature. No law in hand says how much may be sent: the limits are settings.
public enum Petitions {
    static let feature = "petition"
    static let prefix = "PA-"

    /// Letters of what people and officers write.
    static let wordsMaximum = 4_000
    static let subjectMaximum = 200
    static let nameMaximum = 200

    /// Petitions from one address in a window: a family, or a hall, may share one.
    static let sendingMaximum = 10
    static let pageSize = 50
    static let countMaximum = 1_000
}
