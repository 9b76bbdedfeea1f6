// Messages: what the citizen and the officer who has the dossier write to each other about it.
//
// Start here. All messages of a dossier are a stream, `message/<code of the dossier>`. The citizen
// writes on the page where the dossier is followed, after having shown to be the applicant; the
// officer who has the work on it answers at /dossiers/CODE/messages. What people write stands
// beside the ledger and can be erased by law. The other side is told that there is something to
// read, never what. No text in hand says how soon an answer has to come: the days are a setting of
// the office and shown as such.
// - MessageNoun, MessageState: the messages as their stream tells them.
// - MessageRules, MessageRefusals: who may write what, and until when.
// - MessageDesk, MessageTables: stream, row, notice.
// - MessageQueries: reading, and which dossiers wait for an answer of whom.
// - MessagePages, MessageViews: the office.  MessageTrackingViews: the citizen.

/// Namespace of the feature.
public enum Messages {
    static let feature = "message"
    /// Letters of one message.
    static let wordsMaximum = 2_000
    /// Of the citizen, while no answer has come.
    static let waitingMaximum = 5
    /// Of the citizen on one day.
    static let dayMaximum = 10
    /// Of one dossier.
    static let wholeMaximum = 200
    /// Working days in which the office wants to answer: its own promise, no rule of law.
    static let answerDays = 2
    /// Days after the end of the dossier in which one may still write.
    static let openDays = 30
    static let pageSize = 50
    static let countMaximum = 1_000
}
