// Notices: what citizens are told by e-mail of their dossiers, if they gave an address.
//
// Start here. A notice is decided from the states before and after a command and put into the
// outbox in the command's own transaction; the ledger does not know of it, so replay sends nothing.
// The outbox keeps the code of the dossier and what is told, no address and no words: both are
// looked up when the notice leaves, and one whose address was erased by law ends quietly.
// - NoticeNoun: what lies in the outbox.  NoticeRules: which events make one (NĐ 61/2018).
// - NoticeDesk: putting it there, and letting old ones go.  NoticeLetterText: its words.
// - NoticeDeliveryDesk: handing what is due to whoever carries it, at least once.
// - NoticeChoice, NoticeChoicePages: by e-mail, by SMS, or not at all, dossier by dossier.
// - NoticeStopDesk: the link that ends mails.  NoticeShortText, NoticeTextDesk: by SMS.
// - NoticeQueries, NoticePages, NoticeViews: /notices, what waits and what was given up.
// The mail itself, and the way to a relay, are in Sources/Mail; `roviec serve --smtp` joins both.

import Ledger

/// Namespace of the feature.
public enum Notices {
    /// How the kinds of their messages begin.
    static let family = "notice."

    /// Indexes of the outbox, which grows while nobody delivers it.
    static let migrations = [
        Migration(
            id: "notices-1",
            statements: [
                "CREATE INDEX outboxMessageByTurn ON outboxMessage (position) WHERE state = 0",
                "CREATE INDEX outboxMessageByEnd ON outboxMessage (state, endedAt)",
            ]),
        Migration(
            id: "notices-2",
            statements: [
                """
                CREATE TABLE noticeChoice (
                    subject TEXT NOT NULL PRIMARY KEY,
                    choice TEXT NOT NULL)
                """
            ]),
    ]
}
