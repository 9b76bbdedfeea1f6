// Prefills: who has shown an address and files online may have answers filled in that the same
// person gave before, with consent (law 91/2025/QH15; docs/decisions/0049).
//
// Start here. With an open session of /my the first page of the wizard offers it; a tick gives
// consent, which is a stream `prefill/<id>` and is withdrawn at /my/prefill. The latest filing that
// the same shown address filed for itself lends its applicant and those fields of its form that are
// not personal and are asked in the same way; each look is logged in Reads. Filled answers stand in
// the draft with where they came from; the number of the identity paper is shown masked.
// - PrefillNoun: consent, source, what was filled.  PrefillState: a consent told by its stream.
// - PrefillRules, PrefillRefusals: what may be asked for, and which values are lent.
// - PrefillDesk: stream and table.  PrefillQueries: the consent and the source of an address.
// - PrefillPages, PrefillViews: /my/prefill.  PrefillWizardPages, PrefillWizardViews: while filing.

/// Namespace of the feature.
public enum Prefills {
    static let feature = "prefill"
    /// Earlier filings that are looked through for one that was filed for oneself.
    static let sourcesMaximum = 20
    /// What a box says that is ticked.
    static let tick = "1"

    static func stream(of id: String) -> String { "\(feature)/\(id)" }
    static func personalID(of id: String) -> String { "\(feature)/\(id)" }
}
