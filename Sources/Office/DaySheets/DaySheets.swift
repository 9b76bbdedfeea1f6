// Day sheets: what falls due today and tomorrow, what was not accepted, what waits since when, for
// one person, on one sheet of paper; as an e-mail each working morning for who wishes it.
//
// Start here. The sheet is read from the work lists and the petitions as they stand, nothing is
// kept. Whether somebody wants it by e-mail, and where, is a choice beside the ledger.
// - DaySheetNoun, DaySheetQueries: the sheet.  DaySheetRules: who gets how many lines.
// - DaySheetChoiceDesk: the choice, and the message of each morning, once over all nodes.
// - DaySheetText: the mail.  DaySheetPages, DaySheetViews, DaySheetFileViews:
//   /today.

import WorkTime

/// Namespace of the feature.
public enum DaySheets {
    /// Lines that one printed sheet holds beside its headings.
    static let lineMaximum = 26
    /// No kind of work is crowded out by a more urgent one.
    static let lineMinimum = 2
    /// Minute of the day at which the mail is made; not after noon, when the office was away.
    static let mailFrom = 7 * 60
    static let mailUntil = 12 * 60
    /// Messages made with one commit.
    static let batchSize = 50
    static let kind = Notices.family + "daySheet"
}
