// Tracking: a citizen follows a dossier without an account (NĐ 61/2018; TT 01/2018/TT-VPCP Đ16).
//
// Start here. /track takes the code of a dossier and the last four digits of the telephone number
// that was given with it. The code alone shows state and degree of completion; the digits show
// that one is the applicant, and then everything that concerns the citizen is told, without a
// personal value and without the name of an officer (docs/decisions/0025).
// - TrackingNoun: what is asked and answered.  TrackingReading: how the answer is put together.
// - TrackingVeil: keeps names out of words that people typed.
// - TrackingQueries: finding the dossier, and the table of wrong tries.  TrackingTries: what is
//   counted against whom.  TrackingDesk: asking within the limits.
// - TrackingPages, TrackingViews, TrackingDetailViews: /track.
// Deliveries brings the result; Ratings takes over where it was returned.

/// Namespace of the feature. No law says how often digits may be guessed: the numbers are settings.
public enum Tracking {
    /// How many digits of the telephone number are asked for.
    static let digitCount = 4
    /// Wrong tries at one dossier in a window, from wherever they come.
    static let dossierTriesMaximum = 5
    /// Wrong tries from one address in a window: a family, or a hall, may share one.
    static let addressTriesMaximum = 20
    /// From the first wrong try on.
    static let windowMilliseconds: Int64 = 3_600_000
    /// Nobody's code is longer; what is longer is not looked for.
    static let codeMaximum = 60
}
