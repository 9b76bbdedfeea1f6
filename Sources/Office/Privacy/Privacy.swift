// Privacy: what the office knows of people, and what a person may ask of it (law 91/2025/QH15 and
// NĐ 356/2025/NĐ-CP from 01/01/2026; NĐ 13/2023/NĐ-CP before).
//
// Start here. The register of processing is derived: from the forms of the processes in force, and
// from the values that the features keep beside the ledger, so that it cannot fall behind them.
// What a person asks (see, correct, erase, restrict, object, complain) is a stream
// `privacy/<code>`: sent without an account, with a number and a secret, held by one person,
// answered within terms that are shown as unconfirmed. Erasing takes the values and every word of
// them that lists read.
// - PrivacyRegister, …Queries, …Text, …Pages, …Views: /privacy and /privacy/register.csv.
// - PrivacyErasureDesk: erasing what is kept of one dossier, filing or petition.
// - PrivacyClaimNoun, PrivacyClaimantText: a claim as its stream tells it, and who asks.
// - PrivacyTerms: the days, and that they are unconfirmed.  PrivacyRules, PrivacyRefusals.
// - PrivacyNoteRules, PrivacyLetterText: the e-mails that it came and that it is answered.
// - PrivacyDesk, PrivacyTables: stream, number, rows.  PrivacyClaimQueries: lists and one claim.
// - PrivacyClaimPages, …Views: /privacy/claims.  PrivacyPublicPages, …Views: /privacy/new, /follow.

import Engine
import WorkTime

/// Namespace of the feature.
public enum Privacy {
    static let feature = "privacy"
    static let prefix = "DL-"

    static let pageSize = 50
    /// Letters of the codes that a claimant types.
    static let subjectsMaximum = 500
    /// Codes in one act of erasing.
    static let eraseMaximum = 20
}
