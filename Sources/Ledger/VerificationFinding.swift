// What a verification found, and where.

/// One thing that is not as it was written.
public struct VerificationFinding: Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        /// Content or hash were changed after writing.
        case edited
        /// Entries from this version to the given one are gone.
        case deleted(throughVersion: Int)
        /// Nobody wrote this entry through the ledger.
        case inserted
        /// This entry and the other one stand in each other's place.
        case swapped(withVersion: Int, withSequence: Int, ofStream: String)
        /// Written under another number of the ledger.
        case renumbered(fromSequence: Int)
        /// The stream's head row does not belong to its newest entry.
        case headMismatch
        /// The end is missing: entries from this version or sequence to the given one.
        case truncated(through: Int)
        /// Numbers of the ledger from this one to the given one are missing.
        case sequenceGap(through: Int)
        /// The checkpoint itself was changed, or the one before it is missing.
        case checkpointBroken
        /// The entries a checkpoint covers are not those it was made from.
        case checkpointMismatch
        /// A checkpoint kept outside is missing in this ledger.
        case anchorMissing
        /// A checkpoint kept outside differs from the one in this ledger.
        case anchorMismatch
        /// The signature does not belong to this checkpoint.
        case signatureWrong
        /// Signed by a key that was not among those that are trusted.
        case signatureForeign(keyID: String)
        /// The newest checkpoint has no signature; the newest that has one, if any.
        case signatureMissing(newestSigned: Int?)
        case personalMissing(id: String)
        case personalMismatch(id: String)
        case payloadUnreadable(PayloadError)
    }

    public var problem: Problem
    public var stream: String?
    public var version: Int?
    public var sequence: Int?
    /// Number of the checkpoint concerned.
    public var checkpoint: Int?

    public init(
        _ problem: Problem, stream: String? = nil, version: Int? = nil, sequence: Int? = nil,
        checkpoint: Int? = nil
    ) {
        self.problem = problem
        self.stream = stream
        self.version = version
        self.sequence = sequence
        self.checkpoint = checkpoint
    }

    init(_ problem: Problem, at entry: Entry) {
        self.init(
            problem, stream: entry.stream, version: entry.version, sequence: entry.sequence)
    }
}

/// The outcome of a verification.
public struct VerificationReport: Hashable, Sendable {
    public var entryCount = 0
    public var streamCount = 0
    public var checkpointCount = 0
    /// Personal references in entries, and those among them that were erased by law.
    public var personalCount = 0
    public var erasedCount = 0
    /// Checkpoints with a good signature, and without one.
    public var signedCount = 0
    public var unsignedCount = 0
    public var newestSigned: SignedPlace?
    /// The checkpoint behind which the verification began, unless it took the whole ledger.
    public var since: Int?
    public private(set) var findings: [VerificationFinding] = []
    /// Findings beyond the first thousand are counted only.
    public private(set) var omittedCount = 0
    public static let findingMaximum = 1000

    public init() {}

    public var isClean: Bool { findings.isEmpty }

    mutating func add(_ finding: VerificationFinding) {
        if findings.count < Self.findingMaximum {
            findings.append(finding)
        } else {
            omittedCount += 1
        }
    }
}
