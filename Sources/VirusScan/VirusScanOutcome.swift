// What a scanner says of one file.

public enum VirusScanOutcome: Hashable, Sendable {
    case clean
    /// The scanner's name of what it found.
    case infected(String)
    /// The scanner is there, and has no opinion: too large for it, or broken off.
    case failed(String)
    /// No scanner answers: nothing is known of this file in particular.
    case unreachable(String)
}

/// How long to wait for what.
public struct VirusScanLimits: Hashable, Sendable {
    public var connectMilliseconds: Int64 = 10_000
    /// From the last byte to the answer, and for each piece to be taken.
    public var replyMilliseconds: Int64 = 120_000

    public init() {}
}
