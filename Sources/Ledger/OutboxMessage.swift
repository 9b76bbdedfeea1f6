// Messages that leave the office after the commit that caused them.

/// A message to be delivered at least once. The receiver recognises a repetition by `id`.
public struct OutboxMessage: Hashable, Sendable {
    /// Stable and unique, for instance `entry/4711/receipt`.
    public var id: String
    /// Messages of one lane leave one after the other, for instance those to one person.
    public var lane: String
    /// What the deliverer has to do, for instance `mail.receipt`.
    public var kind: String
    public var payload: Payload
    /// Not before this instant, in milliseconds.
    public var dueAt: Int64

    public init(id: String, lane: String, kind: String, payload: Payload, dueAt: Int64) {
        self.id = id
        self.lane = lane
        self.kind = kind
        self.payload = payload
        self.dueAt = dueAt
    }
}

/// A message somebody is delivering until the claim runs out.
public struct ClaimedMessage: Hashable, Sendable {
    public var message: OutboxMessage
    /// Place in the order in which messages were appended.
    public var position: Int
    /// Which attempt this is, from 1.
    public var attempt: Int
    public var claimedBy: String
}

public enum Outbox {
    /// After so many attempts a message is given up and listed for people.
    public static let attemptMaximum = 12

    enum State {
        static let open = 0
        static let done = 1
        static let givenUp = 2
    }
}

/// What became of a failed attempt.
public enum OutboxFailure: Hashable, Sendable {
    case willRetry(at: Int64)
    case givenUp
    /// The claim had run out and the message belongs to somebody else now.
    case claimLost
}
