// Who stands behind a performer today: the office answers, the gate asks.

/// The people behind a performer on a day.
public enum PerformerStanding: Hashable, Sendable {
    /// Names or identifiers of who may act, and of their substitutes on that day.
    case people(holders: [String], substitutes: [String])
    /// The office has no such unit or position.
    case unknown
}

/// Answers who a performer is today.
public struct PerformerRoster: Sendable {
    public var standing: @Sendable (Performer) -> PerformerStanding
    public init(standing: @escaping @Sendable (Performer) -> PerformerStanding) {
        self.standing = standing
    }
}
