// Delegations: a leader lets somebody of the office sign in fields and days that a document names.
//
// Start here. A delegation is not a substitution: the leader may be there, and what is given is the
// signature alone, in named fields or procedures, with a number by which the document is found.
// Whoever signs by it does so in the leader's name; the dossier keeps both names and the document.
// It is not passed on: only work that lies with the leader is signed. What waited before its first
// day is covered too; after its last day, on another weekday or once it is revoked nothing is.
// - DelegationNoun: the delegation.  DelegationRules: giving and revoking, and what overlaps.
// - DelegationRefusals: the sentences.  DelegationBook: all of them, as their stream tells.
// - DelegationRights: what one may do by it.  DelegationDesk: writing, and the engine's roster.
// - DelegationQueries, DelegationPages, DelegationViews: /delegations; the work is at /signing.
//
// That a delegation to sign is written and bounded in time and content is known to us from NĐ
// 110/2004 and NĐ 30/2020, whose texts are not at hand; so are the forms KT., TL. and TUQ. (GK).

/// Namespace of the feature.
public enum Delegations {
    static let stream = "delegations"
    static let feature = "delegation"
    static let documentMaximum = 100
    /// Days that one delegation may last; a setting.
    static let daysMaximum = 366
    /// Fields and procedures that one may name.
    static let namesMaximum = 100
    static let reasonMaximum = 300
    static let pageSize = 50
}
