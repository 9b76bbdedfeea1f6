// The settings of a procedure version that its clocks follow.

/// What the appointment clock does when a stop ends that had a supplement among its causes.
public enum AfterSupplement: String, CaseIterable, Hashable, Sendable, Codable {
    /// The full term begins anew (Decree 61/2018 Art. 19(4)).
    case restart
    /// What was left goes on.
    case resume
}

public struct ClockPolicy: Hashable, Sendable, Codable {
    public var term: Term
    public var afterSupplement: AfterSupplement
    /// For `Term.sameDay`: what is received later is due on the next working day.
    public var cutoff: MinuteOfDay

    public init(
        term: Term, afterSupplement: AfterSupplement = .restart,
        cutoff: MinuteOfDay = .sameDayCutoff
    ) {
        self.term = term
        self.afterSupplement = afterSupplement
        self.cutoff = cutoff
    }
}
