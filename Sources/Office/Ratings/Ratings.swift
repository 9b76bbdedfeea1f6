// Ratings: how it went, told by the citizen after the result (NĐ 61/2018; TT 01/2018 Đ12, Đ13).
//
// Start here. Who showed on /track to be the applicant may rate a returned dossier: one rating a
// dossier, which may be changed for seven days. It is a stream, `rating/<code>`; what was written
// in the citizen's own words stands beside the ledger and is erasable by law.
// - RatingQuestionnaire: the questions, as data.  RatingNoun: what the stream tells.
// - RatingRules, RatingRefusals: commands, events, refusals.  RatingDesk: load, decide, append.
// - RatingQueries: tables, the offer on /track, what officers see on the page of the dossier.
// - RatingFigures, RatingFigureQueries: sums for leaders.  RatingScores: the nine indicators of
//   TT 01/2018 Đ13, and the class of an office.
// - RatingScoreQueries, RatingWholeQueries: the facts of the nine indicators.
// - RatingTally, RatingTallyDesk: counters of indicators 2 and 3.  RatingOfficeScores: 8 and 9.
// - RatingEntryRules, RatingEntryDesk: 5 and 6, which no record tells, as somebody enters them.
// - RatingPages, RatingViews, RatingFigureViews, RatingScoreViews: /track/rating and /ratings.

import Engine

/// Namespace of the feature.
public enum Ratings {
    /// Who rates, as the ledger names it: a citizen has no account.
    static let actor = Actor(PersonID("citizen"))

    /// For so long after the first time a rating may be changed. No law says; a setting.
    static let changeDays = 7
    static let commentMaximum = 1_000
}
