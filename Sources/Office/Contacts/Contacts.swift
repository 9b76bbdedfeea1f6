// Contacts: addresses that people have shown to be theirs, by a code of six digits that was sent
// there; and what everybody who showed one may see again without an account.
//
// Start here. Who files online types the code on a page of the wizard; who wants to see everything
// that was filed under an address types one at /my. A code is good for ten minutes and five tries.
// The table keeps its digest, which needs the secret of the browser that asked for it; the code
// itself stands in the message that carries it, and is worth nothing once it has run out
// (docs/decisions/0039). The ledger keeps which way of reaching the citizen was shown, no address.
// - ContactNoun: addresses, what is set up.  ContactCode: the digits.  ContactRefusals.
// - ContactTables: codes, sessions, and which filing and dossier belong to which address.
// - ContactLimits: how many codes for whom.  ContactDesk: sending one, looking at one.
// - ContactLetterText: the message.  ContactWizardPages, ContactWizardViews: while filing.
// - ContactSessionDesk, ContactQueries, ContactPages, ContactViews: /my.

/// Namespace of the feature. No law in hand says how long a code is good: the numbers are settings.
public enum Contacts {
    static let codeDigits = 6
    static let codeMilliseconds: Int64 = 10 * 60_000
    static let triesMaximum = 5
    /// Between two codes for one browser.
    static let resendMilliseconds: Int64 = 60_000
    /// Codes to one address in an hour, whoever asks for them.
    static let addressMaximum = 5
    /// Codes that one network address asks for in an hour: a hall may share one.
    static let clientMaximum = 20
    /// Codes that one network address types in an hour.
    static let typingMaximum = 60
    /// How long a page of /my stays open.
    static let sessionMilliseconds: Int64 = 30 * 60_000
    static let sessionCookie = "roviec_my"
    static let pageSize = 50
    /// How the kinds of messages with a code end; they begin with the way they leave.
    static let codeKind = "code"
}
