// What became of handing over one mail. Reasons hold the numbers of a reply and the place where it
// came, never its words: servers put addresses into those.

public enum MailOutcome: Hashable, Sendable {
    /// The relay has taken it on.
    case accepted
    /// Not now (4yz): try again later.
    case deferred(String)
    /// Never (5yz): whoever runs the office must look.
    case refused(String)
    /// No relay, no answer, or no SMTP: nothing is known of this mail in particular.
    case unreachable(String)
}
